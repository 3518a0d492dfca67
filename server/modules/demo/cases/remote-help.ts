/**
 * Remote help of the last weeks, acted with the verbs themselves at instants before the loading: most of it on phones, the rest at the kiosks
 * of the hall by whoever had not signed in. Nobody waits at the end: a request lives as long as a page that is open.
 */
import { askForHelp, finishHelp, hearFrom, leaveHelp, rateHelp, setSeat, takeNext } from '#modules/remotehelp';
import { SteppedClock } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { nobody, type Actor } from '#platform/permissions';
import { Random } from '#platform/random';
import { actorOf, type Member } from '../district/staff.ts';
import { workday } from './office-time.ts';
import type { World } from './world.ts';

/** Working days back to which it goes, and how many clerks take turns. */
const days = 20;
const clerksAtMost = 4;
/** Minutes of work after which somebody asks again. */
const between = { least: 60, most: 400 };

/** Acts it all. Returns how often somebody asked. */
export async function actRemoteHelp(ground: Ground, world: World): Promise<number> {
  const { plan, time, byKey, staff } = world;
  const hall = byKey.get('hall');
  const clerks = (hall ? staff.counters.get(hall.id) : undefined)?.slice(0, clerksAtMost) ?? [];
  if (!hall || clerks.length === 0 || world.withAccount.length === 0) return 0;
  const random = new Random(plan.seed, 'remote help', plan.asOf);
  const clock = new SteppedClock(world.end);
  const past: Ground = { ...ground, clock };
  const until = time.minutesAt(world.end) - between.least;
  let count = 0;
  for (let minute = until - days * workday; minute < until; minute += random.whole(between.least, between.most)) {
    clock.set(time.instantOf(minute));
    await actHelp(past, clock, world, { clerk: random.pick(clerks), outletId: hall.id }, random);
    count += 1;
  }
  return count;
}

/** One help: asked, waited for, given or given up, rated by most. */
async function actHelp(
  ground: Ground,
  clock: SteppedClock,
  world: World,
  { clerk, outletId }: { clerk: Member; outletId: string },
  random: Random,
): Promise<void> {
  const atKiosk = random.chance(0.25);
  const resident = random.pick(world.withAccount);
  const asker: Actor = atKiosk || !resident.accountId ? nobody : { ...nobody, accountId: resident.accountId, personId: resident.id, name: resident.name }; // prettier-ignore
  const by = (actor: Actor) => ({ actionId: newId(), at: clock.now(), accountId: actor.accountId });
  await setSeat(ground, actorOf(clerk), { state: 'open', signs: false });
  const { help } = await askForHelp(
    ground,
    asker,
    atKiosk
      ? { door: 'kiosk', outletId, kioskId: null, sittingId: null }
      : { door: 'portal', outletId: null, kioskId: null, sittingId: null },
    {
      actionId: newId(),
      itemId: random.pick(world.choose)(random).id,
      way: random.chance(0.75) ? 'video' : random.chance(0.5) ? 'audio' : 'text',
      sign: random.chance(0.03),
      ...(random.chance(0.3) ? { priority: 'elderly' as const } : {}),
      language: 'zh-CN',
      consent: true,
    },
  );
  const waited = random.whole(5, 300);
  clock.advance(waited * 1000);
  if (random.chance(0.06)) await leaveHelp(ground, help, { ...by(asker), accountId: null });
  else {
    await ground.db.transaction((tx) => {
      hearFrom(tx, 'asker', [help.id], clock.now());
    });
    const taken = (await takeNext(ground, actorOf(clerk), newId()))!;
    clock.advance(random.whole(90, 900) * 1000);
    const ended = await finishHelp(ground, taken, random.chance(0.9) ? 'helped' : 'elsewhere', by(actorOf(clerk)));
    clock.advance(20_000);
    if (random.chance(0.6)) await rateHelp(ground, ended, random.chance(0.85) ? 'verySatisfied' : random.chance(0.8) ? 'satisfied' : 'dissatisfied', { ...by(asker), accountId: null }); // prettier-ignore
  }
  await setSeat(ground, actorOf(clerk), { state: null });
}
