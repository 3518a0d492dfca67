/** Where names are looked up: the nearest scope first, the built-in functions last. */
import type { Named } from './types.ts';
import { isContext, type Value } from './values.ts';

export interface Scope {
  find: (name: string) => Value | undefined;
  /** Types that the model defines. */
  named: Named;
  /** What `now()` and `today()` say: an instant, so that a table gives the same again. */
  now: Date;
}

export const scopeOf = (values: ReadonlyMap<string, Value>, around: Scope): Scope => ({
  find: (name) => values.get(name) ?? (values.has(name) ? null : around.find(name)),
  named: around.named,
  now: around.now,
});

export const withName = (name: string, value: Value, around: Scope): Scope => scopeOf(new Map([[name, value]]), around);

/** The scope of a filter: the entries of the item, then `item` itself. */
export function scopeOfItem(item: Value, around: Scope): Scope {
  const values = new Map<string, Value>(isContext(item) ? item : []);
  if (!values.has('item')) values.set('item', item);
  return scopeOf(values, around);
}
