/** Weeks of a hall, day after day: ours learns from the days before and is asked, beside formula and oracle, on the last ones. */
import { addDays, weekdayOf } from '#modules/deadlines';
import { seedOf } from '../../server/modules/hall/waits/chance.ts';
import { summarise, type DaySummary } from '../../server/modules/hall/waits/day-history.ts';
import { Corrections, crowdOf, missOf, type Range } from '../../server/modules/hall/waits/range.ts';
import { aheadOf, formula, learnFor, oracle, ours } from './arms.ts';
import { actDay } from './days.ts';
import type { Shape } from './shapes.ts';

export interface Answer {
  shape: string;
  hour: number;
  ahead: number;
  waited: number;
  formula: { same: number; able: number };
  oracle: Range;
  ours: Range;
  /** Before it was corrected by earlier answers. */
  raw: Range;
}

export interface ReplayOptions {
  seed: number;
  /** Working days before the tested ones, and how many are tested. */
  history: number;
  tested: number;
  /** About so many ask on a tested day, and on those before, from which answers are corrected. */
  asks: number;
  asksBefore: number;
  runs: { ours: number; oracle: number };
}

const first = '2026-02-02';
/** Days after which an answer counts half in the corrections. */
const halfLife = 15;
/** A holiday of a week; the days before and after it are its edges. */
const holiday = { from: '2026-02-16', to: '2026-02-22' };

function workingDays(count: number): { day: string; isEdge: boolean }[] {
  const isOff = (day: string): boolean => weekdayOf(day) % 6 === 0 || (day >= holiday.from && day <= holiday.to);
  const days: { day: string; isEdge: boolean }[] = [];
  const nextWorking = (day: string, by: number): string => {
    let at = addDays(day, by);
    while (weekdayOf(at) % 6 === 0) at = addDays(at, by);
    return at;
  };
  for (let day = first; days.length < count; day = addDays(day, 1)) {
    if (isOff(day)) continue;
    const isEdge = isOff(nextWorking(day, 1)) || isOff(nextWorking(day, -1));
    days.push({ day, isEdge });
  }
  return days;
}

/** Plays a shape on; gives the answers of the tested days and who had nothing to ask. */
export function replay(shape: Shape, options: ReplayOptions): { answers: Answer[]; atOnce: number } {
  const { seed, history, tested, asks: asksTested, asksBefore, runs } = options;
  const summaries: DaySummary[] = [];
  const misses: { day: string; hour: number; ahead: number; miss: number }[] = [];
  const trailing = new Map<string, number[]>();
  const answers: Answer[] = [];
  const planned = shape.model.day.errands.map(({ minutes }) => Math.round(minutes));
  let atOnce = 0;
  for (const [nth, on] of workingDays(history + tested).entries()) {
    const isTested = nth >= history;
    const asks = isTested ? asksTested : nth >= Math.min(10, history / 2) ? asksBefore : 0;
    const day = actDay(shape, seed, { ...on, nth }, asks, trailing);
    if (isTested) atOnce += day.atOnce;
    const learned = day.questions.length > 0 ? learnFor(shape, summaries, day) : undefined;
    const corrections = new Corrections(misses.map(({ ahead }) => ahead));
    for (const { day: when, hour, ahead, miss } of misses) {
      const days = (Date.parse(on.day) - Date.parse(when)) / 86_400_000;
      corrections.count(hour, crowdOf(ahead, corrections.bounds), miss, 0.5 ** (days / halfLife));
    }
    for (const [i, question] of day.questions.entries()) {
      const drawn = seedOf(shape.name, on.day, i);
      const raw = ours(shape, learned!, question, drawn, runs.ours);
      const hour = Math.floor(question.state.now / 60);
      const ahead = aheadOf(question).able;
      const { waited } = question;
      misses.push({ day: on.day, hour, ahead, miss: missOf({ ...raw, waited }) });
      if (!isTested) continue;
      const corrected = corrections.correct(raw, hour, crowdOf(ahead, corrections.bounds));
      const { errand } = question.state.waiting[question.who]!;
      answers.push({
        shape: shape.name,
        hour,
        ahead,
        waited,
        formula: formula(question, planned[errand]!),
        oracle: oracle(shape, day, question, drawn + 1, runs.oracle),
        ours: corrected,
        raw,
      });
    }
    summaries.push(summarise(day.record));
  }
  return { answers, atOnce };
}
