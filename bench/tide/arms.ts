/** A day of the hall as each arm runs it. What an arm may know: the four weeks before, and what can be seen at the moment. */
import type { HallModel, PlannedSpan } from '#modules/hall';
import { adviseHall, type Sight, type Terms } from '#modules/tides';
import type { ReplayedDay } from './days.ts';
import { Floor, type DayResult } from './floor.ts';
import type { Known } from './plan.ts';

/** Arms a and c: a plan and nothing else. */
export const runPlan = (model: HallModel, day: ReplayedDay, plan: readonly PlannedSpan[]): DayResult =>
  new Floor(model, day, plan, null).end();

/** Arm b: the seeds' rule in each zone. */
export function runRule(
  model: HallModel,
  day: ReplayedDay,
  plan: readonly PlannedSpan[],
  baseline: (weekday: number, zone: string, at: number) => number,
): DayResult {
  return new Floor(model, day, plan, (floor, at) => {
    for (const zone of floor.zones) {
      const last = floor.called.filter((one) => one.zone === zone && one.at > at - 30);
      if (last.length === 0) continue;
      const wait = last.reduce((sum, { waited }) => sum + waited, 0) / last.length;
      if (wait > 1.2 * baseline(day.weekday, zone, at)) floor.open(zone, at + 5, at + 65);
    }
  }).end();
}

/** How many come in the next parts, from the same weekday before and how today differs from it: all day, and just now. */
function ahead(floor: Floor, zone: string, at: number, expected: readonly number[]) {
  const { opens } = floor.model.day;
  const parts = Math.floor((at - opens) / 5);
  const sum = (from: number, to: number): number =>
    expected.slice(Math.max(0, from), to).reduce((all, one) => all + one, 0);
  const seen = floor.entered.filter((one) => one.zone === zone);
  const recent = seen.filter((one) => one.at > at - 30).length;
  const soFar = sum(0, parts);
  const level = (seen.length + 60) / (soFar + 60);
  const now = (recent + 15) / (sum(parts - 6, parts) * level + 15);
  const arrivals = Array.from(
    { length: 18 },
    (_, i) => (expected[parts + i] ?? 0) * level * (1 + (now - 1) * Math.exp(-i / 10)),
  );
  return { arrivals, seen: soFar + 60 };
}

/** What can be seen of a zone; the windows that are `ending` close now. */
function sightOf(floor: Floor, zone: string, at: number, known: Known, ending: ReadonlySet<string>): Sight {
  const { run, model, day, zones } = floor;
  const busy: Sight['busy'][number][] = [];
  const spells: Sight['spells'][number][] = [];
  // Who is at a window when the doors close goes on: the last ones are served.
  const end = (to: number): number => (to >= model.day.closes ? Infinity : to);
  for (const { id, zone: of, errandIds } of model.windows) {
    if (of !== zone) continue;
    const { serving, calledAt, state, idleSince } = run.windows.get(id)!;
    const also = floor.lent.get(id)?.map((one) => ({ group: zones.indexOf(one.zone), from: one.from })) ?? [];
    const seen = { windowId: id, general: errandIds.length === 3, also };
    const to = ending.has(id) ? at : end(floor.staffedUntil(id, at));
    if (state === 'open' && serving) busy.push({ since: calledAt, to, ...seen });
    else if (state === 'open') spells.push({ from: Math.max(at, idleSince), to, ...seen });
    for (const span of floor.spansAhead(id, at)) spells.push({ from: span.from, to: end(span.to), ...seen });
  }
  const waiting = [...run.queue].filter(({ errandId }) => errandId[0] === zone).length;
  const { arrivals, seen } = ahead(floor, zone, at, known.expected(day.weekday, zone));
  return {
    now: at,
    closes: model.day.closes,
    waiting,
    busy,
    spells,
    arrivals,
    seen,
    services: known.services.get(zone)!,
  };
}

/** Arm d: ours, for the whole hall. `seed` draws what may come, never what does. */
export function runTides(
  model: HallModel,
  day: ReplayedDay,
  plan: readonly PlannedSpan[],
  known: Known,
  terms: Terms,
  seed: number,
): DayResult {
  return new Floor(model, day, plan, (floor, at) => {
    const { zones } = floor;
    const ending = floor.ending(at);
    const closing = new Set(ending);
    const [from, to] = [at + terms.delay, at + terms.delay + terms.shortest];
    const hall = {
      sights: zones.map((zone) => sightOf(floor, zone, at, known, closing)),
      spare: zones.map((zone) => floor.freeWindows(zone, from, to).length),
      ending: ending.map((windowId) => ({ group: zones.indexOf(windowId[0]!), windowId })),
    };
    for (const { act, group, windowId, guest, spell } of adviseHall(hall, terms, seed, day.weekday, at))
      if (act === 'stay') floor.stay(windowId!, terms.step);
      else if (act === 'lend') floor.lend(windowId!, zones[guest!]!, spell.from);
      else floor.open(zones[group]!, spell.from, spell.to);
  }).end();
}
