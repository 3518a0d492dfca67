/** Who works in the district: window clerks, examiners, heads, the service office, administrators, auditors; and who is away. */
import { addDays } from '#modules/deadlines';
import type { NewPeople } from '#modules/people';
import { chineseName } from '../names.ts';
import { foundedOn, idOf, type Plan } from '../plan.ts';
import { Random } from '#platform/random';
import { namedStaff, type NamedStaff } from './named.ts';
import type { Department, Outlet } from './offices.ts';
import type { Actor } from '#platform/permissions';

export interface Member {
  accountId: string;
  login: string;
  name: string;
  role: NamedStaff['role'];
  departmentId: string | null;
  outletId: string | null;
}

/** Somebody of the staff, as the verbs take who acts. */
export const actorOf = (member: Member): Actor => ({
  accountId: member.accountId,
  personId: null,
  name: member.name,
  posts: [{ role: member.role, departmentId: member.departmentId, outletId: member.outletId }],
  sessionId: null,
  secondFactor: true,
});

/** The staff, and who can do what where: what histories choose their actors from. */
export interface Staff {
  members: Member[];
  /** By outlet: the clerks at its windows. */
  counters: Map<string, Member[]>;
  /** By department: who accepts from afar, who examines, who decides. */
  desks: Map<string, Member[]>;
  examiners: Map<string, Member[]>;
  heads: Map<string, Member[]>;
}

interface Slot {
  role: Member['role'];
  department?: string | null;
  outlet?: string;
  window?: string;
}

/** Departments with many matters have more people than one clerk and two examiners. */
const moreExaminers: Record<string, number> = {
  'public-security': 4, 'market-supervision': 4, 'human-resources': 3, 'planning-resources': 3, 'medical-insurance': 2,
  'housing-construction': 2, 'civil-affairs': 1, health: 1, 'urban-management': 1, transport: 1, 'provident-fund': 1, tax: 1,
}; // prettier-ignore
const moreDesks: Record<string, number> = {
  'public-security': 2, 'market-supervision': 2, 'human-resources': 1, 'medical-insurance': 1, 'provident-fund': 1, tax: 1,
}; // prettier-ignore

const times = (count: number, slot: Slot): Slot[] => Array.from({ length: count }, () => slot);

/** All places where somebody works, about 260. */
function slotsOf(departments: readonly Department[], outlets: readonly Outlet[]): Slot[] {
  return [
    ...outlets.flatMap(({ key, kind, windows }) =>
      windows.map(({ number, department }): Slot => ({
        role: 'clerk',
        outlet: key,
        window: number,
        // In the halls the service office staffs the windows for any matter; towns have their own people.
        department: department ?? (kind === 'hall' ? 'service-office' : null),
      })),
    ),
    ...times(2, { role: 'clerk', department: 'civil-affairs', outlet: 'marriage' }),
    ...times(3, { role: 'clerk', department: 'public-security', outlet: 'vehicles' }),
    ...departments.flatMap(({ key }) => [
      ...times(2, { role: 'head', department: key }),
      ...times(2 + (moreExaminers[key] ?? 0), { role: 'examiner', department: key }),
      ...times(1 + (moreDesks[key] ?? 0), { role: 'clerk', department: key }),
    ]),
    ...times(5, { role: 'office' }),
    ...times(2, { role: 'admin' }),
    ...times(2, { role: 'auditor' }),
  ];
}

const sits = (named: NamedStaff, slot: Slot): boolean =>
  named.role === slot.role &&
  (named.department ?? null) === (slot.department ?? null) &&
  named.outlet === slot.outlet &&
  (named.window === undefined || named.window === slot.window);

function groupBy(members: readonly Member[], keyOf: (member: Member) => string | null): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const key = keyOf(member);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  return groups;
}

/** The same for a seed. A named person takes the first place that is theirs. */
export function staffOf(plan: Plan, departments: readonly Department[], outlets: readonly Outlet[]): Staff {
  const waiting = [...namedStaff];
  const members = slotsOf(departments, outlets).map((slot, i): Member => {
    const random = new Random(plan.seed, 'staff', i);
    const at = waiting.findIndex((named) => sits(named, slot));
    const [named] = at < 0 ? [] : waiting.splice(at, 1);
    const name = chineseName(random, random.chance(0.56) ? 'female' : 'male', random.whole(1968, 2001));
    return {
      accountId: idOf(plan, 'staff', i),
      login: named?.login ?? `yx${String(1001 + i)}`,
      name: named?.name ?? name,
      role: slot.role,
      departmentId: slot.department ? idOf(plan, 'department', slot.department) : null,
      outletId: slot.outlet ? idOf(plan, 'outlet', slot.outlet) : null,
    };
  });
  if (waiting.length > 0) throw new Error(`no place for ${waiting.map(({ name }) => name).join(', ')}`);
  const of = (role: Member['role']) => members.filter((member) => member.role === role);
  return {
    members,
    counters: groupBy(of('clerk'), ({ outletId }) => outletId),
    desks: groupBy(
      [...of('clerk').filter(({ outletId }) => outletId === null), ...of('examiner')],
      ({ departmentId }) => departmentId,
    ),
    examiners: groupBy(of('examiner'), ({ departmentId }) => departmentId),
    heads: groupBy(of('head'), ({ departmentId }) => departmentId),
  };
}

/** Who is away around the day, with a colleague who stands in; the examiner whom one can sign in as stands in for one of them. */
export function absencesOf(plan: Plan, { examiners, heads, members }: Staff): NonNullable<NewPeople['absences']> {
  const reasons = ['年休假', '病假', '外出培训', '产假', '公务出差'];
  const stations = [...examiners.values(), ...heads.values()];
  const random = new Random(plan.seed, 'absence', plan.asOf);
  const market = examiners.get(members.find(({ login }) => login === 'examiner')!.departmentId!)!;
  const away = [
    { who: market[1]!, by: market[0]!, from: -2, until: 4 },
    ...stations
      .filter((group) => group !== market && group.length > 1)
      .filter(() => random.chance(0.18))
      .map((group) => {
        const from = random.whole(-6, 8);
        return { who: group[1]!, by: group[0]!, from, until: from + random.whole(0, 6) };
      }),
  ];
  return away.map(({ who, by, from, until }, i) => ({
    id: idOf(plan, 'absence', i),
    accountId: who.accountId,
    standInId: by.accountId,
    fromOn: addDays(plan.asOf, from),
    untilOn: addDays(plan.asOf, until),
    reason: random.pick(reasons),
  }));
}

/** In the shape in which they are stored. */
export function newStaff(plan: Plan, staff: Staff, passwordHash: string): NewPeople {
  return {
    accounts: staff.members.map(({ accountId, login, name }, i) => ({
      id: accountId,
      loginName: login,
      name,
      phone: `1990001${String(i).padStart(4, '0')}`,
      passwordHash,
      staff: true,
    })),
    posts: staff.members.map(({ accountId, role, departmentId, outletId }, i) => ({
      id: idOf(plan, 'post', i),
      accountId,
      role,
      departmentId,
      outletId,
      fromOn: foundedOn(plan),
    })),
    absences: absencesOf(plan, staff),
  };
}
