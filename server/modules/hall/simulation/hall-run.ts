/**
 * A day of a hall, event by event, by the same rule of who is called as the real one (`rank.ts`, `Queue`). Deterministic: equal people and
 * equal acts give an equal day. Windows are opened, closed and given their duty by whoever runs it: a plan, a rule, a person.
 * Minutes are counted from midnight and may be fractions.
 */
import TinyQueue from 'tinyqueue';
import { Queue } from '../queue.ts';
import { rankOf, rankOfReturn } from '../rank.ts';
import type { Person } from './hall-day.ts';
import type {
  InHall,
  Observer,
  OpenSpan,
  Outcome,
  RunSetting,
  RunWindow,
  WindowNow,
  WindowState,
} from './run-shapes.ts';

interface Happening {
  at: number;
  /** Among things of one instant, the order in which they were planned. */
  nth: number;
  act: () => void;
}

const minute = 60_000;

export class HallRun {
  now: number;
  readonly queue = new Queue<InHall>();
  readonly windows: ReadonlyMap<string, WindowNow>;
  readonly outcomes: Outcome[] = [];
  readonly spans: OpenSpan[] = [];
  #happenings = new TinyQueue<Happening>([], (one, other) => one.at - other.at || one.nth - other.nth);
  #planned = 0;
  #closingUp = false;
  /** Missed their call and will be back. */
  #away = new Set<InHall>();
  #setting: RunSetting;
  #observer: Observer;

  constructor(setting: RunSetting, windows: readonly RunWindow[], from: number, observer: Observer = {}) {
    this.now = from;
    this.#setting = setting;
    this.#observer = observer;
    this.windows = new Map(
      windows.map((window) => [
        window.id,
        { ...window, state: 'closed', serving: null, calledAt: 0, servedSince: null, idleSince: from, openSince: from },
      ]),
    );
  }

  /** Plans an act; those of one instant are done in the order in which they were planned. Nothing happens before now. */
  at(minutes: number, act: () => void): void {
    this.#happenings.push({ at: Math.max(minutes, this.now), nth: this.#planned++, act });
  }

  /** Somebody will come. */
  expect(person: Person): void {
    this.at(person.at, () => this.#enter(person));
  }

  /** Somebody who was there before the run began: in the queue with their rank. */
  place(ticket: InHall): void {
    this.#wait(ticket);
  }

  /** Somebody who was at a window before the run began, until `freeAt`. */
  seat(windowId: string, ticket: InHall, calledAt: number, servedSince: number | null, freeAt: number): void {
    const window = this.#window(windowId);
    Object.assign(window, { serving: ticket, calledAt, servedSince });
    this.at(freeAt, () => this.#finish(window));
  }

  /** Opens a window, or ends its break; nothing changes when it is open. */
  open(windowId: string): void {
    const window = this.#window(windowId);
    if (window.state === 'open') return;
    if (window.state === 'closed') Object.assign(window, { openSince: this.now, idleSince: this.now });
    this.#turn(window, 'open');
    if (!window.serving) this.#next(window);
  }

  /** A break: whom it has is served first. */
  pause(windowId: string): void {
    const window = this.#window(windowId);
    if (window.state === 'open') this.#turn(window, 'break');
  }

  /** Closes a window; whom it has is served first. */
  close(windowId: string): void {
    const window = this.#window(windowId);
    if (window.state === 'closed') return;
    if (window.serving) this.#turn(window, 'closing');
    else this.#leave(window);
  }

  /** The doors are closed: breaks end, and each window leaves when nobody waits any more whom it could call. */
  closeUp(): void {
    this.#closingUp = true;
    for (const { id, state } of this.windows.values()) if (state === 'break') this.open(id);
    for (const window of this.windows.values()) this.#next(window);
  }

  /** From now on the window does these errands. */
  assign(windowId: string, errandIds: readonly string[]): void {
    const window = this.#window(windowId);
    window.errandIds = errandIds;
    this.#observer.windowChanged?.(window, this.now);
    if (window.state === 'open' && !window.serving) this.#next(window);
  }

  /** Lets happen what happens until then, that instant included. */
  until(minutes: number): void {
    while (this.#happenings.length > 0 && this.#happenings.peek()!.at <= minutes) {
      const { at, act } = this.#happenings.pop()!;
      this.now = at;
      act();
    }
    this.now = Math.max(this.now, minutes);
  }

  /** The end of the day: what still waits lapses, windows close; spans and outcomes are whole then. */
  end(minutes: number): void {
    this.until(minutes);
    for (const ticket of [...this.queue, ...this.#away]) this.#end(ticket, 'lapsed');
    for (const window of this.windows.values()) {
      if (window.serving) this.#end(window.serving, 'lapsed');
      window.serving = null;
      this.close(window.id);
    }
    this.queue.clear();
  }

  #window(id: string): WindowNow {
    const window = this.windows.get(id);
    if (!window) throw new Error(`The run has no window ${id}`);
    return window;
  }

  #turn(window: WindowNow, state: WindowState): void {
    window.state = state;
    this.#observer.windowChanged?.(window, this.now);
  }

  #leave(window: WindowNow): void {
    this.spans.push({ windowId: window.id, from: window.openSince, to: this.now });
    this.#turn(window, 'closed');
  }

  #enter(person: Person): void {
    const slotAt = person.slotAt === null ? null : new Date(person.slotAt * minute);
    const rank = rankOf(
      { at: new Date(person.at * minute), priority: person.priority, slotAt },
      this.#setting.fairness,
    );
    const { id, errandId, at } = person;
    this.#wait({ id, errandId, rank, forWindowId: null, person, enteredAt: at, missedCalls: 0 });
  }

  #wait(ticket: InHall): void {
    this.queue.enter(ticket);
    this.#observer.entered?.(ticket, this.now);
    const { patience } = ticket.person;
    if (patience < Infinity)
      this.at(this.now + patience, () => {
        // Who left, was called or came back with a new place is not in the queue as this ticket any more.
        if (this.queue.has(ticket)) {
          this.queue.leave(ticket.id);
          this.#end(ticket, 'left');
        }
      });
    const idle = this.#idleFor(ticket);
    if (idle) this.#next(idle);
  }

  /** The window that has been idle longest and does what the ticket is for. */
  #idleFor(ticket: InHall): WindowNow | undefined {
    let best: WindowNow | undefined;
    for (const window of this.windows.values())
      if (
        window.state === 'open' &&
        !window.serving &&
        window.idleSince <= this.now &&
        (ticket.forWindowId === null ? window.errandIds.includes(ticket.errandId) : window.id === ticket.forWindowId) &&
        (!best || window.idleSince < best.idleSince)
      )
        best = window;
    return best;
  }

  #next(window: WindowNow): void {
    if (window.state !== 'open' || window.serving) return;
    const ticket = this.queue.call({ windowId: window.id, errandIds: window.errandIds });
    if (!ticket) {
      if (this.#closingUp) this.#leave(window);
      return;
    }
    window.serving = ticket;
    window.calledAt = this.now;
    window.servedSince = null;
    this.#observer.called?.(ticket, window, this.now);
    const { person, missedCalls } = ticket;
    const misses = missedCalls < person.backAfter.length || person.givesUp;
    if (misses) this.at(this.now + this.#setting.missMinutes, () => this.#miss(window));
    else this.at(this.now + person.comingMinutes, () => this.#serve(window));
  }

  #serve(window: WindowNow): void {
    window.servedSince = this.now;
    this.#observer.served?.(window.serving!, window, this.now);
    this.at(this.now + window.serving!.person.workMinutes * window.pace, () => this.#finish(window));
  }

  #finish(window: WindowNow): void {
    const ticket = window.serving!;
    this.#end(ticket, 'served', window);
    this.#free(window, this.#setting.betweenMinutes);
  }

  #miss(window: WindowNow): void {
    const ticket = window.serving!;
    const { person, missedCalls } = ticket;
    this.#observer.missed?.(ticket, window, this.now);
    const after = person.backAfter[missedCalls];
    if (after === undefined) this.#end({ ...ticket, missedCalls: missedCalls + 1 }, 'gaveUp');
    else {
      this.#away.add(ticket);
      this.at(this.now + after, () => {
        this.#away.delete(ticket);
        const rank = rankOfReturn(ticket.rank, new Date(this.now * minute), this.#setting.fairness);
        this.#wait({ ...ticket, rank, missedCalls: missedCalls + 1 });
      });
    }
    this.#free(window, 0);
  }

  #free(window: WindowNow, after: number): void {
    window.serving = null;
    window.servedSince = null;
    window.idleSince = this.now + after;
    if (window.state === 'closing') this.#leave(window);
    else if (after > 0) this.at(window.idleSince, () => this.#next(window));
    else this.#next(window);
  }

  #end(ticket: InHall, became: Outcome['became'], window?: WindowNow): void {
    const { id, errandId, person, enteredAt, missedCalls } = ticket;
    const calledAt = window?.calledAt ?? null;
    const outcome: Outcome = {
      id,
      errandId,
      priority: person.priority,
      slotAt: person.slotAt,
      enteredAt,
      calledAt,
      servedAt: window?.servedSince ?? null,
      finishedAt: window ? this.now : null,
      windowId: window?.id ?? null,
      missedCalls,
      waited: (calledAt ?? this.now) - enteredAt,
      became,
    };
    this.outcomes.push(outcome);
    this.#observer.ended?.(outcome, this.now);
  }
}
