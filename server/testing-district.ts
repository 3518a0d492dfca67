/** A small district for tests: two departments, a hall, a few people with posts, and three items. */
import { saveItems, type ItemToSave } from '#modules/catalogue';
import type { ItemBody } from '#modules/catalogue/contract';
import { saveOffices } from '#modules/offices';
import {
  createAccount,
  createOrganisation,
  createPerson,
  creditCheckDigit,
  givePost,
  idCheckDigit,
} from '#modules/people';
import { newId } from '#platform/ids';
import type { Post } from '#platform/permissions';
import type { TestApp } from './testing.ts';

/** An item as plain as it can be; tests override what they are about. */
export const plainItem = (overrides: Partial<ItemBody> = {}): ItemBody => ({
  name: '测试事项',
  synonyms: [],
  kind: 'licence',
  level: 'district',
  topics: [],
  immediate: false,
  statutoryLimit: { value: 20, unit: 'workingDay' },
  promisedLimit: { value: 5, unit: 'workingDay' },
  visits: 0,
  applicants: ['person', 'organisation'],
  conditions: [],
  situations: [],
  materials: [],
  form: { type: 'object', properties: {} },
  fees: [],
  basis: [{ law: '中华人民共和国行政许可法', article: '第十二条' }],
  procedure: [],
  verified: true,
  ...overrides,
});

/** 食品经营许可, shortened: a situation, two materials, one of them only for hot food, and two fields. */
export const foodLicence = plainItem({
  name: '食品经营许可',
  plainName: '开饭店',
  synonyms: ['开餐馆'],
  situations: [
    {
      id: 'business',
      question: '做什么生意？',
      options: [
        { id: 'hot', label: '热食类制售' },
        { id: 'packed', label: '只卖预包装食品' },
      ],
    },
  ],
  materials: [
    { id: 'identity', name: '身份证明', form: 'original', copies: 0, source: 'shared', requirement: 'must' },
    {
      id: 'layout',
      name: '经营场所平面图',
      form: 'copy',
      copies: 1,
      source: 'applicant',
      requirement: 'must',
      when: { business: ['hot'] },
    },
    { id: 'rules', name: '食品安全管理制度', form: 'copy', copies: 1, source: 'applicant', requirement: 'optional' },
  ],
  form: {
    type: 'object',
    properties: {
      shopName: { type: 'string', title: '店名', maxLength: 60 },
      area: { type: 'integer', title: '面积（平方米）', minimum: 1, maximum: 100_000, 'x-widget': 'area' },
      grease: { type: 'string', title: '油水分离器型号', 'x-when': { business: ['hot'] }, maxLength: 60 },
    },
    required: ['shopName', 'area', 'grease'],
  },
  fees: [],
});

export interface SmallDistrict {
  market: string;
  security: string;
  hall: string;
  /** Accounts. */
  clerk: string;
  examiner: string;
  head: string;
  otherHead: string;
  office: string;
  admin: string;
  auditor: string;
  resident: string;
  other: string;
  /** The resident's person, and another one's. */
  person: string;
  otherPerson: string;
  company: string;
  food: string;
  proof: string;
}

export async function smallDistrict({ ground }: TestApp): Promise<SmallDistrict> {
  const at = ground.clock.now();
  const ids = { market: newId(), security: newId(), hall: newId() };
  return ground.db.transaction(async (tx) => {
    saveOffices(tx, at, {
      departments: [
        {
          id: ids.market,
          key: 'market',
          name: '云溪区市场监督管理局',
          shortName: '云溪市监',
          telephone: '0571-88000001',
        },
        {
          id: ids.security,
          key: 'security',
          name: '云溪区公安分局',
          shortName: '云溪公安',
          telephone: '0571-88000002',
        },
      ],
      outlets: [
        { id: ids.hall, key: 'hall', kind: 'hall', name: '云溪区政务服务中心', longitude: 120.05, latitude: 30.28 },
      ],
    });
    const staff = (loginName: string, name: string, post: Omit<Post, 'standsInFor'>): string => {
      const account = createAccount(tx, at, { loginName, name, staff: true });
      givePost(tx, at, account, post);
      return account;
    };
    const person = createPerson(tx, at, {
      idKind: 'residentCard',
      idNumber: `33019919900307002${idCheckDigit('33019919900307002')}`,
      name: '陈小满',
      phone: '19900001234',
    });
    const otherPerson = createPerson(tx, at, {
      idKind: 'passport',
      idNumber: 'E12345678',
      name: 'Anna Lee',
      phone: '19900005678',
    });
    const company = createOrganisation(tx, at, {
      creditCode: `91330199MA27XN8C2${creditCheckDigit('91330199MA27XN8C2')}`,
      name: '云溪小满餐饮有限公司',
      legalRepresentative: '陈小满',
    });
    const items: ItemToSave[] = [
      {
        code: '11330199MB0000001X-330131020000',
        departmentId: ids.market,
        body: foodLicence,
        inForceFrom: '2024-01-01',
      },
      {
        code: '11330199MB0000001X-330131020001',
        departmentId: ids.security,
        body: plainItem({ name: '无犯罪记录证明', kind: 'publicService', immediate: true }),
        inForceFrom: '2024-01-01',
      },
    ];
    const [food, proof] = await saveItems(tx, items, { at, name: 'test', source: 'test' });
    const none = { departmentId: null, outletId: null };
    return {
      ...ids,
      clerk: staff('clerk', '王窗口', { role: 'clerk', departmentId: null, outletId: ids.hall }),
      examiner: staff('examiner', '李审查', { role: 'examiner', departmentId: ids.market, outletId: null }),
      head: staff('head', '赵局长', { role: 'head', departmentId: ids.market, outletId: null }),
      otherHead: staff('head2', '钱局长', { role: 'head', departmentId: ids.security, outletId: null }),
      office: staff('office', '孙主任', { role: 'office', ...none }),
      admin: staff('admin', '周管理', { role: 'admin', ...none }),
      auditor: staff('auditor', '吴审计', { role: 'auditor', ...none }),
      resident: createAccount(tx, at, { loginName: 'chen', name: '陈小满', personId: person.id }),
      other: createAccount(tx, at, { loginName: 'anna', name: 'Anna Lee', personId: otherPerson.id }),
      person: person.id,
      otherPerson: otherPerson.id,
      company: company.id,
      food: food!.itemId,
      proof: proof!.itemId,
    };
  });
}
