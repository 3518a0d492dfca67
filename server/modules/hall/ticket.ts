/** What can become of a ticket. Pure: from state and act to state, and who ends up with it. */

/**
 * waiting 等候, called 已叫号, coming 正在过来 (says the person), serving 办理中, parked 暂存 (something has to be fetched or filled in),
 * missed 过号; and the ends: finished 已办结, cancelled 已取消, lapsed 已作废 (the day is over).
 */
export const ticketStates = [
  'waiting',
  'called',
  'coming',
  'serving',
  'parked',
  'missed',
  'finished',
  'cancelled',
  'lapsed',
] as const;
export type TicketState = (typeof ticketStates)[number];

export const ticketActs = [
  'take',
  'call',
  'recall',
  'come',
  'serve',
  'miss',
  'rejoin',
  'park',
  'unpark',
  'transfer',
  'release',
  'finish',
  'cancel',
  'withdraw',
  'lapse',
] as const;
export type TicketAct = (typeof ticketActs)[number];

const course: Record<Exclude<TicketAct, 'take'>, Partial<Record<TicketState, TicketState>>> = {
  // The usual way is from the queue; a clerk may call somebody who was parked, or who missed the call and stands there.
  call: { waiting: 'called', parked: 'called', missed: 'called' },
  recall: { called: 'called', coming: 'coming' },
  come: { called: 'coming' },
  serve: { called: 'serving', coming: 'serving' },
  miss: { called: 'missed', coming: 'missed' },
  rejoin: { missed: 'waiting' },
  park: { serving: 'parked' },
  unpark: { parked: 'waiting' },
  transfer: { called: 'waiting', coming: 'waiting', serving: 'waiting' },
  // The window closes before the person is there: back to the old place.
  release: { called: 'waiting', coming: 'waiting' },
  finish: { serving: 'finished' },
  cancel: { waiting: 'cancelled', called: 'cancelled', coming: 'cancelled', parked: 'cancelled', missed: 'cancelled' },
  // By staff, of somebody whom no window is waiting for.
  withdraw: { waiting: 'cancelled', parked: 'cancelled', missed: 'cancelled' },
  // Who is at the window at midnight was served: nobody is told that it lapsed.
  lapse: {
    waiting: 'lapsed',
    called: 'lapsed',
    coming: 'lapsed',
    parked: 'lapsed',
    missed: 'lapsed',
    serving: 'finished',
  },
};

/** Why staff take a ticket back: at the person's wish (本人要求), they have left (人已离开), they hold another one (重复取号), it was taken to be sold (囤号倒号). */
export const withdrawReasons = ['asked', 'left', 'duplicate', 'hoarded'] as const;
export type WithdrawReason = (typeof withdrawReasons)[number];

/** The state after an act; undefined when the act is not possible in this state. */
export const after = (state: TicketState, act: Exclude<TicketAct, 'take'>): TicketState | undefined =>
  course[act][state];

/** A ticket in such a state occupies its window. */
export const isAtWindow = (state: TicketState): boolean =>
  state === 'called' || state === 'coming' || state === 'serving';
/** Nothing becomes of it any more. */
export const isEnded = (state: TicketState): boolean =>
  state === 'finished' || state === 'cancelled' || state === 'lapsed';

/** How often somebody who missed the call may come back into the queue; then a new ticket is needed. */
export const returnsAtMost = 2;

/** Whether the letters of one errand and the digits of a number can be read as those of another: `A` 1001 is `A1` 001. */
export const areMixedUp = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short === long || (long.startsWith(short) && /^\d$/.test(long.slice(short.length)));
};

/** A ticket's number: the letters of its errand and three digits, more once a day has more than 999. */
export const numberOf = (prefix: string, serial: number): string => `${prefix}${String(serial).padStart(3, '0')}`;
