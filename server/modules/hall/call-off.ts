/** Appointments at times that a hall takes away: they are called off, and whoever has one is told before they come. */
import { findHours, openingOf } from '#modules/offices';
import { tell, type NewNotice } from '#modules/notices';
import { shanghaiDay, shanghaiTime } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { freeSlot, lockOpenOf, saveBooking, type Booking } from './booking-store.ts';
import { hallFacts, onceEach } from './hall-facts.ts';
import { findErrand } from './place-store.ts';

/** Calls off the appointments of a hall from now on that begin when it is not open any more; safe to run twice. */
export async function callOff(ground: Ground, tx: Tx, outletId: string): Promise<void> {
  const hours = (await findHours(tx, [outletId])).get(outletId);
  if (!hours) return;
  const isGone = ({ startsAt }: Booking): boolean => openingOf(ground, hours, startsAt)?.open === false;
  await callOffThose(ground, tx, outletId, isGone, 'appointmentCalledOff');
}

/** Calls off the appointments of a hall from now on for errands that no window does any more. */
export const callOffErrands = (ground: Ground, tx: Tx, outletId: string, errandIds: readonly string[]): Promise<void> =>
  callOffThose(ground, tx, outletId, ({ errandId }) => errandIds.includes(errandId), 'appointmentNotDone');

async function callOffThose(
  ground: Ground,
  tx: Tx,
  outletId: string,
  isGone: (booking: Booking) => boolean,
  template: 'appointmentCalledOff' | 'appointmentNotDone',
): Promise<void> {
  const at = ground.clock.now();
  const gone = (await lockOpenOf(tx, outletId, at)).filter(isGone);
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
    // Who only looked at a time, and did not confirm it, has made no appointment.
    if (booking.state !== 'confirmed') continue;
    notices.push({
      personId: booking.personId,
      subjectId: null,
      template,
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
