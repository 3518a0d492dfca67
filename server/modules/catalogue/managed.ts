/** How those who keep the catalogue see it: drafts that may still be incomplete, and items in every state. TypeBox only. */
import { Type, type Static, type TSchema } from 'typebox';
import { Day, Id, Instant, nullable, oneOf } from '#platform/contract';
import { ItemBody } from './item.ts';
import { Draft as WithWholeBody, ItemLine } from './shapes.ts';

/** What only a finished item has to satisfy. A draft is kept while a name is still missing: nobody loses an afternoon to it. */
const finished = new Set(['minLength', 'minItems', 'minProperties']);

function unfinished(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(unfinished);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) =>
      finished.has(key) && typeof value === 'number' ? [] : [[key, unfinished(value)]],
    ),
  );
}

/** The body of a draft: the same parts, where texts and lists may still be empty. Published is what `bodyFaults` passes. */
export const DraftBody = Type.Unsafe<Static<typeof ItemBody>>(unfinished(ItemBody) as TSchema);

/** A draft as it is read. */
export const Draft = Type.Object({ ...WithWholeBody.properties, body: DraftBody });

/** inForce 现行, coming 待生效 (nothing before it), unpublished 从未发布, ended 已废止. */
export const itemStates = ['inForce', 'coming', 'unpublished', 'ended'] as const;
/** What a list can be narrowed to: an item in force may also have a coming version and a draft. */
export const itemShelves = ['inForce', 'coming', 'draft', 'unpublished', 'ended'] as const;
export type ItemShelf = (typeof itemShelves)[number];
export const managedSorts = ['name', '-name', 'code', '-code', 'changed', '-changed'] as const;

/** An item in whatever state, with the draft in preparation and the version to come. */
export const ManagedLine = Type.Object({
  itemId: Id,
  code: Type.String(),
  name: Type.String(),
  plainName: nullable(Type.String()),
  nameEn: nullable(Type.String()),
  plainNameEn: nullable(Type.String()),
  kind: ItemLine.properties.kind,
  departmentId: Id,
  departmentName: Type.String(),
  departmentNameEn: Type.String(),
  immediate: Type.Boolean(),
  promisedLimit: ItemLine.properties.promisedLimit,
  verified: Type.Boolean(),
  state: oneOf(...itemStates),
  lastVersion: Type.Integer(),
  /** In force today. */
  current: nullable(Type.Object({ version: Type.Integer(), inForceFrom: Day })),
  next: nullable(Type.Object({ version: Type.Integer(), inForceFrom: Day })),
  draft: nullable(Type.Object({ changedAt: Instant, changedBy: Type.String() })),
  /** Outlets that it is handed down to. */
  offeredBy: Type.Integer(),
});
export type ManagedLine = Static<typeof ManagedLine>;

/** How many there are on each shelf, under the other conditions; from the same read as the rows. */
export const ShelfCounts = Type.Object({
  all: Type.Integer(),
  inForce: Type.Integer(),
  coming: Type.Integer(),
  draft: Type.Integer(),
  unpublished: Type.Integer(),
  ended: Type.Integer(),
});
export type ShelfCounts = Static<typeof ShelfCounts>;
