/** Kiosks: two in the hall, one in the branch, and an e站 in a town; with a week of uses behind them. */
import { addKiosk, insertPast } from '#modules/kiosks';
import type { Tx } from '#platform/db';
import { Random } from '#platform/random';
import { idOf, type Plan } from '../plan.ts';
import type { Outlet } from './offices.ts';

const hour = 3_600_000;
/** Where they stand. Nobody has registered a browser as the first one: whoever looks at the demonstration can. */
const machines = [
  { at: 'hall', n: 1, place: '一楼大门右侧', uses: 38, sheets: 430 },
  { at: 'hall', n: 2, place: '一楼 B 区立柱旁', uses: 31, sheets: 36, stopped: '更换墨盒' },
  { at: 'hall-kechuang', n: 1, place: '门厅左侧', uses: 9, sheets: 260 },
  { at: 'town', n: 1, place: '24 小时自助服务区', uses: 14, sheets: 180 },
] as const;

export function saveKiosks(tx: Tx, plan: Plan, outlets: readonly Outlet[], at: Date, by: string): void {
  const random = new Random(plan.seed, 'kiosks', plan.asOf);
  for (const machine of machines) {
    const outlet = outlets.find(({ key, kind }) => (machine.at === 'town' ? kind === 'town' : key === machine.at));
    if (!outlet) continue;
    const town = machine.at === 'town';
    const id = idOf(plan, 'kiosk', machine.at, String(machine.n));
    const names = town ? { name: 'e站 1号机', nameEn: 'e-station, machine 1' } : { name: `${machine.n}号自助机`, nameEn: `Kiosk ${machine.n}` }; // prettier-ignore
    const stopped = 'stopped' in machine ? machine.stopped : undefined;
    addKiosk(
      tx,
      { id, outletId: outlet.id, ...names, place: machine.place, idleSeconds: 90, hasPrinter: true, printerId: null },
      at,
      by,
      {
        sheetsLeft: machine.sheets,
        ...(stopped
          ? { inService: false, serviceReason: stopped, serviceSince: new Date(at.getTime() - 2 * hour) }
          : {}),
      },
    );
    const rows = Array.from({ length: machine.uses * 7 }, (_, n) => {
      // Spread over the hours of the day; a third of those at an e站 come when the counters are closed.
      const beganAt = new Date(at.getTime() - Math.floor(random.next() * 7 * 24 * hour));
      const endedAt = new Date(beganAt.getTime() + 40_000 + Math.floor(random.next() * 240_000));
      const endedHow = random.next() < 0.07 ? ('idle' as const) : ('person' as const);
      return { id: idOf(plan, 'sitting', id, String(n)), kioskId: id, beganAt, endedAt, endedHow, signedIn: random.next() < 0.45 }; // prettier-ignore
    });
    insertPast(tx, rows);
  }
}
