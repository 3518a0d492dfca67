/** What is done with a ticket, by whoever holds its code and by the clerk at the window. */
import { findWindow } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Reader } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { dutiesAt, findErrand, getPlace, holdShift, lockDuties, type Shift } from './place-store.ts';
import { hallProblems } from './problems.ts';
import { rankOfReturn } from './rank.ts';
import { announce, move, type Act } from './move-ticket.ts';
import { dropUsedUp, onceOnly } from './take-ticket.ts';
import { returnsAtMost } from './ticket.ts';
import { callWaiting, findByAction, findHeld, findTicketByCode, lockTicket, type Ticket } from './ticket-store.ts';
import { findCurrent } from './view-store.ts';

/** The ticket of a code; codes are read aloud and typed. */
export async function getByCode(reader: Reader, code: string): Promise<Ticket> {
  const ticket = await findTicketByCode(reader, code.trim().toLowerCase());
  if (!ticket) throw hallProblems.noTicket();
  return ticket;
}

/** An act of whoever holds the code, on the day of the ticket. */
export async function actByHolder(
  ground: Ground,
  code: string,
  act: 'come' | 'cancel' | 'rejoin',
  by: { actionId: string; accountId: string | null },
): Promise<Ticket> {
  const { id, outletId } = await getByCode(ground.db, code);
  const place = await getPlace(ground.db, outletId);
  const at = ground.clock.now();
  return onceOnly(
    ground,
    by.actionId,
    (done) => done.id === id && done.doneAct === act,
    () =>
      ground.db.transaction(async (tx) => {
        const ticket = await lockTicket(tx, id);
        if (!ticket || ticket.day !== shanghaiDay(at)) throw hallProblems.wrongAct({ state: ticket?.state });
        if (act !== 'rejoin') return move(tx, ticket, act, { ...by, at });
        if (ticket.state === 'missed' && ticket.returns >= returnsAtMost) throw hallProblems.returnsUsedUp();
        const rank = rankOfReturn(ticket.rank, at, place);
        return move(
          tx,
          ticket,
          act,
          { ...by, at },
          { rank, returns: ticket.returns + 1, enteredAt: at, windowId: null, forWindowId: null },
        );
      }),
  );
}

/** Calls who is next; undefined when nobody waits for what the window does. A repetition is told what the first one did, whatever came of it since. */
export async function callNext(ground: Ground, shift: Shift, actionId: string): Promise<Ticket | undefined> {
  const at = ground.clock.now();
  const { id: shiftId, outletId, windowId, accountId } = shift;
  let nobody = false;
  const called = await onceOnly(
    ground,
    actionId,
    (done) => done.windowId === windowId && done.doneAct === 'call',
    async () => {
      if (shift.state === 'break') throw hallProblems.windowOnBreak();
      return ground.db.transaction(async (tx) => {
        const where = { shiftId, outletId, windowId, day: shanghaiDay(at) };
        const ticket = await callWaiting(tx, where, { actionId, segmentId: newId(), at, accountId });
        if (ticket) announce(tx, ticket, 'call');
        else if (await findCurrent(tx, windowId)) throw hallProblems.windowBusy();
        nobody = ticket === undefined;
        return ticket as Ticket;
      });
    },
  );
  if (!nobody) return called;
  const done = await findByAction(ground.db, actionId);
  return done?.windowId === windowId ? done : undefined;
}

/** An act of the clerk at the window with the ticket that stands there, or with one that was put aside. */
export async function actAtWindow(
  ground: Ground,
  shift: Shift,
  ticketId: string,
  act: Exclude<Act, 'come' | 'cancel' | 'rejoin' | 'lapse' | 'release' | 'transfer'>,
  actionId: string,
): Promise<Ticket> {
  const at = ground.clock.now();
  return onceOnly(
    ground,
    actionId,
    (done) => done.id === ticketId && done.doneAct === act,
    () =>
      ground.db.transaction(async (tx) => {
        if (act === 'call') {
          // Held against the window being left meanwhile, as in `callFirst`.
          const own = await holdShift(tx, shift.windowId);
          if (own?.id !== shift.id) throw hallProblems.noShift();
          if (own.state === 'break') throw hallProblems.windowOnBreak();
        }
        const ticket = await lockTicket(tx, ticketId);
        demandHere(ticket, shift, act, at);
        const change =
          act === 'call'
            ? { windowId: shift.windowId, forWindowId: null }
            : act === 'unpark'
              ? { forWindowId: null }
              : {};
        return move(tx, ticket, act, { actionId, at, accountId: shift.accountId }, change);
      }),
  );
}

/** A ticket of this hall and day; one that is at a window, or was parked there, is that window's. */
function demandHere(ticket: Ticket | undefined, shift: Shift, act: Act, at: Date): asserts ticket is Ticket {
  if (!ticket || ticket.outletId !== shift.outletId || ticket.day !== shanghaiDay(at)) throw hallProblems.noTicket();
  // Who was put aside may be called by any window: the one that did it may be closed by now. The queue has its own order.
  const aside = ticket.state === 'parked' || ticket.state === 'missed';
  if (act === 'call' ? !aside : !aside && ticket.windowId !== shift.windowId)
    throw hallProblems.wrongAct({ state: ticket.state, number: ticket.number });
}

/** Hands a ticket on to another errand or to one window, with its place in the queue. */
export async function transferTicket(
  ground: Ground,
  shift: Shift,
  ticketId: string,
  to: { errandId?: string; windowId?: string; actionId: string },
): Promise<Ticket> {
  const at = ground.clock.now();
  const { db } = ground;
  return onceOnly(
    ground,
    to.actionId,
    (done) => done.id === ticketId && done.doneAct === 'transfer',
    async () => {
      if (!to.errandId && !to.windowId) throw hallProblems.whereTo();
      const [errand, window] = await Promise.all([
        to.errandId ? findErrand(db, to.errandId) : undefined,
        to.windowId ? findWindow(db, to.windowId) : undefined,
      ]);
      if (to.errandId && (errand?.outletId !== shift.outletId || errand.retiredAt)) throw hallProblems.noErrand();
      if (to.windowId && window?.outletId !== shift.outletId) throw hallProblems.windowNotHere();
      return db.transaction(async (tx) => {
        lockDuties(tx, shift.outletId);
        // A window that is left in this moment would keep what is meant for it alone.
        if (window && !(await holdShift(tx, window.id))) throw hallProblems.nobodyDoesIt();
        const duties = await dutiesAt(tx, shift.outletId);
        const ticket = await lockTicket(tx, ticketId);
        demandHere(ticket, shift, 'transfer', at);
        const errandId = errand?.id ?? ticket.errandId;
        const doing = duties.filter(
          ({ windowId, errandIds, open }) =>
            open && errandIds.includes(errandId) && (window?.id ?? windowId) === windowId,
        );
        if (doing.length === 0) throw hallProblems.nobodyDoesIt();
        if (ticket.personId !== null && errandId !== ticket.errandId) {
          const { outletId, day, personId } = ticket;
          await dropUsedUp(tx, { outletId, day, personId, errandId }, at);
          const held = await findHeld(tx, ticket, errandId);
          if (held) throw hallProblems.holdsOther({ number: held.number });
        }
        const change = { errandId, forWindowId: window?.id ?? null, windowId: null };
        return move(tx, ticket, 'transfer', { actionId: to.actionId, at, accountId: shift.accountId }, change);
      });
    },
  );
}
