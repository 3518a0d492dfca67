/**
 * Who is called before whom. A ticket gets one number when it enters the queue, its rank: the instant, in milliseconds, at which
 * it counts as having come. The lowest is called first. Nothing else decides, so nobody has to be asked again while they wait.
 */

/** Who goes ahead by custom and law: the elderly, the disabled, soldiers, pregnant women and those with an infant. */
export const priorities = ['elderly', 'disabled', 'soldier', 'pregnant'] as const;
export type Priority = (typeof priorities)[number];

/** By how much some count as having come earlier, in minutes; set for each hall. */
export interface Fairness {
  /** Those of a priority group. */
  priorityMinutes: number;
  /** Those with an appointment, counted from the beginning of their slot. */
  appointmentMinutes: number;
  /** How late somebody with an appointment may come and keep its place. */
  graceMinutes: number;
  /** Those who missed their call and come back, counted from when they do. */
  returnMinutes: number;
}

export const usualFairness: Fairness = {
  priorityMinutes: 20,
  appointmentMinutes: 45,
  graceMinutes: 15,
  returnMinutes: 10,
};

/** How somebody enters the queue. */
export interface Entry {
  at: Date;
  priority: Priority | null;
  /** Beginning of the slot of an appointment. */
  slotAt: Date | null;
}

const minute = 60_000;
const aheadOf = ({ priorityMinutes }: Fairness, priority: Priority | null): number =>
  priority === null ? 0 : priorityMinutes * minute;

/** Whether somebody with an appointment still has its place: early, in time, or late by no more than the grace. */
export const keepsSlot = (slotAt: Date, at: Date, { graceMinutes }: Fairness): boolean =>
  at.getTime() - slotAt.getTime() <= graceMinutes * minute;

/** The rank of a ticket that enters the queue for the first time. Early comers to an appointment gain nothing by it. */
export function rankOf(entry: Entry, fairness: Fairness): number {
  const { at, priority, slotAt } = entry;
  const ahead = aheadOf(fairness, priority);
  if (slotAt && keepsSlot(slotAt, at, fairness))
    return slotAt.getTime() - Math.max(ahead, fairness.appointmentMinutes * minute);
  return at.getTime() - ahead;
}

/** The rank of somebody who missed their call and is back: not the old place, and not the end of the queue either. */
export const rankOfReturn = (before: number, at: Date, { returnMinutes }: Fairness): number =>
  Math.max(before, at.getTime() - returnMinutes * minute);

/**
 * The bound that is written down for everybody: nobody waits behind somebody who came this many minutes after them, or later. For
 * those who come early to an appointment it counts from the beginning of their slot.
 */
export const boundMinutes = (fairness: Fairness): number =>
  Math.max(
    fairness.priorityMinutes,
    fairness.returnMinutes,
    Math.max(fairness.appointmentMinutes, fairness.priorityMinutes) + fairness.graceMinutes,
  );
