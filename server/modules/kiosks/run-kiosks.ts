/** Kiosks as those who look after them see them: added, registered, filled with paper, taken out of service. */
import { randomInt } from 'node:crypto';
import { listOutlets } from '#modules/offices';
import { isAsSaid } from '#platform/canonical';
import type { BodyOf } from '#platform/contract';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { hashOf, isSameSecret, newSecret } from '#platform/ids';
import type { Kiosk, kiosksContract } from './contract.ts';
import { announce } from './events.ts';
import { kioskState, registrationMinutes } from './kiosk.ts';
import { kioskProblems } from './problems.ts';
import { countedKiosks, findByRegistration, insertKiosk, lockKiosk, saveKiosk, type KioskRow } from './store.ts';

type Fields = BodyOf<typeof kiosksContract.updateKiosk>;
type Staff = Pick<BodyOf<typeof kiosksContract.staffHere>, 'sheets' | 'service'>;

const minutes = 60_000;
/** Eight digits, for the keys of a kiosk. */
const newDigits = (): string => String(randomInt(0, 100_000_000)).padStart(8, '0');
const bare = (code: string): string => code.replace(/\s/g, '');
const hashOfStaffCode = (kioskId: string, code: string): string => hashOf(`${kioskId}/${bare(code)}`);

export async function listKiosks(ground: Ground, id?: string): Promise<Kiosk[]> {
  const at = ground.clock.now();
  const week = new Date(at.getTime() - 7 * 1440 * minutes);
  const [rows, outlets] = await Promise.all([countedKiosks(ground.db, week, id), listOutlets(ground.db)]);
  const names = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  return rows.map((row) => ({
    id: row.id,
    outletId: row.outletId,
    outletName: names.get(row.outletId)?.name ?? '',
    outletNameEn: names.get(row.outletId)?.nameEn ?? '',
    name: row.name,
    nameEn: row.nameEn,
    place: row.place,
    idleSeconds: row.idleSeconds,
    state: kioskState(row, at),
    printer: row.printer,
    printerId: row.printerId,
    sheetsLeft: row.sheetsLeft,
    inService: row.inService,
    serviceSince: row.serviceSince.toISOString(),
    serviceReason: row.serviceReason,
    registeredAt: row.registeredAt?.toISOString() ?? null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    version: row.version,
    inUse: row.inUse,
    uses: row.uses,
    endedByThemselves: row.endedByThemselves,
    leftBehind: row.leftBehind,
  }));
}

/** Changes a kiosk under its lock and gives it as the list has it. */
async function change(
  ground: Ground,
  id: string,
  by: string,
  to: (row: KioskRow, at: Date) => Partial<KioskRow>,
): Promise<Kiosk> {
  await ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const row = await lockKiosk(tx, id);
    if (!row) throw kioskProblems.noSuchKiosk();
    saveKiosk(tx, { ...row, ...to(row, at), changedAt: at, changedBy: by });
    announce(tx, row);
  });
  return (await listKiosks(ground, id))[0]!;
}

const fieldsOf = (
  { hasPrinter, ...fields }: Fields,
  before?: KioskRow,
): Omit<Fields, 'hasPrinter'> & Pick<KioskRow, 'printer'> => ({
  ...fields,
  printer: hasPrinter ? (before && before.printer !== 'none' ? before.printer : 'ready') : 'none',
});

const newKiosk = ({ id, ...fields }: Fields & { id: string }, at: Date, by: string): KioskRow => ({
  id,
  ...fieldsOf(fields),
  sheetsLeft: 0,
  inService: true,
  serviceSince: at,
  serviceReason: '',
  codeHash: null,
  codeUntil: null,
  staffCodeHash: null,
  wrongCodes: 0,
  lockedUntil: null,
  deviceHash: null,
  registeredAt: null,
  lastSeenAt: null,
  version: '',
  changedAt: at,
  changedBy: by,
});
/** Stores a new kiosk in the transaction of whoever sets one up; `known` is what is known of it already. */
export const addKiosk = (
  tx: Tx,
  asked: Fields & { id: string },
  at: Date,
  by: string,
  known: Partial<KioskRow> = {},
): void => saveKiosk(tx, { ...newKiosk(asked, at, by), ...known });

/**
 * Adds a kiosk. The same id with the same fields is the same kiosk, as after an answer that was lost; with others it is somebody's mistake, and
 * whoever made it must not believe that they are stored. Throws `kiosks.actRepeated`.
 */
export async function createKiosk(ground: Ground, asked: Fields & { id: string }, by: string): Promise<Kiosk> {
  await ground.db.transaction(async (tx) => {
    // Of two at the same moment one waits here for the other.
    if (await insertKiosk(tx, newKiosk(asked, ground.clock.now(), by))) return announce(tx, asked);
    const before = (await lockKiosk(tx, asked.id))!;
    if (!isAsSaid({ ...before, hasPrinter: before.printer !== 'none' }, asked)) throw kioskProblems.actRepeated();
  });
  return (await listKiosks(ground, asked.id))[0]!;
}
export const updateKiosk = (ground: Ground, id: string, fields: Fields, by: string): Promise<Kiosk> =>
  change(ground, id, by, (row) => fieldsOf(fields, row));

/** A new code. It is shown once; here is only its hash. */
export async function renewCode(ground: Ground, id: string, which: 'registration' | 'staff', by: string) {
  const code = newDigits();
  const until = new Date(ground.clock.now().getTime() + registrationMinutes * minutes);
  await change(ground, id, by, () =>
    which === 'staff'
      ? { staffCodeHash: hashOfStaffCode(id, code), wrongCodes: 0, lockedUntil: null }
      : { codeHash: hashOf(code), codeUntil: until },
  );
  return { code, until: which === 'staff' ? null : until.toISOString() };
}

/** Makes the kiosk of the browser that has the code; the code is used up. Returns its secret. */
export async function registerKiosk(ground: Ground, code: string): Promise<{ id: string; secret: string }> {
  const at = ground.clock.now();
  const secret = newSecret();
  const found = await findByRegistration(ground.db, hashOf(bare(code)), at);
  if (!found) throw kioskProblems.wrongCode();
  await change(ground, found.id, found.changedBy, (row) => {
    // Two browsers with one code: the second one comes too late.
    if (row.codeHash !== found.codeHash) throw kioskProblems.wrongCode();
    return { deviceHash: hashOf(secret), registeredAt: at, lastSeenAt: at, codeHash: null, codeUntil: null };
  });
  return { id: found.id, secret };
}

export const setService = (ground: Ground, id: string, to: { inService: boolean; reason: string }, by: string) =>
  change(ground, id, by, (row, at) => serviceOf(row, to, at));
const serviceOf = (row: KioskRow, { inService, reason }: { inService: boolean; reason: string }, at: Date) => ({
  inService,
  serviceReason: inService ? '' : reason,
  serviceSince: inService === row.inService ? row.serviceSince : at,
});

export const bringPaper = (ground: Ground, id: string, sheets: number, by: string): Promise<Kiosk> =>
  change(ground, id, by, (row) => paperOf(row, sheets));
function paperOf(row: KioskRow, sheets: number): Partial<KioskRow> {
  if (row.printer === 'none') throw kioskProblems.noPrinter();
  return { sheetsLeft: sheets, printer: sheets > 0 ? 'ready' : 'noPaper' };
}

/** Wrong codes at once; then a quarter of an hour without any. */
const mostWrong = 5;
const lockMinutes = 15;

/** What staff do at the machine itself. A try is counted before it is checked. */
export async function staffHere(ground: Ground, kiosk: KioskRow, code: string, asked: Staff): Promise<Kiosk> {
  const right = await ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const row = (await lockKiosk(tx, kiosk.id))!;
    if (row.lockedUntil && row.lockedUntil > at) throw kioskProblems.codeLocked({ until: row.lockedUntil.toISOString() }).after((row.lockedUntil.getTime() - at.getTime()) / 1000); // prettier-ignore
    const given = hashOfStaffCode(kiosk.id, code);
    if (row.staffCodeHash !== null && isSameSecret(row.staffCodeHash, given)) {
      if (row.wrongCodes > 0) saveKiosk(tx, { ...row, wrongCodes: 0, lockedUntil: null });
      return true;
    }
    const wrongCodes = row.wrongCodes + 1;
    const lockedUntil = wrongCodes >= mostWrong ? new Date(at.getTime() + lockMinutes * minutes) : null;
    saveKiosk(tx, { ...row, wrongCodes: lockedUntil ? 0 : wrongCodes, lockedUntil });
    return false;
  });
  if (!right) throw kioskProblems.wrongStaffCode();
  return change(ground, kiosk.id, kiosk.name, (row, at) => ({
    ...(asked.service ? serviceOf(row, asked.service, at) : {}),
    ...(asked.sheets === undefined ? {} : paperOf(row, asked.sheets)),
  }));
}
