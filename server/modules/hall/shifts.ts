/** Who sits where: signing in at a window, breaks, leaving without stranding anybody, and what a window does. */
import { findWindow, listWindows, type Window } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Tx } from '#platform/db';
import type { Actor } from '#platform/permissions';
import { Problem } from '#platform/problems';
import { move } from './move-ticket.ts';
import { countBooked } from './booking-store.ts';
import { callOffErrands } from './call-off.ts';
import { endShiftLeft } from './end-day.ts';
import { windowChanged } from './events.ts';
import {
  addSpan,
  allDoneBy,
  dutiesAt,
  findErrand,
  findPlace,
  findShift,
  findShiftAt,
  getPlace,
  insertShift,
  listPlaceRows,
  lockDuties,
  lockShift,
  moveShift,
  saveDuty,
  type Duty,
  type Shift,
} from './place-store.ts';
import { hallProblems } from './problems.ts';
import { freeFromWindow, lockTicketAt, type Ticket } from './ticket-store.ts';
import { loadsAt } from './view-store.ts';
import { objectionsTo } from './window-guards.ts';

/** A window that is in service. */
export async function getOwnWindow(ground: Ground, windowId: string): Promise<Window> {
  const window = await findWindow(ground.db, windowId);
  if (!window || window.retiredAt) throw hallProblems.windowNotHere();
  return window;
}

/** The window at which somebody is signed in today; one of a day before is over, even if nobody has swept it away yet. */
export async function shiftToday(ground: Ground, accountId: string): Promise<Shift | undefined> {
  const shift = await findShift(ground.db, accountId);
  return shift && isOfToday(ground, shift) ? shift : undefined;
}
const isOfToday = ({ clock }: Ground, { beganAt }: Shift): boolean => shanghaiDay(beganAt) >= shanghaiDay(clock.now());

export async function getShift(ground: Ground, accountId: string): Promise<Shift> {
  const shift = await shiftToday(ground, accountId);
  if (!shift) throw hallProblems.noShift();
  return shift;
}

const tellWindow = (tx: Tx, windowId: string, outletId: string): void =>
  emit(tx, windowChanged, windowId, { outletId, everybody: true, publicAt: outletId });

/** Signs in at a window. A second time at the same window changes nothing, also in the same moment. */
export async function openWindow(ground: Ground, window: Window, actor: Actor): Promise<void> {
  if (window.retiredAt) throw hallProblems.windowNotHere();
  await getPlace(ground.db, window.outletId);
  const accountId = actor.accountId!;
  const isHere = async (): Promise<boolean> => (await shiftToday(ground, accountId))?.windowId === window.id;
  const [now, taken] = await Promise.all([findShift(ground.db, accountId), findShiftAt(ground.db, window.id)]);
  const [here, other] = [now, taken].map((shift) => (shift && isOfToday(ground, shift) ? shift : undefined));
  // Either read may be the first that sees it.
  if (here?.windowId === window.id || other?.accountId === accountId) return;
  if (here) throw hallProblems.shiftElsewhere();
  if (other) throw hallProblems.windowTaken({ clerkName: other.clerkName });
  for (const left of [now, taken]) if (left) await endShiftLeft(ground, left);
  const at = ground.clock.now();
  const [objection] = await objectionsTo(ground.db, at, [{ window, accountId }]);
  if (objection) throw hallProblems.windowRefused({ ...objection });
  const { id: windowId, outletId } = window;
  const shift = {
    id: newId(),
    windowId,
    outletId,
    accountId,
    clerkName: actor.name,
    state: 'open',
    beganAt: at,
  } as const;
  try {
    await ground.db.transaction(async (tx) => beginShift(tx, shift));
  } catch (error) {
    if (!(error instanceof Problem) || !(await isHere())) throw error;
  }
}

function beginShift(tx: Tx, shift: Shift & { state: 'open' }): void {
  insertShift(tx, shift);
  addSpan(tx, shift, { id: newId(), at: shift.beganAt, accountId: shift.accountId });
  tellWindow(tx, shift.windowId, shift.outletId);
}

/** Begins a break or ends it. Who is at the window already is served all the same. */
export async function pauseWindow(ground: Ground, { id, accountId }: Shift, on: boolean): Promise<void> {
  const at = ground.clock.now();
  const state = on ? 'break' : 'open';
  await ground.db.transaction(async (tx) => {
    const shift = await lockShift(tx, id);
    if (!shift) throw hallProblems.noShift();
    if (shift.state === state) return;
    moveShift(tx, { id, state }, { id: newId(), at, accountId });
    tellWindow(tx, shift.windowId, shift.outletId);
  });
}

/**
 * How many wait for errands that no other open window does. Where nobody sits at the window, before the doors open or at noon, for what no other window does at
 * all: those who wait then wait for windows that will open.
 */
async function stranded(
  tx: Tx,
  windowId: string,
  outletId: string,
  given: readonly string[],
  day: string,
  isOpen: boolean,
) {
  const [duties, loads] = [await dutiesAt(tx, outletId), await loadsAt(tx, outletId, day)];
  const others = isOpen
    ? duties.filter(({ open, paused }) => open && !paused).map((duty) => ({ ...duty, usualIds: null }))
    : duties;
  const alone = droppedBy(others, windowId, given);
  return loads.filter(({ errandId }) => alone.includes(errandId)).reduce((sum, { waiting }) => sum + waiting, 0);
}

/**
 * Ends a shift. Who was called and is not there yet goes back to the old place; what only this window was to call, any may call now.
 * Refused while somebody is being served, and, unless `evenSo`, while people wait whom then nobody could call. `away`: the clerk has gone, and
 * somebody else closes the window; who was being served is put aside, from where any window calls them.
 */
export async function leaveWindow(
  ground: Ground,
  { id: shiftId, outletId }: Pick<Shift, 'id' | 'outletId'>,
  by: Pick<Actor, 'accountId'>,
  { evenSo = false, away = false }: { evenSo?: boolean | undefined; away?: boolean },
): Promise<void> {
  const at = ground.clock.now();
  await ground.db.transaction(async (tx) => {
    lockDuties(tx, outletId);
    // Under this lock no call of the window begins: what it has called is seen by the next statement.
    const shift = await lockShift(tx, shiftId);
    if (!shift) throw hallProblems.noShift();
    const { windowId } = shift;
    const ticket = await lockTicketAt(tx, windowId);
    if (ticket?.state === 'serving' && !away) throw hallProblems.servingStill({ number: ticket.number });
    giveBack(tx, windowId, ticket, { at, accountId: by.accountId });
    if (!evenSo) {
      const duty = (await dutiesAt(tx, outletId)).find((one) => one.windowId === windowId);
      const waiting = await stranded(tx, windowId, outletId, duty?.errandIds ?? [], shanghaiDay(at), true);
      if (waiting > 0) throw hallProblems.lastForErrand({ waiting });
    }
    endShift(tx, shift, { at, accountId: by.accountId });
  });
}

interface By {
  at: Date;
  accountId: string | null;
}
/** Who was called goes back into the queue, who is being served is put aside, and nobody waits for this window alone any more. */
function giveBack(tx: Tx, windowId: string, ticket: Ticket | undefined, by: By): void {
  const doing = { actionId: newId(), ...by };
  if (ticket?.state === 'serving') move(tx, ticket, 'park', doing);
  else if (ticket) move(tx, ticket, 'release', doing, { windowId: null });
  freeFromWindow(tx, windowId);
}
function endShift(tx: Tx, { id, windowId, outletId }: Shift, by: By): void {
  moveShift(tx, { id, state: 'ended' }, { id: newId(), ...by });
  tellWindow(tx, windowId, outletId);
}

/**
 * A window was taken out of service: whoever sits there leaves it, as if somebody had closed it, and it does nothing any more. Appointments for what no other
 * window does are called off.
 */
export async function leaveRetired(ground: Ground, tx: Tx, windowId: string): Promise<void> {
  const by = { at: ground.clock.now(), accountId: null };
  const window = await findWindow(tx, windowId);
  // In service again, before this was heard of.
  if (!window?.retiredAt || !(await findPlace(tx, window.outletId))) return;
  const { outletId } = window;
  lockDuties(tx, outletId);
  const found = await findShiftAt(tx, windowId);
  const shift = found && (await lockShift(tx, found.id));
  if (shift) {
    giveBack(tx, windowId, await lockTicketAt(tx, windowId), by);
    endShift(tx, shift, by);
  }
  const duties = await dutiesAt(tx, outletId);
  const own = duties.find((duty) => duty.windowId === windowId);
  const had = own ? allDoneBy(own) : [];
  if (had.length === 0) return;
  const dropped = droppedBy(duties, windowId, had);
  if (dropped.length > 0) await callOffErrands(ground, tx, outletId, dropped);
  saveDuty(tx, { windowId, outletId, errandIds: [] }, { id: newId(), ...by });
  tellWindow(tx, windowId, outletId);
}

/** Windows that went out of service unheard, as before they gave up what they do: once more, as if it had just been said. */
export async function sweepRetired(ground: Ground): Promise<void> {
  const { db } = ground;
  for (const { outletId } of await listPlaceRows(db)) {
    const doing = new Set((await dutiesAt(db, outletId)).filter((duty) => allDoneBy(duty).length > 0).map(({ windowId }) => windowId)); // prettier-ignore
    if (doing.size === 0) continue;
    for (const { id, retiredAt } of await listWindows(db, { outletId, retired: true }))
      if (retiredAt && doing.has(id)) await db.transaction((tx) => leaveRetired(ground, tx, id));
  }
}

/** Of what a window gives away, what no other window does. */
function droppedBy(duties: readonly Duty[], windowId: string, given: readonly string[]): string[] {
  const elsewhere = new Set(duties.flatMap((duty) => (duty.windowId === windowId ? [] : allDoneBy(duty))));
  return given.filter((id) => !elsewhere.has(id));
}

/**
 * What a window does from now on. Refused, unless `evenSo`, while people wait for something that no open window does then, and while there are appointments for
 * what no window at all does then: those are called off.
 */
export async function setDuty(
  ground: Ground,
  window: Window,
  errandIds: readonly string[],
  by: Actor,
  evenSo: boolean,
): Promise<void> {
  const at = ground.clock.now();
  const day = shanghaiDay(at);
  const { id: windowId, outletId } = window;
  await getPlace(ground.db, outletId);
  const errands = await Promise.all(errandIds.map((id) => findErrand(ground.db, id)));
  if (errands.some((errand) => errand?.outletId !== outletId)) throw hallProblems.noErrand();
  await ground.db.transaction(async (tx) => {
    lockDuties(tx, outletId);
    const duties = await dutiesAt(tx, outletId);
    const now = duties.find((duty) => duty.windowId === windowId);
    const had = now ? allDoneBy(now) : [];
    // What is done no more is done to the end where it was done, and nowhere anew.
    if (errands.some((errand) => errand!.retiredAt && !had.includes(errand!.id))) throw hallProblems.noErrand();
    const given = had.filter((id) => !errandIds.includes(id));
    if (!evenSo && given.length > 0) {
      const waiting = await stranded(tx, windowId, outletId, given, day, now?.open ?? false);
      if (waiting > 0) throw hallProblems.lastForErrand({ waiting });
    }
    const dropped = droppedBy(duties, windowId, given);
    const booked = dropped.length === 0 ? 0 : await countBooked(tx, { outletId, day, errandIds: dropped, at });
    if (booked > 0 && !evenSo) throw hallProblems.lastForBooked({ booked });
    if (booked > 0) await callOffErrands(ground, tx, outletId, dropped);
    saveDuty(tx, { windowId, outletId, errandIds }, { id: newId(), at, accountId: by.accountId });
    tellWindow(tx, windowId, outletId);
  });
}
