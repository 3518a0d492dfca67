/** All SQL of the cases that an act needs. Lists are in `list-store.ts`, drafts in `intake/draft-store.ts`. */
import { inserting, prepared, updating, type Reader, type Tx } from '#platform/db';
import { isSameSecret } from '#platform/ids';
import { ownConstraints } from '#platform/problems';
import type { Action, Outcome, State } from './case.ts';
import type { ClockLine } from './clocks.ts';
import { caseProblems } from './problems.ts';

export type Door = 'portal' | 'window' | 'outlet' | 'kiosk' | 'phone' | 'field' | 'exchange';
export type FeeState = 'none' | 'asked' | 'paid' | 'waived' | 'refunded';

/** The projection of a case: what lists and permissions need. */
export interface CaseRow extends ClockLine {
  id: string;
  number: string;
  trackCode: string;
  itemId: string;
  itemVersion: number;
  itemName: string;
  departmentId: string;
  outletId: string | null;
  door: Door;
  /** The natural person for whom it is made; null when it is an organisation's. */
  personId: string | null;
  organisationId: string | null;
  /** The person who acts for the applicant, when it is somebody else. */
  agentId: string | null;
  applicantName: string;
  state: State;
  holderId: string | null;
  seq: number;
  headHash: string;
  submittedAt: Date;
  acceptedAt: Date | null;
  decidedAt: Date | null;
  endedAt: Date | null;
  outcome: Outcome | null;
  feeState: FeeState;
  rated: boolean;
  /** The version of the working calendar by which the running clock was counted last. */
  calendarNo: number;
}

/** Columns in the order in which the statements below name them. */
const columns = [
  'id', 'number', 'track_code', 'item_id', 'item_version', 'item_name', 'department_id', 'outlet_id', 'door', 'person_id',
  'organisation_id', 'agent_id', 'applicant_name', 'state', 'holder_id', 'seq', 'head_hash', 'submitted_at', 'accepted_at',
  'decided_at', 'ended_at', 'outcome', 'target_on', 'fatal_on', 'due_rule', 'due_provisional', 'due_from', 'next_at',
  'fee_state', 'rated', 'clock_events', 'paused_since', 'forecast_on', 'decided_due', 'wants', 'calendar_no', 'hearing', 'expires_on',
] as const; // prettier-ignore

/** For `select` lists elsewhere in this module. */
export const caseColumns = columns.map((column) => `c.${column}`).join(', ');

const keyOf = (column: string): keyof CaseRow =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) as keyof CaseRow;
const keys = columns.map(keyOf);
/** As PostgreSQL takes it: a list or an object is `jsonb` here. */
const stored = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value;

const insertCaseRow = inserting('cases."case"', columns);
// What most steps move; the rest is moved by `sendOn` and `correct` alone.
const moving = ['state', 'holder_id', 'seq', 'head_hash', 'accepted_at', 'decided_at', 'ended_at', 'outcome', 'target_on', 'fatal_on', 'due_rule', 'due_provisional', 'due_from', 'next_at', 'fee_state'] as const; // prettier-ignore
const movingKeys = moving.map(keyOf);
const updateMoving = updating('cases."case"', 'id', moving);
// What is written when something happens to a clock, which most cases never see.
const clockKeys = ['clockEvents', 'pausedSince', 'forecastOn', 'decidedDue', 'wants', 'hearing', 'expiresOn'] as const;
const updateClock = prepared(
  `update cases."case" set clock_events = $2, paused_since = $3, forecast_on = $4, decided_due = $5, wants = $6, hearing = $7,
          expires_on = $8 where id = $1`,
);
const updateParties = prepared('update cases."case" set department_id = $2, applicant_name = $3 where id = $1');
const insertActionRow = inserting('cases.action', [
  'case_id', 'seq', 'id', 'kind', 'from_state', 'to_state', 'at', 'account_id', 'role', 'place_id', 'facts', 'prev_hash', 'hash',
]); // prettier-ignore
// The lock and the question whether this act was done before travel together.
const lock = prepared<CaseRow & { doneCase: string | null; doneKind: string | null }>(
  `select ${caseColumns}, a.case_id as done_case, a.kind as done_kind
     from cases."case" c left join cases.action a on a.id = $2 where c.id = $1 for update of c`,
);
const findRow = prepared<CaseRow>(`select ${caseColumns} from cases."case" c where c.id = $1`);
const findByAction = prepared<CaseRow & { doneKind: string }>(
  `select ${caseColumns}, a.kind as done_kind from cases.action a join cases."case" c on c.id = a.case_id where a.id = $1`,
);
const findByNumber = prepared<CaseRow>(`select ${caseColumns} from cases."case" c where c.number = $1`);
const actionsOf = prepared<Action>('select * from cases.action where case_id = $1 order by seq');
// One statement for each kind of applicant: with an `or` between them the plan looks through all that a person ever applied for. The
// applicant's open cases first: sorted in the same breath, a planner that knows nothing yet walks through all the cases of the item.
const openLikeOf = (column: 'person_id' | 'organisation_id') =>
  prepared<{ id: string; number: string; submittedAt: Date }>(
    `with open as materialized (select id, number, submitted_at, item_id from cases."case" where ${column} = $2 and ended_at is null)
     select id, number, submitted_at from open where item_id = $1 order by submitted_at desc limit 5`,
  );
const openLikeOfPerson = openLikeOf('person_id');
const openLikeOfOrganisation = openLikeOf('organisation_id');
const dueNow = prepared<{ id: string; state: State }>(
  `select id, state from cases."case" where next_at <= $1 order by next_at limit 200`,
);

ownConstraints({
  action_id_key: () => caseProblems.actionReused(),
  action_pkey: () => caseProblems.changedMeanwhile(),
  action_step_check: () => caseProblems.wrongStep(),
});

export const insertCase = (tx: Tx, row: CaseRow): void => tx.write(insertCaseRow(keys.map((key) => stored(row[key]))));
/** Brings the projection to where the actions have led it from `before`. */
export function updateCase(tx: Tx, before: CaseRow, row: CaseRow): void {
  tx.write(updateMoving([row.id, ...movingKeys.map((key) => row[key])]));
  if (row.departmentId !== before.departmentId || row.applicantName !== before.applicantName) {
    tx.write(updateParties(row.id, row.departmentId, row.applicantName));
  }
  if (clockKeys.some((key) => row[key] !== before[key])) {
    tx.write(updateClock(row.id, ...clockKeys.map((key) => stored(row[key]))));
  }
}

export const insertAction = (tx: Tx, action: Action): void =>
  tx.write(
    insertActionRow([
      action.caseId, action.seq, action.id, action.kind, action.fromState, action.toState, action.at, action.accountId,
      action.role, action.placeId, JSON.stringify(action.facts), action.prevHash, action.hash,
    ]), // prettier-ignore
  );

/** Takes the case for this act; other acts on it wait. `done` is set when the act with this id has been done before. */
export async function lockCase(
  tx: Tx,
  id: string,
  actionId: string,
): Promise<{ row: CaseRow; done: { caseId: string; kind: string } | undefined }> {
  const found = await tx.maybe(lock(id, actionId));
  if (!found) throw caseProblems.notFound();
  const { doneCase, doneKind, ...row } = found;
  return { row, done: doneCase && doneKind ? { caseId: doneCase, kind: doneKind } : undefined };
}

export async function getCaseRow(reader: Reader, id: string): Promise<CaseRow> {
  const row = await reader.maybe(findRow(id));
  if (!row) throw caseProblems.notFound();
  return row;
}

export const findCaseByAction = (reader: Reader, actionId: string) => reader.maybe(findByAction(actionId));
/** By the code of a receipt: the number finds the case, the ending proves the receipt. */
export async function findCaseByTrackCode(reader: Reader, code: string): Promise<CaseRow | undefined> {
  const row = await reader.maybe(findByNumber(code.slice(0, code.lastIndexOf('-'))));
  return row && isSameSecret(row.trackCode, code) ? row : undefined;
}
export const findCaseByNumber = (reader: Reader, number: string) => reader.maybe(findByNumber(number));
export const readActions = (reader: Reader, caseId: string): Promise<Action[]> => reader.many(actionsOf(caseId));

/** Open cases of the same item for the same applicant, newest first. */
export async function findOpenLike(
  reader: Reader,
  itemId: string,
  { personId, organisationId }: Pick<CaseRow, 'personId' | 'organisationId'>,
): Promise<{ id: string; number: string; submittedAt: Date }[]> {
  if (organisationId) return reader.many(openLikeOfOrganisation(itemId, organisationId));
  return personId ? reader.many(openLikeOfPerson(itemId, personId)) : [];
}

/** Cases on which a rule acts by itself now. */
export const findDue = (reader: Reader, at: Date) => reader.many(dueNow(at));

const setRated = prepared('update cases."case" set rated = true where id = $1');
/** Shows on the case's line that its applicant has rated the service. No act of the case: its history stays as it is. */
export const markRated = (tx: Tx, id: string): void => tx.write(setRated(id));
