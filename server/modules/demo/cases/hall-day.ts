/**
 * The last forty minutes in the hall, as the rules have it: staff sign in, people take tickets, are called and served. Acted with the verbs
 * themselves, at instants before the loading. While the doors are closed a few windows work on (延时服务).
 */
import {
  actAtWindow,
  actByHolder,
  callNext,
  findErrand,
  keepTold,
  openWindow,
  shiftToday,
  takeTicket,
} from '#modules/hall';
import { findHours, findWindow, openingOf } from '#modules/offices';
import { shanghaiDay, SteppedClock } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { errandsOf, isSpare, placesOf, windowIdOf, type ErrandPlan } from '../district/hall.ts';
import type { Outlet } from '../district/offices.ts';
import { actorOf, type Member } from '../district/staff.ts';
import { Random } from '#platform/random';
import type { World } from './world.ts';

const minutes = 40;
const toldOneOf = 3;
/** Somebody signs in to the demonstration as these: their windows are free. */
const leftFree = new Set(['clerk', 'property', 'steward', 'town']);

/** In the hall more people than usual have come to this zone in the last twenty minutes: something for the watch to see. */
const crowdedZone = 'D';

interface Post {
  windowId: string;
  name: string;
  member: Member;
  /** Minute at which who is there is done; whom the window has. */
  until: number;
  ticket: { id: string; minutes: number; served: boolean } | undefined;
}

const postsOf = (world: World, outlet: Outlet): Post[] => {
  const members = world.staff.counters.get(outlet.id) ?? [];
  return outlet.windows.flatMap(({ number, name }, i) => {
    const member = members[i];
    if (!member || leftFree.has(member.login) || isSpare(outlet, number, name)) return [];
    return [{ windowId: windowIdOf(world.plan, outlet, number), name, member, until: 0, ticket: undefined }];
  });
};

/** The windows that are staffed: one of each kind first, then more until there are so many. */
function staffed(posts: readonly Post[], count: number, random: Random): Post[] {
  const first = posts.filter((post, i) => posts.findIndex(({ name }) => name === post.name) === i);
  const rest = posts.filter((post) => !first.includes(post)).toSorted(() => random.around());
  return [...first, ...rest].slice(0, count);
}

function drawErrand(errands: readonly ErrandPlan[], random: Random): ErrandPlan {
  let at = random.next() * errands.reduce((sum, { share }) => sum + share, 0);
  return errands.find(({ share }) => (at -= share) < 0) ?? errands[0]!;
}

/** Acts the last minutes of every place. Returns how many tickets were taken; none when the district stands at another day. */
export async function actHallDay(ground: Ground, world: World): Promise<number> {
  const now = ground.clock.now();
  const begin = new Date(now.getTime() - minutes * 60_000);
  if (shanghaiDay(begin) !== world.plan.asOf || shanghaiDay(now) !== world.plan.asOf) return 0;
  const random = new Random(world.plan.seed, 'hall', world.plan.asOf);
  let taken = 0;
  for (const outlet of placesOf([...world.outlets.values()])) {
    const hours = (await findHours(ground.db, [outlet.id])).get(outlet.id);
    const open = openingOf(ground, hours, now)?.open ?? true;
    const isHall = outlet.key === 'hall';
    if (!open && !isHall) continue;
    const posts = staffed(postsOf(world, outlet), isHall ? (open ? 34 : 24) : 2, random);
    taken += await actPlace(ground, world, outlet, posts, isHall ? (open ? 2.9 : 1.6) : 0.25, begin, random);
  }
  return taken;
}

async function actPlace(
  ground: Ground,
  world: World,
  outlet: Outlet,
  posts: readonly Post[],
  perMinute: number,
  begin: Date,
  random: Random,
): Promise<number> {
  const clock = new SteppedClock(begin);
  const past: Ground = { ...ground, clock };
  const errands = errandsOf(world.plan, outlet).filter((errand) => posts.some(({ name }) => name === errand.name));
  if (errands.length === 0) return 0;
  for (const { windowId, member } of posts)
    await openWindow(past, (await findWindow(ground.db, windowId))!, actorOf(member));
  const minutesOf = new Map(errands.map((errand) => [errand.id, errand.minutes]));
  let taken = 0;
  let due = 0;
  const crowd = errands.filter(({ zone }) => zone.startsWith(crowdedZone));
  for (let minute = 0; minute < minutes; minute++) {
    due += perMinute * (0.5 + random.next());
    const more = outlet.key === 'hall' && minute >= 16 ? 1 : 0;
    for (let n = -more; n < 0 || due >= 1; n++) {
      if (n >= 0) due -= 1;
      const errand = drawErrand(n < 0 ? crowd : errands, random);
      const elderly = random.chance(0.12);
      clock.set(new Date(begin.getTime() + minute * 60_000 + random.whole(0, 59_000)));
      const asked = {
        actionId: newId(),
        errandId: errand.id,
        // Couples, and families that register together.
        party: random.chance(0.04) ? 2 : 1,
        ...(elderly ? { priority: 'elderly' as const } : {}),
      };
      const by = { personId: null, accountId: null, door: 'desk' as const };
      const ticket = await takeTicket(past, (await findErrand(ground.db, errand.id))!, asked, by, { evenSo: true });
      // What was said of the wait, to be compared with what became of it. Each is a forecast of its own: of a few, so that loading stays quick.
      if (outlet.key === 'hall' && taken % toldOneOf === 0) await keepTold(past, ticket);
      // Somebody who sees the queue and goes again.
      if (random.chance(0.02)) await actByHolder(past, ticket.code, 'cancel', { actionId: newId(), accountId: null });
      taken += 1;
    }
    clock.set(new Date(begin.getTime() + (minute + 1) * 60_000 - 1));
    for (const post of posts) await actPost(past, post, minute, minutesOf, random);
  }
  return taken;
}

/** What a window does in a minute: it is done with somebody, begins with who has come, or calls the next. */
async function actPost(
  ground: Ground,
  post: Post,
  minute: number,
  minutesOf: ReadonlyMap<string, number>,
  random: Random,
): Promise<void> {
  const { ticket } = post;
  if (ticket && minute < post.until) return;
  const shift = (await shiftToday(ground, post.member.accountId))!;
  if (ticket && !ticket.served) {
    const missed = random.chance(0.05);
    await actAtWindow(ground, shift, ticket.id, missed ? 'miss' : 'serve', newId());
    if (!missed) {
      ticket.served = true;
      post.until = minute + Math.max(1, Math.round(ticket.minutes * (0.5 + random.next())));
      return;
    }
  } else if (ticket) await actAtWindow(ground, shift, ticket.id, random.chance(0.05) ? 'park' : 'finish', newId());
  const called = await callNext(ground, shift, newId());
  if (called && random.chance(0.15))
    await actByHolder(ground, called.code, 'come', { actionId: newId(), accountId: null });
  post.ticket = called ? { id: called.id, minutes: minutesOf.get(called.errandId) ?? 9, served: false } : undefined;
  post.until = minute + 1;
}
