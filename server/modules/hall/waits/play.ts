/** One hall played on by chance, again and again: the happenings of a forecast. */
import FlatQueue from 'flatqueue';
import { Chance } from './chance.ts';
import { draw, drawRest, shareBelow } from './durations.ts';
import { Lines } from './lines.ts';
import type { Comers, Course, HallState } from './hall-state.ts';

/** Nothing is followed for longer than this. */
const longest = 720;
/** Who comes is drawn for so many minutes at once. */
const span = 15;
/** What happens, as a number: the kind and for whom. */
const kinds = 4;
const free = 0;
const turn = 1;
const misses = 2;
const comesBack = 3;

/** One hall that is played on again and again; its lists are used anew each time, which is what makes it quick. */
export class Play {
  /** By place in `waiting`: the minute of the first call. */
  calledAt: Float64Array;
  /** By errand: the minute at which who comes now would be called. */
  reachedAt: Float64Array;
  #state: HallState;
  #course: Course;
  #wanted: Uint8Array;
  #asks: Uint8Array;
  #left = 0;
  #chance = new Chance(0);
  #queue = new FlatQueue<number>();
  /** By errand and, behind them, by the one window that may call. */
  #lines: Lines;
  #open: Uint8Array;
  #serving: Int32Array;
  #idleSince: Float64Array;
  #turns: (readonly number[])[] = [];
  #turnAt: Int32Array;

  constructor(state: HallState, course: Course, waiting: readonly number[], comers: readonly number[]) {
    this.#state = state;
    this.#course = course;
    const errands = course.work.length;
    const windows = state.windows.length;
    this.calledAt = new Float64Array(state.waiting.length);
    this.reachedAt = new Float64Array(errands);
    this.#wanted = new Uint8Array(state.waiting.length);
    this.#asks = new Uint8Array(errands);
    for (const who of waiting) this.#wanted[who] = 1;
    for (const errand of comers) this.#asks[errand] = 1;
    this.#lines = new Lines(errands + windows);
    this.#open = new Uint8Array(windows);
    this.#serving = new Int32Array(windows);
    this.#idleSince = new Float64Array(windows);
    this.#turnAt = new Int32Array(windows);
  }

  run(chance: Chance): void {
    const { now, waiting, windows, closes } = this.#state;
    this.#begin(chance);
    const last = now + longest;
    const drawComers = this.#course.comers(chance);
    const end = Math.min(last, closes);
    let drawn = now;
    let comers: Comers = { at: [], errand: [], rank: [] };
    let nth = 0;
    for (let w = 0; w < windows.length; w++) this.#resume(w);
    let closed = now >= closes;
    while (this.#left > 0) {
      const happens = this.#queue.peekValue() ?? Infinity;
      if (nth === comers.at.length && drawn < end && drawn <= happens) {
        comers = drawComers(drawn, (drawn = Math.min(drawn + span, end)));
        nth = 0;
        continue;
      }
      const comes = nth < comers.at.length ? comers.at[nth]! : Infinity;
      const first = Math.min(comes, happens);
      if (!closed && closes <= first) {
        closed = true;
        this.#close(closes);
        continue;
      }
      if (first > last) break;
      if (comes <= happens) {
        this.#enter(this.#add(comers.errand[nth]!, comers.rank[nth]!, comes, 0), comers.errand[nth]!, comes);
        nth += 1;
      } else this.#happen(this.#queue.pop()!, happens);
    }
    // Who asks and waits for nothing that is done.
    for (let i = 0; i < waiting.length; i++) if (this.calledAt[i] === 0) this.calledAt[i] = Infinity;
    for (let e = 0; e < this.reachedAt.length; e++) if (this.reachedAt[e] === 0) this.reachedAt[e] = Infinity;
  }

  #begin(chance: Chance): void {
    const { now, waiting, windows } = this.#state;
    const { work, turns } = this.#course;
    this.#chance = chance;
    this.calledAt.fill(0);
    this.reachedAt.fill(0);
    this.#left = this.#wanted.reduce((sum, one) => sum + one, 0) + this.#asks.reduce((sum, one) => sum + one, 0);
    this.#queue.clear();
    this.#lines.clear();
    waiting.forEach(({ errand, rank, forWindow, party = 1 }, i) => {
      this.#add(errand, rank, now, 0);
      this.#lines.party[i] = party;
      // Who asks is told how long it is for those who stay.
      if (this.#wanted[i]) this.#lines.leavesAt[i] = Infinity;
      this.#lines.stand(i, forWindow < 0 ? errand : work.length + forWindow);
    });
    windows.forEach(({ open, serving, freeSince }, w) => {
      this.#open[w] = open ? 1 : 0;
      this.#idleSince[w] = Math.min(freeSince, now);
      this.#serving[w] = -1;
      if (serving) this.#seat(w);
      const may = turns[w] ?? [];
      this.#turns[w] = may.length === 0 ? [] : may[Math.floor(chance.next() * may.length)]!;
      this.#turnAt[w] = 0;
      if (this.#turns[w]!.length > 0) this.#queue.push(w * kinds + turn, this.#turns[w]![0]!);
    });
  }

  /** A window without anybody: it calls at once if it has been free for long, else when whoever sits there is ready for the next. */
  #resume(w: number): void {
    if (this.#serving[w] !== -1) return;
    const { between } = this.#course;
    const { now, windows } = this.#state;
    const gone = now - windows[w]!.freeSince;
    if (gone >= between[between.length - 1]!) return this.#next(w, now);
    this.#serving[w] = -2;
    this.#queue.push(w * kinds + free, now + drawRest(between, gone, this.#chance));
  }

  /** Whoever is at the window now: what is left of it is drawn. */
  #seat(w: number): void {
    const { now, windows } = this.#state;
    const { serving, pace } = windows[w]!;
    const { work, coming, between, missed, missAfter } = this.#course;
    const chance = this.#chance;
    const { errand, calledAt, servedAt } = serving!;
    this.#serving[w] = -2;
    if (servedAt !== null) {
      const rest = drawRest(work[errand]!, (now - servedAt) / pace, chance) * pace;
      this.#queue.push(w * kinds + free, now + rest + draw(between, chance));
      return;
    }
    const gone = now - calledAt;
    const stays = missed * (1 - shareBelow(missAfter, gone));
    const comes = (1 - missed) * (1 - shareBelow(coming, gone));
    if (chance.next() * (stays + comes) < stays) {
      this.#queue.push(w * kinds + free, now + drawRest(missAfter, gone, chance));
      return;
    }
    const whole = drawRest(coming, gone, chance) + draw(work[errand]!, chance) * pace + draw(between, chance);
    this.#queue.push(w * kinds + free, now + whole);
  }

  #add(errand: number, rank: number, at: number, missedBefore: number): number {
    const { leaving } = this.#course;
    const leavesAt = leaving > 0 ? at - Math.log(1 - this.#chance.next()) / leaving : Infinity;
    return this.#lines.add(errand, rank, leavesAt, missedBefore);
  }

  #enter(who: number, errand: number, at: number): void {
    this.#lines.stand(who, errand);
    const { windows } = this.#state;
    let idle = -1;
    for (let w = 0; w < windows.length; w++)
      if (
        this.#open[w] === 1 &&
        this.#serving[w] === -1 &&
        (idle < 0 || this.#idleSince[w]! < this.#idleSince[idle]!) &&
        windows[w]!.errands.includes(errand)
      )
        idle = w;
    if (idle >= 0) this.#next(idle, at);
  }

  #happen(what: number, at: number): void {
    const who = Math.floor(what / kinds);
    switch (what % kinds) {
      case free:
        this.#serving[who] = -1;
        this.#idleSince[who] = at;
        this.#next(who, at);
        break;
      case misses:
        this.#miss(who, at);
        break;
      case comesBack:
        this.#enter(who, this.#lines.errand[who]!, at);
        break;
      default:
        this.#turn(who, at);
    }
  }

  #turn(w: number, at: number): void {
    const turns = this.#turns[w]!;
    const nth = (this.#turnAt[w]! += 1);
    if (nth < turns.length) this.#queue.push(w * kinds + turn, turns[nth]!);
    // Once the doors are closed a window leaves when nobody waits for it, whatever it used to do.
    if (at >= this.#state.closes) return;
    this.#open[w] = 1 - this.#open[w]!;
    if (this.#open[w] === 1 && this.#serving[w] === -1) this.#next(w, at);
  }

  /** The doors are closed: breaks end, windows stay until nobody waits whom they could call. */
  #close(at: number): void {
    const { windows } = this.#state;
    for (let w = 0; w < windows.length; w++) {
      if (this.#turnAt[w]! < this.#turns[w]!.length) this.#open[w] = 1;
      if (this.#serving[w] === -1) this.#next(w, at);
    }
  }

  #next(w: number, at: number): void {
    if (this.#open[w] !== 1 || this.#serving[w] !== -1) return;
    const { errands } = this.#state.windows[w]!;
    const ranks = this.#lines.rank;
    let line = this.#course.work.length + w;
    let best = this.#lines.head(line, at);
    for (const errand of errands) {
      const who = this.#lines.head(errand, at);
      if (who >= 0 && (best < 0 || ranks[who]! < ranks[best]!)) {
        best = who;
        line = errand;
      }
    }
    // Who would have come now is called here, before everybody who came after.
    if (best < 0 || ranks[best]! > this.#state.now) this.#reach(errands, at);
    if (best < 0) {
      if (at >= this.#state.closes) this.#open[w] = 0;
      return;
    }
    this.#lines.take(line);
    this.#call(w, best, at);
  }

  #reach(errands: readonly number[], at: number): void {
    for (const errand of errands)
      if (this.#asks[errand] === 1 && this.reachedAt[errand] === 0) {
        this.reachedAt[errand] = at;
        this.#left -= 1;
      }
  }

  #call(w: number, who: number, at: number): void {
    const { coming, work, between, missed, missAfter } = this.#course;
    const chance = this.#chance;
    if (who < this.calledAt.length && this.calledAt[who] === 0) {
      this.calledAt[who] = at;
      this.#left -= this.#wanted[who]!;
    }
    this.#serving[w] = who;
    if (chance.next() < missed) {
      this.#queue.push(w * kinds + misses, at + draw(missAfter, chance));
      return;
    }
    const each = draw(work[this.#lines.errand[who]!]!, chance) * this.#state.windows[w]!.pace;
    const whole = draw(coming, chance) + each * this.#lines.party[who]!;
    this.#queue.push(w * kinds + free, at + whole + draw(between, chance));
  }

  #miss(w: number, at: number): void {
    const { back, backAfter, returnMinutes } = this.#course;
    const who = this.#serving[w]!;
    const times = this.#lines.missedBefore[who]! + 1;
    if (times <= 2 && this.#chance.next() < back) {
      const returns = at + draw(backAfter, this.#chance);
      const again = this.#add(
        this.#lines.errand[who]!,
        Math.max(this.#lines.rank[who]!, returns - returnMinutes),
        returns,
        times,
      );
      this.#queue.push(again * kinds + comesBack, returns);
    }
    this.#serving[w] = -1;
    this.#idleSince[w] = at;
    this.#next(w, at);
  }
}
