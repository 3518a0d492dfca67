/** A day of the hall as each arm runs it. What an arm may know: the four weeks before, and what can be seen at the moment. */
import { HallRun, type HallModel, type OpenSpan, type Outcome, type PlannedSpan } from '#modules/hall';
import { adviseOpening, adviseStaying, adviseSwitch, Outlook, type Sight, type Terms } from '#modules/tides';
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
  /** General windows that serve another zone for a while. */
  readonly away = new Map<string, { zone: string; from: number; to: number }>();
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

  /** A window of the zone whose person has nothing else to do in that time. */
  freeWindow(zone: string, from: number, to: number): string | undefined {
    return this.model.windows.find(
      (window) =>
        window.zone === zone &&
        this.run.windows.get(window.id)!.state === 'closed' &&
        !this.#spans.some((span) => span.windowId === window.id && span.from < to && span.to > from),
    )?.id;
  }

  /** One window more; false when nobody is free. */
  open(zone: string, from: number, to: number): boolean {
    const windowId = this.freeWindow(zone, from, to);
    if (!windowId) return false;
    this.alarms += 1;
    this.extra.push({ windowId, from, to });
    this.#spans.push({ windowId, from, to });
    this.#keep(windowId, from, to);
    return true;
  }

  /** A general window does the errands of another zone from then until then. */
  lend(windowId: string, zone: string, from: number, to: number): void {
    const { model, run } = this;
    this.alarms += 1;
    this.away.set(windowId, { zone, from, to });
    const own = model.windows.find(({ id }) => id === windowId)!.errandIds;
    const theirs = model.day.errands.flatMap(({ id }) => (id.startsWith(zone) ? [id] : []));
    run.at(from, () => run.assign(windowId, theirs));
    run.at(Math.min(to, model.day.closes), () => {
      run.assign(windowId, own);
      this.away.delete(windowId);
    });
  }

  stay(windowId: string, until: number): void {
    const span = this.extra.findLast((one) => one.windowId === windowId)!;
    this.#spans.push({ windowId, from: span.to, to: until });
    this.extra.push({ windowId, from: span.from, to: until });
    this.#keep(windowId, span.to, until);
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

function sightOf(floor: Floor, zone: string, at: number, known: Known, without?: string): Sight {
  const { run, model, day } = floor;
  const busy: { since: number; to: number }[] = [];
  const spells: { from: number; to: number }[] = [];
  // Who is at a window when the doors close goes on: the last ones are served.
  const end = (to: number): number => (to >= model.day.closes ? Infinity : to);
  for (const { id, zone: of } of model.windows) {
    const away = floor.away.get(id);
    if (of !== zone && away?.zone !== zone) continue;
    const { serving, calledAt, state, idleSince } = run.windows.get(id)!;
    let to = id === without ? at : end(floor.staffedUntil(id, at));
    if (away && of === zone) {
      // Here until it goes, and from when it is back.
      if (to > away.to) spells.push({ from: away.to, to });
      if (at >= away.from) continue;
      to = away.from;
    } else if (away) {
      to = Math.min(to, away.to);
      if (at < away.from) {
        spells.push({ from: away.from, to });
        continue;
      }
    }
    if (state === 'open' && serving) busy.push({ since: calledAt, to });
    else if (state === 'open') spells.push({ from: Math.max(at, idleSince), to });
    for (const span of floor.spansAhead(id, at)) spells.push({ from: span.from, to: end(span.to) });
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

/** At most one general window goes from one zone to another in five minutes: where it brings most. */
function switchWindows(floor: Floor, at: number, known: Known, terms: Terms, seed: number): void {
  const { model, day, zones, run } = floor;
  const outlooks = new Map(
    zones.map((zone) => {
      const sight = sightOf(floor, zone, at, known);
      return [zone, new Outlook(sight, terms.futures, seed, day.weekday, zone, at)] as const;
    }),
  );
  const waits = new Map([...outlooks].map(([zone, outlook]) => [zone, outlook.waited()]));
  const host = zones.reduce((one, other) => (waits.get(other)! > waits.get(one)! ? other : one));
  if (waits.get(host)! < terms.shortest) return;
  let best: { windowId: string; from: number; to: number; saves: number } | null = null;
  for (const zone of zones) {
    if (zone === host) continue;
    const general = model.windows.filter(
      (window) =>
        window.zone === zone &&
        window.errandIds.length === 3 &&
        run.windows.get(window.id)!.state === 'open' &&
        !floor.away.has(window.id),
    );
    // One general window stays, so that nobody is left without.
    if (general.length < 2) continue;
    const last = general
      .map(({ id }) => ({ id, to: floor.staffedUntil(id, at) }))
      .toSorted((one, other) => other.to - one.to)[0]!;
    const staffed = { from: at, to: last.to };
    const advice = adviseSwitch(outlooks.get(zone)!, outlooks.get(host)!, at, staffed, terms);
    if (advice && advice.saves > (best?.saves ?? 0)) best = { windowId: last.id, ...advice.spell, saves: advice.saves };
  }
  if (best) floor.lend(best.windowId, host, best.from, best.to);
}

/** Arm d: ours, in each zone. `seed` draws what may come, never what does. */
export function runTides(
  model: HallModel,
  day: ReplayedDay,
  plan: readonly PlannedSpan[],
  known: Known,
  terms: Terms,
  seed: number,
  switches = true,
): DayResult {
  return new Floor(model, day, plan, (floor, at) => {
    if (switches) switchWindows(floor, at, known, terms, seed);
    for (const zone of floor.zones) {
      const ending = floor.extra.filter(
        ({ windowId, to }) =>
          windowId.startsWith(zone) &&
          to > at &&
          to <= at + 5 &&
          to < model.day.closes &&
          floor.staffedUntil(windowId, at) === to,
      );
      for (const { windowId, to } of ending)
        if (adviseStaying(sightOf(floor, zone, at, known, windowId), terms, seed, day.weekday, zone, at) > 0)
          floor.stay(windowId, to + terms.step);
      const spare = model.windows.filter((window) => window.zone === zone).length;
      const advice = adviseOpening(sightOf(floor, zone, at, known), spare, terms, seed, day.weekday, zone, at);
      for (const { spell } of advice) floor.open(zone, spell.from, spell.to);
    }
  }).end();
}
