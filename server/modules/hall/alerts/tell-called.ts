/** Tells those who took a ticket with an account that a window has called it, and which. */
import { findOutlet, findWindow } from '#modules/offices';
import { isQuiet, tell, type NewNotice } from '#modules/notices';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
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
  const notices: NewNotice[] = [];
  for (const { personId, number, outletId, windowId } of told) {
    const outlet = await findOutlet(tx, outletId);
    const window = windowId ? await findWindow(tx, windowId) : undefined;
    const facts = {
      hall: outlet?.name ?? '',
      hallEn: outlet?.nameEn || outlet?.name || '',
      number,
      place: window?.number ?? '',
    };
    notices.push({ personId, subjectId: null, template: 'ticketCalled', facts });
  }
  tell(ground, tx, notices);
}
