/** The face of `cases`. */
import type { Module } from '#platform/module';
import { casesContract } from './contract.ts';
import { may } from './may.ts';
import { commands } from './recount/command.ts';
import { jobs, reactions, schedules } from './reactions.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'cases',
  uses: ['deadlines', 'offices', 'people', 'catalogue', 'documents', 'lockers', 'notices', 'payments'],
  contract: casesContract,
  permissions: may,
  routes,
  reactions,
  jobs,
  schedules,
  commands,
};

/** A step was taken on a case. */
export { caseStepped, type CaseFacts } from './events.ts';
/** The projection of a case, by id or by the code of its receipt; and that its applicant has rated it. */
export { findCaseByTrackCode, getCaseRow, markRated, type CaseRow, type Door } from './store.ts';
/** Many cases at once for those who watch their clocks, and that somebody was warned. */
export { casesById, casesOfCompany, markWarned } from './watch-store.ts';
/** The histories of many cases as far as they are about time; and an application in the transaction of the module that follows it. */
export { coursesOf, type Told } from './course-store.ts';
export { prepare as prepareSubmission, submitCase, submitIn } from './intake/submit-case.ts';
/** An application that another district has taken in, or that is taken in for one. */
export { checkForAfar, submitFromAfar, supplementFromAfar } from './intake/from-afar.ts';
/** Which door a counter is. */
export { doorAt } from './intake/submit-case.ts';
/** How many materials an application needed, and how many nobody had to bring. */
export { countMaterials, type MaterialCount } from './intake/count-materials.ts';
/** Until when a result is valid. */
export { validUntilOf } from './fill-lockers.ts';
/** A case as a part of a larger matter, and what hinders its decision. */
export { actionsShown, acts, checkPart, contentOfCase, endDraftIn, endPart } from './parts.ts';
export { grantPart, hinderDecisions, lockDraft, obstacleToGrant, openPart, type Part } from './parts.ts';
/** How a case is tied to people and posts: what permissions ask. */
export { tiesOf } from './ties.ts';
/** The pure rules: states, steps, clocks, and the chain of a history. */
export {
  after,
  contentOf,
  isFinal,
  procedures,
  stateAfter,
  steps,
  type Action,
  type Kind,
  type State,
} from './case.ts';
export {
  clockAfter,
  dueAfter,
  dueAfterAction,
  noClock,
  noDue,
  type ClockLine,
  type DecidedDue,
  type Due,
} from './clocks.ts';
export { askByOf, earliestOf, holdByOf, theApplicant } from './hearing.ts';
export { renewalUntil } from './intake/renewal.ts';
export { barredUntil, consequencesOf, cureBy, holdOf, holdsBack, isCurable, isDrawn, promiseOf, releaseOf, remindAt, sayConsequences, wayOf, type Undertaking } from './undertakings/undertaking.ts'; // prettier-ignore
export { revocationGrounds, type RevocationGround } from './undertakings/revocation.ts';
export type { RecordEntry } from './undertakings/undertaking-store.ts';
export { beginning, hashAction } from './trail.ts';
/** Cases with what was handed in, for whoever judges them; and the steps that the machine takes. */
export { casesWithContent, recentCases } from './content-store.ts';
export { stepByMachine } from './course/by-machine.ts';
/** Which message a step sends to the applicant. */
export { messages } from './reactions.ts';
/** What a history adds up to, made again from what the case was opened with. */
export { hashOpening, lineAfter, openingOf, type Line, type Opening } from './projection.ts';
