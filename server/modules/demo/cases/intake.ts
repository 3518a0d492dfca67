/** How an application comes in: for whom, by whom, at which counter, with which answers and materials. */
import { doorAt, renewalUntil, wayOf } from '#modules/cases';
import type { Material } from '#modules/catalogue/contract';
import { addDays, publishedCalendar } from '#modules/deadlines';
import { shanghaiDay } from '#platform/clock';
import type { Company, Resident } from '../district/people.ts';
import type { Member } from '../district/staff.ts';
import type { Outlet } from '../district/offices.ts';
import { isUrban } from '../district/places.ts';
import { weighted, type Random } from '#platform/random';
import type { Applicant } from './answers.ts';
import type { Arrival } from './arrivals.ts';
import { open, paper, type History, type Who } from './history.ts';
import type { Matter } from './matters.ts';
import { leftOut, type Barred } from './undertakings.ts';
import { companyFor, mayBeFor, residentFor } from './who-applies.ts';
import type { World } from './world.ts';

/** A history that has begun, with the people around it. */
export interface Begun {
  history: History;
  /** Who handed it in: the applicant's account, or the clerk's. */
  by: Who;
  clerk: Member | undefined;
  delivery: 'electronic' | 'posted' | 'collected';
}

function applicantFor(world: World, matter: Matter, { random, online, story, at }: Arrival): Applicant {
  const day = shanghaiDay(at);
  const { applicants } = matter.body;
  const own = story?.whose ? world.residents.get(story.whose)! : undefined;
  const both = applicants.length === 2;
  if (own && !story?.business) return { person: own, company: null, agent: null };
  if (own || !applicants.includes('person') || (both && random.chance(0.6))) {
    const company = own
      ? random.pick(world.people.companies.filter(({ actors }) => actors.includes(own)))
      : companyFor(matter, world.people.companies, random);
    return { person: null, company, agent: own ?? random.pick(company.actors) };
  }
  // Children and neighbours apply for old people.
  if (random.chance(0.015) && world.people.proxies.length > 0) {
    const { agent, principal } = random.pick(world.people.proxies);
    if (mayBeFor(matter, principal, day)) return { person: principal, company: null, agent };
  }
  // Online those who have an account; to hall and town anybody may come.
  const from = online ? world.withAccount : world.people.residents;
  return { person: residentFor(matter, from, random, day), company: null, agent: null };
}

const choosePlace = weighted([
  ['hall', 62],
  ['hall-kechuang', 8],
  ['town', 30],
] as const);

/** Marriages and vehicles have counters of their own. */
const ownCounters: [RegExp, string][] = [
  [/-33011100[12]000$|-330111020000$/, 'marriage'],
  [/-3301010(08|11)000$/, 'vehicles'],
];

function counterFor(world: World, matter: Matter, { random, at }: Arrival, applicant: Applicant): Outlet {
  const own = ownCounters.find(([codes]) => codes.test(matter.code));
  if (own && random.chance(0.75)) return world.byKey.get(own[1])!;
  const place = choosePlace(random);
  if (place !== 'town') return world.byKey.get(place)!;
  const { town } = (applicant.person ?? applicant.company ?? applicant.agent)!;
  // On Saturdays only the halls and the centres of the built-up area are open.
  const open = isUrban(town) || world.time.isWorking(shanghaiDay(at));
  return world.byKey.get(matter.atTowns && open ? `town-${town.key}` : 'hall')!;
}

/** A special window takes the matters of its department, a general one any. */
function clerkAt(world: World, outlet: Outlet, matter: Matter, random: Random): Member {
  const all = world.staff.counters.get(outlet.id)!;
  const own = all.filter(({ departmentId }) => departmentId === matter.departmentId);
  if (own.length > 0 && (outlet.kind === 'department' || random.chance(0.8))) return random.pick(own);
  const office = all.filter(
    ({ departmentId }) => departmentId === null || world.departments.get(departmentId)?.key === 'service-office',
  );
  return random.pick(office.length > 0 ? office : all);
}

const recipientOf = ({ company, person }: Applicant): Company | Resident => (company ?? person)!;

export const standingOf = ({ accountId, role, outletId }: Member): Who => ({ accountId, role, placeId: outletId });

function deliveryFor({ random, online }: Arrival, matter: Matter): Begun['delivery'] {
  const possible = matter.body.result?.deliveries ?? ['electronic', 'collected'];
  const wish = online
    ? (['electronic', 'posted', 'collected'] as const)
    : (['collected', 'electronic', 'posted'] as const);
  const [first, ...others] = wish.filter((way) => possible.includes(way));
  return others.length > 0 && random.chance(0.2) ? random.pick(others) : (first ?? 'electronic');
}

/** What is handed in for each material that does not come by itself, or is left out for now. */
function handedIn(
  into: Handing,
  materials: readonly Material[],
  by: Who,
  { online, at }: Arrival,
  left: ReturnType<typeof leftOut>,
) {
  return materials
    .filter(({ source, id }) => source !== 'shared' && id !== 'form')
    .filter(({ requirement }) => requirement !== 'optional' || into.random.chance(0.3))
    .map((material) => {
      const how = left.get(material.id);
      return how ? { materialId: material.id, how, fileIds: [] } : handOne(into, material, by, online, at);
    });
}

/** What a story answers by itself. */
function givenBy({ story }: Arrival, { body }: Matter, day: string): Record<string, unknown> {
  const ends =
    body.renewal && story?.endsIn !== undefined ? { [body.renewal.expiryField]: addDays(day, story.endsIn) } : {};
  return { ...story?.situations, ...ends };
}

type Handing = Pick<History, 'random' | 'uploads'>;

/** One material: uploaded from afar, on paper across the counter. */
export function handOne(
  { random, uploads }: Handing,
  material: { id: string; name: string },
  by: Who,
  online: boolean,
  at: Date,
) {
  if (!online) return { materialId: material.id, how: 'paper' as const, fileIds: [] };
  const id = random.id(at.getTime() - random.whole(60, 900) * 1000);
  uploads.push({ id, materialName: material.name, ownerId: by.accountId!, at });
  return { materialId: material.id, how: 'upload' as const, fileIds: [id] };
}

/** Hands in one application. Whoever broke an undertaking hands in everything at once. */
export function begin(world: World, arrival: Arrival, barred: Barred): Begun {
  const { random, at, online, story, serial } = arrival;
  const day = shanghaiDay(at);
  const matter = story
    ? world.matters.find(({ code }) => code.endsWith(story.item))!
    : world.choose[Number(day.slice(5, 7)) - 1]!(random);
  let applicant = applicantFor(world, matter, arrival);
  const isBarred = () => barred.isBarred(recipientOf(applicant).id, at);
  // Who undertakes something in a story is somebody who may; of whom there is always one.
  for (let tries = 0; tries < 50 && story?.leaves && !story.whose && isBarred(); tries++)
    applicant = applicantFor(world, matter, arrival);
  const outlet = online
    ? undefined
    : story?.at
      ? world.byKey.get(story.at)!
      : counterFor(world, matter, arrival, applicant);
  const clerk = outlet && (story?.by ? world.members.get(story.by)! : clerkAt(world, outlet, matter, random));
  const acting = applicant.agent ?? applicant.person!;
  const by: Who = clerk
    ? standingOf(clerk)
    : { accountId: acting.accountId, role: applicant.agent ? 'agent' : 'applicant', placeId: null };
  const number = `${world.plan.districtCode}-${day.slice(0, 4)}-${String(serial).padStart(7, '0')}`;
  const delivery = deliveryFor(arrival, matter);
  const recipient = recipientOf(applicant);
  const { answers, situations, materials } = matter.asking({
    ...applicant,
    random,
    day,
    people: world.people,
    given: givenBy(arrival, matter, day),
  });
  const left = leftOut(matter, materials, arrival);
  const uploads: History['uploads'] = [];
  const handed = handedIn({ random, uploads }, materials, by, arrival, isBarred() ? new Map() : left);
  const history = open(
    matter,
    random,
    {
      id: random.id(at),
      number,
      trackCode: `${number}-${random.code(14)}`,
      departmentId: matter.departmentId,
      outletId: clerk?.outletId ?? null,
      door: outlet ? doorAt(outlet.kind) : 'portal',
      personId: applicant.person?.id ?? null,
      organisationId: applicant.company?.id ?? null,
      agentId: applicant.agent?.id ?? null,
      applicantName: recipient.name,
      submittedAt: at,
    },
    by,
    {
      answers,
      situations,
      materials: handed,
      delivery: { way: delivery, ...(delivery === 'posted' ? { address: recipient.address } : {}) },
      signature: { way: 'confirmed' },
      ...(handed.some((one) => wayOf(one)) ? { undertaking: { way: 'confirmed' } } : {}),
      ...(matter.body.renewal ? { expiresOn: renewalUntil(matter.body, answers, day, publishedCalendar) } : {}),
    },
  );
  history.uploads.push(...uploads);
  paper(history, 'receipt', at, {
    submittedAt: at.toISOString(),
    channel: online ? '网上' : '窗口',
    materials: handed
      .filter((one) => !wayOf(one))
      .map(({ materialId }) => ({ name: materials.find(({ id }) => id === materialId)!.name })),
    ...(history.row.fatalOn ? { dueOn: history.row.fatalOn } : {}),
  });
  return { history, by, clerk, delivery };
}
