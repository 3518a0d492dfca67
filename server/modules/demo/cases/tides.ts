/**
 * Weeks of the hall behind the tidal windows: each working day acted out by the simulator with the hall's own windows and errands, and added up as
 * the night does it.
 */
import { addDays, dayKind, publishedCalendar } from '#modules/deadlines';
import { leaveWindow, openWindow, runDay, shiftToday, usualHall } from '#modules/hall';
import { findWindow } from '#modules/offices';
import { insertAdvice, insertSteps, saveCounted, watchHall } from '#modules/tides';
import { SteppedClock } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { Random } from '#platform/random';
import { dutyOf, errandsOf, isSpare, windowIdOf } from '../district/hall.ts';
import type { Outlet } from '../district/offices.ts';
import { actorOf } from '../district/staff.ts';
import { advicesOf, stepsOf, type ActedDay, type Place } from './tides-advice.ts';
import { countRun } from './tides-count.ts';
import type { World } from './world.ts';

const weeks = 5;
/** People of a mean day: with as many windows as this hall has, people wait some minutes and a quarter of an hour before noon. */
const perDay = 1_060;

function placeOf(world: World, outlet: Outlet): Place {
  const errands = errandsOf(world.plan, outlet);
  const members = world.staff.counters.get(outlet.id) ?? [];
  const usual = usualHall(perDay);
  const windows = outlet.windows.map(({ number, zone, name }, i) => ({
    id: windowIdOf(world.plan, outlet, number),
    zone,
    errandIds: dutyOf(errands, name),
    pace: 1,
    name,
    number,
    member: members[i],
  }));
  const spare = windows.filter(({ name, member, number }) => member !== undefined && isSpare(outlet, number, name));
  const { opens, closes } = usual.day;
  return {
    outlet,
    zoneOf: new Map([...errands, ...windows].map(({ id, zone }) => [id, zone])),
    model: {
      day: { ...usual.day, errands: errands.map(({ id, share, minutes }) => ({ id, share, minutes, spread: 0.6 })) },
      windows,
      setting: usual.setting,
    },
    plan: windows.filter((one) => !spare.includes(one)).map(({ id }) => ({ windowId: id, from: opens, to: closes })),
    spare: Map.groupBy(spare.map(({ id, number, zone, member }) => ({ id, number, zone, member: member! })), ({ zone }) => zone), // prettier-ignore
  };
}

/** A few windows work on while the doors are closed (延时服务), as they do in the last minutes before the loading: one such day stands for all. */
function afterHours({ model, zoneOf }: Place, seed: number) {
  const windows = [...Map.groupBy(model.windows, ({ errandIds }) => errandIds.join()).values()].flatMap((same) => same.slice(0, Math.max(1, Math.round(same.length * 0.6)))); // prettier-ignore
  const day = { ...model.day, opens: 0, closes: 1_439, perHour: Array.from({ length: 24 }, () => 75) };
  const plan = windows.map(({ id }) => ({ windowId: id, from: 0, to: 1_439 }));
  return countRun(runDay({ ...model, day }, seed, plan, 'late'), zoneOf);
}

/** Keeps the first row of each key: what runs over from one part of the day into the other is counted once. */
function onceEach<T>(keyOf: (row: T) => string): (row: T) => boolean {
  const seen = new Set<string>();
  return (row) => {
    const key = keyOf(row);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}

/** Makes the weeks before, and what the watch says now, while the doors are open. Returns how many advices there are. */
export async function makeTides(ground: Ground, world: World, today: boolean): Promise<number> {
  const outlet = [...world.outlets.values()].find(({ key }) => key === 'hall')!;
  const place = placeOf(world, outlet);
  const { plan } = world;
  const all = Array.from({ length: weeks * 7 }, (_, i) => addDays(plan.asOf, i - weeks * 7));
  const isWorked = (day: string): boolean => ['working', 'makeUp'].includes(dayKind(publishedCalendar, day).kind);
  const late = afterHours(place, plan.seed);
  const practice = outlet.windows.flatMap(({ name }, i) => {
    const member = world.staff.counters.get(outlet.id)?.[i];
    return member ? dutyOf(errandsOf(plan, outlet), name).map((errandId) => ({ accountId: member.accountId, errandId })) : []; // prettier-ignore
  });
  const days: ActedDay[] = [];
  const at = ground.clock.now();
  await ground.db.transaction((tx) => {
    for (const day of all) {
      const run = isWorked(day) ? runDay(place.model, plan.seed, place.plan, day) : undefined;
      if (run) days.push({ day, outcomes: run.outcomes });
      const counted = run ? countRun(run, place.zoneOf) : undefined;
      const { opens, closes } = place.model.day;
      const isLate = ({ part }: { part: number }): boolean =>
        !run || part * 15 < opens - 15 || part * 15 >= closes + 60;
      saveCounted(
        tx,
        outlet.id,
        day,
        {
          work: [...(counted?.work ?? []), ...late.work.filter(isLate)].filter(
            onceEach(({ part, errandId }) => `${part} ${errandId}`),
          ),
          windows: [...(counted?.windows ?? []), ...late.windows.filter(isLate)].filter(
            onceEach(({ part, zone }) => `${part} ${zone}`),
          ),
          spreads: (counted ?? late).spreads,
          practice,
        },
        at,
      );
    }
    const advices = advicesOf(world, place, days, new Random(plan.seed, 'advice', plan.asOf));
    const office = world.staff.members.find(({ login }) => login === 'office')!;
    insertAdvice(tx, advices);
    insertSteps(tx, advices.flatMap((advice) => stepsOf(plan, advice, office))); // prettier-ignore
  });
  if (today) await standBy(ground, place);
  const made = today ? await watchHall(ground, outlet.id) : undefined;
  return days.length + (made?.length ?? 0);
}

/** Clerks of windows that are not planned have been there this morning, and are about. */
async function standBy(ground: Ground, { spare }: Place): Promise<void> {
  const past: Ground = { ...ground, clock: new SteppedClock(new Date(ground.clock.now().getTime() - 35 * 60_000)) };
  for (const { id, member } of [...spare.values()].flat()) {
    const window = await findWindow(ground.db, id);
    if (!window || (await shiftToday(past, member.accountId))) continue;
    try {
      await openWindow(past, window, actorOf(member));
      const shift = await shiftToday(past, member.accountId);
      if (shift) await leaveWindow(past, shift, actorOf(member), { evenSo: true });
    } catch {
      // Somebody acts there in the last minutes: then the window is not spare today.
    }
  }
}
