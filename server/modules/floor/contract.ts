/** What can be done with a hall as a place over HTTP. */
import { contract } from '#platform/contract';
import { attendanceOperations } from './attendance/operations.ts';
import { checkOperations } from './checks/operations.ts';
import { circularOperations } from './circulars/operations.ts';
import { inspectionOperations } from './inspection/operations.ts';
import { roundOperations } from './rounds/operations.ts';

export { amendments, marks, tallyOf, type Amended, type Mark, type Tally } from './attendance/marks.ts';
export type { PersonTally, TurnLine } from './attendance/operations.ts';
export { severities, usualRule, type HouseRule, type Severity } from './house-rule.ts';

export {
  afterStep,
  findingSources,
  findingStates,
  findingSteps,
  type FindingSource,
  type FindingState,
  type FindingStep,
} from './inspection/finding.ts';
export type { Finding, FindingLine } from './inspection/operations.ts';

export { checkStates, type CheckState } from './checks/states.ts';
export type { Check, CheckLine } from './checks/operations.ts';
export type { CircularLine } from './circulars/operations.ts';
export { halves, leftOf, noon, roundKinds, type Half, type RoundKind } from './rounds/round.ts';
export type { Point, Round, RoundLine, Warden } from './rounds/operations.ts';

export const floorContract = contract({
  ...attendanceOperations,
  ...inspectionOperations,
  ...roundOperations,
  ...checkOperations,
  ...circularOperations,
});
