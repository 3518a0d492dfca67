/** What can be done with a hall as a place over HTTP. */
import { contract } from '#platform/contract';
import { attendanceOperations } from './attendance/operations.ts';

export { amendments, marks, tallyOf, type Amended, type Mark, type Tally } from './attendance/marks.ts';
export type { PersonTally, TurnLine } from './attendance/operations.ts';
export { severities, usualRule, type HouseRule, type Severity } from './house-rule.ts';

export const floorContract = contract({ ...attendanceOperations });
