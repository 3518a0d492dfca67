/** The conditions of the work list as they lie in the address, for the table and for the list beside a case. */
import { doors, states, type casesContract } from '#modules/cases/contract';
import type { QueryOf } from '#platform/contract';

/** The conditions that the work list knows, by their names in the address. */
export const conditionNames = [
  'open',
  'state',
  'light',
  'holder',
  'wants',
  'warned',
  'departmentId',
  'outletId',
  'itemId',
  'door',
  'from',
  'to',
  'find',
  'sort',
] as const;
export type Conditions = Partial<Record<(typeof conditionNames)[number], string>>;

type WorkQuery = NonNullable<QueryOf<typeof casesContract.workList>>;

const oneOf = <const W extends string>(value: string | undefined, words: readonly W[]): W | undefined =>
  words.find((word) => word === value);
const day = /^\d{4}-\d{2}-\d{2}$/;
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What to ask for. What somebody wrote into the address by hand and nobody understands is left out. */
export function queryOf(asked: Readonly<Record<string, string | undefined>>): WorkQuery {
  const state = oneOf(asked.state, states);
  const light = oneOf(asked.light, ['green', 'yellow', 'red']);
  const holder = oneOf(asked.holder, ['me', 'nobody', 'others']);
  const wants = oneOf(asked.wants, ['extension']);
  const door = oneOf(asked.door, doors);
  const sort = oneOf(asked.sort, ['due', 'newest', 'oldest']);
  const find = asked.find?.trim().slice(0, 60);
  // Without a word about it the work list shows what is still to be done.
  const open = asked.open === 'all' || state !== undefined ? undefined : asked.open !== 'false';
  return {
    ...(open === undefined ? {} : { open }),
    ...(state ? { state } : {}),
    ...(light ? { light } : {}),
    ...(holder ? { holder } : {}),
    ...(wants ? { wants } : {}),
    ...(asked.warned === 'true' ? { warned: true } : {}),
    ...(door ? { door } : {}),
    ...(sort ? { sort } : {}),
    ...(find ? { find } : {}),
    ...(id.test(asked.departmentId ?? '') ? { departmentId: asked.departmentId! } : {}),
    ...(id.test(asked.outletId ?? '') ? { outletId: asked.outletId! } : {}),
    ...(id.test(asked.itemId ?? '') ? { itemId: asked.itemId! } : {}),
    ...(day.test(asked.from ?? '') ? { from: asked.from! } : {}),
    ...(day.test(asked.to ?? '') ? { to: asked.to! } : {}),
  };
}

/** The conditions alone, for links that keep them. */
export function conditionsIn(asked: Readonly<Record<string, string | undefined>>): Conditions {
  const found: Conditions = {};
  for (const name of conditionNames) if (asked[name]) found[name] = asked[name];
  return found;
}

/** As the part of an address behind the question mark, with it; empty without conditions. */
export function addressOf(conditions: Conditions): string {
  const search = new URLSearchParams(
    Object.entries(conditions).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
  return search.size > 0 ? `?${search}` : '';
}
