/** Handing in an application, by any door: the case and its receipt are there when this returns. */
import { attachFiles, shareFiles } from '#modules/documents';
import { getVersionInForce, scopeAt, type ItemVersion, type Scope } from '#modules/catalogue';
import { calendarsOf } from '#modules/deadlines';
import type { Outlet } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newCode, newId } from '#platform/ids';
import { takeNumber } from '#platform/numbers';
import { isStaff, type Actor } from '#platform/permissions';
import { Problem } from '#platform/problems';
import type { Action } from '../case.ts';
import { dueAfter, noClock, noDue } from '../clocks.ts';
import { outletOf, paper } from '../papers.ts';
import { caseProblems } from '../problems.ts';
import type { Submission } from '../shapes.ts';
import { findCaseByAction, findOpenLike, insertAction, insertCase, type CaseRow, type Door } from '../store.ts';
import { announce, type Who } from '../take-step.ts';
import { standing, tiesOf } from '../ties.ts';
import { beginning, hashAction } from '../trail.ts';
import { applicantOf, ownTies, type Applicant } from './applicant.ts';
import { checkAnswers } from './check-answers.ts';
import { faultsOf } from './check-submission.ts';
import { lockDraft } from './draft-store.ts';
import { endDraftIn } from './drafts.ts';
import { withCopies } from './from-locker.ts';
import { mayStillUndertake } from '../undertakings/undertake.ts';
import { renewalUntil } from './renewal.ts';
import { isSameSubmission } from './same-submission.ts';

export interface Submitted {
  row: CaseRow;
  openLike: { id: string; number: string; submittedAt: Date }[];
}

/** The door of a counter: the window of a hall or a department, or an outlet of a town, a village or a bank. */
export const doorAt = (kind: Outlet['kind']): Door => (kind === 'hall' || kind === 'department' ? 'window' : 'outlet');

/** Where the actor stands when handing in: a counter, or the portal. */
async function standOf(
  ground: Ground,
  actor: Actor,
  atCounter: boolean,
): Promise<{ door: Door; outletId: string | null }> {
  if (!atCounter) return { door: 'portal', outletId: null };
  const outletId = actor.posts.find((post) => post.outletId !== null)?.outletId ?? null;
  return { door: outletId ? doorAt((await outletOf(ground, outletId)).kind) : 'window', outletId };
}

/**
 * How far a counter may take an item. A town, a village or a bank takes what was handed down to it and no more; whoever sits in the hall or
 * in a department takes any item (无差别全科受理). Throws `notOfferedHere`.
 */
async function scopeOf(
  ground: Ground,
  item: ItemVersion,
  { door, outletId }: { door: Door; outletId: string | null },
  day: string,
): Promise<Scope> {
  if (door !== 'outlet' || outletId === null) return 'decide';
  const scope = await scopeAt(ground, item, outletId, day);
  if (!scope || scope === 'print') throw caseProblems.notOfferedHere();
  return scope;
}

/**
 * Stores an application and gives the receipt. The same `actionId` with the same content gives the same case. Throws with everything that is wrong at
 * once: `answersInvalid` with the fields, `materialsMissing` with the materials. `mayBe` throws for what may not be taken in here; `stand`
 * is where the applicant stands, when that is neither a counter nor at home.
 */
export async function submitCase(
  ground: Ground,
  who: Who,
  submission: Submission,
  mayBe?: (prepared: Prepared) => void,
  stand?: Prepared['stand'],
): Promise<Submitted> {
  who.allow(ownTies(who.actor));
  try {
    const found = await prepare(ground, who.actor, submission);
    const prepared = stand ? { ...found, stand } : found;
    mayBe?.(prepared);
    const row = await ground.db.transaction((tx) => submitIn(ground, tx, who.actor, submission, prepared));
    return { row, openLike: prepared.openLike };
  } catch (error) {
    // A retry is answered with what it did, even when by now the item is withdrawn or the authority taken back.
    if (!(error instanceof Problem)) throw error;
    const done = await findCaseByAction(ground.db, submission.actionId);
    if (!done) throw error;
    return repeated(ground, who, submission, done);
  }
}

/** A retry is answered with the case that the first request made, if it was this person's and said the same. */
async function repeated(
  ground: Ground,
  who: Who,
  submission: Submission,
  done: CaseRow & { doneKind: string },
): Promise<Submitted> {
  if (done.doneKind !== 'submit') throw caseProblems.actionReused();
  who.allow(await tiesOf(ground, done, who.actor));
  if (!(await isSameSubmission(ground, who.actor, submission, done))) throw caseProblems.actionReused();
  return { row: done, openLike: [] };
}

export interface Prepared {
  item: ItemVersion;
  applicant: Applicant;
  answers: Record<string, unknown>;
  atCounter: boolean;
  stand: { door: Door; outletId: string | null };
  /** How far the counter may take it. */
  scope: Scope;
  number: string;
  openLike: Submitted['openLike'];
  /** The files belong to the matter that this case is a part of, and are given to it to read. */
  isPart?: boolean;
  /** What it is a part of, as the receipt says it; absent: a life event. */
  partOf?: string;
  /** Who owns the files until they are the case's, where nobody who is signed in hands them in. */
  filesOf?: string;
}

/** Everything that can be checked without a transaction. */
export async function prepare(ground: Ground, actor: Actor, submission: Submission): Promise<Prepared> {
  const now = ground.clock.now();
  const day = shanghaiDay(now);
  const item = await getVersionInForce(ground, submission.itemId, day);
  if (!item) throw caseProblems.itemNotOpen();
  const atCounter = isStaff(actor) && Object.keys(submission.applicant).length > 0;
  const { organisationId } = submission.applicant;
  const personId = organisationId ? null : (submission.applicant.personId ?? actor.personId);
  const [applicant, openLike] = await ground.db.together((reader) =>
    Promise.all([
      applicantOf(ground, reader, actor, submission, item),
      findOpenLike(reader, submission.itemId, { personId, organisationId: organisationId ?? null }),
    ]),
  );
  if (!item.body.applicants.includes(applicant.kind))
    throw caseProblems.notForApplicant({ applicants: item.body.applicants });
  const { situations, materials } = submission;
  const answers = checkAnswers(item, { answers: submission.answers, situations }, day);
  const faults = faultsOf(item.body, answers, situations, materials, atCounter ? 'counter' : 'distance');
  if (faults.length > 0) throw caseProblems.materialsMissing({ materials: faults });
  if (submission.delivery.way === 'posted' && !submission.delivery.address?.trim()) throw caseProblems.addressMissing();
  if (submission.signature.way === 'drawn' && !submission.signature.drawing) throw caseProblems.notSigned();
  await mayStillUndertake(ground.db, applicant, submission, day);
  const stand = await standOf(ground, actor, atCounter);
  const scope = await scopeOf(ground, item, stand, day);
  const serial = await takeNumber(ground.db, `case/${day.slice(0, 4)}`);
  const number = `${ground.district.code}-${day.slice(0, 4)}-${String(serial).padStart(7, '0')}`;
  return { item, applicant, answers, atCounter, stand, scope, number, openLike };
}

const channelOf = ({ atCounter, stand, isPart, partOf = '一件事联办' }: Prepared): string =>
  `${stand.door === 'kiosk' ? '自助机' : atCounter ? '窗口' : '网上'}${isPart ? `（${partOf}）` : ''}`;

/** Writes the case, its first action, its receipt and its event. Returns the projection. */
export async function submitIn(
  ground: Ground,
  tx: Tx,
  actor: Actor,
  submission: Submission,
  prepared: Prepared,
): Promise<CaseRow> {
  const { item, applicant, answers, stand, number } = prepared;
  const now = ground.clock.now();
  const id = newId();
  const { calendar, no } = calendarsOf(ground).latest;
  const due = dueAfter(noDue, 'submitted', now, item.body, calendar);
  const expiresOn = renewalUntil(item.body, answers, shanghaiDay(now), calendar);
  const renewing = item.body.renewal ? { expiresOn } : {};
  const row: CaseRow = {
    id,
    number,
    trackCode: `${number}-${newCode(14)}`,
    itemId: submission.itemId,
    itemVersion: item.version,
    itemName: item.body.name,
    departmentId: item.departmentId,
    ...stand,
    personId: applicant.personId,
    organisationId: applicant.organisationId,
    agentId: applicant.agentId,
    applicantName: applicant.name,
    state: 'submitted',
    holderId: null,
    seq: 1,
    headHash: '',
    submittedAt: now,
    acceptedAt: null,
    decidedAt: null,
    endedAt: null,
    outcome: null,
    feeState: 'none',
    rated: false,
    ...noClock,
    ...due,
    expiresOn,
    calendarNo: no,
  };
  const action: Omit<Action, 'hash'> = {
    caseId: id,
    seq: 1,
    id: submission.actionId,
    kind: 'submit',
    fromState: null,
    toState: 'submitted',
    at: now,
    ...standing(actor, row),
    facts: {
      answers,
      situations: submission.situations,
      materials: await withCopies({ ground, tx, item, actor }, row, submission.materials),
      delivery: submission.delivery,
      signature: submission.signature,
      ...(submission.keepMaterials ? { keepMaterials: true } : {}),
      ...(submission.undertaking ? { undertaking: submission.undertaking } : {}),
      ...renewing,
    },
    prevHash: beginning,
  };
  row.headHash = hashAction(action);
  insertCase(tx, row);
  insertAction(tx, { ...action, hash: row.headHash });
  const fileIds = submission.materials.flatMap(({ fileIds }) => fileIds);
  if (submission.draftId) lockDraft(tx, submission.draftId);
  if (prepared.isPart) shareFiles(tx, { fileIds, subjectKind: 'case', subjectId: id });
  else if (fileIds.length > 0)
    await attachFiles(tx, {
      fileIds,
      ownerId: prepared.filesOf ?? actor.accountId!,
      subjectKind: 'case',
      subjectId: id,
    });
  const names = new Map(item.body.materials.map((material) => [material.id, material]));
  await paper({ ground, tx, now, item, actor }, row, 'receipt', {
    submittedAt: now.toISOString(),
    channel: channelOf(prepared),
    materials: submission.materials
      .filter(({ how }) => how !== 'missing' && how !== 'later' && how !== 'promised')
      .map(({ materialId }) => ({ name: names.get(materialId)?.name ?? materialId })),
    ...(due.fatalOn ? { dueOn: due.fatalOn } : {}),
  });
  if (submission.draftId) endDraftIn(tx, submission.draftId, actor.accountId!, now);
  announce(tx, undefined, row, 'submit', now, false, prepared.atCounter ? actor.accountId : null);
  return row;
}
