/** Tells those who took a ticket with an account that a window has called it, and which. */
import { findWindow } from '#modules/offices';
import { isQuiet, tell, type NewNotice } from '#modules/notices';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { hallFacts, onceEach } from '../hall-facts.ts';
import { markToldCalled } from './alert-store.ts';

/**
 * Of tickets that were called a moment ago: one statement for all of them, which finds nothing where they have no account. Who has been
 * served or missed meanwhile is told nothing. Also after hours, as long as somebody calls: whoever is told then is waited for. Not at night:
 * the message would go out in the morning.
 */
export async function tellCalled(ground: Ground, tx: Tx, ticketIds: readonly string[]): Promise<void> {
  const at = ground.clock.now();
  if (ticketIds.length === 0 || isQuiet(at)) return;
  const told = await markToldCalled(tx, ticketIds, shanghaiDay(at), at);
  const [halls, windows] = await Promise.all([
    onceEach(
      told.map(({ outletId }) => outletId),
      (id) => hallFacts(tx, id),
    ),
    onceEach(
      told.flatMap(({ windowId }) => windowId ?? []),
      (id) => findWindow(tx, id),
    ),
  ]);
  const notices = told.map(({ personId, number, outletId, windowId }): NewNotice => {
    const place = windows.get(windowId ?? '')?.number ?? '';
    return { personId, subjectId: null, template: 'ticketCalled', facts: { ...halls.get(outletId), number, place } };
  });
  tell(ground, tx, notices);
}
