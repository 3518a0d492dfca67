/** Handing in what was missing: the case goes back to the front desk, and its five days begin again. */
import { validateAnswers } from '#modules/catalogue';
import { attachFiles } from '#modules/documents';
import { checkCreditCode, checkIdNumber } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { contentOf, type HandedIn } from '../case.ts';
import { caseProblems } from '../problems.ts';
import { readActions, type CaseRow } from '../store.ts';
import { takeStep, type Deed, type Who } from '../take-step.ts';

interface Supplement extends Deed {
  answers?: Record<string, unknown>;
  situations?: Record<string, string>;
  materials?: HandedIn[];
}

/** Takes in what came, whatever it is: whether it is all, the front desk says. */
export const supplement = (ground: Ground, who: Who, caseId: string, deed: Supplement): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'supplement', deed, async (_, { tx, item, actor, now }) => {
    const { answers, situations, materials } = deed;
    if (answers || situations) {
      const before = contentOf(await readActions(tx, caseId));
      const day = shanghaiDay(now);
      const checked = validateAnswers(
        item,
        { answers: { ...before.answers, ...answers }, situations: { ...before.situations, ...situations } },
        {
          idNumber: (text) => checkIdNumber('residentCard', text, day).ok,
          creditCode: (text) => checkCreditCode(text).ok,
        },
      );
      if (!checked.ok) throw caseProblems.answersInvalid({ fields: checked.fields });
    }
    const fileIds = (materials ?? []).flatMap((handed) => handed.fileIds);
    if (fileIds.length > 0)
      await attachFiles(tx, { fileIds, ownerId: actor.accountId!, subjectKind: 'case', subjectId: caseId });
    return {
      facts: {
        ...(answers ? { answers } : {}),
        ...(situations ? { situations } : {}),
        ...(materials ? { materials } : {}),
      },
    };
  });
