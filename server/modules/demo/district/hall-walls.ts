/** What hangs and stands in the hall: a screen for each zone, one for information, one at a window; postings of these days; a ticket printer. */
import { addDays } from '#modules/deadlines';
import { furnish, zonesIn } from '#modules/hall';
import type { Tx } from '#platform/db';
import { idOf, type Plan } from '../plan.ts';
import { windowIdOf } from './hall.ts';
import type { Outlet } from './offices.ts';

export function saveHallWalls(tx: Tx, plan: Plan, outlets: readonly Outlet[], at: Date, by: string): void {
  const hall = outlets.find(({ key }) => key === 'hall');
  if (!hall) return;
  const id = (kind: string, name: string): string => idOf(plan, kind, hall.key, name);
  const zones = zonesIn(hall.windows);
  const first = hall.windows[0]!.number;
  const day = plan.asOf;
  furnish(
    tx,
    hall.id,
    {
      screens: [
        ...zones.map((zone) => ({ id: id('screen', zone), name: `${zone.slice(0, 1)} 区大屏`, shows: 'zone' as const, zone, windowId: null, sound: true })),
        { id: id('screen', 'board'), name: '一楼大门信息屏', shows: 'board', zone: null, windowId: null, sound: false },
        { id: id('screen', first), name: `${first} 号窗口屏`, shows: 'window', zone: null, windowId: windowIdOf(plan, hall, first), sound: false },
      ],
      postings: [
        { id: id('posting', 'noon'), text: '中午不打烊：A 区综合窗口 12:00 至 13:30 照常办理', textEn: 'Open at noon: the general windows of zone A serve from 12:00 to 13:30 too', urgent: false, fromOn: addDays(day, -20), untilOn: addDays(day, 40) },
        { id: id('posting', 'lift'), text: '西侧电梯检修，请走东侧电梯或无障碍坡道', textEn: 'The west lift is being serviced: please take the east lift or the ramp', urgent: true, fromOn: addDays(day, -1), untilOn: addDays(day, 2) },
        { id: id('posting', 'elder'), text: '老年人可到咨询台优先取号，有志愿者帮您填表', textEn: 'Elderly visitors get their ticket first at the desk; volunteers help with forms', urgent: false, fromOn: addDays(day, -60), untilOn: addDays(day, 120) },
      ],
      // Nobody has connected one here: what the desk sees is a printer that does not answer.
      printers: [{ id: id('printer', 'desk'), name: '咨询台打印机', zone: zones[0] ?? '', host: '127.0.0.1', port: 9100 }],
    },
    at,
    by,
  ); // prettier-ignore
}
