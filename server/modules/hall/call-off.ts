/** Appointments at times that a hall takes away: they are called off, and whoever has one is told before they come. */
import { findHours, openingOf } from '#modules/offices';
import { tell, type NewNotice } from '#modules/notices';
import { shanghaiDay, shanghaiTime } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { freeSlot, lockOpenOf, saveBooking } from './booking-store.ts';
import { hallFacts, onceEach } from './hall-facts.ts';
import { findErrand } from './place-store.ts';

/** Calls off the appointments of a hall from now on that begin when it is not open any more; safe to run twice. */
export async function callOff(ground: Ground, tx: Tx, outletId: string): Promise<void> {
  const at = ground.clock.now();
  const hours = (await findHours(tx, [outletId])).get(outletId);
  const bookings = hours ? await lockOpenOf(tx, outletId, at) : [];
  const gone = bookings.filter(({ startsAt }) => openingOf(hours, startsAt)?.open === false);
  if (gone.length === 0) return;
  const hall = await hallFacts(tx, outletId);
  const errands = await onceEach(
    gone.map(({ errandId }) => errandId),
    (id) => findErrand(tx, id),
  );
  const notices: NewNotice[] = [];
  for (const booking of gone) {
    const errand = errands.get(booking.errandId);
    saveBooking(tx, booking.id, 'cancelled', at);
    freeSlot(tx, booking);
    notices.push({
      personId: booking.personId,
      subjectId: null,
      template: 'appointmentCalledOff',
      facts: {
        ...hall,
        itemName: errand?.name ?? '',
        itemNameEn: errand?.nameEn || errand?.name || '',
        dueOn: shanghaiDay(booking.startsAt),
        until: shanghaiTime(booking.startsAt),
      },
    });
  }
  tell(ground, tx, notices);
}
