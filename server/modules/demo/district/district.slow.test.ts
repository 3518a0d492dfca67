/** The district before anything is stored: who and what is there, and that the same seed gives the same. */
import { describe, expect, test } from 'vitest';
import { checkCreditCode, checkIdNumber, creditCheckDigit, idCheckDigit } from '#modules/people';
import { makeWorld, testPlan } from '../testing/made.ts';
import { writtenItems } from '../cases/matters.ts';
import { makeDistrict } from '../load-district.ts';
import { lies } from './draw-map.ts';
import { namedStaff } from './named.ts';
import { newOffices } from './offices.ts';
import { newPeople } from './people.ts';
import { places } from './places.ts';
import { newStaff } from './staff.ts';

const { made } = makeWorld(testPlan);
const { departments, outlets, staff, people, items } = made;
const offices = newOffices(testPlan, departments, outlets);
const unique = (values: readonly unknown[]) => expect(new Set(values).size).toBe(values.length);

describe('the district', () => {
  test('is the same for a seed and a day, and another one for another seed', () => {
    const text = (plan: typeof testPlan) => JSON.stringify(makeDistrict(plan), (_, value: unknown) => value);
    expect(text(testPlan)).toBe(text(testPlan));
    const other = makeDistrict({ ...testPlan, seed: 7 });
    expect(other.people.residents[9]!.name).not.toBe(people.residents[9]!.name);
    expect(other.departments[0]!.id).not.toBe(departments[0]!.id);
    // Another day changes the histories, not who lives here.
    const later = makeDistrict({ ...testPlan, asOf: '2026-07-01' });
    expect(later.people.residents[9]).toEqual(people.residents[9]);
  });

  test('has 30 departments, each with people for every station', () => {
    expect(departments.length).toBe(30);
    unique(departments.map(({ key }) => key));
    unique(departments.map(({ name }) => name));
    unique(departments.map(({ shortName }) => shortName));
    unique(departments.map(({ telephone }) => telephone));
    for (const { id, nameEn } of departments) {
      expect(nameEn).toMatch(/^[\w ,'’()&-]+$/);
      expect(staff.heads.get(id)!.length).toBeGreaterThan(0);
      expect(staff.examiners.get(id)!.length).toBeGreaterThan(0);
      expect(staff.desks.get(id)!.length).toBeGreaterThan(0);
    }
  });

  test('has a hall of 54 windows in four zones', () => {
    const hall = outlets.find(({ key }) => key === 'hall')!;
    expect(hall.windows.length).toBe(54);
    expect([...new Set(hall.windows.map(({ zone }) => zone.slice(0, 1)))]).toEqual(['A', 'B', 'C', 'D']);
    unique(hall.windows.map(({ number }) => number));
    const keys = new Set(departments.map(({ key }) => key));
    for (const { department } of hall.windows) expect(department === null || keys.has(department)).toBe(true);
    expect(offices.windows!.length).toBe(outlets.flatMap(({ windows }) => windows).length);
  });

  test('has towns at distances that can be told apart: who looks for a shorter queue nearby chooses by them', () => {
    const [x, y] = places.halls.find(({ key }) => key === 'hall')!.at;
    const kilometres = places.towns.map(({ at }) => Math.hypot((at[0] - x) * 96.2, (at[1] - y) * 111.2).toFixed(1));
    unique(kilometres);
  });

  test('has halls, towns, villages and banks, each at a point on its own land', () => {
    const count = (kind: string) => outlets.filter((outlet) => outlet.kind === kind).length;
    expect([count('hall'), count('town'), count('department'), count('bank')]).toEqual([2, 11, 2, 7]);
    expect(count('village')).toBe(places.towns.flatMap(({ villages }) => villages).length);
    unique(outlets.map(({ key }) => key));
    unique(outlets.map(({ name }) => name));
    unique(outlets.map(({ longitude, latitude }) => `${longitude},${latitude}`));
    const known = new Set<string>();
    for (const { id, parentId, longitude, latitude, areaCode, hours, address, nameEn } of outlets) {
      expect(lies([longitude, latitude], places.outline), address).toBe(true);
      expect(areaCode).toMatch(/^330199\d{3}(\d{3})?$/);
      expect(hours.weekly.length).toBeGreaterThan(0);
      expect(nameEn).not.toMatch(/\p{Script=Han}/u);
      // Above comes before below, as the database wants it.
      if (parentId) expect(known.has(parentId)).toBe(true);
      known.add(id);
    }
  });

  test('gives each of its staff one post, auditors and administrators nothing else', () => {
    const { accounts, posts, absences } = newStaff(testPlan, staff, 'hash');
    unique(accounts!.map(({ loginName }) => loginName));
    unique(posts!.map(({ accountId }) => accountId));
    expect(posts!.length).toBe(accounts!.length);
    const roles = new Map(posts!.map((post) => [post.accountId, post]));
    for (const { role, departmentId, outletId } of posts!) {
      if (['auditor', 'admin', 'office'].includes(role)) expect([departmentId, outletId]).toEqual([null, null]);
      if (['examiner', 'head'].includes(role)) expect(departmentId).not.toBeNull();
      if (role === 'clerk') expect(departmentId ?? outletId).not.toBeNull();
    }
    for (const { login, role } of namedStaff)
      expect(roles.get(accounts!.find(({ loginName }) => loginName === login)!.id)!.role).toBe(role);
    // Whoever stands in for somebody has the same role in the same department.
    for (const { accountId, standInId, fromOn, untilOn } of absences!) {
      const [away, standIn] = [roles.get(accountId)!, roles.get(standInId!)!];
      expect([standIn.role, standIn.departmentId]).toEqual([away.role, away.departmentId]);
      expect(fromOn <= untilOn).toBe(true);
    }
  });

  test('has residents and businesses whose numbers are well formed and nobody’s', () => {
    const { residents, companies } = people;
    expect(residents.length).toBeGreaterThanOrEqual(4000);
    unique(residents.map(({ idKind, idNumber }) => idKind + idNumber));
    unique(residents.map(({ phone }) => phone));
    for (const { idKind, idNumber, bornOn, sex, phone } of residents) {
      expect(checkIdNumber(idKind, idNumber, testPlan.asOf), idNumber).toMatchObject({ ok: true });
      expect(phone).toMatch(/^199\d{8}$/);
      if (idKind !== 'residentCard') continue;
      expect(idNumber.slice(0, 6)).toBe('330199');
      expect(idNumber.slice(6, 14)).toBe(bornOn!.replaceAll('-', ''));
      expect(Number(idNumber[16]) % 2).toBe(sex === 'male' ? 1 : 0);
      expect(idNumber[17]).toBe(idCheckDigit(idNumber.slice(0, 17)));
    }
    unique(companies.map(({ creditCode }) => creditCode));
    unique(companies.map(({ name }) => name));
    for (const { creditCode, actors } of companies) {
      expect(checkCreditCode(creditCode), creditCode).toMatchObject({ ok: true });
      expect(creditCode[17]).toBe(creditCheckDigit(creditCode.slice(0, 17)));
      for (const { accountId } of actors) expect(accountId).not.toBeNull();
    }
  });

  test('knows who acts for whom', () => {
    const { authorities } = newPeople(testPlan, people, 'hash');
    const actors = people.companies.flatMap((company) => company.actors);
    expect(authorities!.length).toBe(actors.length + people.proxies.length);
    for (const { agent, principal } of people.proxies) expect(agent.id).not.toBe(principal.id);
    expect(authorities!.every(({ fromOn }) => fromOn! < testPlan.asOf)).toBe(true);
  });

  test('has at least 120 items, 30 or more of them complete', () => {
    expect(items.length).toBeGreaterThanOrEqual(120);
    expect(items.filter(({ body }) => body.verified).length).toBeGreaterThanOrEqual(30);
    expect(writtenItems()).toEqual(items);
  });
});
