/** The body that is sent for a step, made of what its dialog has gathered, or the first thing that is missing. Pure. */
import type { CaseWhole } from '#modules/cases/contract';
import { today } from '#web/words/dates.ts';
import type { StaffStep } from './next-step.ts';
import { bad, dated, filled, good, type Drafted } from './drafted.ts';
import { hearingBody, undertakingBody } from './rare-body.ts';
import { fenOf, type StepDraft } from './step-draft.ts';

/** The body of the step, or the first thing that is missing. */
export function bodyOf(kind: StaffStep, draft: StepDraft, whole: CaseWhole): Drafted {
  const reason = draft.reason.trim();
  switch (kind) {
    case 'accept':
      return good({});
    case 'askSupplement': {
      const wanted = [
        ...Object.entries(draft.wanted)
          .filter(([, what]) => what.trim() !== '')
          .map(([materialId, what]) => ({ materialId, what: what.trim() })),
        ...draft.wantedOther
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => ({ what: line.trim().slice(0, 500) })),
      ];
      return wanted.length > 0 ? good({ wanted }) : bad('wantedNone');
    }
    case 'supplement': {
      const { answers, materials } = draft;
      const some = materials.length > 0 || Object.keys(answers).length > 0;
      return some
        ? good({
            ...(materials.length > 0 ? { materials } : {}),
            ...(Object.keys(answers).length > 0 ? { answers } : {}),
          })
        : bad('nothingChanged');
    }
    case 'examine':
      return draft.opinion.trim() === ''
        ? bad('opinionNeeded')
        : good({ opinion: draft.opinion.trim(), proposal: draft.proposal });
    case 'grant':
      return good({
        ...filled({ opinion: draft.opinion, conditions: draft.conditions }),
        ...(draft.issueNow ? { issueNow: true } : {}),
      });
    case 'issue':
      return good(filled({ validUntil: draft.validUntil, content: draft.content }));
    case 'deliver':
      return good({
        way: draft.way,
        ...filled({ to: draft.to, proof: draft.proof }),
        ...(draft.way === 'posted' && draft.on !== '' && draft.on !== today() ? { servedOn: draft.on } : {}),
      });
    case 'withdraw':
      return good(filled({ reason }));
    case 'sendOn':
      if (!draft.departmentId) return bad('departmentNeeded');
      return reason === '' ? bad('reasonNeeded') : good({ departmentId: draft.departmentId, reason });
    case 'referOut':
      if (draft.office.trim() === '') return bad('officeNeeded');
      return reason === '' ? bad('reasonNeeded') : good({ office: draft.office.trim(), reason });
    case 'correct': {
      const name = draft.applicantName.trim();
      const renamed = name !== '' && name !== whole.case.applicantName;
      if (!renamed && Object.keys(draft.answers).length === 0) return bad('nothingChanged');
      if (reason === '') return bad('reasonNeeded');
      return good({
        reason,
        ...(renamed ? { applicantName: name } : {}),
        ...(Object.keys(draft.answers).length > 0 ? { answers: draft.answers } : {}),
      });
    }
    case 'askFee': {
      const items = draft.fees.map(({ name, amount, basis }) => ({
        name: name.trim(),
        amountFen: fenOf(amount) ?? 0,
        basis: basis.trim(),
      }));
      const whole_ = items.every(({ name, amountFen, basis }) => name !== '' && amountFen > 0 && basis !== '');
      return items.length > 0 && whole_ ? good({ items }) : bad('feeWrong');
    }
    case 'pause':
      if (reason === '') return bad('reasonNeeded');
      if (draft.plannedEnd === '') return bad('plannedEndNeeded');
      return dated(draft, { procedure: draft.procedure, reason, plannedEnd: draft.plannedEnd });
    case 'resume':
      if (draft.eventId === '') return bad('whichNeeded');
      return dated(draft, { pauseId: draft.eventId, ...filled({ outcome: reason }) });
    case 'askExtension':
    case 'extend':
      if (!/^([1-9]|1[0-5])$/.test(draft.days.trim())) return bad('daysWrong');
      return reason === '' ? bad('reasonNeeded') : good({ days: Number(draft.days), reason });
    case 'offerHearing':
    case 'askForHearing':
    case 'waiveHearing':
    case 'setHearing':
    case 'recordHearing':
      return hearingBody(kind, draft, whole);
    case 'cure':
    case 'returnCure':
    case 'checkPromise':
    case 'revoke':
      return undertakingBody(kind, draft);
    case 'cancelClock':
      if (draft.eventId === '') return bad('whichNeeded');
      return reason === '' ? bad('reasonNeeded') : good({ eventId: draft.eventId, reason });
    case 'refuseAcceptance':
    case 'sayNotNeeded':
    case 'declineExtension':
    case 'refuse':
    case 'waiveFee':
    case 'refundFee':
      return reason === '' ? bad('reasonNeeded') : good({ reason });
  }
}
