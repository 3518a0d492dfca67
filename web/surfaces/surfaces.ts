/**
 * The surfaces: one for each place where a person stands, and the address below which it lies. A new surface is one line
 * here and a folder of the same name with `index.html` and `main.tsx`; the build and the server both read this list.
 */
export const surfaces = [
  // An item's editor shows what residents would see in a frame.
  { name: 'portal', at: '/', framed: ['/preview'] },
  { name: 'workbench', at: '/workbench' },
  // The screens of a hall.
  { name: 'hall', at: '/hall' },
  // Machines at which people serve themselves.
  { name: 'kiosk', at: '/kiosk' },
] as const;
