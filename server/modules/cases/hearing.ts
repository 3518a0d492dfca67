/**
 * The hearing of a case (行政许可法 art. 46 to 48): from the offer to the record. Pure: what the actions of a case have made of it.
 * Its time does not count (art. 45): the clock of the decision stands still from the day on which it is asked for, or called by the
 * office itself, until its record is there. The days in which nobody has asked yet do count: an offer alone wins no time.
 */
import { dueOn, legalLimit, shanghaiDay, type Calendar, type Day, type Limit } from '#modules/deadlines';
import type { Action } from './case.ts';

export interface Hearing {
  /** offered 已告知, asked 已申请, set 已定期, held 已举行, off 不举行 (nobody wants it, or it was asked back). */
  state: 'offered' | 'asked' | 'set' | 'held' | 'off';
  /** Whose interests are at stake beside the applicant's (利害关系人). */
  parties: string[];
  /** Last day on which it can be asked for; null where the office called it itself (art. 46). */
  askBy: Day | null;
  /** Who asked for it; null where nobody has. */
  askedBy: string | null;
  /** Last day on which it is to be held (art. 47). */
  holdBy: Day | null;
  /** The event with which the clock stands still. */
  pauseId: string | null;
  /** When and where, and before whom. */
  at: string | null;
  place: string | null;
  presiding: string | null;
  presidingAccountId: string | null;
  /** Who said that they want none: the applicant as 申请人, the others by name. */
  waivedBy: string[];
  heldOn: Day | null;
  /** What came of it, in a sentence. */
  outcome: string | null;
}

/** As what the applicant asks for a hearing or does without one. */
export const theApplicant = '申请人';

const limitOf = (id: 'askForHearing' | 'holdHearing', day: Day): Limit => {
  const { value, unit } = legalLimit(id, day);
  return { value, unit: unit as Limit['unit'] };
};

/** Last day on which a hearing can be asked for that was offered on a day: 5 working days (art. 47). */
export const askByOf = (offeredOn: Day, calendar: Calendar): Day =>
  dueOn({ from: offeredOn, limit: limitOf('askForHearing', offeredOn), calendar }).date;

/** Last day on which a hearing is held that was asked for on a day: 20 working days (art. 47). */
export const holdByOf = (askedOn: Day, calendar: Calendar): Day =>
  dueOn({ from: askedOn, limit: limitOf('holdHearing', askedOn), calendar }).date;

/** First day on which a hearing can be held that is told on a day: 7 working days before (art. 48). */
export const earliestOf = (toldOn: Day, calendar: Calendar): Day => {
  const { value } = legalLimit('noticeOfHearing', toldOn);
  return dueOn({ from: toldOn, limit: { value, unit: 'workingDay' }, calendar }).date;
};

const none: Hearing = {
  state: 'offered',
  parties: [],
  askBy: null,
  askedBy: null,
  holdBy: null,
  pauseId: null,
  at: null,
  place: null,
  presiding: null,
  presidingAccountId: null,
  waivedBy: [],
  heldOn: null,
  outcome: null,
};

/** The day of an act: the one that it names, or the one on which it was written down. */
const dayOfAct = ({ at, facts }: Pick<Action, 'at' | 'facts'>): Day => (facts.on as Day | undefined) ?? shanghaiDay(at);

/** What an action makes of the hearing. Actions that are not about it leave it as it is. */
export function hearingAfter(
  before: Hearing | null,
  action: Pick<Action, 'id' | 'kind' | 'at' | 'facts'>,
  calendar: Calendar,
): Hearing | null {
  const { kind, facts } = action;
  const on = dayOfAct(action);
  switch (kind) {
    case 'offerHearing':
      return { ...none, parties: facts.parties as string[], askBy: askByOf(on, calendar) };
    case 'askForHearing':
      return {
        ...before!,
        state: 'asked',
        askedBy: facts.by as string,
        holdBy: holdByOf(on, calendar),
        pauseId: action.id,
      };
    case 'setHearing': {
      const { heldAt, place, presiding, presidingAccountId } = facts as unknown as Record<string, string>;
      const known = before && (before.state === 'asked' || before.state === 'set') ? before : null;
      return {
        ...(known ?? { ...none, parties: (facts.parties as string[] | undefined) ?? [], pauseId: action.id }),
        state: 'set',
        at: heldAt!,
        place: place!,
        presiding: presiding!,
        presidingAccountId: presidingAccountId!,
      };
    }
    case 'waiveHearing':
      return { ...before!, state: (facts.ends as boolean) ? 'off' : before!.state, waivedBy: [...before!.waivedBy, facts.by as string] }; // prettier-ignore
    case 'recordHearing':
      return {
        ...before!,
        state: (facts.held as boolean) ? 'held' : 'off',
        // The record may be written later; it was held on the day for which it was set.
        heldOn: (facts.held as boolean) ? shanghaiDay(new Date(before!.at!)) : null,
        outcome: facts.outcome as string,
      };
    default:
      return before;
  }
}

/** Whether the hearing still keeps the case from its decision, and as what. */
export function hearingHolds(hearing: Hearing | null, today: Day): 'hearingOpen' | 'hearingPending' | undefined {
  if (!hearing) return undefined;
  if (hearing.state === 'asked' || hearing.state === 'set') return 'hearingPending';
  // Until the last day is over, somebody may still ask.
  return hearing.state === 'offered' && hearing.askBy !== null && today <= hearing.askBy ? 'hearingOpen' : undefined;
}

/** Everybody who may ask for it has said that they want none. */
export const allWaived = ({ parties }: Hearing, waivedBy: readonly string[]): boolean =>
  [theApplicant, ...parties].every((party) => waivedBy.includes(party));
