/** A type of project (项目类型): its stages, their steps, the limit in all and its unit; as data with versions. TypeBox and pure rules. */
import { Type, type Static } from 'typebox';
import { closed, oneOf } from '#platform/contract';

/** The four stages, in their order: 立项用地规划许可, 工程建设许可, 施工许可, 竣工验收 (国办发〔2019〕11号). */
export const stages = ['landUse', 'planning', 'building', 'completion'] as const;
export type StageKey = (typeof stages)[number];

const Key = Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9]{0,39}$' });
const Name = Type.String({ minLength: 1, maxLength: 120 });
const Days = Type.Integer({ minimum: 0, maximum: 365 });
export const Unit = oneOf('workingDay', 'calendarDay');

export const ProjectTypeBody = closed({
  name: Name,
  nameEn: Type.Optional(Name),
  /** At most so many days of government's time in all, in `unit`: no source of law gives the unit, so it is said here and shown everywhere. */
  limitDays: Type.Integer({ minimum: 1, maximum: 365 }),
  unit: Unit,
  /** From when a case counts: from the day on which it came in, or from its acceptance. */
  countsFrom: oneOf('submitted', 'accepted'),
  /** Special procedures (行政许可法 art. 45), by the words of the notices, that are the owner's own business and do not count: 招标. */
  ownProcedures: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 10 }),
  /** A simulated approval lapses if its conditions are not met within so many days of `unit`. */
  simulationDays: Type.Integer({ minimum: 1, maximum: 365 }),
  stages: Type.Array(
    closed({
      key: oneOf(...stages),
      /** At most so many days of government's time in this stage. */
      limitDays: Type.Integer({ minimum: 1, maximum: 365 }),
      steps: Type.Array(
        closed({
          key: Key,
          itemCode: Type.String({ minLength: 1, maxLength: 60 }),
          /** Steps that have to be decided before; the others of the stage go in parallel. */
          after: Type.Array(Key, { maxItems: 10 }),
          /** Days that the owner is expected to prepare, and government to need: the plan. */
          ownerDays: Days,
          officeDays: Days,
        }),
        { minItems: 1, maxItems: 20 },
      ),
    }),
    { minItems: 1, maxItems: 4 },
  ),
  /** The steward's menu (帮办菜单): what is done in each stage, and by whom. */
  menu: Type.Array(
    closed({
      key: Key,
      stage: oneOf(...stages),
      what: Type.String({ minLength: 1, maxLength: 200 }),
      whatEn: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
      by: oneOf('steward', 'owner', 'department'),
    }),
    { maxItems: 60 },
  ),
});
export type ProjectTypeBody = Static<typeof ProjectTypeBody>;
export type TypeStep = ProjectTypeBody['stages'][number]['steps'][number];

export const typeFaults = ['stagesOutOfOrder', 'keyTwice', 'unknownStep', 'laterStage', 'circular', 'stageOverLimit', 'noSuchItem'] as const; // prettier-ignore
export type TypeFault = (typeof typeFaults)[number];

/** The steps with their stages, in order. */
export const stepsOf = (body: ProjectTypeBody): (TypeStep & { stage: StageKey })[] =>
  body.stages.flatMap(({ key, steps }) => steps.map((step) => ({ ...step, stage: key })));

/** What is wrong with a type, all at once, with the keys that are concerned. `knows` says whether an item with the code exists. */
export function faultsOf(
  body: ProjectTypeBody,
  knows: (itemCode: string) => boolean,
): { why: TypeFault; keys: string[] }[] {
  const steps = stepsOf(body);
  const keys = [...steps.map(({ key }) => key), ...body.menu.map(({ key }) => `menu ${key}`)];
  const stageOf = new Map(steps.map(({ key, stage }) => [key, stages.indexOf(stage)]));
  const order = body.stages.map(({ key }) => stages.indexOf(key));
  const fault = (why: TypeFault, found: string[]) => (found.length > 0 ? [{ why, keys: [...new Set(found)] }] : []);
  return [
    ...fault(
      'stagesOutOfOrder',
      order.some((at, i) => i > 0 && at <= order[i - 1]!) ? body.stages.map(({ key }) => key) : [],
    ),
    ...fault('keyTwice', keys.filter((key, at) => keys.indexOf(key) !== at)),
    ...fault('unknownStep', steps.flatMap(({ after }) => after.filter((key) => !stageOf.has(key)))),
    ...fault(
      'laterStage',
      steps.filter(({ stage, after }) => after.some((key) => (stageOf.get(key) ?? 0) > stages.indexOf(stage))).map(({ key }) => key),
    ),
    ...fault('circular', circularIn(steps)),
    ...fault('stageOverLimit', body.stages.filter(({ limitDays }) => limitDays > body.limitDays).map(({ key }) => key)),
    ...fault('noSuchItem', steps.filter(({ itemCode }) => !knows(itemCode)).map(({ itemCode }) => itemCode)),
  ]; // prettier-ignore
}

/** The steps that wait for each other in a circle, or for one that does. */
function circularIn(steps: readonly Pick<TypeStep, 'key' | 'after'>[]): string[] {
  const known = new Set(steps.map(({ key }) => key));
  let left = [...steps];
  for (;;) {
    const waiting = new Set(left.map(({ key }) => key));
    const next = left.filter(({ after }) => after.some((key) => known.has(key) && waiting.has(key)));
    if (next.length === left.length) return left.map(({ key }) => key);
    left = next;
  }
}
