/** A hall on one day with its plan, and what is done besides: windows opened, kept open, lent. */
import { HallRun, type HallModel, type OpenSpan, type Outcome, type PlannedSpan } from '#modules/hall';
import type { ReplayedDay } from './days.ts';
import { zonesOf } from './plan.ts';

/** What somebody was asked to do: a window opened, or lent to another zone. */
export interface Asked {
  at: number;
  windowId: string;
  from: number;
  /** Whose people it serves from then on besides its own. */
  zone: string | null;
}

export interface DayResult {
  outcomes: readonly Outcome[];
  spans: readonly OpenSpan[];
  asked: readonly Asked[];
}

/** Asked every five minutes while the doors are open. */
export type Policy = (floor: Floor, at: number) => void;

/** A hall with its plan and what was opened and lent besides. */
export class Floor {
  readonly run: HallRun;
  readonly zones: readonly string[];
  readonly called: { zone: string; errandId: string; at: number; waited: number }[] = [];
  readonly entered: { zone: string; errandId: string; at: number }[] = [];
  /** What was opened besides the plan. */
  readonly extra: PlannedSpan[] = [];
  readonly asked: Asked[] = [];
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
        if (missedCalls === 0) this.entered.push({ zone: errandId[0]!, errandId, at });
      },
      called: ({ errandId, enteredAt }, _window, at) =>
        void this.called.push({ zone: errandId[0]!, errandId, at, waited: at - enteredAt }),
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

  /** Windows of the zone whose people have nothing else to do in that time; one that closes by then can go on. */
  freeWindows(zone: string, from: number, to: number): string[] {
    return this.model.windows.flatMap((window) =>
      window.zone === zone &&
      ['open', 'closed'].includes(this.run.windows.get(window.id)!.state) &&
      this.staffedUntil(window.id, this.run.now) <= from &&
      !this.#spans.some((span) => span.windowId === window.id && span.from < to && span.to > from)
        ? [window.id]
        : [],
    );
  }

  /** One window more; false when nobody is free. */
  open(zone: string, from: number, to: number): boolean {
    const [windowId] = this.freeWindows(zone, from, to);
    if (windowId) this.openWindow(windowId, from, to);
    return windowId !== undefined;
  }

  openWindow(windowId: string, from: number, to: number): void {
    this.asked.push({ at: this.run.now, windowId, from, zone: null });
    this.extra.push({ windowId, from, to });
    this.#spans.push({ windowId, from, to });
    this.#keep(windowId, from, to);
  }

  /** From then on a window does these errands, until it is said otherwise; `zone`: whom it helps, null where it does its own again. */
  assign(windowId: string, errandIds: readonly string[], from: number, zone: string | null): void {
    const { run } = this;
    if (zone !== null) this.asked.push({ at: run.now, windowId, from, zone });
    run.at(from, () => run.assign(windowId, errandIds));
  }

  /** From then on a general window serves another zone besides its own, whoever came first of both. */
  lend(windowId: string, zone: string, from: number): void {
    const { model, run, lent } = this;
    this.asked.push({ at: run.now, windowId, from, zone });
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
    return { outcomes: this.run.outcomes, spans: this.run.spans, asked: this.asked };
  }
}
