/** The calendars of an installation, kept in memory: every due date asks for them, and they change once a year. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { Calendar, PublishedYear } from './calendar.ts';
import { Calendars, ownCalendars } from './calendars.ts';
import { readVersions } from './calendar-store.ts';

/** How long another process may go on with what this one has imported; what it counted by then is counted again by the sweep. */
const freshFor = 5_000;

interface Kept {
  calendars: Calendars;
  readAt: number;
  reading: boolean;
}
const kept = new WeakMap<Database, Kept>();

/** Reads the imported versions; at the start and after an import. */
export async function loadCalendars({ db }: Pick<Ground, 'db'>): Promise<Calendars> {
  const versions = await readVersions(db);
  const known = kept.get(db)?.calendars;
  const calendars = known && known.latest.no === (versions.at(-1)?.no ?? 0) ? known : new Calendars(versions);
  kept.set(db, { calendars, readAt: Date.now(), reading: false });
  return calendars;
}

/** The calendars as this process knows them. Looks again beside the work when it has not for some seconds. */
export function calendarsOf(ground: Pick<Ground, 'db'>): Calendars {
  const known = kept.get(ground.db);
  if (!known) {
    kept.set(ground.db, { calendars: ownCalendars, readAt: 0, reading: false });
    return calendarsOf(ground);
  }
  if (Date.now() - known.readAt > freshFor && !known.reading) {
    known.reading = true;
    // A look that fails is made again with the next question: what is known still holds.
    loadCalendars(ground).catch(() => kept.set(ground.db, { ...known, readAt: Date.now(), reading: false }));
  }
  return known.calendars;
}

const besideName = 'calendars.json';

/** Leaves a copy in the data folder for `yichuang due`, which answers without a database. */
export async function copyBeside(ground: Pick<Ground, 'db' | 'dataFolder'>): Promise<void> {
  const versions = calendarsOf(ground)
    .versions.slice(1)
    .map(({ no, years, inForceFrom }) => ({ no, years, inForceFrom }));
  const file = path.join(ground.dataFolder, besideName);
  const text = JSON.stringify(versions);
  if ((await readFile(file, 'utf8').catch(() => '[]')) !== text) await writeFile(file, text);
}

/** The newest calendar of an installation as its data folder knows it; the product's own where there is none. */
export async function calendarBeside(dataFolder: string): Promise<Calendar> {
  const text = await readFile(path.join(dataFolder, besideName), 'utf8').catch(() => '[]');
  const versions = JSON.parse(text) as { no: number; years: PublishedYear[]; inForceFrom: string }[];
  return new Calendars(versions.map((version) => ({ ...version, inForceFrom: new Date(version.inForceFrom) }))).latest
    .calendar;
}
