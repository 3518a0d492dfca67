/**
 * Attendance (考勤) out of two things that are known anyway: the planned turns, and who was signed in at a window. No face, no finger. Pure.
 */
import { instantOn } from '#platform/clock';
import type { Amended, Mark } from './marks.ts';

/** Somebody is to be at the hall on a day of Shanghai from HH:MM until HH:MM. */
export interface Turn {
  accountId: string;
  day: string;
  starts: string;
  ends: string;
  /** Before then nobody could know of it. */
  plannedAt: Date;
}
/** Signed in at a window, working or in a break. */
export interface Span {
  state: 'open' | 'break';
  fromAt: Date;
  untilAt: Date | null;
}
/** Minutes are whole and cut off: 5 minutes and 59 seconds are 5. The mark is judged by these minutes, so that nobody is late by a number that is allowed. */
export interface Judged {
  mark: Mark;
  /** What the rule alone says, where a superior said something else. */
  byRule: Mark;
  lateMinutes: number;
  /** When it was planned, where that was a minute or more after its beginning: lateness counts from then. */
  lateFrom: Date | null;
  earlyMinutes: number;
  /** Signed in within the turn, breaks included. */
  thereMinutes: number;
  breakMinutes: number;
  firstAt: Date | null;
  lastAt: Date | null;
}

const whole = (milliseconds: number): number => Math.max(0, Math.floor(milliseconds / 60_000));

/**
 * Late: first signed in more whole minutes after the beginning than the grace has, or after the moment of planning where that came later. Early:
 * last signed out so before the end. Absent: not signed in at all, once the turn is over; until then missing, and pending within the grace.
 * Leave that was entered counts before all of these, and what a superior says before everything. Who forgets to sign out is not early.
 */
export function judge(
  turn: Turn,
  spans: readonly Span[],
  at: { now: Date; graceMinutes: number; onLeave: boolean; amended: Amended | undefined },
): Judged {
  const [begin, end] = [instantOn(turn.day, turn.starts), instantOn(turn.day, turn.ends)];
  const endOf = ({ untilAt }: Span): Date => untilAt ?? at.now;
  const within = spans.filter((span) => span.fromAt < end && endOf(span) > begin);
  const minutesOf = (some: readonly Span[]): number =>
    whole(
      some.reduce((sum, span) => {
        const from = Math.max(span.fromAt.getTime(), begin.getTime());
        return sum + Math.max(0, Math.min(endOf(span).getTime(), end.getTime()) - from);
      }, 0),
    );
  const first = within.length === 0 ? null : new Date(Math.min(...within.map(({ fromAt }) => fromAt.getTime())));
  const still = within.some(({ untilAt }) => untilAt === null);
  const last = within.length === 0 || still ? null : new Date(Math.max(...within.map((span) => endOf(span).getTime())));
  const lateFrom = whole(turn.plannedAt.getTime() - begin.getTime()) > 0 ? turn.plannedAt : null;
  const lateness = (when: Date): number => whole(when.getTime() - (lateFrom ?? begin).getTime());
  const late = first ? lateness(first) : 0;
  const early = last && at.now >= end ? whole(end.getTime() - last.getTime()) : 0;
  const grace = at.graceMinutes;
  const ruled = (): Mark => {
    if (at.onLeave) return 'leave';
    if (!first) return at.now >= end ? 'absent' : lateness(at.now) > grace ? 'missing' : 'pending';
    if (late > grace) return early > grace ? 'lateAndEarly' : 'late';
    return early > grace ? 'early' : 'present';
  };
  const byRule = ruled();
  return {
    mark: at.amended ?? byRule,
    byRule,
    lateMinutes: late,
    lateFrom,
    earlyMinutes: early,
    thereMinutes: minutesOf(within),
    breakMinutes: minutesOf(within.filter(({ state }) => state === 'break')),
    firstAt: first,
    lastAt: last,
  };
}
