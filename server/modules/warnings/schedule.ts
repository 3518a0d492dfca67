/**
 * Which rungs of a ladder are due for a case. Pure: ladder, clock, calendar, what was done, and now give what is sent, what is skipped,
 * and when to look again.
 *
 * What "once" means: a rung is done once for a case, a clock and a date of it. A clock is its rule and the day from which it is counted.
 * An extension or a pause gives the clock another date, and of that one is warned anew; a recount that moves nothing warns of nothing.
 */
import { addDays, dueOn, isWorkingDay, shanghaiDay, yellowFrom, type Calendar, type Day } from '#modules/deadlines';
import { instantOn } from '#platform/clock';
import { abouts, rungKey, type Ladder, type Rung } from './ladder.ts';

/** The clock of a case as far as warnings ask about it. */
export interface WatchedClock {
  /** The day from which it is counted; it does not count itself. */
  from: Day;
  targetOn: Day | null;
  fatalOn: Day | null;
  /** It stands still, or it is the applicant's time. */
  standing: boolean;
  /** The day since which it runs without a break: it began, or a pause ended. */
  runsSince: Day;
}

/** A rung with its day for one date of one clock. */
export interface Scheduled {
  rung: Rung;
  dueOn: Day;
  /** The working day on which it falls due. */
  day: Day;
  /** The first office minute of that day. */
  at: Date;
}

/** What names a rung for a date: done once. */
export const doneKey = ({ rung, dueOn: date }: Pick<Scheduled, 'rung' | 'dueOn'>): string => `${rungKey(rung)} ${date}`;

/** The working day of a rung: the nth before the last day, the last one itself, or the nth after it. */
export const dayOfRung = (days: number, date: Day, calendar: Calendar): Day =>
  days > 0
    ? dueOn({ from: date, limit: { value: days, unit: 'workingDay' }, calendar }).date
    : yellowFrom(date, -days, calendar);

/** The earliest instant, from `at` on, within the ladder's hours of a working day. */
export function officeInstant({ from, until }: Pick<Ladder, 'from' | 'until'>, calendar: Calendar, at: Date): Date {
  const today = shanghaiDay(at);
  if (isWorkingDay(calendar, today) && at < instantOn(today, until)) {
    const opens = instantOn(today, from);
    return at < opens ? opens : at;
  }
  let day = addDays(today, 1);
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1);
  return instantOn(day, from);
}

/**
 * The rungs of a clock in their order. A clock that is shorter than the rung is early has no such rung: nobody is told on the day of
 * acceptance that a day is left.
 */
export function scheduleOf(ladder: Ladder, clock: WatchedClock, calendar: Calendar): Scheduled[] {
  if (clock.standing) return [];
  return ladder.rungs
    .flatMap((rung): Scheduled[] => {
      const date = rung.about === 'target' ? clock.targetOn : clock.fatalOn;
      if (date === null) return [];
      const day = dayOfRung(rung.days, date, calendar);
      if (rung.days <= 0 && day <= clock.from) return [];
      return [{ rung, dueOn: date, day, at: instantOn(day, ladder.from) }];
    })
    .toSorted(
      (one, other) =>
        one.at.getTime() - other.at.getTime() ||
        abouts.indexOf(one.rung.about) - abouts.indexOf(other.rung.about) ||
        one.rung.days - other.rung.days,
    );
}

export interface Asked {
  ladder: Ladder;
  clock: WatchedClock;
  calendar: Calendar;
  /** Rungs that were sent or skipped, by `doneKey`. */
  done: ReadonlyMap<string, 'sent' | 'skipped'>;
  now: Date;
  /** What fell due before was never watched: the case or the ladder is younger. Nobody is flooded after an upgrade or a new setting. */
  notBefore: Date;
}

export interface Planned {
  /** Go out now, in their order: all of one day, the last one the highest. */
  send: Scheduled[];
  /** Are passed over for good: something later has fallen due, their date is over, or the clock stood still on their day. */
  skip: Scheduled[];
  /** When to look again; null when nothing is left. */
  nextAt: Date | null;
}

/**
 * What is to be done for a case now. After a gap only the rungs of the latest day go out; outside office hours nothing does, and what is due
 * waits for the next morning.
 */
export function planOf({ ladder, clock, calendar, done, now, notBefore }: Asked): Planned {
  const schedule = scheduleOf(ladder, clock, calendar);
  const open = schedule.filter((one) => one.at >= notBefore && !done.has(doneKey(one)));
  const due = open.filter(({ at }) => at <= now);
  const later = open.find(({ at }) => at > now)?.at ?? null;
  if (due.length === 0) return { send: [], skip: [], nextAt: later };
  const office = officeInstant(ladder, calendar, now);
  if (office > now) return { send: [], skip: [], nextAt: later && later < office ? later : office };
  const today = shanghaiDay(now);
  const reached = schedule.findLast((one) => done.get(doneKey(one)) === 'sent')?.day ?? '';
  const makesSense = ({ rung, day, dueOn: date }: Scheduled): boolean =>
    day >= reached && (rung.days > 0 || (today <= date && day >= clock.runsSince));
  const highest = due.findLast(makesSense)?.day;
  const send = due.filter((one) => one.day === highest && makesSense(one));
  return { send, skip: due.filter((one) => !send.includes(one)), nextAt: later };
}

/** When to look at a case whose dates have just moved: at once if a rung may be due, else when the first one falls due. */
export function lookAt(asked: Omit<Asked, 'done'>): Date | null {
  const { ladder, clock, calendar, now, notBefore } = asked;
  const open = scheduleOf(ladder, clock, calendar).filter(({ at }) => at >= notBefore);
  if (open.some(({ at }) => at <= now)) return officeInstant(ladder, calendar, now);
  return open[0]?.at ?? null;
}
