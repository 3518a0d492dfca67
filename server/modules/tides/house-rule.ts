/** How a hall wants to be advised: the settings of the house, their defaults, and what follows from them. Pure. */
import { usualTerms, type Terms } from './advise.ts';

export interface HouseRule {
  /** Whether the watch looks at all. */
  active: boolean;
  /** By how much waiting is above what is usual before somebody is told. The model project tells from 20 % on. */
  abovePercent: number;
  /** A wait below so many minutes is nobody's trouble, however far above the usual it is. */
  leastMinutes: number;
  /** How many comparable days are compared with. */
  weeks: number;
  /** Minutes of waiting that one minute at a window must save. */
  price: number;
  /** Minutes from asking somebody until the window is open. */
  delayMinutes: number;
  shortestMinutes: number;
  /** A manager who has not answered for so long: the next in line is told. The same for the clerk who is asked, after the delay. */
  answerMinutes: number;
  /** After so many minutes without an answer of anybody the advice lapses. */
  lapseMinutes: number;
  /** After one that was refused or lapsed the zone is left in peace for so long. */
  coolDownMinutes: number;
  /** Advices a day for the whole hall, at most. */
  dailyMost: number;
  /** The mean wait by which staffing is measured; 5.17 minutes is the best that is reported of a district of this size. */
  aimMinutes: number;
  managerIds: string[];
}

/** What the watch goes by: the rule of the house, and how many futures it draws. */
export interface WatchRule extends HouseRule {
  /** For whoever acts out thousands of days; not a setting of the house. */
  fewer?: number;
}

export const usualRule: HouseRule = {
  active: true,
  abovePercent: 20,
  leastMinutes: 5,
  weeks: 4,
  // A minute of a visitor is worth one of a clerk.
  price: 1,
  delayMinutes: usualTerms.delay,
  shortestMinutes: usualTerms.shortest,
  answerMinutes: 4,
  lapseMinutes: 15,
  coolDownMinutes: 20,
  dailyMost: 40,
  aimMinutes: 5.17,
  managerIds: [],
};

/** Futures drawn for a question of the product: more than the benchmark's, for it is asked once and a person reads the answer. */
const futures = 48;

export const termsOf = ({ price, delayMinutes, shortestMinutes, fewer }: WatchRule): Terms => ({
  ...usualTerms,
  price,
  delay: delayMinutes,
  shortest: shortestMinutes,
  futures: fewer ?? futures,
});

/** How far above the usual a wait is, in whole percent; null where there is nothing to compare. */
export function excessPercent(wait: number | null, usual: number | null): number | null {
  if (wait === null || usual === null) return null;
  // Where hardly anybody used to wait, a share of nothing says nothing: half a minute is the least that counts as usual.
  return Math.round((wait / Math.max(usual, 0.5) - 1) * 100);
}

/** The same as it is shown: where usually nobody waits, so many percent more than nothing says nothing. */
export const saidPercent = (wait: number | null, usual: number | null): number | null =>
  usual !== null && usual < 0.5 ? null : excessPercent(wait, usual);

/** Whether a wait is more than what is usual allows: above by so much, and long enough that somebody feels it. */
export const isHigh = (wait: number | null, usual: number | null, rule: HouseRule): boolean =>
  wait !== null &&
  usual !== null &&
  wait >= rule.leastMinutes &&
  wait > Math.max(usual, 0.5) * (1 + rule.abovePercent / 100);
