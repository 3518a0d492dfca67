/** When the page of a ticket rings: pure, so that what nobody may miss can be tested without a phone. */
import { isNear, type Announcement, type TicketSeen } from '#modules/hall/contract';

/**
 * What there is to ring for now: that it is near, that a window calls it, and each time that the window calls once more. `said` is what the
 * screens of the hall were told in the last minute.
 */
export function ringsOf(
  ticket: Pick<TicketSeen, 'state' | 'number' | 'windowNumber' | 'ahead' | 'wait'>,
  said: readonly Announcement[],
): string[] {
  const { state, number, windowNumber } = ticket;
  if (state === 'waiting') return isNear(ticket) ? ['near'] : [];
  if (state !== 'called' && state !== 'coming') return [];
  const again = said.filter((one) => one.again && one.number === number && one.windowNumber === windowNumber);
  return [`called:${windowNumber}`, ...again.map(({ id }) => `again:${id}`)];
}

/** Whether there is something that it has not rung for. `before`: what there was when it was last looked at. */
export const isDue = (rings: readonly string[], before: readonly string[]): boolean =>
  rings.some((ring) => !before.includes(ring));
