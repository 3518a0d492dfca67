/** The bodies of the rarer steps: hearings (行政许可法 art. 46 to 48), and what was undertaken. Pure. */
import type { CaseWhole } from '#modules/cases/contract';
import { bad, dated, filled, good, type Drafted } from './drafted.ts';
import type { HearingStep, UndertakingStep } from './next-step.ts';
import type { StepDraft } from './step-draft.ts';

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The bodies of the steps of a hearing. */
export function hearingBody(kind: HearingStep, draft: StepDraft, whole: CaseWhole): Drafted {
  const reason = draft.reason.trim();
  const why = filled({ reason });
  const parties = linesOf(draft.parties);
  switch (kind) {
    case 'offerHearing':
      if (reason === '') return bad('reasonNeeded');
      return parties.some((name) => name.length > 100) ? bad('partiesWrong') : good({ reason, parties });
    case 'askForHearing':
      return dated(draft, { by: draft.by, ...why });
    case 'waiveHearing':
      return good({ by: draft.by, ...why });
    case 'setHearing': {
      if (draft.heldOn === '' || !/^\d{2}:\d{2}$/.test(draft.heldTime)) return bad('heldAtNeeded');
      const place = draft.place.trim();
      if (place === '') return bad('placeNeeded');
      if (draft.presidingId === '') return bad('presidingNeeded');
      if (whole.hearing?.state !== 'asked' && reason === '') return bad('reasonNeeded');
      const heldAt = new Date(`${draft.heldOn}T${draft.heldTime}:00+08:00`).toISOString();
      return good({ heldAt, place, presidingAccountId: draft.presidingId, ...why });
    }
    case 'recordHearing': {
      const record = draft.record.trim();
      const outcome = draft.outcome.trim();
      if (record === '' || outcome === '') return bad('recordNeeded');
      return dated(draft, { held: draft.held, present: linesOf(draft.present), record, outcome });
    }
  }
}

/** The bodies of the steps about what was undertaken. */
export function undertakingBody(kind: UndertakingStep, draft: StepDraft): Drafted {
  const reason = draft.reason.trim();
  switch (kind) {
    case 'cure':
      return draft.materials.length > 0 ? good({ materials: draft.materials }) : bad('nothingChanged');
    case 'returnCure':
      if (draft.materialId === '') return bad('whichNeeded');
      return reason === '' ? bad('reasonNeeded') : good({ materialId: draft.materialId, reason });
    case 'checkPromise': {
      if (draft.materialId === '') return bad('whichNeeded');
      return reason === ''
        ? bad('reasonNeeded')
        : good({ materialId: draft.materialId, kept: draft.held, finding: reason });
    }
    case 'revoke': {
      if (draft.ground === '') return bad('groundNeeded');
      const heard = draft.heard.trim();
      if (reason === '') return bad('reasonNeeded');
      if (heard === '' || draft.heldOn === '') return bad('heardNeeded');
      const rule = draft.ground === 'otherwise' && draft.rule.trim() ? { rule: draft.rule.trim() } : {};
      return good({ ground: draft.ground, ...rule, reason, heardOn: draft.heldOn, heard });
    }
  }
}
