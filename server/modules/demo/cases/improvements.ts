/**
 * What people of the district have suggested, and the bulletin of the last month. Both are few, so they are acted with the verbs themselves, at
 * instants of the past; the figures beside them are those of the district.
 */
import { makeBulletin } from '#modules/bulletins';
import { addDays, shanghaiDay } from '#modules/deadlines';
import { suggest, takeStep } from '#modules/improvements';
import { SteppedClock, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { actorOf, type Member } from '../district/staff.ts';
import { idOf } from '../plan.ts';
import { suggestions, type Suggested } from './suggestions.ts';
import type { World } from './world.ts';

type Step = Parameters<typeof takeStep>[3];
const courses: Record<Suggested['until'], readonly Step[]> = {
  suggested: [],
  dispatched: ['dispatch'],
  accepted: ['dispatch', 'accept'],
  planned: ['dispatch', 'accept', 'plan'],
  done: ['dispatch', 'accept', 'plan', 'finish'],
  sentBack: ['dispatch', 'accept', 'plan', 'finish', 'sendBack'],
  verified: ['dispatch', 'accept', 'plan', 'finish', 'verify'],
  adopted: ['dispatch', 'accept', 'plan', 'finish', 'verify', 'adopt'],
  declined: ['dispatch', 'decline'],
  closed: ['dispatch', 'decline', 'close'],
};

/** Acts all suggestions up to the district's day. Returns how many there are. */
export async function actImprovements(ground: Ground, world: World): Promise<number> {
  const office = world.staff.members.find(({ role }) => role === 'office');
  if (!office) return 0;
  const clock = new SteppedClock(world.end);
  const past: Ground = { ...ground, clock };
  let made = 0;
  for (const [at, said] of suggestions.entries()) if (await act(past, clock, world, office, said, at)) made += 1;
  return made;
}

async function act(
  ground: Ground,
  clock: SteppedClock,
  world: World,
  office: Member,
  said: Suggested,
  at: number,
): Promise<boolean> {
  const { plan, time } = world;
  const departmentId = idOf(plan, 'department', said.department);
  const head = world.staff.heads.get(departmentId)?.[0];
  const resident = world.withAccount[(at * 17) % world.withAccount.length];
  if (!head || !resident?.accountId) return false;
  clock.set(time.after(startOfDay(addDays(plan.asOf, -said.daysAgo)), 25 + at * 9));
  if (clock.now() >= world.end) return false;
  const person: Actor = { ...actorOf(office), accountId: resident.accountId, personId: resident.id, name: resident.name, posts: [] }; // prettier-ignore
  const by = { resident: person, head: actorOf(head), office: actorOf(office) }[said.by];
  const id = idOf(plan, 'suggestion', at);
  const matter = said.item ? world.matters.find(({ code }) => code.endsWith(said.item!)) : undefined;
  await suggest(ground, by, {
    actionId: id,
    title: said.title,
    body: said.body,
    ...(matter ? { itemId: matter.id } : {}),
    ...(said.figure ? { figureId: said.figure } : {}),
  });
  for (const [step, kind] of courses[said.until].entries()) {
    // A day or two between the steps; what is planned takes two weeks.
    const next = time.after(clock.now(), kind === 'finish' ? 4_000 + at * 20 : 300 + at * 13);
    if (next >= world.end) return true;
    clock.set(next);
    const ofOffice =
      kind === 'dispatch' || kind === 'verify' || kind === 'sendBack' || kind === 'adopt' || kind === 'close';
    await takeStep(ground, ofOffice ? actorOf(office) : actorOf(head), id, kind, {
      actionId: idOf(plan, 'suggestion', at, step),
      ...(kind === 'dispatch' ? { departmentId } : {}),
      ...(kind === 'plan' ? { plannedOn: addDays(shanghaiDay(clock.now()), 14) } : {}),
      text: textOf(kind, said),
    });
  }
  return true;
}

const textOf = (kind: Step, { plan, answer }: Suggested): string =>
  ({
    dispatch: '请研究并按期答复',
    accept: '',
    decline: answer,
    plan,
    finish: `${plan}，已完成`,
    verify: '现场核实，措施已落实',
    sendBack: '窗口仍有一处未调整，请继续整改',
    adopt: answer,
    close: answer,
  })[kind];

/** The bulletin of the last month that is over. Its figures are those of the district's day. */
export async function makeLastBulletin(ground: Ground, world: World): Promise<void> {
  const { asOf } = world.plan;
  const office = world.staff.members.find(({ role }) => role === 'office');
  const month = addDays(`${asOf.slice(0, 8)}01`, -1).slice(0, 7);
  const past: Ground = { ...ground, clock: new SteppedClock(world.end) };
  await makeBulletin(
    past,
    { accountId: office?.accountId ?? null, name: office?.name ?? ground.district.name },
    { actionId: idOf(world.plan, 'bulletin', month), month },
  );
}
