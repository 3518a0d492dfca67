/** What the dialog of a step has gathered, and the body that is sent for it. Pure. */
import type { CaseWhole, HandedIn, Procedure } from '#modules/cases/contract';
import type { ItemBody } from '#modules/catalogue/contract';
import { today } from '#web/words/dates.ts';
import type { StaffStep } from './next-step.ts';

export interface FeeDraft {
  name: string;
  /** As typed, in yuan. */
  amount: string;
  basis: string;
}

export interface StepDraft {
  reason: string;
  /** What is wrong with a material, by its id; absent: nothing is wanted of it. */
  wanted: Readonly<Record<string, string>>;
  /** Other things that are wanted, one on each line. */
  wantedOther: string;
  departmentId: string | undefined;
  office: string;
  opinion: string;
  proposal: 'grant' | 'refuse';
  issueNow: boolean;
  conditions: string;
  validUntil: string;
  content: string;
  way: 'collected' | 'posted' | 'electronic';
  to: string;
  proof: string;
  fees: readonly FeeDraft[];
  applicantName: string;
  /** Answers that were changed. */
  answers: Readonly<Record<string, unknown>>;
  materials: readonly HandedIn[];
  procedure: Procedure;
  plannedEnd: string;
  /** The day on which it takes effect, and why it is not today. */
  on: string;
  because: string;
  /** Days more, as typed. */
  days: string;
  /** What stands on the clock and is meant. */
  eventId: string;
}

/** What is wrong with a draft; its words are in `step-words.ts`. */
export type DraftFault =
  | 'reasonNeeded'
  | 'wantedNone'
  | 'departmentNeeded'
  | 'officeNeeded'
  | 'opinionNeeded'
  | 'feeWrong'
  | 'nothingChanged'
  | 'plannedEndNeeded'
  | 'becauseNeeded'
  | 'whichNeeded'
  | 'daysWrong';

const yuan = (fen: number): string => (fen / 100).toFixed(fen % 100 === 0 ? 0 : 2);

/** Months from a day on, never past the end of the month. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const at = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return at.toISOString().slice(0, 10);
}

/** What a dialog begins with: all that is known is filled in already. */
export function draftFor(kind: StaffStep, whole: CaseWhole, item: ItemBody | undefined, day: string): StepDraft {
  const months = item?.result?.validMonths;
  return {
    reason: '',
    wanted: {},
    wantedOther: '',
    departmentId: undefined,
    office: '',
    opinion: '',
    proposal: 'grant',
    issueNow: true,
    conditions: '',
    validUntil: kind === 'issue' && months ? monthsLater(day, months) : '',
    content: '',
    way: whole.delivery?.way ?? 'collected',
    to: whole.delivery?.way === 'posted' ? (whole.delivery.address ?? '') : (whole.agent ?? whole.applicant).name,
    proof: '',
    fees: (item?.fees ?? []).map(({ name, amountFen, basis }) => ({
      name,
      amount: amountFen ? yuan(amountFen) : '',
      basis,
    })),
    applicantName: whole.case.applicantName,
    answers: {},
    materials: [],
    procedure: 'expertReview',
    plannedEnd: '',
    on: day,
    because: '',
    days: String(whole.asked?.days ?? 10),
    eventId: (kind === 'resume' ? whole.pauses : whole.clockEvents).at(-1)?.id ?? '',
  };
}

/** Yuan as typed to fen; undefined when it is no amount. */
export function fenOf(text: string): number | undefined {
  const parts = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim().replaceAll(',', ''));
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : undefined;
}

type Body = Record<string, unknown>;
export type Drafted = { ok: true; body: Body } | { ok: false; fault: DraftFault };

const filled = (pairs: Record<string, string>): Body =>
  Object.fromEntries(
    Object.entries(pairs)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
const good = (body: Body): Drafted => ({ ok: true, body });
const bad = (fault: DraftFault): Drafted => ({ ok: false, fault });

/** With the day, where it is another one than today. */
function dated({ on, because }: StepDraft, body: Body): Drafted {
  if (on === '' || on === today()) return good(body);
  return because.trim() === '' ? bad('becauseNeeded') : good({ ...body, on, because: because.trim() });
}

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
