/**
 * Opening hours: a week of spans, a holiday calendar, and exceptions by date. Pure. Which days are off is asked of the
 * caller, because the calendar is another module's and has versions.
 */
import { instantOn, shanghaiDay, startOfDay, shanghaiTime } from '#platform/clock';

/** HH:MM of Asia/Shanghai; 24:00 ends a day. */
export interface Span {
  opens: string;
  closes: string;
}
/** What is open when; `weekday` 1 is Monday, 7 Sunday. */
export interface OpeningHours {
  weekly: readonly (Span & { weekday: number })[];
  exceptions: readonly { on: string; spans: readonly Span[]; note: string }[];
}
/** What the holiday calendar says of a day. `makeUp`: a weekend that is worked (调休). */
export interface CalendarDay {
  kind: 'working' | 'weekend' | 'holiday' | 'makeUp';
  name?: string;
  provisional: boolean;
}
export type CalendarOf = (day: string) => CalendarDay;

/** The plan of one day; the reason says why there are no spans. */
export interface DayPlan {
  spans: readonly Span[];
  reason: 'holiday' | 'exception' | 'weekday' | null;
  /** Name of the festival, or the note of the exception. */
  note: string;
  provisional: boolean;
}

/** Whether a place is open at an instant, and when that changes. */
export interface OpenState {
  open: boolean;
  closesAt: Date | null;
  opensAt: Date | null;
  reason: DayPlan['reason'];
  note: string;
  provisional: boolean;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const byTime = (a: Span, b: Span): number => minutesOf(a.opens) - minutesOf(b.opens);
const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
/** Monday 1 to Sunday 7. */
const isoWeekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** What contradicts itself, in words for an editor; empty when nothing does. Keys are JSON pointers into the hours. */
export function faultsOf(hours: OpeningHours): Record<string, string> {
  const faults: Record<string, string> = {};
  const check = (spans: readonly { span: Span; at: string }[]): void => {
    const sorted = [...spans].sort((a, b) => byTime(a.span, b.span));
    sorted.forEach(({ span, at }, i) => {
      if (minutesOf(span.opens) >= minutesOf(span.closes)) faults[at] = 'closes before it opens';
      const next = sorted[i + 1];
      if (next && minutesOf(next.span.opens) < minutesOf(span.closes)) faults[next.at] = 'overlaps another span';
    });
  };
  for (let weekday = 1; weekday <= 7; weekday++)
    check(hours.weekly.flatMap((span, i) => (span.weekday === weekday ? [{ span, at: `/weekly/${i}` }] : [])));
  const seen = new Set<string>();
  hours.exceptions.forEach(({ on, spans }, i) => {
    if (seen.has(on)) faults[`/exceptions/${i}/on`] = 'this day is listed twice';
    seen.add(on);
    check(spans.map((span, j) => ({ span, at: `/exceptions/${i}/spans/${j}` })));
  });
  return faults;
}

/** What is planned for a day: an exception wins, then the holiday calendar, then the week. */
export function planOf(hours: OpeningHours, day: string, calendarOf: CalendarOf): DayPlan {
  const exception = hours.exceptions.find(({ on }) => on === day);
  if (exception)
    return {
      spans: [...exception.spans].sort(byTime),
      reason: exception.spans.length === 0 ? 'exception' : null,
      note: exception.note,
      provisional: false,
    };
  const { kind, name, provisional } = calendarOf(day);
  if (kind === 'holiday') return { spans: [], reason: 'holiday', note: name ?? '', provisional };
  const on = (weekday: number) => hours.weekly.filter((span) => span.weekday === weekday).sort(byTime);
  let spans = on(isoWeekday(day));
  // A weekend that is worked is a working day: a place that has no hours of its own on that weekday opens as on a Monday.
  if (kind === 'makeUp' && spans.length === 0) spans = on(1);
  return { spans, reason: spans.length === 0 ? 'weekday' : null, note: '', provisional };
}

/** Further ahead nobody plans a visit, and a place without any hours must not be searched for ever. */
const horizonDays = 60;

/** Whether a place with these hours is open at the instant. A span includes its first minute and not its last. */
export function openAt(hours: OpeningHours, at: Date, calendarOf: CalendarOf): OpenState {
  const today = shanghaiDay(at);
  const plan = planOf(hours, today, calendarOf);
  const base = { reason: plan.reason, note: plan.note, provisional: plan.provisional };
  const now = plan.spans.find((span) => instantOn(today, span.opens) <= at && at < instantOn(today, span.closes));
  if (now) {
    // Two spans that touch are one opening.
    let { closes } = now;
    for (const span of plan.spans) if (span.opens === closes) closes = span.closes;
    return { ...base, open: true, closesAt: instantOn(today, closes), opensAt: null, reason: null };
  }
  let day = today;
  for (let ahead = 0; ahead <= horizonDays; ahead++, day = nextDay(day)) {
    const later = planOf(hours, day, calendarOf);
    const span = later.spans.find(({ opens }) => instantOn(day, opens) > at);
    if (span)
      return {
        ...base,
        open: false,
        closesAt: null,
        opensAt: instantOn(day, span.opens),
        provisional: base.provisional || later.provisional,
      };
  }
  return { ...base, open: false, closesAt: null, opensAt: null };
}

const weekdaysZh = '一二三四五六日';
const weekdaysEn = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const monthsEn = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function sayWhen(opensAt: Date, at: Date): { zh: string; en: string } {
  const day = shanghaiDay(opensAt);
  const time = shanghaiTime(opensAt);
  const today = shanghaiDay(at);
  if (day === today) return { zh: `今天 ${time}`, en: `today at ${time}` };
  if (day === nextDay(today)) return { zh: `明天 ${time}`, en: `tomorrow at ${time}` };
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8));
  const weekday = isoWeekday(day) - 1;
  return {
    zh: `${month}月${date}日 周${weekdaysZh[weekday]} ${time}`,
    en: `${weekdaysEn[weekday]} ${date} ${monthsEn[month - 1]} at ${time}`,
  };
}

/** The state as people say it, in both languages. */
export function saysOpen(state: OpenState, at: Date): { zh: string; en: string } {
  if (state.open && state.closesAt) {
    const end = state.closesAt.getTime() === startOfDay(nextDay(shanghaiDay(at))).getTime();
    const until = end ? '24:00' : shanghaiTime(state.closesAt);
    return { zh: `开放中，${until} 结束`, en: `Open until ${until}` };
  }
  const why =
    state.reason === 'holiday'
      ? { zh: state.note ? `${state.note}放假` : '节假日休息', en: 'Closed for a public holiday' }
      : state.reason === 'exception'
        ? { zh: state.note ? `今天不开放（${state.note}）` : '今天不开放', en: 'Closed today' }
        : state.reason === 'weekday'
          ? { zh: '今天休息', en: 'Closed today' }
          : { zh: '现在不开放', en: 'Closed now' };
  if (!state.opensAt) return { zh: '暂停开放', en: 'Closed until further notice' };
  const when = sayWhen(state.opensAt, at);
  const doubt = state.provisional ? { zh: '（暂定）', en: ' (provisional)' } : { zh: '', en: '' };
  return { zh: `${why.zh}，${when.zh} 开放${doubt.zh}`, en: `${why.en}, opens ${when.en}${doubt.en}` };
}
