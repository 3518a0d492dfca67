/** Everything but the cases: offices, staff, residents and businesses, the catalogue. One transaction. */
import { saveItems, saveOffers, saveTopics, type ItemToSave } from '#modules/catalogue';
import { insertEntries } from '#modules/lockers';
import { addDays } from '#modules/deadlines';
import { saveEvents } from '#modules/matters';
import { saveOffices } from '#modules/offices';
import { hashPassword, savePeople } from '#modules/people';
import { startOfDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { fetchedEntries } from './cases/locker-rows.ts';
import { matterOf, writtenItems, type Matter, type WrittenItem } from './cases/matters.ts';
import { worldOf, type World } from './cases/world.ts';
import { demoPassword, namedResidents, namedStaff } from './district/named.ts';
import { departmentsOf, newOffices, outletsOf, type Outlet } from './district/offices.ts';
import { saveHalls } from './district/hall.ts';
import { saveHallWalls } from './district/hall-walls.ts';
import { saveKiosks } from './district/kiosks.ts';
import { lifeEvents } from './district/life-events.ts';
import { saveProjectRules } from './district/projects.ts';
import { places } from './district/places.ts';
import { newPeople, peopleOf, type People } from './district/people.ts';
import { saveRules, trialDays } from './district/rules.ts';
import { newStaff, staffOf, type Staff } from './district/staff.ts';
import { foundedOn, idOf, type Plan } from './plan.ts';
import { readDemo } from './read-demo.ts';

/** What the district is made of, before anything is stored. */
export interface Made {
  departments: ReturnType<typeof departmentsOf>;
  outlets: Outlet[];
  staff: Staff;
  people: People;
  items: WrittenItem[];
}

/** Draws the district. The same plan gives the same district. */
export function makeDistrict(plan: Plan): Made {
  const departments = departmentsOf(plan);
  const outlets = outletsOf(plan);
  return {
    departments,
    outlets,
    staff: staffOf(plan, departments, outlets),
    people: peopleOf(plan),
    items: writtenItems(),
  };
}

const savedBy = (at: Date) => ({ at, name: '云溪区政务服务管理办公室', source: 'demo' });

async function saveCatalogue(tx: Tx, plan: Plan, { items, outlets }: Made, at: Date): Promise<Matter[]> {
  const topics = readDemo<{ key: string; name: string; nameEn: string; 'icon-word': string }[]>('topics.json');
  saveTopics(
    tx,
    topics.map(({ 'icon-word': iconWord, ...topic }, i) => ({ ...topic, iconWord, position: (i + 1) * 10 })),
  );
  const toSave = items.map(({ code, baseCode, department, body }): ItemToSave => ({
    id: idOf(plan, 'item', code),
    code,
    ...(baseCode ? { baseCode } : {}),
    departmentId: idOf(plan, 'department', department),
    body,
    inForceFrom: foundedOn(plan),
  }));
  const saved = await saveItems(tx, toSave, savedBy(at));
  const offers = items.flatMap(({ handDown = [], scope = 'accept' }, i) =>
    outlets
      .filter(({ kind }) => (handDown as string[]).includes(kind))
      .map((outlet) => ({ itemId: saved[i]!.itemId, outletId: outlet.id, scope, fromDay: foundedOn(plan) })),
  );
  const own = places.halls.flatMap(({ key, items: taken = [] }) =>
    taken.map((end) => ({
      itemId: saved[items.findIndex(({ code }) => code.endsWith(`-${end}`))]!.itemId,
      outletId: idOf(plan, 'outlet', key),
      scope: 'decide' as const,
      fromDay: foundedOn(plan),
    })),
  );
  saveOffers(tx, [...offers, ...own], at, savedBy(at).name);
  return items.map((item, i) => matterOf(plan, item, saved[i]!.itemId, saved[i]!.version));
}

/** Thousands of rows in one statement are well; tens of thousands are better cut. */
function* chunks<T>(rows: readonly T[], size = 5_000): Generator<T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size);
}

async function saveEverybody(tx: Tx, plan: Plan, { staff, people }: Made, at: Date): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  savePeople(tx, at, newStaff(plan, staff, passwordHash));
  const { persons, organisations, accounts, authorities } = newPeople(plan, people, passwordHash);
  for (const rows of chunks(persons!)) savePeople(tx, at, { persons: rows });
  for (const rows of chunks(organisations!)) savePeople(tx, at, { organisations: rows });
  for (const rows of chunks(accounts!)) savePeople(tx, at, { accounts: rows });
  for (const rows of chunks(authorities!)) savePeople(tx, at, { authorities: rows });
  const accountOf = new Map([
    ...staff.members.map(({ login, accountId }) => [login, accountId] as const),
    ...people.residents.slice(0, namedResidents.length).map(({ login, accountId }) => [login, accountId!] as const),
  ]);
  savePeople(tx, at, {
    demoAccounts: [...namedResidents, ...namedStaff].map(({ login, title, titleEn }, i) => ({
      accountId: accountOf.get(login)!,
      password: demoPassword,
      title,
      titleEn,
      position: i + 1,
    })),
  });
}

/** Stores the district and returns the world in which its cases take place. */
export async function loadDistrict(ground: Ground, tx: Tx, plan: Plan): Promise<World> {
  const made = makeDistrict(plan);
  const at = new Date(`${foundedOn(plan)}T09:00:00+08:00`);
  saveOffices(tx, at, newOffices(plan, made.departments, made.outlets));
  await saveEverybody(tx, plan, made, at);
  for (const rows of chunks(fetchedEntries(plan, made.people))) insertEntries(tx, rows);
  const matters = await saveCatalogue(tx, plan, made, at);
  await saveEvents(tx, at, lifeEvents(plan, matters));
  saveRules(tx, matters, at, savedBy(at).name, startOfDay(addDays(plan.asOf, -trialDays)));
  saveHalls(tx, plan, made.outlets, at, savedBy(at).name);
  saveHallWalls(tx, plan, made.outlets, ground.clock.now(), savedBy(at).name);
  saveKiosks(tx, plan, made.outlets, ground.clock.now(), savedBy(at).name);
  saveProjectRules(tx, plan, made.people, at);
  return worldOf(plan, ground.district, { ...made, matters });
}
