/** The district of the residents' journeys with its staff: who takes in, examines, decides, runs the hall and looks on. */
import type { Page } from 'playwright-core';
import { casesContract } from '#modules/cases/contract';
import { listDepartments, listOutlets } from '#modules/offices';
import { officesContract } from '#modules/offices/contract';
import { creditCheckDigit, hashPassword, openSession, savePeople, sessionCookie } from '#modules/people';
import { peopleContract } from '#modules/people/contract';
import { newId } from '#platform/ids';
import { openPortalDistrict, password, type PortalDistrict } from './portal-district.ts';

/** Those who work here. `examiner` and `head` are of market supervision, `deputy` is a second examiner there. */
export interface Staff {
  clerk: string;
  examiner: string;
  deputy: string;
  head: string;
  office: string;
  admin: string;
  auditor: string;
}

export interface WorkbenchDistrict extends PortalDistrict {
  staff: Staff;
  /** Hands in an application for a food licence at a window; accepts it where that is wanted. */
  submitFood(until?: 'submitted' | 'accepted'): Promise<{ id: string; number: string }>;
  /** Somebody else at the service office gives the market bureau another short name. */
  renameMarket(shortName: string): Promise<void>;
  /** Lets the page be that of somebody who has signed in, with the second factor where one is needed. */
  signedIn(page: Page, who: keyof Staff): Promise<void>;
}

export async function openWorkbenchDistrict(): Promise<WorkbenchDistrict> {
  const portal = await openPortalDistrict();
  const { ground } = portal.app;
  const at = ground.clock.now();
  const passwordHash = await hashPassword(password);
  const departments = await listDepartments(ground.db);
  const outlets = await listOutlets(ground.db);
  const departmentOf = (key: string): string => departments.find((one) => one.key === key)!.id;
  const hall = outlets.find(({ kind }) => kind === 'hall')!.id;
  const nowhere = { departmentId: null, outletId: null };
  const fresh = {
    clerk: {
      loginName: 'wang',
      name: '王雨桐',
      role: 'clerk',
      departmentId: departmentOf('service-office'),
      outletId: hall,
    },
    deputy: {
      loginName: 'qian',
      name: '钱若水',
      role: 'examiner',
      departmentId: departmentOf('market-supervision'),
      outletId: null,
    },
    office: { loginName: 'wu', name: '吴静宜', role: 'office', ...nowhere },
    admin: { loginName: 'zheng', name: '郑川', role: 'admin', ...nowhere },
    auditor: { loginName: 'feng', name: '冯知远', role: 'auditor', ...nowhere },
  } as const;
  const ids = Object.fromEntries(Object.keys(fresh).map((key) => [key, newId()])) as Record<keyof typeof fresh, string>;
  await ground.db.transaction((tx) => {
    const rows = Object.entries(fresh).map(([key, one]) => ({ id: ids[key as keyof typeof fresh], ...one }));
    savePeople(tx, at, {
      accounts: rows.map(({ id, loginName, name }) => ({ id, loginName, name, passwordHash })),
      posts: rows.map(({ id, role, departmentId, outletId }) => ({ accountId: id, role, departmentId, outletId })),
    });
  });
  const staff: Staff = { ...ids, examiner: portal.examiner, head: portal.head };
  return {
    ...portal,
    staff,
    submitFood: (until) => submitFood(portal, ids.clerk, until),
    renameMarket: async (shortName) => {
      const { app } = portal;
      const params = { id: departmentOf('market-supervision') };
      const {
        id: _,
        key: __,
        retiredAt: ___,
        changedAt: ____,
        changedBy: _____,
        ...now
      } = await app.call(null, officesContract.getDepartment, { params });
      await app.call(ids.admin, officesContract.updateDepartment, { params, body: { ...now, shortName } });
    },
    signedIn: async (page, who) => {
      const value = await openSession(ground, staff[who], { secondFactor: true });
      await page.context().addCookies([{ name: sessionCookie, value, url: portal.origin }]);
    },
  };
}

async function submitFood(
  { app, resident, examiner, food }: PortalDistrict,
  clerk: string,
  until: 'submitted' | 'accepted' = 'submitted',
): Promise<{ id: string; number: string }> {
  const { actor } = await app.call(resident, peopleContract.me, {});
  const { id, number } = await app.call(clerk, casesContract.submitCase, {
    body: {
      actionId: newId(),
      itemId: food,
      applicant: { personId: actor!.person!.id },
      situations: { business: 'sale', network: 'no', agent: 'no' },
      answers: {
        shopName: '小满食品店',
        creditCode: `91330199MA27XN8C2${creditCheckDigit('91330199MA27XN8C2')}`,
        legalRepresentative: '陈小满',
        premisesAddress: '云溪区文渊街20号',
        floorArea: 80,
        items: ['预包装食品销售'],
        staff: 2,
        managerName: '陈小满',
        contactName: '陈小满',
        contactPhone: '19900001234',
      },
      materials: ['layout', 'rules', 'manager', 'health'].map((materialId) => ({
        materialId,
        how: 'paper' as const,
        fileIds: [],
      })),
      delivery: { way: 'collected' },
      signature: { way: 'drawn', drawing: 'M120 60l0.1 0L260 60L160 150M330 50L330 160M300 80L380 80L370 130' },
    },
  });
  if (until === 'accepted')
    await app.call(examiner, casesContract.accept, { params: { id }, body: { actionId: newId() } });
  return { id, number };
}
