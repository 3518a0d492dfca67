/**
 * What the machine did in the district. Its acts are few beside those of people, so they are acted with the verbs themselves, at instants of
 * the past: applications are handed in, judged by the rules of their items, accepted or decided as far as the levels allow, carried to
 * their end, and a share is looked at again by somebody.
 */
import { acts, prepareSubmission, submitIn, type CaseRow } from '#modules/cases';
import { addDays } from '#modules/deadlines';
import { actOnReview, reviewCases, settleRecheck } from '#modules/prereview';
import { SteppedClock, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { Problem } from '#platform/problems';
import { writtenRules } from '../district/rules.ts';
import { actorOf, type Member } from '../district/staff.ts';
import { Random } from '../random.ts';
import type { Matter } from './matters.ts';
import { residentFor } from './who-applies.ts';
import type { World } from './world.ts';

/** Applications, one each day back from the district's day. */
const many = 48;
/** Of the re-checks that were done, the one in which somebody saw it otherwise. */
const otherwise = 5;
/** Re-checks of the last days still wait for somebody. */
const waitingDays = 6;
const allow = (): void => {};

/** Acts all of them up to the district's day. Returns how many applications there are. */
export async function actMachine(ground: Ground, world: World): Promise<number> {
  const clerk = [...world.staff.counters.values()].flat().find(({ role }) => role === 'clerk');
  const acting = writtenRules().levels.filter(({ level }) => level !== 'advise');
  if (!clerk || acting.length === 0) return 0;
  const clock = new SteppedClock(world.end);
  const past: Ground = { ...ground, clock };
  const acted: { reviewId: string; daysAgo: number; departmentId: string }[] = [];
  let handedIn = 0;
  for (let daysAgo = many; daysAgo > 0; daysAgo -= 1) {
    const { code } = acting[daysAgo % acting.length]!;
    const matter = world.matters.find((one) => one.code.endsWith(`-${code}`));
    clock.set(world.time.after(startOfDay(addDays(world.plan.asOf, -daysAgo)), 15 + ((daysAgo * 37) % 300)));
    if (!matter || clock.now() >= world.end) continue;
    const row = await handIn(past, world, clerk, matter, daysAgo);
    handedIn += 1;
    const [review] = await past.db.transaction((tx) => reviewCases(past, tx, [row.id]));
    const went = review ? await actOnReview(past, review.id) : null;
    if (review && went) acted.push({ reviewId: review.id, daysAgo, departmentId: row.departmentId });
    await carryOn(past, clock, world, row, went);
  }
  await lookAgain(past, clock, world, acted);
  return handedIn;
}

/** Somebody hands in at a counter of the hall. */
async function handIn(ground: Ground, world: World, clerk: Member, matter: Matter, daysAgo: number): Promise<CaseRow> {
  const random = new Random(world.plan.seed, 'machine', String(daysAgo));
  const day = addDays(world.plan.asOf, -daysAgo);
  const person = residentFor(matter, world.people.residents, random, day);
  const { answers, situations, materials } = matter.asking({
    random,
    day,
    people: world.people,
    person,
    company: null,
    agent: null,
  });
  const submission = {
    actionId: newId(),
    itemId: matter.id,
    applicant: { personId: person.id },
    answers,
    situations,
    materials: materials.map(({ id }) => ({ materialId: id, how: 'paper' as const, fileIds: [] })),
    delivery: { way: 'electronic' as const },
    signature: { way: 'confirmed' as const },
  };
  const actor = actorOf(clerk);
  const prepared = await prepareSubmission(ground, actor, submission);
  return ground.db.transaction((tx) => submitIn(ground, tx, actor, submission, prepared));
}

/** What is left for people: all of it, the decision, or the delivery alone. What came in last still lies there. */
async function carryOn(
  ground: Ground,
  clock: SteppedClock,
  world: World,
  row: CaseRow,
  went: 'accept' | 'decide' | null,
): Promise<void> {
  const head = world.staff.heads.get(row.departmentId)?.[0];
  if (!head) return;
  const left = { none: ['accept', 'grant', 'deliver'], accept: ['grant', 'deliver'], decide: ['deliver'] } as const;
  for (const kind of left[went ?? 'none']) {
    const next = world.time.after(clock.now(), kind === 'deliver' ? 25 : 190);
    if (next >= world.end) return;
    clock.set(next);
    const more = { accept: {}, grant: { issueNow: true }, deliver: { way: 'electronic' } }[kind];
    const deed = { actionId: newId(), ...more } as never;
    await acts[kind](ground, { actor: actorOf(head), allow }, row.id, deed).catch((error: unknown) => {
      // What the item still waits for (a fee, a hearing) is for the people of the district.
      if (!(error instanceof Problem)) throw error;
    });
  }
}

/** People look again at what was drawn; once they see it otherwise. */
async function lookAgain(
  ground: Ground,
  clock: SteppedClock,
  world: World,
  acted: readonly { reviewId: string; daysAgo: number; departmentId: string }[],
): Promise<void> {
  let done = 0;
  for (const { reviewId, daysAgo, departmentId } of acted) {
    const head = world.staff.heads.get(departmentId)?.[0];
    if (!head || daysAgo <= waitingDays) continue;
    clock.set(world.time.after(startOfDay(addDays(world.plan.asOf, 2 - daysAgo)), 60));
    const agreed = done + 1 !== otherwise;
    const seen = { agreed, note: agreed ? '' : '经营场所与登记的住所不一致，应由人工核实' };
    try {
      await settleRecheck(ground, actorOf(head), reviewId, seen);
      done += 1;
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'prereview.notSampled')) throw error;
    }
  }
}
