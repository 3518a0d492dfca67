/**
 * How every step is taken: lock the case, look whether this act was done before, ask the rules, then write the action, the
 * projection, the documents and the event, and commit. Two round trips to the database in all.
 */
import { clockAfter } from './clocks.ts';
import { after, isFinal, type Action, type Kind } from './case.ts';
import { caseStepped } from './events.ts';
import { caseProblems } from './problems.ts';
import { findCaseByAction, insertAction, lockCase, updateCase, type CaseRow } from './store.ts';
import { standing, tiesOf } from './ties.ts';
import { hashAction } from './trail.ts';
import { getVersion, type ItemVersion } from '#modules/catalogue';
import { calendarsOf, type Calendar } from '#modules/deadlines';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor, Ties } from '#platform/permissions';
import { Problem } from '#platform/problems';

/** Who acts, and how the operation asks whether they may. `allow` throws unless they may. */
export interface Who {
  actor: Actor;
  allow(ties: Ties): void;
}

/** What a client says of its act. */
export interface Deed {
  /** Made by the client; a retry sends the same. */
  actionId: string;
  /** The last action that the person saw; set, it makes the act fail when somebody else has acted since. */
  seenSeq?: number;
}

export interface StepContext {
  ground: Ground;
  tx: Tx;
  now: Date;
  item: ItemVersion;
  /** The working calendar by which this act is counted. */
  calendar: Calendar;
  actor: Actor;
}

/** What a step does beside moving the state. */
export interface Plan {
  facts: Record<string, unknown>;
  changes?: Partial<CaseRow>;
  /** Steps that follow by themselves in the same act, such as closing after delivery. */
  followedBy?: { kind: Exclude<Kind, 'submit'>; facts: Record<string, unknown> }[];
}

export type Planner<Ahead = undefined> = (row: CaseRow, context: StepContext, ahead: Ahead) => Plan | Promise<Plan>;
/** What a plan needs to know beside the case: asked together with the lock, and answered as it is once the lock is held. */
type AskAhead<Ahead> = (tx: Tx) => Promise<Ahead>;

/** The next action of a row's history with its hash. Throws `cases.wrongStep` where the course has none. */
export function actionOf(
  row: CaseRow,
  kind: Exclude<Kind, 'submit'>,
  step: { actionId: string; facts: Record<string, unknown>; at: Date; actor: Actor },
): { action: Omit<Action, 'hash'>; hash: string } {
  const toState = after(row.state, kind);
  if (!toState) throw caseProblems.wrongStep({ state: row.state, step: kind });
  const action: Omit<Action, 'hash'> = {
    caseId: row.id,
    seq: row.seq + 1,
    id: step.actionId,
    kind,
    fromState: row.state,
    toState,
    at: step.at,
    ...standing(step.actor, row, kind),
    facts: step.facts,
    prevHash: row.headHash,
  };
  return { action, hash: hashAction(action) };
}

/** Appends one action to the row's history and returns the row after it. Nothing is read. */
function append(
  tx: Tx,
  row: CaseRow,
  kind: Exclude<Kind, 'submit'>,
  step: {
    actionId: string;
    facts: Record<string, unknown>;
    changes?: Partial<CaseRow>;
    at: Date;
    actor: Actor;
    item: ItemVersion;
    calendar: Calendar;
  },
): CaseRow {
  const { action, hash } = actionOf(row, kind, step);
  const { at, item, calendar } = step;
  insertAction(tx, { ...action, hash });
  return {
    ...row,
    ...step.changes,
    state: action.toState,
    seq: action.seq,
    headHash: hash,
    endedAt: isFinal(action.toState) ? (row.endedAt ?? at) : null,
    ...clockAfter(row, action, item.body, calendar),
  };
}

/** How an act fails that another request with the same act has overtaken. */
const overtaken = new Set(['cases.actionReused', 'cases.wrongStep', 'cases.changedMeanwhile']);

/**
 * Takes a step in a transaction of its own. Doing the same act again gives the same answer; an act that another one made
 * impossible fails with `cases.wrongStep`, which says in which state the case is now.
 */
export async function takeStep<Ahead = undefined>(
  ground: Ground,
  who: Who,
  caseId: string,
  kind: Exclude<Kind, 'submit'>,
  deed: Deed,
  plan: Planner<Ahead>,
  askAhead?: AskAhead<Ahead>,
): Promise<CaseRow> {
  try {
    return await ground.db.transaction((tx) => stepIn(ground, tx, who, caseId, kind, deed, plan, askAhead));
  } catch (error) {
    // Two requests with the same act at the same moment: the second one waited for the lock and finds the case moved, but
    // its statement still sees the history as it was when it began to wait.
    if (!(error instanceof Problem) || !overtaken.has(error.code)) throw error;
    const done = await findCaseByAction(ground.db, deed.actionId);
    if (!done || done.id !== caseId || done.doneKind !== kind) throw error;
    who.allow(await tiesOf(ground, done, who.actor));
    return done;
  }
}

/** The same inside somebody else's transaction. */
export async function stepIn<Ahead = undefined>(
  ground: Ground,
  tx: Tx,
  who: Who,
  caseId: string,
  kind: Exclude<Kind, 'submit'>,
  deed: Deed,
  plan: Planner<Ahead>,
  askAhead?: AskAhead<Ahead>,
): Promise<CaseRow> {
  const [{ row, done }, ahead] = await Promise.all([lockCase(tx, caseId, deed.actionId), askAhead?.(tx)]);
  who.allow(await tiesOf(ground, row, who.actor, tx));
  if (done) {
    if (done.caseId !== caseId || done.kind !== kind) throw caseProblems.actionReused();
    return row;
  }
  if (deed.seenSeq !== undefined && deed.seenSeq !== row.seq)
    throw caseProblems.changedMeanwhile({ seq: row.seq, state: row.state });
  if (!after(row.state, kind)) throw caseProblems.wrongStep({ state: row.state, step: kind });
  const now = ground.clock.now();
  const item = await getVersion(ground, row.itemId, row.itemVersion);
  const { calendar } = calendarsOf(ground).latest;
  const planned = await plan(row, { ground, tx, now, item, calendar, actor: who.actor }, ahead as Ahead);
  let next = append(tx, row, kind, {
    actionId: deed.actionId,
    facts: planned.facts,
    ...(planned.changes ? { changes: planned.changes } : {}),
    at: now,
    actor: who.actor,
    item,
    calendar,
  });
  announce(tx, row, next, kind, now, who.actor.accountId === null);
  for (const following of planned.followedBy ?? []) {
    const before = next;
    next = append(tx, before, following.kind, {
      actionId: newId(),
      facts: following.facts,
      at: now,
      actor: who.actor,
      item,
      calendar,
    });
    announce(tx, before, next, following.kind, now);
  }
  updateCase(tx, row, next);
  return next;
}

/** Tells the rest of the system. */
export function announce(
  tx: Tx,
  before: CaseRow | undefined,
  row: CaseRow,
  kind: Kind,
  at: Date,
  byRule = false,
  takenInBy: string | null = null,
): void {
  emit(tx, caseStepped, row.id, {
    kind,
    seq: row.seq,
    state: row.state,
    number: row.number,
    itemId: row.itemId,
    itemVersion: row.itemVersion,
    departmentId: row.departmentId,
    outletId: row.outletId,
    door: row.door,
    ownerId: row.agentId ?? row.personId,
    personId: row.personId,
    organisationId: row.organisationId,
    at: at.toISOString(),
    ...(byRule ? { byRule } : {}),
    ...(takenInBy ? { takenInBy, itemName: row.itemName } : {}),
    // What the clock that ended with this step had allowed: from it "on time" is counted.
    endedRule: before && before.dueRule !== row.dueRule ? before.dueRule : null,
    endedFatalOn: before?.fatalOn ?? null,
    fatalOn: row.fatalOn,
  });
}
