/** Undertakings begin with acceptance: what is missing then follows, or is promised, as the applicant has signed. */
import { dueOn, overdueFrom, type ClockEvent } from '#modules/deadlines';
import { shanghaiDay } from '#platform/clock';
import type { Reader } from '#platform/db';
import { newId } from '#platform/ids';
import { contentOf, type Action, type HandedIn } from '../case.ts';
import { dueAfter } from '../clocks.ts';
import { paper } from '../papers.ts';
import { caseProblems } from '../problems.ts';
import { readActions, type CaseRow } from '../store.ts';
import type { StepContext } from '../take-step.ts';
import { cureBy, holdOf, holdsBack, isDrawn, knowsUndertakings, promiseOf, remindAt, sayConsequences, wayOf, type Undertaking, type Way } from './undertaking.ts'; // prettier-ignore
import { findBar, insertUndertaking, moveUndertakings, setCheckDay, undertakingsOf } from './undertaking-store.ts';

/**
 * What is asked before an undertaking is taken: it is signed, and the applicant has broken none in the time for which that counts. Throws
 * `undertakingNotSigned`, `barredFromUndertaking`.
 */
export async function mayStillUndertake(
  reader: Reader,
  party: Pick<CaseRow, 'personId' | 'organisationId'>,
  given: { materials: readonly HandedIn[]; undertaking?: unknown },
  today: string,
): Promise<void> {
  if (!given.materials.some((material) => wayOf(material))) return;
  if (!given.undertaking) throw caseProblems.undertakingNotSigned();
  const until = await findBar(reader, party, today);
  if (until) throw caseProblems.barredFromUndertaking({ until });
}

const signedHows = { drawn: '手写签名（电子）', confirmed: '实名确认' } as const;
/** How the last undertaking was signed. */
function signedHow(actions: readonly Pick<Action, 'facts'>[]): string {
  const signed = actions.findLast(({ facts }) => facts.undertaking)?.facts.undertaking as
    | { way: keyof typeof signedHows }
    | undefined;
  return signedHows[signed?.way ?? 'confirmed'];
}

/** Makes the undertakings of a case that is accepted on a day, with their papers. Returns what the act says of them. */
export async function undertake(
  context: StepContext,
  row: CaseRow,
  acceptedOn: string,
): Promise<{ undertakings?: { id: string; materialId: string; way: Way; dueOn: string | null }[] }> {
  if (!knowsUndertakings(context.item.body)) return {};
  const { tx, item, calendar, actor } = context;
  const actions = await readActions(tx, row.id);
  const missing = contentOf(actions).materials.flatMap((handed) => {
    const way = wayOf(handed);
    return way ? [{ materialId: handed.materialId, way }] : [];
  });
  if (missing.length === 0) return {};
  const names = new Map(item.body.materials.map(({ id, name }) => [id, name]));
  const made: Undertaking[] = missing.map(({ materialId, way }) => {
    const last = way === 'tolerance' ? cureBy(item.body, acceptedOn, calendar) : null;
    return {
      id: newId(),
      caseId: row.id,
      materialId,
      materialName: names.get(materialId) ?? materialId,
      kind: way,
      state: 'open',
      madeOn: acceptedOn,
      dueOn: last,
      personId: row.personId,
      organisationId: row.organisationId,
      departmentId: row.departmentId,
      sampled: way === 'promise' && isDrawn(row.id, materialId, promiseOf(item.body).checkShare),
      remindAt: last ? remindAt(last, calendar) : null,
      nextAt: last ? overdueFrom(last) : null,
      endedAt: null,
    };
  });
  for (const one of made) insertUndertaking(tx, one);
  for (const way of ['tolerance', 'promise'] as const) {
    const own = made.filter(({ kind }) => kind === way);
    if (own.length === 0) continue;
    await paper({ ...context, actor }, row, 'undertaking', {
      way,
      materials: own.map(({ materialName }) => ({ name: materialName })),
      madeOn: acceptedOn,
      ...(way === 'tolerance' ? { cureBy: own[0]!.dueOn! } : {}),
      consequences: sayConsequences(item.body, way),
      signedBy: row.applicantName,
      signedHow: signedHow(actions),
    });
  }
  return {
    undertakings: made.map(({ id, materialId, kind, dueOn: last }) => ({ id, materialId, way: kind, dueOn: last })),
  };
}

/** From the decision on, the promises that were drawn are checked within the time that the item names. */
export function beginChecks({ tx, item, now, calendar }: StepContext, row: CaseRow): void {
  if (!item.body.materials.some(({ requirement }) => requirement === 'byPromise')) return;
  const limit = promiseOf(item.body).checkWithin;
  setCheckDay(tx, row.id, dueOn({ from: shanghaiDay(now), limit, calendar }).date);
}

/** What still holds the result back: the item withholds it until everything has followed. Throws `withheldUntilCured`. */
export async function mustNotBeWithheld(context: StepContext, row: CaseRow): Promise<void> {
  const open = await withheldBy(context.tx, context, row.id);
  if (open.length > 0) throw caseProblems.withheldUntilCured({ materials: open });
}

/** Names of the materials for which the result is held back. */
export async function withheldBy(
  reader: Reader,
  { item }: Pick<StepContext, 'item'>,
  caseId: string,
): Promise<string[]> {
  return (await heldBy(reader, { item }, caseId)).map(({ materialName }) => materialName);
}

/** What the result waits for; most items hold nothing back and read nothing. */
async function heldBy(reader: Reader, { item }: Pick<StepContext, 'item'>, caseId: string): Promise<Undertaking[]> {
  return knowsUndertakings(item.body) ? holdsBack(item.body, await undertakingsOf(reader, caseId)) : [];
}

/**
 * What a decision that grants says of the delivery: by when, or that its clock stands still until what was undertaken has come. `facts` belong to
 * the act, `paper` to the decision.
 */
export async function deliveryAfter(
  context: StepContext,
  row: CaseRow,
): Promise<{ facts: { clock?: ClockEvent }; paper: { deliverBy?: string; waitsFor?: string[] } }> {
  const { tx, item, now, calendar } = context;
  const held = await heldBy(tx, context, row.id);
  const clock = holdOf(row, held, shanghaiDay(now));
  if (clock) return { facts: { clock }, paper: { waitsFor: held.map(({ materialName }) => materialName) } };
  const deliverBy = dueAfter(row, 'granted', now, item.body, calendar).fatalOn;
  return { facts: {}, paper: deliverBy ? { deliverBy } : {} };
}

/** Nothing depends any more on what was undertaken: the case ends without a grant. What has been made good or broken stays as it is. */
export async function endUndertakings({ tx, item, now }: StepContext, row: CaseRow): Promise<void> {
  if (!knowsUndertakings(item.body)) return;
  const open = (await undertakingsOf(tx, row.id)).filter(({ endedAt }) => endedAt === null);
  if (open.length > 0) moveUndertakings(tx, open.map(({ id }) => id), { state: 'ended', endedAt: now }); // prettier-ignore
}
