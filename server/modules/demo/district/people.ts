/** Residents and businesses with numbers that are well formed and invented: the area 330199 is nobody's. */
import { addDays, daysBetween } from '#modules/deadlines';
import { creditCheckDigit, idCheckDigit, type NewPeople, type Person } from '#modules/people';
import { businessName, chineseName, names, type Sex, type TradeKind } from '../names.ts';
import { foundedOn, idOf, type Plan } from '../plan.ts';
import { Random, weighted } from '#platform/random';
import { namedResidents, type NamedResident } from './named.ts';
import { isUrban, places, townOf, type Town } from './places.ts';

export interface Resident {
  id: string;
  /** Null for those who have no account and come to a window. */
  accountId: string | null;
  login: string;
  name: string;
  sex: Sex;
  idKind: Person['idKind'];
  idNumber: string;
  bornOn: string | null;
  phone: string;
  town: Town;
  address: string;
}
export interface Company {
  id: string;
  creditCode: string;
  name: string;
  kind: TradeKind;
  trade: string;
  town: Town;
  address: string;
  phone: string;
  /** Its legal representative, who may act for it; then its agents (经办人). */
  actors: Resident[];
}
export interface People {
  residents: Resident[];
  companies: Company[];
  /** Who may act for whom as a proxy (委托代理人). */
  proxies: { agent: Resident; principal: Resident }[];
}

const chooseTown = weighted(places.towns.map((town) => [town, town.people] as const));
const chooseBusinessTown = weighted(
  places.towns.map((town) => [town, isUrban(town) ? town.people * 2 : town.people] as const),
);
const chooseKind = weighted<Person['idKind']>([
  ['residentCard', 966],
  ['passport', 12],
  ['hkmPermit', 10],
  ['twPermit', 8],
  ['foreignPermit', 4],
]);

function homeIn(random: Random, town: Town): string {
  if (isUrban(town) && random.chance(0.7))
    return `云溪区${town.name}${random.pick(names.estates)}${random.whole(1, 28)}幢${random.whole(1, 3)}单元${random.whole(1, 18)}0${random.whole(1, 4)}室`;
  if (!isUrban(town)) return `云溪区${town.name}${random.pick(town.villages)[1]}${random.whole(1, 180)}号`;
  return `云溪区${town.name}${random.pick(town.streets)}${random.whole(1, 420)}号`;
}

/** Three digits of the order in which births of a day were entered, odd for men (GB 11643). */
const serialOf = (random: Random, sex: Sex): string =>
  String(random.whole(0, 499) * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');

function numberOf(random: Random, kind: Person['idKind'], sex: Sex, bornOn: string, areaCode: string): string {
  const day = bornOn.replaceAll('-', '');
  const digits = (count: number) => Array.from({ length: count }, () => random.whole(0, 9)).join('');
  switch (kind) {
    case 'residentCard': {
      const first17 = `${areaCode}${day}${serialOf(random, sex)}`;
      return first17 + idCheckDigit(first17);
    }
    case 'passport':
      return `${random.pick(['C', 'L', 'P', 'X'])}${digits(8)}`;
    case 'hkmPermit':
      return `${random.pick(['H', 'H', 'M'])}${digits(8)}`;
    case 'twPermit':
      return digits(8);
    default:
      return `USA3301${digits(8)}`;
  }
}

/** One in forty is eighty or older, as in the district's register; they ask for the allowance of the very old. */
const veryOld = (asOf: string, i: number): string => addDays(`${Number(asOf.slice(0, 4)) - 81 - ((i * 7) % 18)}-01-01`, (i * 13) % 360); // prettier-ignore

/** Few of the old have accounts; nobody under eighteen applies. */
function bornOnOf(random: Random, asOf: string, i: number): string {
  const years = 18 + Math.floor(68 * Math.min(0.999, Math.abs(random.around() * 0.55 + 0.32)));
  const drawn = addDays(`${Number(asOf.slice(0, 4)) - years}-01-01`, -random.whole(0, 364));
  return i % 40 === 7 ? veryOld(asOf, i) : drawn;
}

/** 1990000 for the first ten thousand, then on through 19900: 1990001 is the staff's. */
const phoneOf = (i: number): string => `19900${String(i < 10_000 ? i : i + 10_000).padStart(6, '0')}`;

function residentOf(plan: Plan, i: number, named: NamedResident | undefined, taken: Set<string>): Resident {
  for (let again = 0; ; again++) {
    const random = new Random(plan.seed, 'resident', i, again);
    const idKind = named ? (named.passport ? 'passport' : 'residentCard') : chooseKind(random);
    const sex = named?.sex ?? (random.chance(0.52) ? 'female' : 'male');
    const bornOn = named?.bornOn ?? bornOnOf(random, plan.asOf, i);
    const town = named ? townOf(named.town) : chooseTown(random);
    const idNumber = named?.passport ?? numberOf(random, idKind, sex, bornOn, plan.districtCode);
    if (taken.has(idNumber)) continue;
    taken.add(idNumber);
    const foreign = idKind === 'passport' || idKind === 'foreignPermit';
    const name =
      named?.name ??
      (foreign
        ? random.pick(names.foreign)
        : idKind === 'residentCard'
          ? chineseName(random, sex, Number(bornOn.slice(0, 4)))
          : random.pick(names.greater));
    const old = bornOn < `${Number(plan.asOf.slice(0, 4)) - 68}`;
    const hasAccount = named !== undefined || !random.chance(old ? 0.6 : 0.04);
    const phone = phoneOf(i);
    return {
      id: idOf(plan, 'resident', i),
      accountId: hasAccount ? idOf(plan, 'account', i) : null,
      login: named?.login ?? phone,
      name,
      sex,
      idKind,
      idNumber,
      bornOn: idKind === 'residentCard' || named ? bornOn : null,
      phone,
      town,
      address: homeIn(random, town),
    };
  }
}

const orgLetters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const orgWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** An organisation code with its own check digit (GB 11714) inside a credit code (GB 32100). */
function creditCodeOf(random: Random, kind: TradeKind, areaCode: string): string {
  const eight = `MA${Array.from({ length: 6 }, () => orgLetters[random.whole(0, orgLetters.length - 1)]).join('')}`;
  const value = (letter: string) => (letter <= '9' ? Number(letter) : letter.charCodeAt(0) - 55);
  const rest = 11 - ([...eight].reduce((sum, letter, i) => sum + orgWeights[i]! * value(letter), 0) % 11);
  const first17 = `${{ company: '91', individual: '92', cooperative: '93' }[kind]}${areaCode}${eight}${rest === 10 ? 'X' : rest === 11 ? '0' : rest}`;
  return first17 + creditCheckDigit(first17);
}

function companyOf(plan: Plan, i: number, residents: readonly Resident[], taken: Set<string>): Company {
  const owner = namedResidents.findIndex(({ company }) => company !== undefined);
  const named = i === 0 ? namedResidents[owner]!.company : undefined;
  for (let again = 0; ; again++) {
    const random = new Random(plan.seed, 'company', i, again);
    const made = named ? { ...named, kind: 'company' as const } : businessName(random);
    const town = named ? townOf('yunxi') : chooseBusinessTown(random);
    // Sixty brands and twenty trades do for some hundred businesses; more are told apart by their street.
    const name = again < 3 ? made.name : made.name.replace('云溪', `云溪${random.pick(town.streets).slice(0, 2)}`);
    const creditCode = creditCodeOf(random, made.kind, plan.districtCode);
    if (taken.has(name) || taken.has(creditCode)) {
      if (again < 60) continue;
    }
    const distinct = taken.has(name) ? name.replace('云溪', `云溪${String(i)}`) : name;
    taken.add(distinct).add(creditCode);
    const withAccount = (): Resident => {
      for (;;) {
        const one = residents[random.whole(namedResidents.length, residents.length - 1)]!;
        if (one.accountId !== null && one.idKind === 'residentCard') return one;
      }
    };
    const representative = named ? residents[owner]! : withAccount();
    const agent = random.chance(0.55) ? withAccount() : undefined;
    const actors = [representative, ...(agent && agent !== representative ? [agent] : [])];
    const helper = namedResidents.findIndex(({ agentOf }) => agentOf !== undefined);
    if (i > 0 && i <= (namedResidents[helper]?.agentOf ?? 0)) actors.push(residents[helper]!);
    return {
      id: idOf(plan, 'company', i),
      creditCode,
      name: distinct,
      kind: made.kind,
      trade: made.trade,
      town,
      address: `云溪区${town.name}${random.pick(town.streets)}${random.whole(1, 520)}号${random.whole(1, 9)}幢${random.whole(101, 1208)}室`,
      phone: `0571-8801${String(i % 10_000).padStart(4, '0')}`,
      actors,
    };
  }
}

/** About four thousand residents and six hundred businesses; more where there are many more cases. */
export function peopleOf(plan: Plan): People {
  const numbers = new Set<string>();
  const count = 4000 + Math.floor(Math.max(0, plan.cases - 50_000) / 20);
  const residents = Array.from({ length: count }, (_, i) => residentOf(plan, i, namedResidents[i], numbers));
  const companies = Array.from({ length: Math.floor(count * 0.15) }, (_, i) => companyOf(plan, i, residents, numbers));
  const random = new Random(plan.seed, 'proxies');
  const adults = residents
    .filter(({ accountId, idKind }) => accountId !== null && idKind === 'residentCard')
    .slice(0, 3000);
  const elders = residents
    .filter(({ bornOn, idKind }) => idKind === 'residentCard' && bornOn !== null && bornOn < '1962')
    .slice(0, 120);
  const proxies = elders.flatMap((principal) => {
    const agent = random.pick(adults);
    return agent === principal ? [] : [{ agent, principal }];
  });
  return { residents, companies, proxies };
}

/** Whole days that have passed since the district was founded, for spreading what happened in it. */
const daysSince = (plan: Plan): number => daysBetween(foundedOn(plan), plan.asOf);

/** In the shape in which they are stored. */
export function newPeople(plan: Plan, { residents, companies, proxies }: People, passwordHash: string): NewPeople {
  const random = new Random(plan.seed, 'written');
  const since = (): Date =>
    new Date(
      Date.parse(`${addDays(foundedOn(plan), random.whole(0, Math.floor(daysSince(plan) / 2)))}T09:30:00+08:00`),
    );
  const fromOn = foundedOn(plan);
  return {
    persons: residents.map(({ id, idKind, idNumber, name, phone, address, bornOn }) => {
      const createdAt = since();
      return {
        id,
        idKind,
        idNumber,
        name,
        phone,
        address,
        bornOn,
        createdAt,
        verifiedAt: random.chance(0.7) ? createdAt : null,
      };
    }),
    organisations: companies.map(({ id, creditCode, name, actors, address, phone }) => {
      const createdAt = since();
      return {
        id,
        creditCode,
        name,
        legalRepresentative: actors[0]!.name,
        address,
        phone,
        createdAt,
        verifiedAt: createdAt,
      };
    }),
    accounts: residents.flatMap(({ id, accountId, login, name, phone }) =>
      accountId === null
        ? []
        : [{ id: accountId, loginName: login, name, phone, passwordHash, personId: id, staff: false }],
    ),
    authorities: [
      ...companies.flatMap(({ id, actors }, i) =>
        actors.map((actor, j) => ({
          id: idOf(plan, 'authority', i, j),
          kind: j === 0 ? ('legalRepresentative' as const) : ('agent' as const),
          principalOrganisationId: id,
          agentPersonId: actor.id,
          fromOn,
          grantedAt: new Date(`${fromOn}T10:00:00+08:00`),
        })),
      ),
      ...proxies.map(({ agent, principal }, i) => ({
        id: idOf(plan, 'proxy', i),
        kind: 'proxy' as const,
        principalPersonId: principal.id,
        agentPersonId: agent.id,
        fromOn,
        grantedAt: new Date(`${fromOn}T10:00:00+08:00`),
      })),
    ],
  };
}
