/** Setting a hall up: each change with its line of who made it, and what it was before. */
import { getDepartment, getOutlet, listDepartments, listWindows } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { BodyOf, QueryOf, ReplyOf } from '#platform/contract';
import type { Reader, Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { errandsAt, findErrand, findPlace, getPlace, saveErrandRow, savePlaceRow, type Errand, type Place } from '../place-store.ts'; // prettier-ignore
import { countBooked } from '../booking-store.ts';
import { findPrinter, savePrinterRow, type Printer } from '../printing/print-store.ts';
import type { printOperations } from '../print-operations.ts';
import { hallProblems } from '../problems.ts';
import { areMixedUp } from '../ticket.ts';
import { zonesIn } from '../zones.ts';
import type { setupOperations } from './operations.ts';
import { changesAt, countChanges, countWaiting, errandsWithLoad, keepChange, saveZoneName, zoneNamesAt, type Change } from './store.ts'; // prettier-ignore

type Fields = Record<string, unknown>;
const shownChanges = 50;

/** Keeps what is otherwise now; nothing where nothing is. */
function noteChange(
  tx: Tx,
  what: Pick<Change, 'outletId' | 'kind' | 'subjectId' | 'name' | 'at' | 'by'>,
  before: Fields | null,
  after: Fields,
): void {
  const changed = Object.keys(after).filter((key) => JSON.stringify(before?.[key]) !== JSON.stringify(after[key]));
  if (changed.length === 0) return;
  const only = (from: Fields): Fields => Object.fromEntries(changed.map((key) => [key, from[key] ?? null]));
  keepChange(tx, { id: newId(), ...what, before: before && only(before), after: only(after) });
}

const fieldsOfPlace = (place: Place): BodyOf<typeof setupOperations.savePlace> => ({
  priorityMinutes: place.priorityMinutes,
  appointmentMinutes: place.appointmentMinutes,
  graceMinutes: place.graceMinutes,
  returnMinutes: place.returnMinutes,
  remote: place.remote,
  ticketsPerPerson: place.ticketsPerPerson,
  bookingsPerPerson: place.bookingsPerPerson,
  holdMinutes: place.holdMinutes,
  daysAhead: place.daysAhead,
  byName: place.byName,
});
const fieldsOfErrand = (errand: Errand) => ({
  outletId: errand.outletId,
  prefix: errand.prefix,
  name: errand.name,
  nameEn: errand.nameEn,
  zone: errand.zone,
  departmentId: errand.departmentId,
  minutes: errand.minutes,
  slotMinutes: errand.slotMinutes,
  slotCapacity: errand.slotCapacity,
  position: errand.position,
  retired: errand.retiredAt !== null,
});

export async function savePlace(
  ground: Ground,
  outletId: string,
  body: BodyOf<typeof setupOperations.savePlace>,
  by: string,
): Promise<void> {
  const { name } = await getOutlet(ground.db, outletId);
  const at = ground.clock.now();
  await ground.db.transaction(async (tx) => {
    const before = await findPlace(tx, outletId);
    savePlaceRow(tx, { outletId, ...body }, at, by);
    const what = { outletId, kind: 'place', subjectId: outletId, name, at, by } as const;
    noteChange(tx, what, before ? fieldsOfPlace(before) : null, body);
  });
}

/** Adds or changes an errand. Retiring one for which people wait or have appointments is refused unless `evenSo`: then they are served to the end. */
export async function saveErrand(
  ground: Ground,
  id: string,
  { evenSo = false, retired, ...fields }: BodyOf<typeof setupOperations.saveErrand>,
  by: string,
): Promise<ReplyOf<typeof setupOperations.saveErrand>> {
  const at = ground.clock.now();
  const { outletId, departmentId } = fields;
  await getPlace(ground.db, outletId);
  if (departmentId) await getDepartment(ground.db, departmentId);
  return ground.db.transaction(async (tx) => {
    const before = await findErrand(tx, id);
    if (before && before.outletId !== outletId) throw hallProblems.noErrand();
    if (retired && !before?.retiredAt && !evenSo) {
      const day = shanghaiDay(at);
      const waiting = await countWaiting(tx, outletId, day, id);
      const booked = await countBooked(tx, { outletId, day, errandIds: [id], at });
      if (waiting + booked > 0) throw hallProblems.errandWaitedFor({ waiting, booked });
    }
    const others = retired ? [] : (await errandsAt(tx, outletId)).filter((one) => one.id !== id);
    const like = others.find(({ prefix }) => areMixedUp(prefix, fields.prefix));
    // The same letters once more are refused by the table itself.
    if (like && like.prefix !== fields.prefix) throw hallProblems.prefixLike({ prefix: like.prefix });
    const row = { id, ...fields, retiredAt: retired ? (before?.retiredAt ?? at) : null };
    saveErrandRow(tx, row, at, by);
    const what = { outletId, kind: 'errand', subjectId: id, name: `${row.prefix} ${row.name}`, at, by } as const;
    noteChange(tx, what, before ? fieldsOfErrand(before) : null, { ...fields, retired });
    return { id, ...fields, retired };
  });
}

export async function savePrinter(
  ground: Ground,
  id: string,
  { retired, ...fields }: BodyOf<typeof printOperations.savePrinter>,
  by: string,
): Promise<void> {
  const at = ground.clock.now();
  const { outletId, name } = fields;
  await getPlace(ground.db, outletId);
  await ground.db.transaction(async (tx) => {
    const before = await findPrinter(tx, id);
    if (before && before.outletId !== outletId) throw hallProblems.noPrinter();
    const retiredAt = retired ? (before?.retiredAt ?? at) : null;
    savePrinterRow(tx, { id, ...fields, state: 'unknown', stateAt: null, retiredAt }, at, by);
    const shown = (printer: Printer): Fields => ({
      name: printer.name,
      zone: printer.zone,
      host: printer.host,
      port: printer.port,
      retired: printer.retiredAt !== null,
    });
    const { zone, host, port } = fields;
    const what = { outletId, kind: 'printer', subjectId: id, name, at, by } as const;
    noteChange(tx, what, before ? shown(before) : null, { name, zone, host, port, retired });
  });
}

/** The zones in which windows stand or errands are done, with what each is called in English. */
export async function listZones(reader: Reader, outletId: string): Promise<ReplyOf<typeof setupOperations.listZones>> {
  await getPlace(reader, outletId);
  const [windows, errands, names] = await Promise.all([
    listWindows(reader, { outletId }),
    errandsAt(reader, outletId),
    zoneNamesAt(reader, outletId),
  ]);
  const english = new Map(names.map(({ zone, nameEn }) => [zone, nameEn]));
  return zonesIn([...windows, ...errands]).map((zone) => ({ zone, nameEn: english.get(zone) ?? '' }));
}

/** Throws `hall.noZone` for a zone in which this hall has nothing. */
export async function knowZone(reader: Reader, outletId: string, zone: string): Promise<void> {
  if (!(await listZones(reader, outletId)).some((one) => one.zone === zone)) throw hallProblems.noZone();
}

export async function nameZone(
  ground: Ground,
  outletId: string,
  { zone, nameEn: typed }: BodyOf<typeof setupOperations.nameZone>,
  by: string,
): Promise<void> {
  const nameEn = typed.trim();
  const at = ground.clock.now();
  const before = (await listZones(ground.db, outletId)).find((one) => one.zone === zone);
  if (!before) throw hallProblems.noZone();
  await ground.db.transaction(async (tx) => {
    saveZoneName(tx, outletId, zone, nameEn, at, by);
    const what = { outletId, kind: 'zone', subjectId: outletId, name: zone, at, by } as const;
    noteChange(tx, what, { nameEn: before.nameEn }, { nameEn });
  });
}

export async function showSetup(
  ground: Ground,
  outletId: string,
  { limit = shownChanges, offset = 0 }: QueryOf<typeof setupOperations.showSetup>,
): Promise<ReplyOf<typeof setupOperations.showSetup>> {
  const { db, clock } = ground;
  const outlet = await getOutlet(db, outletId);
  const [place, errands, windows, departments, changes, changesInAll] = await Promise.all([
    findPlace(db, outletId),
    errandsWithLoad(db, outletId, shanghaiDay(clock.now()), clock.now()),
    listWindows(db, { outletId }),
    listDepartments(db),
    changesAt(db, outletId, { limit, offset }),
    countChanges(db, outletId),
  ]);
  const numbers = new Map(windows.map(({ id, number }) => [id, number]));
  return {
    outletName: outlet.name,
    outletNameEn: outlet.nameEn,
    place: place ? fieldsOfPlace(place) : null,
    errands: errands.map((errand) => ({
      id: errand.id,
      ...fieldsOfErrand(errand),
      waiting: errand.waiting,
      booked: errand.booked,
      windows: errand.windows.flatMap((id) => numbers.get(id) ?? []).toSorted(),
    })),
    zones: zonesIn(windows),
    departments: departments.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
    changes: changes.map(({ id, kind, name, before, after, at, by }) => ({ id, kind, name, before, after, at: at.toISOString(), by })), // prettier-ignore
    changesInAll,
  };
}
