/** Shapes of limits, due dates and traffic lights, for the contracts of the modules above and for the browser. */
import { Type, type Static } from 'typebox';
import { Day, closed } from '#platform/contract';

/** A limit of time. `workingDay` leaves out days off (行政许可法 art. 82); `calendarDay` counts each day. */
export const Limit = closed({
  value: Type.Integer({ minimum: 0, maximum: 400 }),
  unit: Type.Union([Type.Literal('workingDay'), Type.Literal('calendarDay')]),
});
export type Limit = Static<typeof Limit>;

/** Where a rule stands: the law by its name, the article by its number in digits. */
export const Citation = closed({ law: Type.String(), article: Type.String() });
export type Citation = Static<typeof Citation>;

/**
 * Why a day did not count: it is the day on which the period begins, a weekend, a holiday, or the clock stood still.
 * The names of the holiday and of the reason for standing still are in `name`.
 */
export const UncountedDay = closed({
  date: Day,
  why: Type.Union([Type.Literal('start'), Type.Literal('weekend'), Type.Literal('holiday'), Type.Literal('paused')]),
  name: Type.Optional(Type.String()),
  /** True where the year's days off are not published, so that the line itself may change. */
  provisional: Type.Boolean(),
  law: Type.String(),
  article: Type.String(),
});
export type UncountedDay = Static<typeof UncountedDay>;

/** The answer to "why this date?": the date, and one line for each day that did not count. */
export const DueExplanation = closed({ date: Day, provisional: Type.Boolean(), days: Type.Array(UncountedDay) });
export type DueExplanation = Static<typeof DueExplanation>;

/** Traffic light (红绿灯): green 正常, yellow 临期, red 逾期, paused 停表, none 无时限. */
export const Light = Type.Union([
  Type.Literal('green'),
  Type.Literal('yellow'),
  Type.Literal('red'),
  Type.Literal('paused'),
  Type.Literal('none'),
]);
export type Light = Static<typeof Light>;

/** A light with the working days that remain: 0 on the last day, negative by the working days overdue. */
export const LightReading = closed({
  light: Light,
  remaining: Type.Optional(Type.Integer()),
  overdue: Type.Boolean(),
});
export type LightReading = Static<typeof LightReading>;
