/** Appointments at times that a hall takes away: they are called off, and whoever has one is told before they come. */
import { findHours, findOutlet, planOn } from '#modules/offices';
import { tell, type NewNotice } from '#modules/notices';
import { instantOn, shanghaiDay, shanghaiTime } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { freeSlot, lockOpenOf, saveBooking } from './booking-store.ts';
import { findErrand } from './place-store.ts';

/** Calls off the appointments of a hall from now on that begin when it is not open any more; safe to run twice. */
export async function callOff(ground: Ground, tx: Tx, outletId: string): Promise<void> {
  const at = ground.clock.now();
  const hours = (await findHours(tx, [outletId])).get(outletId);
  const bookings = hours ? await lockOpenOf(tx, outletId, at) : [];
  const isOpen = (startsAt: Date): boolean => {
    const day = shanghaiDay(startsAt);
    return planOn(hours!, day).spans.some(
      ({ opens, closes }) => instantOn(day, opens) <= startsAt && startsAt < instantOn(day, closes),
    );
  };
  const gone = bookings.filter(({ startsAt }) => !isOpen(startsAt));
  if (gone.length === 0) return;
  const outlet = await findOutlet(tx, outletId);
  const notices: NewNotice[] = [];
  for (const booking of gone) {
    const errand = await findErrand(tx, booking.errandId);
    saveBooking(tx, booking.id, 'cancelled', at);
    freeSlot(tx, booking);
    notices.push({
      personId: booking.personId,
      subjectId: null,
      template: 'appointmentCalledOff',
      facts: {
        hall: outlet?.name ?? '',
        hallEn: outlet?.nameEn || outlet?.name || '',
        itemName: errand?.name ?? '',
        itemNameEn: errand?.nameEn || errand?.name || '',
        dueOn: shanghaiDay(booking.startsAt),
        until: shanghaiTime(booking.startsAt),
      },
    });
  }
  tell(ground, tx, notices);
}
