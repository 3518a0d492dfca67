/**
 * What a forecast of waits stands on: the hall as it is now, and what is known of how it goes on. Minutes from midnight of the day, with
 * fractions; errands and windows by their place in a list.
 */
import type { Chance } from './chance.ts';
import type { Durations } from './durations.ts';

/** Somebody who waits. */
export interface Waits {
  errand: number;
  /** The minute at which they count as having come: `rank.ts`. */
  rank: number;
  /** How many come together; each takes their time. Left out: one. */
  party?: number;
  /** The only window that may call them; -1: any that does the errand. */
  forWindow: number;
}

/** Somebody at a window. */
export interface Served {
  errand: number;
  calledAt: number;
  /** Null until they sit down. */
  servedAt: number | null;
}

export interface WindowState {
  /** Errands that it does, by place in the list. */
  errands: readonly number[];
  /** Takes whoever is next; false in a break, and when nobody is there. */
  open: boolean;
  serving: Served | null;
  /** Since when it has nobody. */
  freeSince: number;
  /** How long work takes there as a share of the usual. */
  pace: number;
}

export interface HallState {
  now: number;
  /** When the doors close; Infinity where nobody has said it. */
  closes: number;
  waiting: readonly Waits[];
  windows: readonly WindowState[];
}

/** People who are still to come, in the order in which they come. */
export interface Comers {
  at: number[];
  errand: number[];
  rank: number[];
}

/** How a hall goes on: learned from its history, or given. */
export interface Course {
  /** Minutes at a window of the usual pace, by errand. */
  work: readonly Durations[];
  /** From the call until they sit down. */
  coming: Durations;
  /** From one who left to the call of the next, while somebody waits. */
  between: Durations;
  /** Share of calls that nobody answers, how long the window waits then, how many come back, and after how long. */
  missed: number;
  missAfter: Durations;
  back: number;
  backAfter: Durations;
  /** By how many minutes those who come back count as having come earlier. */
  returnMinutes: number;
  /** Share of those who wait that leave in a minute. */
  leaving: number;
  /** Begins to draw who comes: what it gives draws those of one span after the other. */
  comers: (chance: Chance) => (from: number, until: number) => Comers;
  /**
   * For each window what it may do from now on: minutes at which it turns from open to not, or back, beginning with what it is
   * now. One is drawn each time, each as likely; empty: it stays as it is.
   */
  turns: readonly (readonly (readonly number[])[])[];
}
