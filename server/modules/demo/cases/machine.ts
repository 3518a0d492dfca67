/**
 * What the machine did in its trial: few cases, handed in, judged, accepted and decided by the verbs themselves at instants of the past, and
 * looked at again by people. The cases that are drawn came before the trial or over a counter, where people decide at once.
 */
import { acts, prepareSubmission, submitIn } from '#modules/cases';
import { addDays } from '#modules/deadlines';
import { actOnReview, askPerson, reviewCases, settleRecheck, waitingRechecks } from '#modules/prereview';
import { SteppedClock, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { trialDays } from '../district/rules.ts';
import type { Resident } from '../district/people.ts';
import { actorOf } from '../district/staff.ts';
import { Random } from '#platform/random';
import { dayBefore, handInCards, residentActor } from './read-cards.ts';
import type { World } from './world.ts';
import { residentFor } from './who-applies.ts';

const allow = (): void => {};

/** How many of each, by the end of the item's code, and what is said where that decides. */
const trials: readonly { item: string; cases: number; given: Record<string, unknown> }[] = [
  { item: '330131004000', cases: 22, given: { place: 'shop', family: 'person' } },
  { item: '330101001000', cases: 8, given: { parents: 'married', place: 'mainland' } },
  { item: '330111004000', cases: 8, given: { agent: 'no' } },
];

/** What a person found at the second look; the others were right. */
const wrong: Readonly<Record<number, string>> = {
  4: '营业场所与另一家个体户登记在同一地址，应当先核实场所是否还在使用',
};

interface Done {
  caseId: string;
  reviewId: string;
  at: Date;
  owner: Resident;
  itemId: string;
}

/** An application; `done` where the machine acted on it. */
interface HandedIn {
  done: Done | undefined;
}

/** Acts the trial up to the district's day. Returns how many applications there are, those with photographed cards too. */
export async function actMachine(ground: Ground, world: World): Promise<number> {
  const clerk = [...world.staff.counters.values()].flat().find(({ role }) => role === 'clerk');
  if (!clerk) return 0;
  const handedIn: HandedIn[] = [];
  for (const trial of trials) {
    const made = Array.from({ length: trial.cases }, (_, at) => at);
    // Each has a clock of its own, so that some can be on their way at once.
    for (let i = 0; i < made.length; i += 6)
      handedIn.push(...(await Promise.all(made.slice(i, i + 6).map((at) => oneCase(ground, world, actorOf(clerk), trial, at)))).flatMap((one) => one ?? [])); // prettier-ignore
  }
  await lookAgain(
    ground,
    world,
    handedIn.flatMap(({ done }) => done ?? []),
  );
  return handedIn.length + (await handInCards(ground, world));
}

/** Whole years of age on a day. */
const yearsOn = (bornOn: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (day.slice(5) < bornOn.slice(5) ? 1 : 0);

/** One application over the counter, on paper; what the machine left to a person is left there. */
async function oneCase(
  ground: Ground,
  world: World,
  clerk: Actor,
  { item, cases, given }: (typeof trials)[number],
  at: number,
): Promise<HandedIn | undefined> {
  const { plan, time, people } = world;
  const matter = world.matters.find(({ code }) => code.endsWith(`-${item}`));
  const random = new Random(plan.seed, 'machine', item, at);
  const day = addDays(plan.asOf, -Math.ceil(((cases - at) * (trialDays - 2)) / cases));
  const begins = time.after(startOfDay(day), random.whole(5, 380));
  if (!matter || begins >= world.end) return undefined;
  // The first two of the decided ones are those of people who sign in.
  const first = at < 2 && matter.body.immediate ? people.residents[at] : undefined;
  const owner = first ?? residentFor(matter, people.residents.filter(({ idKind }) => idKind === 'residentCard'), random, day); // prettier-ignore
  const age = owner.bornOn ? yearsOn(owner.bornOn, day) : 0;
  const { answers, situations, materials } = matter.asking({
    random,
    day,
    people,
    person: owner,
    company: null,
    agent: null,
    given: {
      ...given,
      ...(item === '330111004000'
        ? { birthDate: owner.bornOn, band: age >= 100 ? '100' : age >= 90 ? '90' : '80' }
        : {}),
    },
  });
  const clock = new SteppedClock(begins);
  const past: Ground = { ...ground, clock };
  const submission = {
    actionId: newId(),
    itemId: matter.id,
    applicant: { personId: owner.id },
    answers,
    situations,
    materials: materials
      .filter(({ source, id, requirement }) => source !== 'shared' && id !== 'form' && requirement !== 'optional')
      .map(({ id }) => ({ materialId: id, how: 'paper' as const, fileIds: [] })),
    delivery: { way: 'electronic' as const },
    signature: { way: 'confirmed' as const },
  };
  const prepared = await prepareSubmission(past, clerk, submission);
  const { id: caseId } = await past.db.transaction((tx) => submitIn(past, tx, clerk, submission, prepared));
  clock.advance(random.whole(2, 9) * 1000);
  const [review] = await past.db.transaction((tx) => reviewCases(past, tx, [caseId]));
  if (!review || review.verdict !== 'pass') return { done: undefined };
  clock.advance(random.whole(1, 4) * 1000);
  const how = await actOnReview(past, review.id);
  if (!how) return { done: undefined };
  if (how === 'decide') await handOver(past, clock, world, clerk, caseId);
  return { done: { caseId, reviewId: review.id, at: clock.now(), owner, itemId: matter.id } };
}

/** What was made out electronically reaches its owner in minutes. */
async function handOver(
  past: Ground,
  clock: SteppedClock,
  { end }: World,
  clerk: Actor,
  caseId: string,
): Promise<void> {
  clock.advance(4 * 60_000);
  if (clock.now() < end)
    await acts.deliver(past, { actor: clerk, allow }, caseId, { actionId: newId(), way: 'electronic' });
}

/** People look again at what was drawn and is older than five days, and at what somebody asked for; the newest wait. */
async function lookAgain(ground: Ground, world: World, done: readonly Done[]): Promise<void> {
  const { plan, time, end, staff } = world;
  const clock = new SteppedClock(end);
  const past: Ground = { ...ground, clock };
  const [mine, another] = world.people.residents.slice(0, 2).map((owner) => done.find((one) => one.owner === owner));
  const ask = async (one: Done | undefined, at: Date, reason: string): Promise<void> => {
    if (!one || at >= end) return;
    clock.set(at);
    await askPerson(past, residentActor(one.owner), one.caseId, reason);
  };
  if (mine) await ask(mine, time.after(mine.at, 190), '想请人工看一下经营范围登记得对不对');
  const waiting = await waitingRechecks(ground.db, [...new Set(done.map(({ reviewId }) => reviewId))]);
  const upTo = startOfDay(addDays(plan.asOf, -5));
  for (const [at, { reviewId, departmentId }] of waiting.entries()) {
    const one = done.find((other) => other.reviewId === reviewId)!;
    const head = staff.heads.get(departmentId)?.[0];
    const looked = time.after(one.at, 480 + 13 * at);
    if (!head || one.at >= upTo || looked >= end) continue;
    clock.set(looked);
    const note = wrong[at];
    const answer = one === mine ? '已核对，登记的经营范围和您填写的一致，不影响经营' : '';
    await settleRecheck(past, actorOf(head), reviewId, { agreed: note === undefined, note: note ?? answer });
  }
  // This one waits: whoever signs in as the head finds something to do.
  const lastDay = dayBefore(world);
  if (another)
    await ask(another, time.after(startOfDay(lastDay), 70), '营业场所的门牌号换了新的，请人工看一下要不要改');
}
