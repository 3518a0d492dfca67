/** Handing in what was missing: the case goes back to the front desk, and its five days begin again. */
import { attachFiles } from '#modules/documents';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { contentOf, type HandedIn } from '../case.ts';
import { checkAnswers, givenOf } from '../intake/check-answers.ts';
import { faultsOf } from '../intake/check-submission.ts';
import { withCopies } from '../intake/from-locker.ts';
import { renewalUntil } from '../intake/renewal.ts';
import { caseProblems } from '../problems.ts';
import { readActions, type CaseRow } from '../store.ts';
import { mayStillUndertake } from '../undertakings/undertake.ts';
import { takeStep, type Deed, type Planner, type Who } from '../take-step.ts';

export interface Supplement extends Deed {
  answers?: Record<string, unknown>;
  situations?: Record<string, string>;
  materials?: HandedIn[];
  undertaking?: unknown;
}

/**
 * Takes in what came: whether it is all, the front desk says. But something must have come, of what the item asks for, and nothing that
 * was there is taken away by it. Throws `nothingSupplemented`, `answersInvalid`, `materialsMissing`.
 */
export const supplement = (ground: Ground, who: Who, caseId: string, deed: Supplement): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'supplement', deed, planSupplement(deed));

/** The plan of the step; `filesOf` owns the files where nobody who is signed in hands them in. */
export const planSupplement =
  (deed: Supplement, filesOf?: string): Planner =>
  async (row, context) => {
    const caseId = row.id;
    const { tx, item, actor, now, calendar } = context;
    const { answers, situations, materials = [] } = deed;
    const empty = Object.keys({ ...answers, ...situations }).length === 0 && materials.length === 0;
    if (empty) throw caseProblems.nothingSupplemented();
    const before = contentOf(await readActions(tx, caseId));
    const whole = {
      answers: { ...before.answers, ...answers },
      situations: { ...before.situations, ...situations },
    };
    const counting = answers || situations ? checkAnswers(item, whole, shanghaiDay(now)) : before.answers;
    const faults = faultsOf(
      item.body,
      counting,
      whole.situations,
      materials,
      row.door === 'portal' ? 'distance' : 'counter',
    );
    const named = new Set(materials.map(({ materialId }) => materialId));
    const wrong = faults.filter(({ materialId }) => named.has(materialId));
    const gone = materials.filter(({ how }) => how === 'missing').map(({ materialId }) => ({ materialId, name: materialId, fault: 'missing' })); // prettier-ignore
    if (wrong.length + gone.length > 0) throw caseProblems.materialsMissing({ materials: [...wrong, ...gone] });
    await mayStillUndertake(tx, row, { materials, undertaking: deed.undertaking }, shanghaiDay(now));
    const fileIds = materials.flatMap((handed) => handed.fileIds);
    if (fileIds.length > 0)
      await attachFiles(tx, { fileIds, ownerId: filesOf ?? actor.accountId!, subjectKind: 'case', subjectId: caseId });
    return {
      facts: {
        ...(answers ? { answers: givenOf(counting, answers) } : {}),
        ...(situations ? { situations } : {}),
        ...(materials.length > 0 ? { materials: await withCopies(context, row, materials) } : {}),
        ...(deed.undertaking ? { undertaking: deed.undertaking } : {}),
        ...(item.body.renewal
          ? { expiresOn: renewalUntil(item.body, counting, shanghaiDay(row.submittedAt), calendar) }
          : {}),
      },
    };
  };
