/** `yichuang due`: a deadline at the command line, explained if asked for. Pure; the wiring is elsewhere. */
import { type Calendar, publishedCalendar, unpublishedYears } from './calendar.ts';
import type { Limit } from './contract.ts';
import { type Language, addDays, isDay } from './dates.ts';
import { type DueDate, dueOn } from './due.ts';
import { explainDue, sayUncountedDay } from './explain.ts';

/** The options as they were typed; exactly one of the two limits. */
export interface DueOptions {
  from: string;
  workingDays?: string | number;
  calendarDays?: string | number;
  explain?: boolean;
  /** Answer beyond the published years too, with the note that the date may change. */
  provisional?: boolean;
  json?: boolean;
  language?: Language;
  calendar?: Calendar;
}

/** What to print and how to exit: 0 answered, 1 no calendar for that year, 2 wrong options. */
export interface DueAnswer {
  /** For standard output, without the last line break; may be empty. */
  output: string;
  /** For standard error: why there is no answer, or that the answer may change. */
  warning?: string;
  exitCode: 0 | 1 | 2;
}

/** Answers `yichuang due --from DAY --working-days N`. */
export function runDue(options: DueOptions): DueAnswer {
  const { from, calendar = publishedCalendar, json = false } = options;
  const limit = limitOf(options);
  if (typeof limit === 'string') return failed('wrongOptions', limit, 2, json);
  if (!isDay(from))
    return failed('wrongOptions', `--from is not a day: ${JSON.stringify(from)}. Write it as 2025-09-26.`, 2, json);

  let due: DueDate;
  try {
    due = dueOn({ from, limit, calendar });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return failed('outOfRange', error.message, 2, json);
  }
  const note = due.provisional ? missing(calendar, from, due.date) : undefined;
  if (note !== undefined && !options.provisional) {
    const advice = 'Import the calendar once it is published, or ask with --provisional for a date that may change.';
    return failed('unpublishedYear', `${note} ${advice}`, 1, json);
  }
  const warning = note === undefined ? {} : { warning: `Provisional (暂定), may change: ${note}` };
  return {
    output: json ? asJson(options, limit, due, calendar) : asText(options, limit, due, calendar),
    ...warning,
    exitCode: 0,
  };
}

function limitOf({ workingDays, calendarDays }: DueOptions): Limit | string {
  if ((workingDays === undefined) === (calendarDays === undefined))
    return 'Give one of --working-days and --calendar-days.';
  const [option, typed] =
    workingDays === undefined ? ['--calendar-days', calendarDays] : ['--working-days', workingDays];
  if (!/^\d{1,5}$/.test(String(typed))) return `${option} is not a number of days: ${JSON.stringify(typed)}.`;
  return { value: Number(typed), unit: workingDays === undefined ? 'calendarDay' : 'workingDay' };
}

function asText(options: DueOptions, limit: Limit, due: DueDate, calendar: Calendar): string {
  if (!options.explain) return due.date;
  const { days } = explainDue({ from: options.from, limit, calendar });
  return [due.date, ...days.map((day) => sayUncountedDay(day, options.language ?? 'zh-CN'))].join('\n');
}

function asJson(options: DueOptions, limit: Limit, due: DueDate, calendar: Calendar): string {
  const days = options.explain ? { days: explainDue({ from: options.from, limit, calendar }).days } : {};
  const answer = { from: options.from, limit, dueOn: due.date, provisional: due.provisional };
  return JSON.stringify({ ...answer, calendar: calendar.version, ...days });
}

function missing(calendar: Calendar, from: string, to: string): string {
  // The last day is what made it provisional, the first one of a period in working days as well.
  const years = unpublishedYears(calendar, from === to ? from : addDays(from, 1), to);
  const known = [...calendar.publishedYears].toSorted((a, b) => a - b);
  const range = known.length === 0 ? 'none' : `${known[0]} to ${known.at(-1)}`;
  return `No days off are published for ${years.join(', ')} (published: ${range}).`;
}

function failed(error: string, message: string, exitCode: 1 | 2, json: boolean): DueAnswer {
  return { output: json ? JSON.stringify({ error, message }) : '', warning: message, exitCode };
}
