/** The overview of a hall for those who run it. */
import { listWindows } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { mayAct, type Actor } from '#platform/permissions';
import { casesOfTickets } from './link-store.ts';
import { may } from './may.ts';
import { getPlace, retiredErrandsAt } from './place-store.ts';
import { boundMinutes } from './rank.ts';
import { errandNow, readHall } from './read-place.ts';
import { lineOf } from './see-ticket.ts';
import type { Overview } from './shapes.ts';
import { waitsNow } from './waits/wait-now.ts';
import { listAtWindows, listShifts } from './view-store.ts';

/** Every window with who is there, whether whoever asks runs it, and every errand with who waits. */
export async function overviewOf(ground: Ground, outletId: string, actor: Actor): Promise<Overview> {
  const { db, clock } = ground;
  const place = await getPlace(db, outletId);
  const at = clock.now();
  const day = shanghaiDay(at);
  const [hall, waits, windows, shifts, tickets, retired] = await Promise.all([
    readHall(ground, outletId, at),
    waitsNow(ground, outletId, at),
    listWindows(db, { outletId }),
    listShifts(db, outletId),
    listAtWindows(db, outletId, day),
    retiredErrandsAt(db, outletId, day),
  ]);
  const cases = await casesOfTickets(db, tickets.map(({ id }) => id)); // prettier-ignore
  const { priorityMinutes, appointmentMinutes, graceMinutes, returnMinutes } = place;
  const { remote, ticketsPerPerson, bookingsPerPerson, holdMinutes, daysAhead, byName } = place;
  const fairness = { priorityMinutes, appointmentMinutes, graceMinutes, returnMinutes };
  const limits = { remote, ticketsPerPerson, bookingsPerPerson, holdMinutes, daysAhead, byName };
  return {
    settings: { ...fairness, ...limits, boundMinutes: boundMinutes(place) },
    errands: [...hall.errands, ...retired].map((errand) => ({
      ...errandNow(hall, waits, errand),
      ...(errand.retiredAt ? { takes: 'closed' as const } : {}),
      longestSince: hall.waits.get(errand.id)?.longestSince?.toISOString() ?? null,
    })),
    windows: windows.map(({ id, number, zone, name, nameEn, departmentId }) => {
      const shift = shifts.find(({ windowId }) => windowId === id);
      const ticket = tickets.find(({ windowId }) => windowId === id);
      return {
        id,
        number,
        zone,
        name,
        nameEn,
        errandIds: hall.windows.find(({ windowId }) => windowId === id)?.errandIds.slice() ?? [],
        state: shift?.state ?? 'closed',
        clerkName: shift?.clerkName ?? null,
        ticket: ticket ? lineOf(ticket) : null,
        cases: cases.flatMap(({ ticketId, caseId, caseNumber }) => (ticketId === ticket?.id ? [{ id: caseId, number: caseNumber }] : [])), // prettier-ignore
        mayRun: mayAct(may.setDuty, actor, { departments: [departmentId] }),
      };
    }),
  };
}
