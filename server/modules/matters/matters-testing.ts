/** For tests: a life event of three items in the small district, the last waiting for the first. */
import { saveItems } from '#modules/catalogue';
import type { ItemBody } from '#modules/catalogue/contract';
import { casesContract } from '#modules/cases/contract';
import { shanghaiDay } from '#platform/clock';
import { newId } from '#platform/ids';
import type { TestApp } from '#server/testing';
import { plainItem, type SmallDistrict } from '#server/testing-district';
import { mattersContract as ops } from './contract.ts';
import type { LifeEventBody, Policy } from './life-event.ts';
import { proposeMapping } from './propose.ts';

/** Registers the company; its result is what the others build on. */
export const licence = plainItem({
  name: '公司设立登记',
  plainName: '注册公司',
  situations: [
    {
      id: 'home',
      question: '住所是？',
      options: [
        { id: 'own', label: '自有' },
        { id: 'rent', label: '租用' },
      ],
    },
  ],
  materials: [
    { id: 'articles', name: '公司章程', form: 'copy', copies: 1, source: 'applicant', requirement: 'must' },
    {
      id: 'lease',
      name: '租赁合同',
      form: 'copy',
      copies: 1,
      source: 'applicant',
      requirement: 'must',
      when: { home: ['rent'] },
    },
  ],
  form: {
    type: 'object',
    properties: {
      companyName: { type: 'string', title: '公司名称', maxLength: 60 },
      phone: { type: 'string', title: '联系电话', 'x-widget': 'phone' },
      capital: { type: 'integer', title: '注册资本', minimum: 1 },
    },
    required: ['companyName', 'phone', 'capital'],
  },
  result: { name: '营业执照', kind: 'certificate', deliveries: ['electronic'] },
});
/** Opens an account: shares name, telephone and articles with the first. */
export const account = plainItem({
  name: '企业银行开户',
  kind: 'publicService',
  materials: [{ id: 'articles', name: '公司章程', form: 'copy', copies: 1, source: 'applicant', requirement: 'must' }],
  form: {
    type: 'object',
    properties: {
      companyName: { type: 'string', title: '公司名称', maxLength: 40 },
      phone: { type: 'string', title: '联系电话', 'x-widget': 'phone' },
      bank: { type: 'string', title: '开户银行', maxLength: 40 },
    },
    required: ['companyName', 'phone', 'bank'],
  },
});
/** Makes the seal, once the licence is there. */
export const seal = plainItem({
  name: '公章刻制备案',
  kind: 'otherPower',
  materials: [{ id: 'licence', name: '营业执照', form: 'copy', copies: 0, source: 'government', requirement: 'must' }],
  form: {
    type: 'object',
    properties: {
      companyName: { type: 'string', title: '公司名称', maxLength: 60 },
      seals: { type: 'string', title: '印章', enum: ['公章', '公章和财务章'] },
    },
    required: ['companyName', 'seals'],
  },
});

export interface Event {
  id: string;
  body: LifeEventBody;
  items: { licence: string; account: string; seal: string };
}

/** Stores the items and returns the body of the event, mapped. */
export async function draftEvent(
  { ground }: TestApp,
  d: SmallDistrict,
  policy: Policy,
  change: Partial<LifeEventBody> = {},
): Promise<Event> {
  const at = ground.clock.now();
  const bodies = { licence, account, seal } satisfies Record<string, ItemBody>;
  const saved = await ground.db.transaction((tx) =>
    saveItems(
      tx,
      Object.entries(bodies).map(([key, body]) => ({
        code: `J-${newId()}`,
        departmentId: key === 'licence' ? d.market : d.security,
        body,
        inForceFrom: '2024-01-01',
      })),
      { at, name: 'test', source: 'test' },
    ),
  );
  const items = { licence: saved[0]!.itemId, account: saved[1]!.itemId, seal: saved[2]!.itemId };
  const begun: LifeEventBody = {
    name: '开办企业一件事',
    nameEn: 'Starting a company',
    synonyms: ['开公司', '创业'],
    topics: [],
    leadDepartmentId: d.market,
    policy,
    silenceIsConsent: false,
    questions: [
      {
        id: 'bank',
        question: '要一起开银行账户吗？',
        options: [
          { id: 'yes', label: '要' },
          { id: 'no', label: '不要' },
        ],
      },
    ],
    members: [
      { key: 'licence', itemId: items.licence, after: [] },
      { key: 'account', itemId: items.account, after: [], when: { bank: ['yes'] } },
      { key: 'seal', itemId: items.seal, after: ['licence'] },
    ],
    asks: [],
    materials: [],
    fixed: [{ member: 'licence', name: 'home', value: 'own' }],
    results: [{ member: 'seal', material: 'licence', from: 'licence' }],
    ...change,
  };
  return { id: newId(), items, body: proposeMapping(begun, (key) => bodies[key as keyof typeof bodies]) };
}

/** A life event in force. */
export async function publishedEvent(
  app: TestApp,
  d: SmallDistrict,
  policy: Policy,
  change: Partial<LifeEventBody> = {},
): Promise<Event> {
  const event = await draftEvent(app, d, policy, change);
  const code = `E-${event.id.slice(-8).toUpperCase()}`;
  await app.call(d.office, ops.saveEventDraft, {
    params: { id: event.id },
    body: { code, revision: 0, body: event.body },
  });
  await app.call(d.office, ops.publishEvent, {
    params: { id: event.id },
    body: { revision: 1, inForceFrom: shanghaiDay(app.clock.now()) },
  });
  return event;
}

/** An application that is complete. */
export const wholeApplication = (event: Event, change: object = {}) => ({
  actionId: newId(),
  eventId: event.id,
  questions: { bank: 'yes' },
  applicant: {},
  answers: { companyName: '小满科技', phone: '19900001234', capital: 100_000, bank: '云溪农商银行', seals: '公章' },
  situations: {},
  materials: [{ materialId: 'articles', how: 'paper' as const, fileIds: [] as string[] }],
  delivery: { way: 'electronic' as const },
  signature: { way: 'confirmed' as const },
  ...change,
});

type Step = (typeof casesContract)['accept'];
const bodies: Record<string, object> = { refuse: { reason: '不符合条件' }, deliver: { way: 'electronic' } };

/** Takes a step on a part with the account that may; throws unless it succeeds. */
export const takePart = (app: TestApp, account: string, id: string, kind: keyof typeof casesContract) =>
  app.call(account, casesContract[kind] as Step, {
    params: { id },
    body: { actionId: newId(), ...bodies[kind] } as never,
  });
