/** What the dialog of a step has gathered, and the body that is sent for it. Pure. */
import type { CaseWhole, HandedIn, Procedure, RevocationGround } from '#modules/cases/contract';
import type { ItemBody } from '#modules/catalogue/contract';
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
  /** Whose interests a hearing is about, and who was there: one on each line. */
  parties: string;
  present: string;
  /** Who asks for it or does without it. */
  by: string;
  heldOn: string;
  heldTime: string;
  place: string;
  presidingId: string;
  held: boolean;
  record: string;
  outcome: string;
  /** The material that is meant. */
  materialId: string;
  /** Why it is revoked; '' until it was chosen. */
  ground: RevocationGround | '';
  /** Law and article of a ground that the list of art. 69 leaves open. */
  rule: string;
  /** How the holder was told and what they said. */
  heard: string;
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
  | 'daysWrong'
  | 'partiesWrong'
  | 'heldAtNeeded'
  | 'placeNeeded'
  | 'presidingNeeded'
  | 'recordNeeded'
  | 'groundNeeded'
  | 'heardNeeded';

const yuan = (fen: number): string => (fen / 100).toFixed(fen % 100 === 0 ? 0 : 2);

/** Months from a day on, never past the end of the month. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const at = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return at.toISOString().slice(0, 10);
}

/** The undertakings that a step can be about. */
export function undertakenFor(kind: StaffStep, { undertakings }: CaseWhole): CaseWhole['undertakings'] {
  if (kind === 'cure')
    return undertakings.filter((one) => one.kind === 'tolerance' && (one.state === 'open' || one.state === 'lapsed'));
  if (kind === 'returnCure') return undertakings.filter(({ state }) => state === 'cured');
  return undertakings.filter((one) => one.kind === 'promise' && one.state === 'open');
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
    parties: '',
    present: '',
    by: whole.hearing?.askedBy ?? '申请人',
    heldOn: '',
    heldTime: '09:30',
    place: '',
    presidingId: '',
    held: true,
    record: '',
    outcome: '',
    materialId: undertakenFor(kind, whole)[0]?.materialId ?? '',
    ground: whole.undertakings.some(({ state }) => state === 'broken')
      ? 'deceit'
      : whole.undertakings.some(({ state }) => state === 'lapsed')
        ? 'otherwise'
        : '',
    rule: '',
    heard: '',
  };
}

/** Yuan as typed to fen; undefined when it is no amount. */
export function fenOf(text: string): number | undefined {
  const parts = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim().replaceAll(',', ''));
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : undefined;
}
