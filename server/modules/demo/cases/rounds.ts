/**
 * How the hall is looked after: wardens of its zones, patrols of the last days, two unannounced checks (one made, one to come) and a circular,
 * acted with the verbs themselves at instants of the past.
 */
import { zonesIn } from '#modules/hall';
import { addDays, weekdayOf } from '#modules/deadlines';
import { beginCheck, drawCheck, findRound, finishRound, getCheck, handOverWarden, makeCircular, markPoint, planWardens, readWardens, setPoints, startPatrol } from '#modules/floor'; // prettier-ignore
import { instantOn, SteppedClock } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { actorOf, type Member } from '../district/staff.ts';
import { idOf } from '../plan.ts';
import type { World } from './world.ts';

/** Points of the way: the place among the zones, or the empty zone of the whole hall. */
const points = [
  { zone: undefined, name: '东门与安全出口', look: '通道畅通，无堆放' },
  { zone: undefined, name: '咨询台', look: '有人值守，首问登记' },
  { zone: 0, name: '填单区', look: '老花镜、笔、样表齐全' },
  { zone: 0, name: '等候区', look: '座椅、叫号屏、音量' },
  { zone: 1, name: '自助区', look: '设备在线，纸张充足' },
  { zone: 1, name: '窗口一线', look: '亮牌在岗，台面整洁' },
  { zone: 2, name: '母婴室', look: '洗手液、门锁' },
  { zone: 3, name: '出证区', look: '证照归档，待领清单' },
];
const patrolDaysAgo = [7, 6, 5, 3, 1];

/** A working day at least so many days ago. */
function workday(asOf: string, ago: number): string {
  const day = addDays(asOf, -ago);
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6 ? workday(asOf, ago + 1) : day;
}

/** Returns how many rounds there are. */
export async function actRounds(ground: Ground, world: World): Promise<number> {
  const { plan, staff } = world;
  const hall = [...world.outlets.values()].find(({ key }) => key === 'hall');
  const [chief, second] = staff.members.filter(({ role }) => role === 'office');
  const counters = hall ? (staff.counters.get(hall.id) ?? []) : [];
  if (!hall || !chief || counters.length < 4) return 0;
  const zones = zonesIn(hall.windows);
  const clock = new SteppedClock(world.end);
  const past: Ground = { ...ground, clock };
  const office = actorOf(chief);
  await setPoints(past, hall.id, points.map(({ zone, ...point }, at) => ({ ...point, id: idOf(plan, 'point', at), zone: zone === undefined ? '' : (zones[zone] ?? '') }))); // prettier-ignore
  await planZones(past, clock, world, hall.id, zones, counters);
  let rounds = 0;
  const days = [...new Set(patrolDaysAgo.map((ago) => workday(plan.asOf, ago)))];
  for (const [at, day] of days.entries()) {
    clock.set(instantOn(day, at % 2 === 0 ? '09:40' : '14:20'));
    const walker = actorOf(at % 2 === 0 ? chief : counters[at % counters.length]!);
    const { id } = await startPatrol(past, walker, hall.id, { actionId: idOf(plan, 'round', at) });
    const round = (await findRound(ground.db, id))!;
    for (const [n, point] of round.points.entries()) {
      clock.set(new Date(clock.now().getTime() + 95_000));
      const wrong = at === 1 && n === 2 ? '老花镜缺一副，样表只剩两份' : at === 3 && n === 4 ? '2号自助机缺纸' : undefined; // prettier-ignore
      await markPoint(past, walker, round, { actionId: idOf(plan, 'mark', at, n), pointId: point.id, ...(wrong ? { finding: { severity: 'minor', body: wrong } } : {}) }); // prettier-ignore
    }
    await finishRound(past, round, '');
    rounds += 1;
  }
  const team = [counters[0]!, counters[1]!].map(({ accountId }) => accountId);
  const asked = { wanted: 4, team, look: '人员在岗、亮牌服务、一次性告知、指南现行', basis: '年度检查计划' };
  const checked = workday(plan.asOf, 10);
  clock.set(instantOn(checked, '08:30'));
  const first = await drawCheck(past, office, hall.id, { ...asked, actionId: idOf(plan, 'check', 0), day: checked }, plan.seed % 2 ** 31);
  clock.set(instantOn(checked, '10:05'));
  const inspector = actorOf(counters[0]!);
  const id = await beginCheck(past, inspector, await getCheck(past, inspector, first.id), idOf(plan, 'round', 90));
  const round = (await findRound(ground.db, id))!;
  for (const [n, point] of round.points.entries()) {
    clock.set(new Date(clock.now().getTime() + 240_000));
    await markPoint(past, inspector, round, { actionId: idOf(plan, 'mark', 90, n), pointId: point.id, ...(n === 1 ? { finding: { severity: 'serious', body: '窗口无人，未放暂停牌，两名群众等候' } } : {}) }); // prettier-ignore
  }
  await finishRound(past, round, '');
  clock.set(world.end);
  const tomorrow = addDays(plan.asOf, 1);
  await drawCheck(past, actorOf(second ?? chief), hall.id, { ...asked, actionId: idOf(plan, 'check', 1), day: tomorrow }, (plan.seed + 1) % 2 ** 31);
  await makeCircular(past, office, hall.id, {
    actionId: idOf(plan, 'circular', 0),
    from: addDays(plan.asOf, -30),
    to: addDays(plan.asOf, -5),
    sources: ['patrol', 'check'],
    demand: '请各责任单位对照清单逐项整改，按期报送整改情况；大厅将逐项复查。',
  });
  return rounds + 1;
} // prettier-ignore

/** Wardens of today and the days to come; one zone is handed over today. */
async function planZones(
  past: Ground,
  clock: SteppedClock,
  { plan, staff, end }: World,
  outletId: string,
  zones: readonly string[],
  counters: readonly Member[],
): Promise<void> {
  const days = [0, 1, 2, 3, 4, 5, 6, 7].map((count) => addDays(plan.asOf, count)).filter((day) => ![0, 6].includes(weekdayOf(day))); // prettier-ignore
  const office = actorOf(staff.members.find(({ role }) => role === 'office')!);
  clock.set(instantOn(plan.asOf, '00:01'));
  for (const [at, zone] of zones.entries()) {
    const { accountId } = counters[at % counters.length]!;
    await planWardens(past, office, outletId, { zone, accountId, days, halves: ['morning', 'afternoon'] });
  }
  clock.set(end);
  const [warden] = (await readWardens(past, outletId, { from: plan.asOf, to: plan.asOf })).filter(({ half }) => half === 'afternoon'); // prettier-ignore
  const next = counters.at(-1)!;
  if (warden && next.accountId !== warden.accountId) {
    const row = { ...warden, outletId };
    const said = { actionId: idOf(plan, 'hand', 0), accountId: next.accountId, note: '东侧自助机报修，留意排队引导' };
    await handOverWarden(past, office, row, said);
  }
}
