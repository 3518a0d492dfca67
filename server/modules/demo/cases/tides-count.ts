/** A day that the simulator acted out, added up by quarters of an hour as the night adds up a day of the hall. Pure. */
import type { HallRun } from '#modules/hall';
import { spreadOf, type CountedDay } from '#modules/tides';

const part = 15;
type Work = CountedDay['work'][number];
type Staff = CountedDay['windows'][number];

/** Who has practice is not known of a simulated day. */
export function countRun(run: HallRun, zoneOf: ReadonlyMap<string, string>): Omit<CountedDay, 'practice'> {
  const work = new Map<string, Work>();
  const staff = new Map<string, Staff>();
  const kept = new Map<string, number[]>();
  const workAt = (minute: number, errandId: string): Work => {
    const key = `${Math.floor(minute / part)} ${errandId}`;
    let row = work.get(key);
    if (!row) {
      row = { part: Math.min(95, Math.floor(minute / part)), errandId, came: 0, called: 0, waitedSeconds: 0, served: 0, keptSeconds: 0 };
      work.set(key, row);
    }
    return row;
  }; // prettier-ignore
  const over = (from: number, to: number, zone: string, give: (row: Staff, seconds: number) => void): void => {
    for (let i = Math.floor(from / part); i < 96 && i * part < to; i++) {
      const key = `${i} ${zone}`;
      let row = staff.get(key);
      if (!row) staff.set(key, (row = { part: i, zone, staffedSeconds: 0, busySeconds: 0 }));
      give(row, Math.round((Math.min(to, (i + 1) * part) - Math.max(from, i * part)) * 60));
    }
  };
  for (const { errandId, enteredAt, calledAt, finishedAt, waited, windowId } of run.outcomes) {
    workAt(enteredAt, errandId).came += 1;
    if (calledAt === null || finishedAt === null || windowId === null) continue;
    const row = workAt(calledAt, errandId);
    const seconds = Math.round((finishedAt - calledAt) * 60);
    row.called += 1;
    row.served += 1;
    row.waitedSeconds += Math.round(waited * 60);
    row.keptSeconds += seconds;
    const zone = zoneOf.get(errandId) ?? '';
    const all = kept.get(zone);
    if (all) all.push(seconds);
    else kept.set(zone, [seconds]);
    over(calledAt, finishedAt, zoneOf.get(windowId) ?? '', (line, share) => (line.busySeconds += share));
  }
  for (const { windowId, from, to } of run.spans)
    over(from, to, zoneOf.get(windowId) ?? '', (line, share) => (line.staffedSeconds += share));
  return {
    work: [...work.values()],
    windows: [...staff.values()],
    spreads: [...kept].map(([zone, seconds]) => ({ zone, seconds: spreadOf(seconds) })),
  };
}
