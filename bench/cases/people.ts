/** A district small enough to be made in a second: one department, one item, residents who apply and staff who act. */
import { saveItems } from '#modules/catalogue';
import type { ItemBody } from '#modules/catalogue/contract';
import { saveOffices } from '#modules/offices';
import { createAccount, createPerson, givePost, idCheckDigit, openSession, sessionCookie } from '#modules/people';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Cookies } from './arms.ts';

const item: ItemBody = {
  name: '食品经营许可', plainName: '开饭店', synonyms: [], kind: 'licence', level: 'district', topics: [], immediate: false,
  statutoryLimit: { value: 20, unit: 'workingDay' }, promisedLimit: { value: 5, unit: 'workingDay' }, visits: 0,
  applicants: ['person', 'organisation'], conditions: [], situations: [],
  materials: [{ id: 'identity', name: '身份证明', form: 'electronic', copies: 0, source: 'shared', requirement: 'must' }],
  form: {
    type: 'object',
    properties: {
      shopName: { type: 'string', title: '店名', maxLength: 60 },
      area: { type: 'integer', title: '面积', minimum: 1, maximum: 100_000 },
      address: { type: 'string', title: '地址', maxLength: 200 },
      phone: { type: 'string', title: '电话', 'x-widget': 'phone' },
    },
    required: ['shopName', 'area', 'address', 'phone'],
  },
  fees: [], basis: [{ law: '中华人民共和国食品安全法', article: '第三十五条' }], procedure: [], verified: true,
  result: { name: '食品经营许可证', kind: 'certificate', deliveries: ['electronic'] },
}; // prettier-ignore

/** What the people of the stage need to act. */
export interface People {
  itemId: string;
  departmentId: string;
  cookies: Cookies;
}

/** Makes so many residents, clerks and heads, all of them signed in. */
export async function populate(ground: Ground, many: { residents: number; staff: number }): Promise<People> {
  const at = ground.clock.now();
  const departmentId = newId();
  const accounts = { residents: [] as string[], clerk: [] as string[], head: [] as string[] };
  const itemId = await ground.db.transaction(async (tx) => {
    saveOffices(tx, at, {
      departments: [{ id: departmentId, key: 'market', name: '云溪区市场监督管理局', shortName: '云溪市监' }],
    });
    for (let i = 0; i < many.residents; i++) {
      const first17 = `33019919900307${String(i).padStart(3, '0')}`;
      const person = createPerson(tx, at, {
        idKind: 'residentCard',
        idNumber: first17 + idCheckDigit(first17),
        name: `居民${i}`,
        phone: '19900001234',
      });
      accounts.residents.push(
        createAccount(tx, at, { loginName: `resident${i}`, name: person.name, personId: person.id }),
      );
    }
    for (let i = 0; i < many.staff; i++) {
      for (const role of ['clerk', 'head'] as const) {
        const account = createAccount(tx, at, { loginName: `${role}${i}`, name: `${role}${i}`, staff: true });
        givePost(tx, at, account, { role, departmentId });
        accounts[role].push(account);
      }
    }
    const [saved] = await saveItems(
      tx,
      [{ code: '11330199MB0000001X-330131020000', departmentId, body: item, inForceFrom: '2024-01-01' }],
      { at, name: 'bench', source: 'bench' },
    );
    return saved!.itemId;
  });
  const cookiesOf = (ids: string[]) =>
    Promise.all(ids.map(async (id) => `${sessionCookie}=${await openSession(ground, id)}`));
  const cookies = {
    residents: await cookiesOf(accounts.residents),
    clerk: await cookiesOf(accounts.clerk),
    head: await cookiesOf(accounts.head),
  };
  return { itemId, departmentId, cookies };
}
