/** Making a complaint: with a ticket, on the portal, or by word of mouth to anybody of the staff. */
import { calendarsOf, dueOn, shanghaiDay } from '#modules/deadlines';
import { getTicketByCode, servedBy } from '#modules/hall';
import { findWindow } from '#modules/offices';
import { brake } from '#platform/brake';
import { isAsSaid } from '#platform/canonical';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newCode } from '#platform/ids';
import { takeNumber } from '#platform/numbers';
import type { Actor } from '#platform/permissions';
import { Problem } from '#platform/problems';
import { departmentFor, type Door } from './complaint.ts';
import { complaintStepped } from './events.ts';
import { aboutOf, tellLeaders } from './officials.ts';
import { complaintProblems } from './problems.ts';
import { findComplaint, houseRule, insertComplaint, insertStep, type ComplaintRow } from './store.ts';

export interface Made {
  actionId: string;
  body: string;
  ticketCode?: string;
  windowId?: string;
  name?: string;
  phone?: string;
}

/** Three at once, then one each half hour, for a ticket or an account. */
const complainBrake = brake(3, 1800);

/** The last day for an answer that is awaited from today. */
export const dueFrom = (ground: Ground, today: string, days: number): string =>
  dueOn({ from: today, limit: { value: days, unit: 'workingDay' }, calendar: calendarsOf(ground).latest.calendar })
    .date;

/** Where it happened and who sat there, as far as a ticket or a window says so. Throws `hall.noTicket`, `noSuchWindow`. */
async function placeOf(ground: Ground, { ticketCode, windowId }: Made) {
  const { db } = ground;
  if (ticketCode) {
    const ticket = await getTicketByCode(db, ticketCode);
    const served = await servedBy(db, ticket.id);
    const window = served ? await findWindow(db, served.windowId) : undefined;
    return { ticket, outletId: ticket.outletId, window, aboutId: served?.accountId ?? null, aboutName: served?.clerkName ?? null }; // prettier-ignore
  }
  const window = windowId ? await findWindow(db, windowId) : undefined;
  if (windowId && (!window || window.retiredAt)) throw complaintProblems.noSuchWindow();
  return { ticket: undefined, outletId: window?.outletId ?? null, window, aboutId: null, aboutName: null };
}

/** Stores a complaint; the same `actionId` of the same complainer in the same words is the same one. Throws `hall.noTicket`, `noSuchWindow`, `actionReused`. */
export async function makeComplaint(ground: Ground, door: Door, actor: Actor, said: Made): Promise<ComplaintRow> {
  const { accountId } = actor;
  const place = await placeOf(ground, said);
  const ticketId = place.ticket?.id ?? null;
  const own = door === 'portal';
  const windowId = place.window?.id ?? null;
  const told = {
    door,
    takenById: door === 'staff' ? accountId : null,
    accountId: own ? accountId : null,
    ticketId,
    body: said.body.trim(),
    name: own ? actor.name : (said.name?.trim() ?? ''),
    phone: said.phone?.trim() ?? '',
  };
  // Where a ticket is served may have turned out since.
  const isSame = (row: ComplaintRow): boolean => isAsSaid(row, ticketId ? told : { ...told, windowId });
  const known = await findComplaint(ground.db, said.actionId);
  if (known && !isSame(known)) throw complaintProblems.actionReused();
  if (known) return known;
  if (door !== 'staff') complainBrake(ground, ticketId ?? accountId ?? '');
  const at = ground.clock.now();
  const today = shanghaiDay(at);
  const rule = await houseRule(ground.db);
  const about = await aboutOf(ground.db, place.aboutId, at);
  const serial = await takeNumber(ground.db, `complaints/${today.slice(0, 4)}`, 10);
  const row: ComplaintRow = {
    id: said.actionId,
    number: `TS${today.slice(0, 4)}-${String(serial).padStart(4, '0')}`,
    code: newCode(12),
    ...told,
    takenByName: door === 'staff' ? actor.name : '',
    outletId: place.outletId,
    windowId,
    windowNumber: place.window?.number ?? null,
    ticketNumber: place.ticket?.number ?? null,
    aboutId: place.aboutId,
    aboutName: place.aboutName,
    departmentId: departmentFor(about, place.window?.departmentId ?? null),
    personId: own ? actor.personId : null,
    state: 'received',
    seq: 1,
    handlerId: null,
    handlerName: null,
    madeAt: at,
    madeOn: today,
    changedAt: at,
    dueOn: dueFrom(ground, today, rule.answerDays),
    answeredAt: null,
    answeredById: null,
    answer: '',
    satisfied: null,
    reopened: false,
    late: false,
    toldAt: null,
    question: '',
    statement: '',
    forgottenAt: null,
  };
  try {
    await ground.db.transaction(async (tx) => {
      insertComplaint(tx, row);
      // Who complains stands in the complaint alone, where it goes in time: the history and the events are for ever.
      insertStep(tx, { id: row.id, complaintId: row.id, seq: 1, kind: 'make', state: 'received', at, accountId: row.takenById, saidBy: row.takenByName, body: '', late: false }); // prettier-ignore
      await tellLeaders(ground, tx, [row], 'complaintMade');
      emit(tx, complaintStepped, row.id, { kind: 'make', state: 'received', ownerOnly: true });
    });
  } catch (error) {
    // The same act at the same moment: one of the two was first.
    const same = error instanceof Problem ? await findComplaint(ground.db, row.id) : undefined;
    if (!same || !isSame(same)) throw error;
    return same;
  }
  return row;
}
