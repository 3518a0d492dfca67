/** A time that is kept for somebody until it is confirmed or given back: on the portal and at a kiosk. */
import { useState } from 'react';
import { hallContract, type BookingSeen } from '#modules/hall/contract';
import type { BodyOf } from '#platform/contract';
import { asProblem } from '#web/client/problem-error.ts';
import { useAct } from '#web/client/query.ts';

/** After any other failure it may be theirs still, or confirmed already: pressed once more it comes to one appointment. */
const isOver = (thrown: unknown): boolean => ['hall.holdOver', 'hall.bookingOver'].includes(asProblem(thrown).code);

export function useKeptTime() {
  const [held, setHeld] = useState<BookingSeen>();
  const [goneId, setGoneId] = useState<string>();
  const changes = [hallContract.listSlots, hallContract.myHall];
  const hold = useAct(hallContract.holdSlot, { changes });
  const confirm = useAct(hallContract.confirmBooking, { changes });
  const cancel = useAct(hallContract.cancelBooking, { changes });
  const leave = (id: string): void => {
    setHeld(undefined);
    setGoneId(id);
  };
  /** What went wrong before is said until the next act. */
  const act = (booking: BookingSeen, way: typeof confirm | typeof cancel, done: (now: BookingSeen) => void): void => {
    hold.abandon();
    for (const one of [confirm, cancel]) one.reset();
    // Also one that was found by a reading: the next reading may know it by another state.
    setHeld(booking);
    way.send({ params: { id: booking.id } }).then(done, (thrown: unknown) => {
      if (isOver(thrown)) leave(booking.id);
    });
  };
  return {
    held,
    /** Whether it was given back or is over, whatever was read before. */
    isGone: ({ id }: BookingSeen): boolean => id === goneId,
    choose: (asked: Omit<BodyOf<typeof hallContract.holdSlot>, 'actionId'>): void => {
      for (const one of [confirm, cancel]) one.reset();
      hold.send({ body: { actionId: hold.key(), ...asked } }).then(setHeld, () => {});
    },
    confirm: (booking: BookingSeen): void => act(booking, confirm, setHeld),
    giveBack: (booking: BookingSeen): void => act(booking, cancel, ({ id }) => leave(id)),
    choosing: hold.sending,
    confirming: confirm.sending,
    sending: confirm.sending || cancel.sending,
    error: hold.error ?? confirm.error ?? cancel.error,
  };
}
