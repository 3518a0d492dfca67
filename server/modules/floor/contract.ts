/** What can be done with a hall as a place over HTTP. */
import { contract } from '#platform/contract';
import { attendanceOperations } from './attendance/operations.ts';
import { inspectionOperations } from './inspection/operations.ts';

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

export const floorContract = contract({ ...attendanceOperations, ...inspectionOperations });
