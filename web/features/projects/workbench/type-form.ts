/** A type of project as it is edited: its four stages always, those without a step left out when it is sent. Pure. */
import { stages, type ProjectTypeBody, type StageKey } from '#modules/projects/contract';

export type TypeStage = ProjectTypeBody['stages'][number];
export type TypeStep = TypeStage['steps'][number];
export type MenuEntry = ProjectTypeBody['menu'][number];

const emptyStage = (key: StageKey): TypeStage => ({ key, limitDays: 20, steps: [] });

export const emptyType: ProjectTypeBody = {
  name: '', limitDays: 80, unit: 'workingDay', countsFrom: 'submitted', ownProcedures: [], simulationDays: 60, stages: stages.map(emptyStage), menu: [],
}; // prettier-ignore

/** With all four stages, in their order. */
export const editable = (body: ProjectTypeBody): ProjectTypeBody => ({
  ...body,
  stages: stages.map((key) => body.stages.find((stage) => stage.key === key) ?? emptyStage(key)),
});

/** As it is sent. */
export function sendable(body: ProjectTypeBody): ProjectTypeBody {
  const { nameEn, ...rest } = body;
  return {
    ...rest,
    name: body.name.trim(),
    ...(nameEn?.trim() ? { nameEn: nameEn.trim() } : {}),
    stages: body.stages.filter(({ steps }) => steps.length > 0),
    menu: body.menu.map(({ whatEn, ...entry }) => ({
      ...entry,
      what: entry.what.trim(),
      ...(whatEn?.trim() ? { whatEn: whatEn.trim() } : {}),
    })),
  };
}

/** A key with this beginning that no other has. */
export function freeKey(begin: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${begin}${number}`)) number += 1;
  return `${begin}${number}`;
}

/** A step goes with everything that waits for it. */
export const withoutStep = (body: ProjectTypeBody, key: string): ProjectTypeBody => ({
  ...body,
  stages: body.stages.map((stage) => ({
    ...stage,
    steps: stage.steps
      .filter((step) => step.key !== key)
      .map((step) => ({ ...step, after: step.after.filter((before) => before !== key) })),
  })),
});

/** What is empty or no whole number of days: the names of fields, `menu` for an entry without words, `steps` where there is none. */
export function emptyIn(body: ProjectTypeBody): string[] {
  const days = (value: number, least: number): boolean => Number.isInteger(value) && value >= least && value <= 365;
  const all = body.stages.flatMap(({ steps }) => steps);
  return [
    ...(body.name.trim() ? [] : ['name']),
    ...(days(body.limitDays, 1) ? [] : ['limitDays']),
    ...(days(body.simulationDays, 1) ? [] : ['simulationDays']),
    ...(body.stages.every((stage) => stage.steps.length === 0 || days(stage.limitDays, 1)) ? [] : ['stageLimit']),
    ...(all.every((step) => days(step.ownerDays, 0) && days(step.officeDays, 0)) ? [] : ['stepDays']),
    ...(all.length > 0 ? [] : ['steps']),
    ...(body.menu.every(({ what }) => what.trim()) ? [] : ['menu']),
  ];
}
