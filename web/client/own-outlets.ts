/** Where somebody works: what the server takes there from a clerk it refuses at another outlet. */
import { hasRole, type Me } from './session.tsx';

type Who = Pick<Me, 'roles' | 'posts'> | null | undefined;

/** The outlets at whose windows somebody sits. */
const ownOutlets = (me: Who): string[] =>
  hasRole(me, ['clerk'])
    ? (me?.posts ?? []).flatMap(({ role, outletId }) => (role === 'clerk' && outletId !== null ? [outletId] : []))
    : [];

/** Whether somebody works at an outlet, or runs all of them. */
export const worksAt = (me: Who, outletId: string): boolean =>
  hasRole(me, ['office']) || ownOutlets(me).includes(outletId);

/** The place that a page begins with: one's own, otherwise the first of the district. */
export const startAt = <P extends { outletId: string }>(places: readonly P[], me: Who): P | undefined => {
  const own = ownOutlets(me);
  return places.find(({ outletId }) => own.includes(outletId)) ?? places[0];
};
