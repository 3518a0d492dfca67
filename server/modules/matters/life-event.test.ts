/** One form out of many, and what is wrong with a life event. */
import { describe, expect, it } from 'vitest';
import { validateAnswers, type ItemBody } from '#modules/catalogue/contract';
import { eventFaults, type FaultKind } from './event-faults.ts';
import { bestFirst } from './find-event.ts';
import type { LifeEventBody } from './life-event.ts';
import { account, licence, seal } from './matters-testing.ts';
import { chosenMembers, mergedBody, partOf } from './merge.ts';
import { proposeMapping } from './propose.ts';

const id = (last: number): string => `01978a4e-0000-7000-8000-00000000000${last}`;
const bodies: Record<string, ItemBody> = { licence, account, seal };
const bodyOf = (key: string): ItemBody | undefined => bodies[key];
const begun: LifeEventBody = {
  name: '开办企业一件事',
  synonyms: ['开公司', '注册公司'],
  topics: [],
  leadDepartmentId: id(9),
  policy: 'collectAll',
  silenceIsConsent: true,
  questions: [],
  members: [
    { key: 'licence', itemId: id(1), after: [] },
    { key: 'account', itemId: id(2), after: [] },
    { key: 'seal', itemId: id(3), after: ['licence'] },
  ],
  asks: [],
  materials: [],
  fixed: [],
  results: [{ member: 'seal', material: 'licence', from: 'licence' }],
};
const event = proposeMapping(begun, bodyOf);
const faultsOf = (change: Partial<LifeEventBody>, other: Record<string, ItemBody> = {}): FaultKind[] =>
  eventFaults(
    { ...event, ...change },
    { bodyOf: (key) => other[key] ?? bodyOf(key), atMost: 45, isDepartment: (one) => one === id(9) },
  ).map(({ why }) => why);

describe('the one form', () => {
  const body = mergedBody(event, bodyOf, event.members);
  it('asks the same thing once and everything else by itself', () => {
    expect(Object.keys(body.form.properties)).toEqual(['companyName', 'phone', 'capital', 'bank', 'seals']);
    expect(body.situations.map((one) => one.id)).toEqual(['home']);
    // The narrowest of both: 60 letters in one form, 40 in the other.
    expect(body.form.properties.companyName).toMatchObject({ maxLength: 40 });
    expect(body.form.required).toEqual(['companyName', 'phone', 'capital', 'bank', 'seals']);
  });
  it('asks for one kind of material once, and for no result of another part', () => {
    expect(body.materials.map((one) => one.id)).toEqual(['articles', 'lease']);
    expect(body.materials[1]!.when).toEqual({ home: ['rent'] });
  });
  it('leaves out what was not chosen and what is answered by the event itself', () => {
    const fixed = {
      ...event,
      asks: event.asks.filter(({ key }) => key !== 'home'),
      fixed: [{ member: 'licence', name: 'home', value: 'own' }],
    };
    const small = mergedBody(fixed, bodyOf, [{ key: 'licence' }, { key: 'seal' }]);
    expect(Object.keys(small.form.properties)).not.toContain('bank');
    expect(small.materials.map((one) => one.id)).toEqual(['articles']);
    expect(small.situations).toEqual([]);
  });
  it('chooses members by the questions', () => {
    const asked = {
      ...event,
      members: event.members.map((member) =>
        member.key === 'account' ? { ...member, when: { bank: ['yes'] } } : member,
      ),
    };
    expect(chosenMembers(asked, { bank: 'no' }).map(({ key }) => key)).toEqual(['licence', 'seal']);
  });
});

describe('the parts', () => {
  const whole = {
    answers: { companyName: '小满科技', phone: '19900001234', capital: 5, bank: '农商', seals: '公章' },
    situations: { home: 'rent' },
    materials: [
      { materialId: 'articles', how: 'paper' as const, fileIds: [] },
      { materialId: 'lease', how: 'upload' as const, fileIds: [id(7)] },
    ],
  };
  it('hold what their item asks for and nothing of the others', () => {
    const parts = Object.fromEntries(event.members.map(({ key }) => [key, partOf(event, key, bodies[key]!, whole)]));
    expect(parts.licence).toEqual({
      answers: { companyName: '小满科技', phone: '19900001234', capital: 5 },
      situations: { home: 'rent' },
      materials: whole.materials,
    });
    expect(parts.account).toEqual({
      answers: { companyName: '小满科技', phone: '19900001234', bank: '农商' },
      situations: {},
      materials: [whole.materials[0]],
    });
    expect(parts.seal).toEqual({
      answers: { companyName: '小满科技', seals: '公章' },
      situations: {},
      materials: [{ materialId: 'licence', how: 'shared', fileIds: [] }],
    });
  });
  it('satisfy their item whenever the whole satisfies the one form', () => {
    expect(validateAnswers({ body: mergedBody(event, bodyOf, event.members) }, whole).ok).toBe(true);
    for (const { key } of event.members)
      expect(validateAnswers({ body: bodies[key]! }, partOf(event, key, bodies[key]!, whole)).ok, key).toBe(true);
  });
});

describe('faults of a life event', () => {
  const member = (key: string, after: string[]) => ({ key, itemId: id((key.charCodeAt(1) || 8) % 9), after });
  it('are none in a whole one', () => expect(faultsOf({})).toEqual([]));
  it('name the circle', () => {
    const members = [member('licence', ['seal']), member('account', []), member('seal', ['licence'])];
    const [fault] = eventFaults({ ...event, members }, { bodyOf, atMost: 45, isDepartment: () => true });
    expect(fault).toEqual({ why: 'circle', path: '/members', names: ['licence', 'seal'] });
  });
  it.each<[FaultKind, Partial<LifeEventBody>, Record<string, ItemBody>?]>([
    ['tooFewMembers', { members: [member('licence', [])], asks: [], materials: [], results: [] }],
    ['itemTwice', { members: [...event.members, { key: 'again', itemId: id(1), after: [] }] }],
    ['consultedUnknown', { consulted: [{ member: 'licence', departmentId: id(8), days: 3 }] }],
    ['consultedTwice', { consulted: [1, 2].map((days) => ({ member: 'licence', departmentId: id(9), days })) }],
    ['memberTwice', { members: [...event.members, member('licence', [])] }],
    ['unknownMember', { members: [...event.members, member('x', ['nobody'])] }],
    ['unknownItem', { members: [...event.members, member('x', [])] }],
    ['unknownDepartment', { leadDepartmentId: id(8) }],
    ['unknownQuestion', { members: event.members.map((one) => ({ ...one, when: { size: ['big'] } })) }],
    ['unmappedRequired', { asks: event.asks.filter(({ key }) => key !== 'capital') }],
    ['unmappedMaterial', { materials: [] }],
    ['unknownName', { asks: [...event.asks, { key: 'more', of: [{ member: 'seal', name: 'nothing' }] }] }],
    ['keyTwice', { asks: [...event.asks, { key: 'bank', of: [{ member: 'seal', name: 'nothing' }] }] }],
    ['mappedTwice', { asks: [...event.asks, { key: 'again', of: [{ member: 'account', name: 'bank' }] }] }],
    [
      'conflictingTypes',
      {
        asks: event.asks.flatMap((ask) =>
          ask.key === 'bank'
            ? [{ ...ask, of: [...ask.of, { member: 'licence', name: 'capital' }] }]
            : ask.key === 'capital'
              ? []
              : [ask],
        ),
      },
    ],
    [
      'conflictingTypes',
      {},
      {
        account: {
          ...account,
          form: {
            ...account.form,
            properties: { ...account.form.properties, phone: { type: 'integer', title: '电话' } },
          },
        },
      },
    ],
    [
      'conflictingRange',
      {},
      {
        account: {
          ...account,
          form: {
            ...account.form,
            properties: {
              ...account.form.properties,
              companyName: { type: 'string', title: '公司名称', minLength: 61 },
            },
          },
        },
      },
    ],
    [
      'conflictingOptions',
      {
        fixed: [{ member: 'licence', name: 'home', value: 'castle' }],
        asks: event.asks.filter(({ key }) => key !== 'home'),
      },
    ],
    [
      'noCommonApplicant',
      {},
      { account: { ...account, applicants: ['person'] }, seal: { ...seal, applicants: ['organisation'] } },
    ],
    ['resultNotBefore', { results: [{ member: 'seal', material: 'licence', from: 'account' }] }],
    ['resultNotShareable', { results: [{ member: 'account', material: 'articles', from: 'licence' }], materials: [] }],
    ['limitTooLong', { promisedLimit: { value: 46, unit: 'workingDay' } }],
  ])('%s', (why, change, other) => expect(faultsOf(change, other ?? {})).toContain(why));
});

describe('finding a life event', () => {
  const all = [{ names: ['开办企业一件事', '开公司'] }, { names: ['水电气网一件事', '装宽带'] }];
  it.each([
    ['我想开公司', 0],
    ['开公司', 0],
    ['装宽带怎么办', 1],
    ['企业开办', 0],
  ])('%s', (request, at) => expect(bestFirst(request, all)[0]).toBe(all[at]));
  it('finds nothing for something else', () => expect(bestFirst('给狗上牌', all)).toEqual([]));
});
