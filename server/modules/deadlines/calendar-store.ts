/** SQL of the imported calendars. */
import { prepared, type Reader, type Tx } from '#platform/db';
import type { PublishedYear } from './calendar.ts';
import type { CalendarVersion } from './calendars.ts';

const versions = prepared<Omit<CalendarVersion, 'calendar'>>(
  'select no, years, in_force_from from deadlines.calendar order by no',
);
export const readVersions = (reader: Reader) => reader.many(versions());

// One import at a time, so that each builds on the one before it.
const lock = prepared('select pg_advisory_xact_lock(727201014)');
const insert = prepared(
  'insert into deadlines.calendar (no, version, years, source, changed_years, in_force_from) values ($1, $2, $3, $4, $5, $6)',
);

export const lockVersions = (tx: Tx): void => tx.write(lock());

export function insertVersion(
  tx: Tx,
  version: { no: number; years: readonly PublishedYear[]; source: string; changedYears: number[]; at: Date },
): void {
  const { no, years, source, changedYears, at } = version;
  tx.write(insert(no, `calendar-${no}`, JSON.stringify(years), source, changedYears, at));
}
