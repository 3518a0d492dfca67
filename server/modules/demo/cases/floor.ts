/**
 * Who should be in the hall: whoever acts its last minutes, three who are missing, one of whom turns out to be on leave; and the plan of
 * the week to come.
 */
import { addDays, weekdayOf } from '#modules/deadlines';
import { amendTurn, planTurns, turnsBetween } from '#modules/floor';
import { presenceBetween } from '#modules/hall';
import { shanghaiDay, SteppedClock, shanghaiTime } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { actorOf } from '../district/staff.ts';
import { idOf } from '../plan.ts';
import type { World } from './world.ts';

const halves = [
  { starts: '09:00', ends: '12:00' },
  { starts: '13:30', ends: '17:00' },
];
/** HH:MM of Asia/Shanghai. */

/** Plans today and the week; returns how many turns. None when nobody acted in the hall today. */
export async function planFloor(ground: Ground, world: World): Promise<number> {
  const hall = [...world.outlets.values()].find(({ key }) => key === 'hall');
  const office = world.staff.members.find(({ role }) => role === 'office');
  if (!hall || !office) return 0;
  const now = ground.clock.now();
  const { asOf } = world.plan;
  const [begin, until] = [new Date(now.getTime() - 6 * 3_600_000), new Date(now.getTime() + 3_600_000)];
  const presence = await presenceBetween(ground.db, { outletId: hall.id, from: begin, until });
  const [first] = presence;
  const actor = actorOf(office);
  const members = world.staff.counters.get(hall.id) ?? [];
  let planned = 0;
  if (first && shanghaiDay(first.fromAt) === asOf && shanghaiTime(until) > shanghaiTime(first.fromAt)) {
    const there = [...new Set(presence.map(({ accountId }) => accountId))];
    const missing = members.filter((member) => !there.includes(member.accountId) && member.login.startsWith('yx')).slice(0, 3); // prettier-ignore
    const accountIds = [...there, ...missing.map(({ accountId }) => accountId)];
    const past: Ground = { ...ground, clock: new SteppedClock(first.fromAt) };
    const spans = [{ starts: shanghaiTime(first.fromAt), ends: shanghaiTime(until) }];
    planned += (await planTurns(past, actor, hall.id, { accountIds, days: [asOf], spans })).planned;
    const turn = (await turnsBetween(ground.db, hall.id, asOf, asOf, missing[0]?.accountId ?? null))[0];
    if (turn && missing[0])
      await amendTurn(ground, actor, turn, { actionId: idOf(world.plan, 'amendment', 0), mark: 'leave', reason: '家人急诊，已电话报备' }); // prettier-ignore
  }
  const days = [1, 2, 3, 4, 5, 6, 7].map((count) => addDays(asOf, count)).filter((day) => weekdayOf(day) !== 0 && weekdayOf(day) !== 6); // prettier-ignore
  const accountIds = members.map(({ accountId }) => accountId);
  // As of a day long past the week is planned from that day on.
  const then: Ground = { ...ground, clock: new SteppedClock(world.end) };
  if (accountIds.length > 0)
    planned += (await planTurns(then, actor, hall.id, { accountIds, days, spans: halves })).planned;
  return planned;
}
