/**
 * How near to the bound a hall can get: the fewest staff hours of a day that a search finds which knows who comes when and how long their
 * work takes. What it finds is a day that can be run, so the least hours lie between the bound and it.
 */
import { measuresOf, planned, type HallModel, type PlannedSpan } from '#modules/hall';
import { Random } from '#platform/random';
import type { ReplayedDay } from './days.ts';

interface Found {
  hours: number;
  wait: number;
}

const shortest = 60;
const tidy = 5;

function runOf(model: HallModel, { people }: ReplayedDay, plan: readonly PlannedSpan[]): Found {
  const run = planned(model, people, plan);
  run.end(model.day.closes + 720);
  const { meanWait, staffHours } = measuresOf(run.outcomes, run.spans);
  return { hours: staffHours, wait: meanWait };
}

/** Another plan near by: a window opens or closes earlier or later, not at all, once more, or has a gap. */
function varied(model: HallModel, plan: readonly PlannedSpan[], random: Random): PlannedSpan[] {
  const { opens, closes } = model.day;
  const nth = random.whole(0, plan.length - 1);
  const { windowId, from, to } = plan[nth]!;
  const others = plan.filter((_, i) => i !== nth);
  const by = tidy * random.whole(1, 8) * (random.chance(0.5) ? 1 : -1);
  const what = random.next();
  if (what < 0.35) return [...others, { windowId, from: from + by, to }];
  if (what < 0.7) return [...others, { windowId, from, to: to + by }];
  if (what < 0.8) return [...others, { windowId, from: from + by, to: to + by }];
  if (what < 0.85) return others;
  const at = opens + tidy * random.whole(0, (closes - opens - shortest) / tidy);
  if (what < 0.92) return [...plan, { windowId: random.pick(model.windows).id, from: at, to: at + shortest }];
  return [...others, { windowId, from, to: at }, { windowId, from: at + Math.abs(by), to }];
}

/** Whether windows are open for an hour at least, or until closing time, and each has time between two openings. */
function holds({ day: { opens, closes } }: HallModel, plan: readonly PlannedSpan[]): boolean {
  const sorted = plan.toSorted((one, other) => (one.windowId < other.windowId ? -1 : one.windowId > other.windowId ? 1 : one.from - other.from)); // prettier-ignore
  return sorted.every(({ windowId, from, to }, i) => {
    const next = sorted[i + 1];
    const long = to - from >= shortest || (to === closes && from < closes);
    return long && from >= opens && to <= closes && (next?.windowId !== windowId || next.from >= to + tidy);
  });
}

/** The fewest hours found with a mean wait of at most `aim`, from a plan on; null when no plan that was tried waits so little. */
export function searched(
  model: HallModel,
  day: ReplayedDay,
  from: readonly PlannedSpan[],
  aim: number,
  tries: number,
  seed: number,
): Found | null {
  const random = new Random(seed, 'search', day.weekday);
  const costOf = ({ hours, wait }: Found): number => hours + 20 * Math.max(0, wait - aim);
  let plan = from;
  let now = runOf(model, day, plan);
  let best: Found | null = now.wait <= aim ? now : null;
  for (let i = 0; i < tries; i++) {
    const other = varied(model, plan, random);
    if (other.length === 0 || !holds(model, other)) continue;
    const found = runOf(model, day, other);
    // At first a worse plan is taken now and then, so that the search does not stay in the first hollow.
    const warmth = 0.15 * (1 - i / tries);
    if (costOf(found) < costOf(now) - warmth * Math.log(1 - random.next())) [plan, now] = [other, found];
    if (found.wait <= aim && (!best || found.hours < best.hours)) best = found;
  }
  return best;
}
