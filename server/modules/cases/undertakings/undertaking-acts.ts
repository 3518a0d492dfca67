/** What becomes of an undertaking: made good, sent back, lapsed by the rule, checked; and a decision that is revoked (行政许可法 art. 69). */
import { attachFiles, documentsOf } from '#modules/documents';
import { dueOn, overdueFrom } from '#modules/deadlines';
import { tell } from '#modules/notices';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { nobody } from '#platform/permissions';
import { faultsOf } from '../intake/check-submission.ts';
import { withCopies } from '../intake/from-locker.ts';
import { contentOf, type HandedIn } from '../case.ts';
import { openPauses } from '../clocks.ts';
import { basisOf, departmentOf, paper, remediesIn } from '../papers.ts';
import { caseProblems } from '../problems.ts';
import { getCaseRow, readActions, type CaseRow } from '../store.ts';
import { takeStep, type Deed, type Planner, type StepContext, type Who } from '../take-step.ts';
import { isForOthers } from '../ties.ts';
import { peopleConcerned } from '../who-is-told.ts';
import { getVersion } from '#modules/catalogue';
import {
  barredUntil,
  consequencesOf,
  holdOf,
  holdsBack,
  isCurable,
  releaseOf,
  sayConsequences,
  type Undertaking,
} from './undertaking.ts';
import { revocationGrounds, type RevocationGround } from './revocation.ts';
import { casesLapsing, enterRecord, moveUndertakings, takeReminders, undertakingsOf } from './undertaking-store.ts';

const idsOf = (some: readonly Undertaking[]): string[] => some.map(({ id }) => id);

/**
 * Hands in what was undertaken. It counts as made good with this; the department looks at it and may send it back. Throws `nothingToCure`,
 * `materialsMissing`.
 */
export const cure = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Deed & { materials: HandedIn[] },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'cure', deed, async (row, context) => {
    const { tx, item, actor, now } = context;
    const { materials } = deed;
    const open = (await undertakingsOf(tx, caseId)).filter(isCurable);
    const wanted = new Map(open.map((one) => [one.materialId, one]));
    if (materials.some(({ materialId }) => !wanted.has(materialId))) throw caseProblems.nothingToCure();
    const { answers, situations } = contentOf(await readActions(tx, caseId));
    const atCounter = isForOthers(actor, row);
    const named = new Set(materials.map(({ materialId }) => materialId));
    const faults = faultsOf(item.body, answers, situations, materials, atCounter ? 'counter' : 'distance').filter(
      ({ materialId }) => named.has(materialId),
    );
    const gone = materials.filter(({ how }) => how === 'missing' || how === 'later' || how === 'promised');
    if (faults.length + gone.length > 0) {
      const missing = gone.map(({ materialId }) => ({ materialId, name: materialId, fault: 'missing' }));
      throw caseProblems.materialsMissing({ materials: [...faults, ...missing] });
    }
    const fileIds = materials.flatMap((handed) => handed.fileIds);
    if (fileIds.length > 0)
      await attachFiles(tx, { fileIds, ownerId: actor.accountId!, subjectKind: 'case', subjectId: caseId });
    const cured = materials.map(({ materialId }) => wanted.get(materialId)!);
    moveUndertakings(tx, idsOf(cured), { state: 'cured', endedAt: now });
    const handed = await withCopies(context, row, materials);
    const ids = new Set(idsOf(cured));
    const held = holdsBack(item.body, open).some(({ id }) => !ids.has(id));
    const clock = held ? undefined : releaseOf(row, shanghaiDay(now));
    const reason = cured.map(({ materialName }) => materialName).join('、');
    return { facts: { materials: handed, reason, ...(clock ? { clock } : {}) } };
  });

/** Days that the applicant has at least when something was sent back. */
const freshLimit = { value: 5, unit: 'workingDay' } as const;

/** What was handed in does not do: the undertaking is open once more, with its day or at least five working days. Throws `nothingToReturn`. */
export const returnCure = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Deed & { materialId: string; reason: string },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'returnCure', deed, async (row, { tx, now, calendar, item }) => {
    const { materialId, reason } = deed;
    const cured = (await undertakingsOf(tx, row.id)).find((one) => one.materialId === materialId && one.state === 'cured'); // prettier-ignore
    if (!cured) throw caseProblems.nothingToReturn();
    const fresh = dueOn({ from: shanghaiDay(now), limit: freshLimit, calendar }).date;
    const last = cured.dueOn && cured.dueOn > fresh ? cured.dueOn : fresh;
    moveUndertakings(tx, [cured.id], { state: 'open', endedAt: null, dueOn: last, nextAt: overdueFrom(last) });
    const again: Undertaking = { ...cured, state: 'open', dueOn: last };
    // Where the result was not made out yet, it waits once more.
    const waits = row.state === 'granted' && openPauses(row).length === 0;
    const clock = waits ? holdOf(row, holdsBack(item.body, [again]), shanghaiDay(now)) : undefined;
    return { facts: { materialId, reason, dueOn: last, ...(clock ? { clock } : {}) } };
  });

/** An entry in the record of promises, where the item names that consequence. */
function enter({ tx, now, item }: StepContext, row: CaseRow, one: Undertaking, what: string): void {
  if (!consequencesOf(item.body, one.kind).includes('record')) return;
  enterRecord(tx, {
    id: newId(),
    undertakingId: one.id,
    caseId: row.id,
    personId: row.organisationId ? null : row.personId,
    organisationId: row.organisationId,
    enteredAt: now,
    what,
    barredUntil: barredUntil(item.body, one.kind, shanghaiDay(now)) ?? null,
  });
}

/** Nothing came by the last day: the consequences that the item names, told in writing with the remedies. */
const lapse: Planner = async (row, context) => {
  const { tx, now, item } = context;
  const over = (await undertakingsOf(tx, row.id)).filter(({ nextAt }) => nextAt !== null && nextAt <= now);
  if (over.length === 0) throw caseProblems.nothingToCure();
  const consequences = consequencesOf(item.body, 'tolerance');
  // What the result waits for can still come, and a head may still revoke; otherwise nothing more depends on it.
  const stays = consequences.includes('withhold') || consequences.includes('revoke');
  moveUndertakings(tx, idsOf(over), { state: 'lapsed', endedAt: stays ? null : now });
  for (const one of over) enter(context, row, one, `${one.materialName}逾期未补`);
  await paper(context, row, 'undertakingNotice', {
    madeOn: over[0]!.madeOn,
    dueOn: over[0]!.dueOn!,
    materials: over.map(({ materialName }) => materialName),
    consequences: sayConsequences(item.body, 'tolerance', shanghaiDay(now)),
    ...remediesIn(context.ground),
  });
  return { facts: { undertakingIds: idsOf(over), reason: over.map(({ materialName }) => materialName).join('、') } };
};

const rule: Who = { actor: nobody, allow: () => {} };
/** States in which nothing depends on what was undertaken: no decision was made, or it was refused. */
const without = new Set(['withdrawn', 'notAccepted', 'notNeeded', 'referredOut', 'lapsed', 'refused', 'revoked']);

/** Acts on what is over its day, each case in its own transaction. Returns how many cases there were. */
export async function lapseByRule(ground: Ground): Promise<number> {
  const due = await casesLapsing(ground.db, ground.clock.now());
  for (const { caseId } of due) {
    try {
      const { state, outcome } = await getCaseRow(ground.db, caseId);
      if (without.has(state) || outcome === 'refused') {
        await ground.db.transaction(async (tx) => {
          const open = (await undertakingsOf(tx, caseId)).filter(({ endedAt }) => endedAt === null);
          moveUndertakings(tx, idsOf(open), { state: 'ended', endedAt: ground.clock.now() });
        });
      } else await takeStep(ground, rule, caseId, 'lapseUndertaking', { actionId: newId() }, lapse);
    } catch (error) {
      // One case with a wrong setting must not keep the others waiting.
      ground.log.error({ err: error, caseId }, 'an undertaking could not lapse');
    }
  }
  return due.length;
}

/** Reminds applicants two working days before their last one, once. Returns how many reminders there were. */
export const remind = (ground: Ground): Promise<number> =>
  ground.db.transaction(async (tx) => {
    const due = await takeReminders(tx, ground.clock.now());
    for (const { caseId, dueOn: until } of due) {
      const row = await getCaseRow(tx, caseId);
      const { body } = await getVersion(ground, row.itemId, row.itemVersion);
      const facts = {
        caseNumber: row.number,
        itemName: body.plainName ?? body.name,
        itemNameEn: body.plainNameEn ?? body.nameEn ?? body.name,
        departmentName: (await departmentOf(ground, row.departmentId)).name,
        until: until!,
      };
      const people = await peopleConcerned(ground, tx, { ...row, ownerId: row.agentId ?? row.personId });
      tell(
        ground,
        tx,
        people.map((personId) => ({ personId, subjectId: caseId, template: 'cureSoon', facts })),
      );
    }
    return due.length;
  });

/** The check of a promise: true, or false with what follows. Throws `nothingToCheck`. */
export const checkPromise = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Deed & { materialId: string; kept: boolean; finding: string; fileIds?: string[] },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'checkPromise', deed, async (row, context) => {
    const { materialId, kept, finding, fileIds = [] } = deed;
    const { tx, now, item } = context;
    const one = (await undertakingsOf(tx, row.id)).find((each) => each.materialId === materialId && each.kind === 'promise' && each.state === 'open'); // prettier-ignore
    if (!one) throw caseProblems.nothingToCheck();
    if (fileIds.length > 0)
      await attachFiles(tx, { fileIds, ownerId: who.actor.accountId!, subjectKind: 'case', subjectId: caseId });
    const revocable = !kept && consequencesOf(item.body, 'promise').includes('revoke');
    moveUndertakings(tx, [one.id], { state: kept ? 'kept' : 'broken', endedAt: revocable ? null : now });
    if (!kept) enter(context, row, one, `${one.materialName}承诺不实`);
    await paper(context, row, 'promiseCheck', {
      checkedOn: shanghaiDay(now),
      materials: [one.materialName],
      kept,
      finding,
      consequences: sayConsequences(item.body, 'promise', shanghaiDay(now)),
      ...remediesIn(ground),
    });
    return { facts: { materialId, kept, reason: finding, fileIds } };
  });

/**
 * Takes back what was granted: by the head, on one of the grounds of art. 69, after the holder was told and heard (art. 7), with the
 * remedies. What was undertaken ends with it. Throws `heardOnWrong`, and `ruleNeeded` where neither the item nor what is named allows it.
 */
export const revoke = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Deed & { ground: RevocationGround; rule?: string; reason: string; heardOn: string; heard: string },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'revoke', deed, async (row, context) => {
    const { tx, now, item } = context;
    const { ground: on, reason, heardOn, heard } = deed;
    const { article, text, deceit } = revocationGrounds[on];
    if (heardOn < shanghaiDay(row.decidedAt ?? now) || heardOn > shanghaiDay(now)) throw caseProblems.heardOnWrong();
    const undertaken = await undertakingsOf(tx, caseId);
    const rule = on === 'otherwise' ? deed.rule?.trim() : undefined;
    const byItem = undertaken.some(({ state, kind }) => state === 'lapsed' && consequencesOf(item.body, kind).includes('revoke')); // prettier-ignore
    if (on === 'otherwise' && !rule && !byItem) throw caseProblems.ruleNeeded();
    const result = (await documentsOf(tx, caseId)).findLast(({ kind }) => kind === 'resultProof');
    await paper(context, row, 'revocation', {
      decidedOn: shanghaiDay(row.decidedAt ?? now),
      ground: { article, text, deceit, ...(rule ? { rule } : {}) },
      reasons: [reason],
      heardOn,
      heard,
      basis: basisOf(context),
      ...(result ? { resultNumber: result.number } : {}),
      ...remediesIn(ground),
    });
    const open = undertaken.filter(({ endedAt }) => endedAt === null);
    moveUndertakings(tx, idsOf(open), { state: 'ended', endedAt: now });
    return { facts: { ground: on, ...(rule ? { rule } : {}), reason, heardOn, heard } };
  });
