/** Taking a ticket: on the phone, at the information desk, or with an appointment. */
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newCode, newId } from '#platform/ids';
import { Problem } from '#platform/problems';
import { announce, move } from './move-ticket.ts';
import { findErrand, getPlace, type Errand, type Place } from './place-store.ts';
import { hallProblems } from './problems.ts';
import { rankOf, type Priority } from './rank.ts';
import { readHall, takesNow, type HallNow } from './read-place.ts';
import { numberOf } from './ticket.ts';
import {
  findByAction,
  insertTicket,
  lockRoom,
  lockUsedUp,
  takeDayNumber,
  visitOf,
  type Done,
  type Ticket,
} from './ticket-store.ts';

/** What somebody asks for. `personId` null: nobody asks who it is. */
export interface Asked {
  actionId: string;
  errandId: string;
  priority?: Priority;
  party?: number;
}
interface By {
  personId: string | null;
  accountId: string | null;
  door: Ticket['door'];
}

/** How a ticket is taken. `also` happens in the same transaction, and once, such as asking for it on paper. */
export interface Taking {
  evenSo?: boolean | undefined;
  also?: ((tx: Tx, ticket: Ticket) => void) | undefined;
}

/**
 * So many people may be asking for a ticket in one moment, on all servers. As long as there is room for them all, nobody waits for anybody; towards the end
 * of the day one ticket is given out after the other, so that no two get the same room.
 */
const inFlight = 500;

/** Errands that are done no more are not there for whoever asks for one. */
export async function getErrand(ground: Ground, id: string): Promise<Errand> {
  const errand = await findErrand(ground.db, id);
  if (!errand || errand.retiredAt) throw hallProblems.noErrand();
  return errand;
}

/**
 * Takes a ticket. The same `actionId` gives the same ticket. Refused when the hall is closed, or when those who wait fill the rest of the
 * day, or at a kiosk without a name where the hall wants one (实名取号); `evenSo` is for the desk, where somebody decides it, also for service after hours (延时服务).
 */
export async function takeTicket(
  ground: Ground,
  errand: Errand,
  asked: Asked,
  by: By,
  { evenSo = false, also }: Taking = {},
): Promise<Ticket> {
  const at = ground.clock.now();
  const place = await getPlace(ground.db, errand.outletId);
  const isSame = (done: Done): boolean =>
    done.doneAct === 'take' &&
    done.slotAt === null &&
    done.personId === by.personId &&
    done.doneErrandId === errand.id &&
    done.party === (asked.party ?? 1) &&
    done.priority === (asked.priority ?? null);
  return onceOnly(ground, asked.actionId, isSame, async () => {
    if (by.door === 'kiosk' && by.personId === null && place.byName) throw hallProblems.nameFirst();
    const people = asked.party ?? 1;
    const demandRoom = (hall: HallNow): void => {
      const takes = takesNow(hall, errand, people);
      if (takes === 'closed') throw hallProblems.notOpen();
      if (takes === 'full') throw hallProblems.dayFull();
    };
    const hall = evenSo ? undefined : await readHall(ground, errand.outletId, at);
    if (hall) demandRoom(hall);
    return ground.db.transaction(async (tx) => {
      if (hall && takesNow(hall, errand, people + inFlight) !== 'yes') {
        lockRoom(tx, errand.outletId);
        demandRoom(await readHall(ground, errand.outletId, at, tx));
      }
      const ticket = await enterQueue(tx, place, errand, { ...asked, slotAt: null, at, promised: false }, by);
      also?.(tx, ticket);
      return ticket;
    });
  });
}

/** Runs an act; when one was done before with the same `actionId`, gives the ticket with which it was, if that `isSame`; another one is refused. */
export async function onceOnly(
  ground: Ground,
  actionId: string,
  isSame: (done: Done) => boolean | Promise<boolean>,
  act: () => Promise<Ticket>,
): Promise<Ticket> {
  try {
    return await act();
  } catch (error) {
    // Whatever refused it: if it has happened, it was a repetition.
    if (!(error instanceof Problem) || !error.code.startsWith('hall.')) throw error;
    const done = await findByAction(ground.db, actionId);
    if (!done) throw error;
    if (await isSame(done)) return done;
    throw hallProblems.actRepeated();
  }
}

/** One that has missed its call too often is good for nothing any more, and keeps nobody from having another one for the same. */
export async function dropUsedUp(tx: Tx, of: Parameters<typeof lockUsedUp>[1], at: Date): Promise<void> {
  const usedUp = await lockUsedUp(tx, of);
  if (usedUp) move(tx, usedUp, 'cancel', { actionId: newId(), at, accountId: null });
}

/** A new ticket, its number and its place in the queue, in the transaction of whoever gives it out. */
export async function enterQueue(
  tx: Tx,
  place: Place,
  errand: Errand,
  asked: Asked & { slotAt: Date | null; at: Date; rank?: number; promised: boolean },
  by: By,
): Promise<Ticket> {
  const { at, slotAt, promised } = asked;
  const day = shanghaiDay(at);
  const priority = asked.priority ?? null;
  const { outletId } = errand;
  const visit = await visitOf(tx, { id: newId(), outletId, day, personId: by.personId, at });
  // An appointment, or a ticket that is taken up again, was promised: it does not count among the others.
  if (by.personId !== null && !promised && visit.walkIns >= place.ticketsPerPerson) throw hallProblems.ticketsUsedUp();
  if (by.personId !== null) await dropUsedUp(tx, { outletId, day, personId: by.personId, errandId: errand.id }, at);
  const serial = await takeDayNumber(tx, outletId, day, errand.prefix);
  const ticket: Ticket = {
    id: newId(),
    code: newCode(12),
    visitId: visit.id,
    outletId,
    day,
    number: numberOf(errand.prefix, serial),
    errandId: errand.id,
    personId: by.personId,
    nth: by.personId === null ? null : visit.tickets + 1,
    priority,
    slotAt,
    party: asked.party ?? 1,
    door: by.door,
    state: 'waiting',
    rank: asked.rank ?? rankOf({ at, priority, slotAt }, place),
    seq: 1,
    returns: 0,
    windowId: null,
    forWindowId: null,
    takenAt: at,
    enteredAt: at,
    changedAt: at,
  };
  const doing = { actionId: asked.actionId, segmentId: newId(), act: 'take', at, accountId: by.accountId } as const;
  insertTicket(tx, ticket, doing);
  announce(tx, ticket, 'take');
  return ticket;
}
