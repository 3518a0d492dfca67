/** A day of the hall as each arm runs it. What an arm may know: the four weeks before, and what can be seen at the moment. */
import { HallRun, type HallModel, type OpenSpan, type Outcome, type PlannedSpan } from '#modules/hall';
import { adviseHall, type Sight, type Terms } from '#modules/tides';
import type { ReplayedDay } from './days.ts';
import { zonesOf, type Known } from './plan.ts';

export interface DayResult {
  outcomes: readonly Outcome[];
  spans: readonly OpenSpan[];
  alarms: number;
}

/** Asked every five minutes while the doors are open. */
type Policy = (floor: Floor, at: number) => void;

/** A hall with its plan and what was opened besides. */
class Floor {
  readonly run: HallRun;
  readonly zones: readonly string[];
  readonly called: { zone: string; at: number; waited: number }[] = [];
  readonly entered: { zone: string; at: number }[] = [];
  /** What was opened besides the plan. */
  readonly extra: PlannedSpan[] = [];
  alarms = 0;
  /** Zones that a general window serves besides its own, from when on. */
  readonly lent = new Map<string, { zone: string; from: number }[]>();
  readonly model: HallModel;
  readonly day: ReplayedDay;
  readonly #spans: PlannedSpan[];

  constructor(model: HallModel, day: ReplayedDay, plan: readonly PlannedSpan[], policy: Policy | null) {
    this.model = model;
    this.day = day;
    this.zones = zonesOf(model);
    this.#spans = [...plan];
    const { opens, closes } = model.day;
    this.run = new HallRun(model.setting, model.windows, opens, {
      entered: ({ errandId, missedCalls }, at) => {
        if (missedCalls === 0) this.entered.push({ zone: errandId[0]!, at });
      },
      called: ({ errandId, enteredAt }, _window, at) =>
        void this.called.push({ zone: errandId[0]!, at, waited: at - enteredAt }),
    });
    for (const { windowId, from, to } of plan) this.#keep(windowId, from, to);
    for (const person of day.people) this.run.expect(person);
    if (policy) for (let at = opens + 5; at < closes; at += 5) this.run.at(at, () => policy(this, at));
    this.run.at(closes, () => this.run.closeUp());
  }

  /** Until when a window is staffed that is staffed at an instant. */
  staffedUntil(windowId: string, at: number): number {
    return this.#spans.reduce(
      (until, span) => (span.windowId === windowId && span.from <= at && span.to > until ? span.to : until),
      at,
    );
  }

  spansAhead(windowId: string, at: number): PlannedSpan[] {
    return this.#spans.filter((span) => span.windowId === windowId && span.from > at);
  }

  /** Windows of the zone whose people have nothing else to do in that time. */
  freeWindows(zone: string, from: number, to: number): string[] {
    return this.model.windows.flatMap((window) =>
      window.zone === zone &&
      this.run.windows.get(window.id)!.state === 'closed' &&
      !this.#spans.some((span) => span.windowId === window.id && span.from < to && span.to > from)
        ? [window.id]
        : [],
    );
  }

  /** One window more; false when nobody is free. */
  open(zone: string, from: number, to: number): boolean {
    const [windowId] = this.freeWindows(zone, from, to);
    if (!windowId) return false;
    this.alarms += 1;
    this.extra.push({ windowId, from, to });
    this.#spans.push({ windowId, from, to });
    this.#keep(windowId, from, to);
    return true;
  }

  /** From then on a general window serves another zone besides its own, whoever came first of both. */
  lend(windowId: string, zone: string, from: number): void {
    const { model, run, lent } = this;
    this.alarms += 1;
    lent.set(windowId, [...(lent.get(windowId) ?? []), { zone, from }]);
    const theirs = model.day.errands.flatMap(({ id }) => (id.startsWith(zone) ? [id] : []));
    run.at(from, () => run.assign(windowId, [...run.windows.get(windowId)!.errandIds, ...theirs]));
  }

  /** Windows opened besides the plan that close in the next five minutes. */
  ending(at: number): string[] {
    return this.extra.flatMap(({ windowId, to }) =>
      to > at && to <= at + 5 && to < this.model.day.closes && this.staffedUntil(windowId, at) === to ? [windowId] : [],
    );
  }

  /** A window that was opened besides the plan stays so many minutes longer. */
  stay(windowId: string, minutes: number): void {
    const { to } = this.extra.findLast((one) => one.windowId === windowId)!;
    const span = { windowId, from: to, to: to + minutes };
    this.extra.push(span);
    this.#spans.push(span);
    this.#keep(windowId, span.from, span.to);
  }

  #keep(windowId: string, from: number, to: number): void {
    const { run } = this;
    run.at(from, () => {
      if (run.now < this.model.day.closes) run.open(windowId);
    });
    if (to < this.model.day.closes)
      run.at(to, () => {
        if (this.staffedUntil(windowId, run.now) <= run.now) run.close(windowId);
      });
  }

  end(): DayResult {
    this.run.end(this.model.day.closes + 720);
    return { outcomes: this.run.outcomes, spans: this.run.spans, alarms: this.alarms };
  }
}

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
    { length: 24 },
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
