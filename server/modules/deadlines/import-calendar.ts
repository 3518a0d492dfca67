/** Taking in a notice of the State Council: a new version of the calendar, in which the years of the notice stand as it says. */
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { makeCalendar, type PublishedYear } from './calendar.ts';
import { insertVersion, lockVersions, readVersions } from './calendar-store.ts';
import { addDays } from './dates.ts';
import { Calendars, type CalendarVersion } from './calendars.ts';
import { calendarImported } from './events.ts';
import { copyBeside, loadCalendars } from './calendars-in-force.ts';
import { NoticeFault, readNotices } from './read-notice.ts';

export interface ImportedCalendar {
  /** The version that holds now; the one before, when the file says nothing new. */
  version: CalendarVersion;
  isNew: boolean;
  years: number[];
  daysOff: number;
  worked: number;
}

const sameYear = (one: PublishedYear | undefined, other: PublishedYear): boolean => {
  const days = (year: PublishedYear): string => {
    const calendar = makeCalendar('', [year]);
    return JSON.stringify([[...calendar.daysOff].sort(), [...calendar.workedDays].sort()]);
  };
  return one !== undefined && days(one) === days(other);
};

/**
 * A file holds its years whole: with a change in mid-year alone, all other festivals of the year would become working days, and everybody
 * would be told so. Throws a NoticeFault for a festival that is known and of which the file has no day off.
 */
function mustBeWhole(before: PublishedYear | undefined, notice: PublishedYear): void {
  const off = makeCalendar('', [notice]).daysOff;
  const lost = (before?.festivals ?? []).filter(({ from, to }) => {
    for (let day = from; day <= to; day = addDays(day, 1)) if (off.has(day)) return false;
    return true;
  });
  if (lost.length === 0) return;
  const named = lost.map(({ name, from, to }) => (from === to ? `${name} ${from}` : `${name} ${from} to ${to}`));
  throw new NoticeFault(
    1,
    `The file leaves out what is known of ${notice.year}: ${named.join(', ')}. List all days of the year, or say --replace if these are days off no longer.`,
  );
}

/**
 * Reads the file (date, kind, name) and makes a version of it. Years that stand in it replace what was known of them; with
 * `replace` they may leave out a festival. Throws a NoticeFault for a file that makes no sense; then nothing is stored.
 */
export async function importCalendar(
  ground: Ground,
  file: { text: string; source: string },
  { dryRun = false, replace = false } = {},
): Promise<ImportedCalendar> {
  const notices = readNotices(file.text);
  const result = await ground.db.transaction(async (tx) => {
    lockVersions(tx);
    const before = new Calendars(await readVersions(tx)).latest;
    const known = new Map(before.years.map((year) => [year.year, year]));
    const changed = notices.filter((notice) => !sameYear(known.get(notice.year), notice));
    if (!replace) for (const notice of changed) mustBeWhole(known.get(notice.year), notice);
    for (const notice of changed) known.set(notice.year, notice);
    const years = [...known.values()].toSorted((a, b) => a.year - b.year);
    const version = { no: before.no + 1, years, inForceFrom: ground.clock.now() };
    const calendar = mustFit(version.no, years);
    const counts = {
      years: notices.map(({ year }) => year),
      daysOff: notices.reduce((sum, notice) => sum + makeCalendar('', [notice]).daysOff.size, 0),
      worked: notices.reduce((sum, notice) => sum + makeCalendar('', [notice]).workedDays.size, 0),
    };
    if (changed.length === 0) return { ...counts, version: before, isNew: false };
    if (!dryRun) {
      const changedYears = changed.map(({ year }) => year);
      insertVersion(tx, { no: version.no, years, source: file.source, changedYears, at: version.inForceFrom });
      emit(tx, calendarImported, newId(), { no: version.no });
    }
    return { ...counts, version: { ...version, calendar }, isNew: true };
  });
  if (result.isNew && !dryRun) {
    await loadCalendars(ground);
    await copyBeside(ground);
  }
  return result;
}

/** A day that two notices list is a mistake of the newer one. */
function mustFit(no: number, years: readonly PublishedYear[]) {
  try {
    return makeCalendar(`calendar-${no}`, years);
  } catch (error) {
    if (error instanceof RangeError) throw new NoticeFault(1, error.message);
    throw error;
  }
}
