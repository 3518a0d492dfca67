/** What the figure was before the order and after the work. */
import { addDays, shanghaiDay } from '#modules/deadlines';
import { readFigures, wantedOf } from '#modules/insight';
import type { Ground } from '#platform/ground';
import type { Effect } from './contract.ts';
import { effectDays } from './improvement.ts';
import type { SuggestionRow } from './store.ts';

type Measured = Effect['before'];

/**
 * The figure over thirty days before the order was given, and over up to thirty days from the day after the work was done; of the item or
 * the department that it is about. Null without a figure. It says what was, not why: other things change too.
 */
export async function effectOf(ground: Ground, row: SuggestionRow): Promise<Effect | null> {
  if (row.effect) return row.effect;
  const { figureId, itemId, departmentId } = row;
  if (!figureId) return null;
  const now = ground.clock.now();
  const about = { ...(itemId ? { itemId } : {}), ...(departmentId ? { departmentId } : {}) };
  const measure = async (from: string, to: string) => {
    const { figures } = await readFigures(ground, wantedOf({ from, to, ...about }, undefined, now));
    const figure = figures.find(({ id }) => id === figureId)!;
    const { value, numerator, denominator, kind, unit } = figure;
    return { kind, unit, measured: { from, to, value, numerator, denominator } satisfies Measured };
  };
  const until = shanghaiDay(row.dispatchedAt ?? row.suggestedAt);
  const before = await measure(addDays(until, -effectDays), addDays(until, -1));
  const today = shanghaiDay(now);
  const since = row.finishedAt && addDays(shanghaiDay(row.finishedAt), 1);
  const end = since && [addDays(since, effectDays - 1), today].toSorted()[0]!;
  const after = since && end && since <= end ? await measure(since, end) : null;
  return {
    figureId,
    kind: before.kind,
    unit: before.unit,
    before: before.measured,
    after: after?.measured ?? null,
    frozen: false,
  };
}
