/** The plan of a project: when each step is to be prepared, handed in and decided, if it begins on a day. Pure. */
import { dueOn, type Calendar, type Day } from '#modules/deadlines';
import { stepsOf, type ProjectTypeBody } from './project-type.ts';

export interface PlannedStep {
  key: string;
  /** The owner prepares from here … */
  preparesFrom: Day;
  /** … until it is handed in; government has it from here … */
  handsInOn: Day;
  /** … to its decision. */
  decidedOn: Day;
}

/**
 * A step begins when those before it are decided, and when every step of the stages before is. Steps that wait for nothing go in
 * parallel. The type must have no faults.
 */
export function planOf(body: ProjectTypeBody, from: Day, calendar: Calendar): PlannedStep[] {
  const planned = new Map<string, PlannedStep>();
  const { unit } = body;
  const plus = (day: Day, value: number): Day =>
    value === 0 ? day : dueOn({ from: day, limit: { value, unit }, calendar }).date;
  const latest = (days: readonly Day[]): Day => days.reduce((one, other) => (one > other ? one : other), from);
  let stageFrom = from;
  for (const { steps } of body.stages) {
    const waiting = [...steps];
    while (waiting.length > 0) {
      const at = waiting.findIndex(({ after }) => after.every((key) => planned.has(key)));
      if (at < 0) throw new Error(`the steps ${waiting.map(({ key }) => key).join(', ')} wait for each other`);
      const [step] = waiting.splice(at, 1) as [(typeof steps)[number]];
      const preparesFrom = latest([stageFrom, ...step.after.map((key) => planned.get(key)!.decidedOn)]);
      const handsInOn = plus(preparesFrom, step.ownerDays);
      planned.set(step.key, { key: step.key, preparesFrom, handsInOn, decidedOn: plus(handsInOn, step.officeDays) });
    }
    stageFrom = latest(steps.map(({ key }) => planned.get(key)!.decidedOn));
  }
  return stepsOf(body).map(({ key }) => planned.get(key)!);
}
