/** Appointments over HTTP. */
import { Type } from 'typebox';
import { ById, closed, Day, Instant } from '#platform/contract';
import { acting, Booking, Slot, taking, TicketSeen } from './shapes.ts';

export const bookingOperations = {
  listSlots: {
    method: 'GET',
    path: '/hall/errands/:id/slots',
    summary: 'Times for an appointment on a day, with how many places are left',
    params: ById,
    query: closed({ day: Day }),
    reply: Type.Object({ slots: Type.Array(Slot), lastDay: Day }),
    problems: ['hall.noErrand', 'hall.noSlots'],
  },
  holdSlot: {
    method: 'POST',
    path: '/hall/bookings',
    summary: 'Keep a time for some minutes, until it is confirmed',
    body: closed({ ...taking, startsAt: Instant }),
    reply: Booking,
    problems: [
      'hall.noErrand',
      'hall.noSlots',
      'hall.partyTooLarge',
      'hall.noSuchSlot',
      'hall.slotFull',
      'hall.haveBooking',
      'hall.bookingsUsedUp',
      'hall.actRepeated',
    ],
  },
  confirmBooking: {
    method: 'POST',
    path: '/hall/bookings/:id/confirmation',
    summary: 'Make an appointment of a time that is kept',
    params: ById,
    reply: Booking,
    problems: ['hall.noBooking', 'hall.holdOver', 'hall.bookingOver'],
  },
  cancelBooking: {
    method: 'POST',
    path: '/hall/bookings/:id/cancellation',
    summary: 'Give an appointment back, so that somebody else can have the time',
    params: ById,
    reply: Booking,
    problems: ['hall.noBooking', 'hall.bookingOver'],
  },
  checkIn: {
    method: 'POST',
    path: '/hall/check-ins',
    summary: 'Turn an appointment into a ticket on its day, with the code of the appointment',
    body: closed({ ...acting, code: Type.String({ minLength: 1, maxLength: 80 }) }),
    reply: TicketSeen,
    problems: [
      'hall.noBooking',
      'hall.bookingOver',
      'hall.notConfirmed',
      'hall.holdOver',
      'hall.notOpen',
      'hall.notToday',
      'hall.tooEarly',
      'hall.actRepeated',
      'hall.haveTicket',
      'hall.ticketsUsedUp',
    ],
  },
} as const;
