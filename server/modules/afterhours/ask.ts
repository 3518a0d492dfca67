/** Asking for a time: on the phone, with the code of a ticket, at the information desk. */
import { calendarsOf, daysBetween } from '#modules/deadlines';
import { doorsOf, getErrand, getTicketByCode, type Errand, type Ticket } from '#modules/hall';
import { findHours, planOn } from '#modules/offices';
import { brake } from '#platform/brake';
import { isAsSaid } from '#platform/canonical';
import { shanghaiDay } from '#platform/clock';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newCode } from '#platform/ids';
import { takeNumber } from '#platform/numbers';
import { Problem } from '#platform/problems';
import { afterhoursStepped } from './events.ts';
import { afterhoursProblems } from './problems.ts';
import { mayAskWith, type Door, type Period } from './request.ts';
import { findRequest, insertRequest, insertStep, offersAt, takenAt, type RequestRow } from './store.ts';
import { tellManagers } from './tell-others.ts';
import { timesOf, type Offer } from './times.ts';

export interface Asked {
  actionId: string;
  period: Period;
  day: string;
  wish?: string;
}
/** Who asks; `personId` is whoever may have one open request a day and period. */
export interface Asker {
  door: Door;
  personId: string | null;
  accountId: string | null;
  name: string;
  phone: string;
  ticket?: Ticket;
}

/** Five at once, then one each quarter of an hour, for a person or a ticket. */
const askBrake = brake(5, 900);

/** What the hours of a hall are on a day; undefined where nobody has entered any. */
async function spansAt(ground: Ground, outletId: string) {
  const own = (await findHours(ground.db, [outletId])).get(outletId);
  return own && ((day: string) => planOn(ground, own, day).spans);
}

/** Refuses what nobody could ever ask for: the hall is open then anyway, each day of the next weeks. Throws `whileOpen`. */
export async function mustBeBeyond(ground: Ground, outletId: string, offer: Offer): Promise<void> {
  const spansOn = await spansAt(ground, outletId);
  const at = ground.clock.now();
  const always = { ...offer, daysAhead: 28, noticeMinutes: 0 };
  const { calendar } = calendarsOf(ground).latest;
  const [any, beyond] = [undefined, spansOn].map((spans) => timesOf([always], shanghaiDay(at), at, calendar, spans));
  if (any!.length > 0 && beyond!.length === 0) throw afterhoursProblems.whileOpen();
}

/** The times of a hall that can be asked for now, with the places that are left. */
export async function timesAt(ground: Ground, outletId: string) {
  const at = ground.clock.now();
  const today = shanghaiDay(at);
  const [offers, taken, spansOn] = await Promise.all([
    offersAt(ground.db, outletId),
    takenAt(ground.db, outletId, today),
    spansAt(ground, outletId),
  ]);
  const places = new Map(offers.map((offer) => [offer.period, offer.places]));
  return timesOf(offers, today, at, calendarsOf(ground).latest.calendar, spansOn).map((time) => {
    const used = taken.find(({ day, period }) => day === time.day && period === time.period)?.taken ?? 0;
    return { ...time, left: Math.max(0, places.get(time.period)! - used) };
  });
}

/** The ticket of a code, if a time can be asked for with it. Throws `hall.noTicket`, `ticketNotFree`. */
export async function freeTicket(ground: Ground, code: string): Promise<{ ticket: Ticket; errand: Errand }> {
  const at = ground.clock.now();
  const ticket = await getTicketByCode(ground.db, code);
  const [errand, doors] = await Promise.all([getErrand(ground, ticket.errandId), doorsOf(ground, ticket.outletId, at)]);
  const hallOpen = doors.takes && (doors.minutesLeft ?? 1) > 0;
  const daysAgo = daysBetween(ticket.day, shanghaiDay(at));
  if (!mayAskWith({ state: ticket.state, daysAgo, hallOpen })) throw afterhoursProblems.ticketNotFree();
  return { ticket, errand };
}

/** Stores a request; the same `actionId` of the same asker with the same wishes is the same one. Throws `noSuchTime`, `timeFull`, `haveRequest`, `ticketUsed`, `actionReused`. */
export async function askFor(ground: Ground, errand: Errand, asked: Asked, asker: Asker): Promise<RequestRow> {
  const ticketId = asker.ticket?.id ?? null;
  const said = {
    outletId: errand.outletId,
    errandId: errand.id,
    period: asked.period,
    day: asked.day,
    door: asker.door,
    ticketId,
    accountId: asker.accountId,
    name: asker.name.trim(),
    phone: asker.phone.trim(),
    wish: asked.wish?.trim() ?? '',
  };
  const isSame = (row: RequestRow): boolean => isAsSaid(row, said);
  const known = await findRequest(ground.db, asked.actionId);
  if (known && !isSame(known)) throw afterhoursProblems.actionReused();
  if (known) return known;
  if (asker.door !== 'desk') askBrake(ground, ticketId ?? asker.personId ?? '');
  const at = ground.clock.now();
  const time = (await timesAt(ground, errand.outletId)).find(({ day, period }) => day === asked.day && period === asked.period); // prettier-ignore
  if (!time) throw afterhoursProblems.noSuchTime();
  if (time.left === 0) throw afterhoursProblems.timeFull();
  const serial = await takeNumber(ground.db, `afterhours/${shanghaiDay(at).slice(0, 4)}`, 10);
  const row: RequestRow = {
    id: asked.actionId,
    number: `YS${shanghaiDay(at).slice(0, 4)}-${String(serial).padStart(4, '0')}`,
    code: newCode(12),
    ...said,
    errandName: errand.name,
    errandNameEn: errand.nameEn,
    departmentId: errand.departmentId,
    beginsAt: time.beginsAt,
    endsAt: time.endsAt,
    ticketNumber: asker.ticket?.number ?? null,
    personId: asker.personId,
    state: 'asked',
    seq: 1,
    askedAt: at,
    changedAt: at,
    reason: '',
    staffId: null,
    staffName: null,
    staffDepartmentId: null,
    windowId: null,
    windowNumber: null,
    startedAt: null,
    endedAt: null,
    matters: null,
    caseNumbers: [],
    forgottenAt: null,
  };
  try {
    await ground.db.transaction(async (tx) => {
      insertRequest(tx, row);
      // Who asks stands in the request alone, where it goes in time: the history and the events are for ever.
      const accountId = asker.door === 'desk' ? asker.accountId : null;
      insertStep(tx, { id: row.id, requestId: row.id, seq: 1, kind: 'ask', state: 'asked', at, accountId, saidBy: '', body: '' }); // prettier-ignore
      await tellManagers(ground, tx, row);
      const { outletId, departmentId } = row;
      emit(tx, afterhoursStepped, row.id, { kind: 'ask', state: 'asked', outletId, departmentId });
    });
  } catch (error) {
    // The same act at the same moment: one of the two was first.
    const same = error instanceof Problem ? await findRequest(ground.db, row.id) : undefined;
    if (!same || !isSame(same)) throw error;
    return same;
  }
  return row;
}
