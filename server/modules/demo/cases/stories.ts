/**
 * Cases that are written rather than drawn, so that whoever signs in with a demo account finds something to do: a mother's matters in
 * every state, lists with work, dates that are near and one that has passed.
 */
import type { Kind, State } from '#modules/cases';
import { addDays, isWorkingDay, publishedCalendar, type Day } from '#modules/deadlines';
import type { Plan } from '../plan.ts';
import type { Fate } from './fate.ts';

export interface Story {
  /** Login of the resident whose case it is; drawn when absent. */
  whose?: string;
  /** It is made for the resident's business. */
  business?: boolean;
  /** End of the item's code. */
  item: string;
  /** Working days before the day on which it came in. */
  ago: number;
  /** Handed in at this outlet, to this clerk; absent: online. */
  at?: string;
  by?: string;
  /** Who examines. */
  examiner?: string;
  /** Nothing happens after this state; absent: it goes its way. */
  until?: State;
  /** Nobody does anything after an act of this kind. */
  upTo?: Kind;
  ending?: 'refused' | 'withdraw';
  supplement?: boolean;
  unpaid?: boolean;
  /** Never rated, so that it can be; or rated. */
  rated?: boolean;
  /** Rated badly. */
  bad?: boolean;
  /** What the item allows to follow later, or to be promised, is left out at first; and what becomes of it. */
  leaves?: 'later' | 'promised';
  cure?: Fate['cure'];
  kept?: boolean;
  unchecked?: boolean;
  revoked?: boolean;
  hearing?: NonNullable<Fate['hearing']>;
  /** How its situations are answered. */
  situations?: Record<string, string>;
  /** For a renewal: so many days after the application the licence ends, and whether nobody decides until then. */
  endsIn?: number;
  silent?: boolean;
}

export const stories: readonly Story[] = [
  // Chen Xiaoman
  { whose: 'xiaoman', item: '330101001000', ago: 31, rated: false },
  { whose: 'xiaoman', item: '330136001000', ago: 26, rated: true },
  { whose: 'xiaoman', item: '330123004000', ago: 190, rated: true },
  // What is missing follows by the day after tomorrow.
  { whose: 'xiaoman', item: '330136003000', ago: 3, until: 'examined', leaves: 'later', cure: 'never' },
  { whose: 'xiaoman', item: '330101006000', ago: 2, supplement: true, until: 'supplementing' },
  { whose: 'xiaoman', item: '330115001000', ago: 4, unpaid: true, until: 'issued' },
  { whose: 'xiaoman', item: '330170001000', ago: 1, until: 'submitted' },
  // Lin Yuanzhou and his company
  { whose: 'yuanzhou', business: true, item: '330131001000', ago: 3, examiner: 'examiner', until: 'accepted' },
  { whose: 'yuanzhou', business: true, item: '330131005000', ago: 45, rated: false },
  { whose: 'yuanzhou', business: true, item: '330180003000', ago: 9, until: 'issued' },
  { whose: 'yuanzhou', business: true, item: '330123001000', ago: 70, ending: 'refused' },
  { whose: 'yuanzhou', item: '330101008000', ago: 120, rated: true },
  // A hearing that he can ask for today.
  { whose: 'yuanzhou', business: true, item: '330180001000', ago: 2, hearing: 'nobodyAsks', upTo: 'offerHearing' },
  // Zhou Zhixia acts for others
  { whose: 'zhixia', business: true, item: '330114021000', ago: 12 },
  { whose: 'zhixia', business: true, item: '330131006000', ago: 2, until: 'accepted' },
  { whose: 'zhixia', business: true, item: '330131008000', ago: 5, supplement: true, until: 'supplementing' },
  // Anna Keller
  { whose: 'anna', item: '330101009000', ago: 15, rated: false },
  { whose: 'anna', item: '330115022000', ago: 2, until: 'submitted' },
  // Gao Defu, at the centre of his town
  { whose: 'defu', item: '330111031000', ago: 2, at: 'town-qingwu', by: 'town', until: 'accepted' },
  { whose: 'defu', item: '330136001000', ago: 40, at: 'town-qingwu', by: 'town', rated: false },
  // What the town centre has on its hands
  { item: '330114004000', ago: 1, at: 'town-qingwu', by: 'town', until: 'submitted' },
  { item: '330151001000', ago: 4, at: 'town-qingwu', by: 'town', until: 'accepted' },
  { item: '330136020000', ago: 7, at: 'town-qingwu', by: 'town', supplement: true, until: 'supplementing' },
  // Window A02
  { item: '330101003000', ago: 1, at: 'hall', by: 'clerk', until: 'submitted' },
  { item: '330131001000', ago: 2, at: 'hall', by: 'clerk', until: 'accepted' },
  { item: '330101002000', ago: 3, at: 'hall', by: 'clerk', until: 'accepted' },
  { item: '330180003000', ago: 4, at: 'hall', by: 'clerk', supplement: true, until: 'supplementing' },
  { item: '330101003000', ago: 8, at: 'hall', by: 'clerk', until: 'issued' },
  { item: '330101003000', ago: 14, at: 'hall', by: 'clerk', rated: true, bad: true },
  { item: '330131001000', ago: 16, examiner: 'examiner', rated: true, bad: true },
  // Window C29
  { item: '330115001000', ago: 1, at: 'hall', by: 'property', until: 'submitted' },
  { item: '330115001000', ago: 2, at: 'hall', by: 'property', until: 'accepted' },
  { item: '330115003000', ago: 5, at: 'hall', by: 'property', unpaid: true, until: 'issued' },
  // Market supervision: due today, overdue since yesterday, just begun, waiting for the head
  { item: '330131001000', ago: 5, examiner: 'examiner', until: 'accepted' },
  { item: '330131007000', ago: 21, examiner: 'examiner', until: 'accepted' },
  { item: '330131009000', ago: 2, examiner: 'examiner', until: 'accepted' },
  { item: '330131001000', ago: 4, examiner: 'examiner', until: 'examined' },
  { item: '330131007000', ago: 6, examiner: 'examiner', until: 'examined' },
  { item: '330131004000', ago: 1, until: 'submitted' },
  // Decided, and not yet made out or handed over
  { item: '330131001000', ago: 4, examiner: 'examiner', until: 'granted' },
  { item: '330131009000', ago: 3, examiner: 'examiner', ending: 'refused', until: 'refused' },
  // Hearings: to be set, on its way, offered and nobody asked, held before a consent and before a refusal, and done without
  { item: '330131001000', ago: 5, examiner: 'examiner', hearing: 'held', upTo: 'askForHearing' },
  { item: '330131007000', ago: 7, examiner: 'examiner', hearing: 'held', upTo: 'setHearing' },
  { item: '330131001000', ago: 24, examiner: 'examiner', hearing: 'nobodyAsks' },
  { item: '330131001000', ago: 46, examiner: 'examiner', hearing: 'held' },
  { item: '330180003000', ago: 52, hearing: 'held', ending: 'refused' },
  { item: '330180001000', ago: 38, hearing: 'nobodyComes', ending: 'refused' },
  { item: '330180003000', ago: 28, hearing: 'waived' },
  { item: '330131007000', ago: 33, examiner: 'examiner', hearing: 'takenBack' },
  // What followed later: in time, after the reminder, sent back once, too late, never
  { item: '330131001000', ago: 22, examiner: 'examiner', leaves: 'later', cure: 'soon' },
  { item: '330131001000', ago: 31, examiner: 'examiner', leaves: 'later', cure: 'reminded' },
  { item: '330195001000', ago: 35, leaves: 'later', cure: 'returned' },
  { item: '330131001000', ago: 44, examiner: 'examiner', leaves: 'later', cure: 'late' },
  { item: '330131001000', ago: 13, examiner: 'examiner', leaves: 'later', cure: 'never' },
  { item: '330123001000', ago: 58, leaves: 'later', cure: 'never', revoked: true },
  { item: '330131006000', ago: 64, leaves: 'later', cure: 'never' },
  // What was promised: to be checked, true, false and to be revoked, false and revoked
  { item: '330131007000', ago: 20, examiner: 'examiner', leaves: 'promised', unchecked: true },
  { item: '330131007000', ago: 62, examiner: 'examiner', leaves: 'promised' },
  { item: '330131008000', ago: 74, examiner: 'examiner', leaves: 'promised', kept: false },
  { item: '330131007000', ago: 83, examiner: 'examiner', leaves: 'promised', kept: false, revoked: true },
  // Renewals: decided in time, and one that nobody decided before the licence ended
  { item: '330131021000', ago: 9, examiner: 'examiner', situations: { case: 'renew' }, endsIn: 60 },
  { item: '330131021000', ago: 3, examiner: 'examiner', situations: { case: 'renew' }, endsIn: 40, until: 'accepted' },
  { item: '330160001000', ago: 48, situations: { case: 'renew' }, endsIn: 44, silent: true },
  // Public security
  { item: '330101002000', ago: 4, until: 'examined' },
  { item: '330101005000', ago: 4, until: 'examined' },
  { item: '330101006000', ago: 6, until: 'examined' },
  { item: '330101009000', ago: 1, until: 'submitted' },
];

/** The day on which a story begins: so many working days before. */
export function dayOfStory({ asOf }: Plan, { ago }: Story): Day {
  let day = asOf;
  for (let left = ago; left > 0;) {
    day = addDays(day, -1);
    if (isWorkingDay(publishedCalendar, day)) left -= 1;
  }
  return day;
}

/** The stories by the day on which they begin; as many as there are to be cases. */
export function storiesByDay(plan: Plan): Map<Day, Story[]> {
  const days = new Map<Day, Story[]>();
  for (const story of stories.slice(0, plan.cases)) {
    const day = dayOfStory(plan, story);
    days.set(day, [...(days.get(day) ?? []), story]);
  }
  return days;
}
