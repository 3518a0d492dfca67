/** What a service segment leads to: cases that are handed in at the window, and cases that somebody comes about. */
import type { CaseRow } from '#modules/cases';
import { findOutlet, findWindow } from '#modules/offices';
import { shanghaiDay, startOfDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { caseLinked } from './events.ts';
import { findServedBy, findServing, saveLink, visitsOf } from './link-store.ts';
import { findErrand, type Shift } from './place-store.ts';
import { hallProblems } from './problems.ts';
import type { CaseVisit } from './shapes.ts';
import { lockTicket, type Ticket } from './ticket-store.ts';

/** Says that the person who is served at this window comes about this case. A second time changes nothing. */
export const linkCase = (ground: Ground, shift: Shift, ticketId: string, row: CaseRow): Promise<Ticket> =>
  ground.db.transaction(async (tx) => {
    const ticket = await lockTicket(tx, ticketId);
    if (!ticket || ticket.outletId !== shift.outletId) throw hallProblems.noTicket();
    // Right after it was finished is not too late: the day's tickets of this window are its own.
    const served = await findServing(tx, ticketId);
    const at = ground.clock.now();
    if (!served || ticket.windowId !== shift.windowId || ticket.day !== shanghaiDay(at))
      throw hallProblems.wrongAct({ state: ticket.state, number: ticket.number });
    const { id: caseId, number: caseNumber, itemName } = row;
    saveLink(tx, { segmentId: served.id, caseId, ticketId, caseNumber, itemName, handedIn: false, at, accountId: shift.accountId }); // prettier-ignore
    emit(tx, caseLinked, ticketId, { outletId: ticket.outletId, everybody: true });
    return ticket;
  });

/** What was handed in at a counter is linked by itself to whom the clerk served in that moment, whatever page it was done on. */
export async function linkHandedIn(
  tx: Tx,
  done: { caseId: string; caseNumber: string; itemName: string; accountId: string; at: Date },
): Promise<void> {
  const { accountId, at } = done;
  const served = await findServedBy(tx, accountId, at, startOfDay(shanghaiDay(at)));
  if (!served) return;
  saveLink(tx, { ...done, segmentId: served.id, ticketId: served.ticketId, handedIn: true });
  emit(tx, caseLinked, served.ticketId, { outletId: served.outletId, everybody: true });
}

/** At which visits a case was handed in or spoken about, the first one first. */
export async function readVisits({ db }: Ground, caseId: string): Promise<CaseVisit[]> {
  const rows = await visitsOf(db, caseId);
  const once = <T>(ids: readonly (string | null)[], find: (id: string) => Promise<T | undefined>) =>
    Promise.all([...new Set(ids)].map(async (id) => [id, id === null ? undefined : await find(id)] as const)).then(
      (found) => new Map(found),
    );
  const [outlets, errands, windows] = await Promise.all([
    once(rows.map(({ outletId }) => outletId), (id) => findOutlet(db, id)),
    once(rows.map(({ errandId }) => errandId), (id) => findErrand(db, id)),
    once(rows.map(({ windowId }) => windowId), (id) => findWindow(db, id)),
  ]); // prettier-ignore
  return rows.map(({ ticketId, number, outletId, errandId, windowId, handedIn, at }) => ({
    ticketId,
    number,
    outletName: outlets.get(outletId)?.name ?? '',
    outletNameEn: outlets.get(outletId)?.nameEn ?? '',
    errandName: errands.get(errandId)?.name ?? '',
    errandNameEn: errands.get(errandId)?.nameEn ?? '',
    windowNumber: windows.get(windowId)?.number ?? null,
    handedIn,
    at: at.toISOString(),
  }));
}
