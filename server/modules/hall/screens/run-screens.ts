/** The screens of a hall: added and switched from afar, opened once by a code, known by a key from then on. */
import { findWindow, listWindows } from '#modules/offices';
import type { Ground } from '#platform/ground';
import { hashOf, newCode, newId, newSecret } from '#platform/ids';
import { hallProblems } from '../problems.ts';
import { knowZone } from '../setup/set-up.ts';
import { zonesIn } from '../zones.ts';
import { codeHours, darkSince, isWorthKeeping } from './screen.ts';
import type { ScreenLine, ScreenOrder, Voice } from './shapes.ts';
import { findScreen, findScreenByKey, findVoice, keepSeen, lockScreen, lockScreenByCode, saveScreen, screensAt, type ScreenRow } from './store.ts'; // prettier-ignore

type Chosen = Pick<ScreenRow, 'name' | 'shows' | 'zone' | 'windowId' | 'sound'>;

/** Of a hall for which nobody has set anything. */
const usualVoice: Voice = { spoken: 'clips', languages: 'zh-CN', volume: 80, times: 1, quiet: [] };
export const voiceAt = async (ground: Ground, outletId: string): Promise<Voice> =>
  (await findVoice(ground.db, outletId)) ?? usualVoice;

const codeFrom = (at: Date) => ({ code: newCode(8), codeUntil: new Date(at.getTime() + codeHours * 3_600_000) });

/** A window screen needs a window of this hall that is in service, another one has none. */
async function checkChoice(ground: Ground, outletId: string, { shows, zone, windowId }: Chosen): Promise<void> {
  if ((shows === 'window') !== (windowId !== null)) throw hallProblems.wrongScreen();
  if (zone) await knowZone(ground.db, outletId, zone);
  const window = windowId === null ? undefined : await findWindow(ground.db, windowId);
  if (windowId !== null && (window?.outletId !== outletId || window.retiredAt)) throw hallProblems.windowNotHere();
}

export async function getScreen(ground: Ground, id: string): Promise<ScreenRow> {
  const screen = await findScreen(ground.db, id);
  if (!screen) throw hallProblems.noScreen();
  return screen;
}

async function store(ground: Ground, id: string, change: Partial<ScreenRow>, by: string): Promise<ScreenLine> {
  const at = ground.clock.now();
  const row = await ground.db.transaction(async (tx) => {
    const screen = await lockScreen(tx, id);
    if (!screen) throw hallProblems.noScreen();
    const now = { ...screen, ...change };
    saveScreen(tx, now, at, by);
    return now;
  });
  return seen(ground, row, at);
}

async function seen(ground: Ground, row: ScreenRow, at: Date): Promise<ScreenLine> {
  const window = row.windowId === null ? undefined : await findWindow(ground.db, row.windowId);
  return lineOf(row, window?.number ?? null, at);
}

export async function addScreen(ground: Ground, outletId: string, chosen: Chosen, by: string): Promise<ScreenLine> {
  await checkChoice(ground, outletId, chosen);
  const unopened = { keyHash: null, openedAt: null, seenAt: null, retiredAt: null };
  const at = ground.clock.now();
  const row = { id: newId(), outletId, ...chosen, ...codeFrom(at), ...unopened };
  await ground.db.transaction(async (tx) => saveScreen(tx, row, at, by));
  return seen(ground, row, at);
}

export async function changeScreen(ground: Ground, id: string, chosen: Chosen, by: string): Promise<ScreenLine> {
  const screen = await getScreen(ground, id);
  await checkChoice(ground, screen.outletId, chosen);
  return store(ground, id, chosen, by);
}

/** A new code; the key of the device that was the screen is worth nothing from now on. */
export async function renewCode(ground: Ground, id: string, by: string): Promise<ScreenLine> {
  const fresh = { ...codeFrom(ground.clock.now()), keyHash: null, openedAt: null, seenAt: null };
  return store(ground, id, fresh, by);
}

export async function retireScreen(ground: Ground, id: string, by: string): Promise<void> {
  const gone = { code: null, codeUntil: null, keyHash: null, retiredAt: ground.clock.now() };
  await store(ground, id, gone, by);
}

/** Makes a device the screen of a code. The code is used up by it; upper case and spaces are as good. */
export async function openScreen(ground: Ground, typed: string): Promise<{ key: string }> {
  const at = ground.clock.now();
  const key = newSecret();
  await ground.db.transaction(async (tx) => {
    const screen = await lockScreenByCode(tx, typed.replaceAll(/\s/g, '').toLowerCase(), at);
    if (!screen) throw hallProblems.wrongScreenCode();
    const opened = { code: null, codeUntil: null, keyHash: hashOf(key), openedAt: at, seenAt: at };
    saveScreen(tx, { ...screen, ...opened }, at, screen.name);
  });
  return { key };
}

/** What the screen with this key is to be; written down as a sign of life. */
export async function signOfScreen(ground: Ground, key: string): Promise<{ screen: ScreenOrder; voice: Voice }> {
  const at = ground.clock.now();
  const found = await findScreenByKey(ground.db, hashOf(key));
  if (!found) throw hallProblems.noScreen();
  if (isWorthKeeping(found.seenAt, at)) await ground.db.transaction(async (tx) => keepSeen(tx, found.id, at));
  const { name, outletId, shows, zone, windowId, sound } = found;
  return { screen: { name, outletId, shows, zone, windowId, sound }, voice: await voiceAt(ground, outletId) };
}

const lineOf = (row: ScreenRow, windowNumber: string | null, at: Date): ScreenLine => {
  const isCode = row.code !== null && row.codeUntil !== null && row.codeUntil > at;
  return {
    id: row.id,
    name: row.name,
    shows: row.shows,
    zone: row.zone,
    windowId: row.windowId,
    sound: row.sound,
    windowNumber,
    code: isCode ? row.code : null,
    codeUntil: isCode ? row.codeUntil!.toISOString() : null,
    openedAt: row.openedAt?.toISOString() ?? null,
    seenAt: row.seenAt?.toISOString() ?? null,
    darkSince: darkSince(row, at)?.toISOString() ?? null,
  };
};

/** All screens of a hall, and the zones that one can show. */
export async function listScreens(ground: Ground, outletId: string) {
  const [rows, windows, voice] = await Promise.all([
    screensAt(ground.db, outletId),
    listWindows(ground.db, { outletId }),
    voiceAt(ground, outletId),
  ]);
  const numberOf = new Map(windows.map(({ id, number }) => [id, number]));
  const at = ground.clock.now();
  return {
    screens: rows.map((row) => lineOf(row, numberOf.get(row.windowId ?? '') ?? null, at)),
    voice,
    zones: zonesIn(windows),
  };
}
