/** The versions of the working calendar in their order, and which of them holds at an instant. */
import { makeCalendar, publishedCalendar, publishedYears, type Calendar, type PublishedYear } from './calendar.ts';

/** A version with its number: 0 comes with the product, later ones were imported. */
export interface CalendarVersion {
  no: number;
  calendar: Calendar;
  years: readonly PublishedYear[];
  inForceFrom: Date;
}

/** All versions. Immutable: an import makes a new list. */
export class Calendars {
  readonly versions: readonly CalendarVersion[];

  constructor(imported: readonly Omit<CalendarVersion, 'calendar'>[] = []) {
    this.versions = [
      { no: 0, calendar: publishedCalendar, years: publishedYears, inForceFrom: new Date(0) },
      ...imported.map((version) => ({ ...version, calendar: makeCalendar(`calendar-${version.no}`, version.years) })),
    ];
  }

  /** The newest version. */
  get latest(): CalendarVersion {
    return this.versions.at(-1)!;
  }

  /** The calendar by which an act at this instant was counted. */
  at(instant: Date): Calendar {
    return this.versions.findLast(({ inForceFrom }) => inForceFrom <= instant)!.calendar;
  }
}

/** What comes with the product, for pure rules that stand in no installation. */
export const ownCalendars = new Calendars();
