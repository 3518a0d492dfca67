/** What the catalogue offers over HTTP, and the shapes of an item that others draw and fill in. */
export * from './item.ts';
