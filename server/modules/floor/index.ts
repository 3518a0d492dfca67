/** The face of `floor`: a hall as a place with people in it, and how it is looked after. */
import type { Module } from '#platform/module';
import { floorContract } from './contract.ts';
import { jobs, schedules } from './jobs.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'floor',
  uses: ['deadlines', 'offices', 'people', 'documents', 'notices', 'hall', 'insight'],
  contract: floorContract,
  permissions: may,
  routes,
  jobs,
  schedules,
};

/** Planning and keeping the floor, for whoever loads a district. */
export { planTurns, amendTurn } from './attendance/plan-turns.ts';
export { doneForToday, turnsBetween } from './attendance/store.ts';
export { raiseFinding, stepFinding } from './inspection/findings.ts';
export { handOverWarden, planWardens, readWardens, setPoints } from './rounds/wardens.ts';
export { finishRound, markPoint, startPatrol, type Seen } from './rounds/rounds.ts';
export { findRound } from './rounds/store.ts';
export { beginCheck, drawCheck, getCheck } from './checks/checks.ts';
export { makeCircular } from './circulars/make-circular.ts';
