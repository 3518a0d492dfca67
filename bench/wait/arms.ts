/** Three answers to the same question. */
import { learn, type Learned } from '../../server/modules/hall/waits/learned.ts';
import { courseOf } from '../../server/modules/hall/waits/course.ts';
import type { DaySummary } from '../../server/modules/hall/waits/day-history.ts';
import { forecast } from '../../server/modules/hall/waits/forecast.ts';
import { rangeOf, type Range } from '../../server/modules/hall/waits/range.ts';
import type { ActedDay, Question } from './days.ts';
import { oracleCourse } from './oracle.ts';
import type { Shape } from './shapes.ts';

/** People with a lower rank: those of the same errand, and all whom the windows of it could call. */
export function aheadOf({ state, who }: Question): { same: number; able: number } {
  const { errand, rank } = state.waiting[who]!;
  const served = new Set(state.windows.filter(({ open, errands }) => open && errands.includes(errand)).flatMap(({ errands }) => errands)); // prettier-ignore
  const before = state.waiting.filter((one, i) => i !== who && one.rank < rank);
  return {
    same: before.filter((one) => one.errand === errand).length,
    able: before.filter((one) => served.has(one.errand)).length,
  };
}

/** Trailing mean of the same service x people ahead / windows, both ways of counting people. */
export function formula(question: Question, planned: number): { same: number; able: number } {
  const { state, who, trailing } = question;
  const { errand } = state.waiting[who]!;
  const windows = state.windows.filter(({ open, errands }) => open && errands.includes(errand)).length;
  const mean = trailing.length === 0 ? planned : trailing.reduce((sum, one) => sum + one, 0) / trailing.length;
  const { same, able } = aheadOf(question);
  const each = mean / Math.max(1, windows);
  return { same: each * same, able: each * able };
}

/** What is asked last in a run that never calls is taken to be as long as the longest. */
const orLong = (range: Range | undefined): Range => range ?? { low: 60, likely: 120, high: 240 };

export const oracle = (shape: Shape, day: ActedDay, question: Question, seed: number, runs: number): Range => {
  const asked = { waiting: [question.who] };
  return orLong(rangeOf(forecast(question.state, oracleCourse(shape, day, question), asked, seed, runs).waiting[0]!));
};

export function learnFor(shape: Shape, history: readonly DaySummary[], day: ActedDay): Learned {
  const errands = shape.model.day.errands.map(({ id, minutes }) => ({ id, minutes: Math.round(minutes) }));
  return learn(history, errands, day.record);
}

/** Ours: from what it has seen alone; how quick each window is it has to learn as well. */
export function ours(shape: Shape, learned: Learned, question: Question, seed: number, runs: number): Range {
  const { state, who, came, turns } = question;
  const windows = shape.model.windows.map(({ id }, w) => ({ id, turns: turns[w]! }));
  const course = courseOf(learned, {
    now: state.now,
    came,
    windows,
    returnMinutes: shape.model.setting.fairness.returnMinutes,
  });
  const seen = state.windows.map((window, w) => ({ ...window, pace: learned.pace.get(windows[w]!.id) ?? 1 }));
  return orLong(rangeOf(forecast({ ...state, windows: seen }, course, { waiting: [who] }, seed, runs).waiting[0]!));
}
