/**
 * The hall that a page is about: the one that was chosen; else that of a post of one's own; else the first in the list, where the halls of the
 * district stand before those of departments and towns. Nothing in it changes by the hour, so no page turns to another hall by itself.
 */
export function hallOf<P extends { outletId: string }>(
  places: readonly P[],
  chosen: string | undefined,
  posts: readonly { outletId: string | null }[],
): P | undefined {
  return (
    places.find(({ outletId }) => outletId === chosen) ??
    places.find(({ outletId }) => posts.some((post) => post.outletId === outletId)) ??
    places[0]
  );
}
