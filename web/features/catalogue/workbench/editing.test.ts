/** The rules of the editor: what follows when something is renamed, moved or removed; conflicts; offers; the words of changes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field, ItemBody } from '#modules/catalogue/contract';
import {
  addField,
  freshId,
  moved,
  moveField,
  removeField,
  removeOption,
  removeSituation,
  renameField,
  setOptions,
  setRequired,
} from './body-edits.ts';
import { fieldKinds, fieldOfKind, kindOf } from './field-kinds.ts';
import { planHandDown, planTakeBack, type Offer } from './hand-down.ts';
import { asListed, sayPlace, sayValue } from './say-change.ts';
import { sayReason } from './say-reason.ts';
import { changed, partsThatDiffer, rebased } from './use-item-draft.ts';

const text = (title: string): Field => ({ type: 'string', title });
const body: ItemBody = {
  name: '食品经营许可',
  plainName: '开饭店',
  synonyms: [],
  kind: 'licence',
  level: 'district',
  topics: [],
  immediate: false,
  visits: 1,
  applicants: ['person'],
  conditions: [],
  situations: [
    {
      id: 's1',
      question: '哪一类',
      options: [
        { id: 'o1', label: '餐馆' },
        { id: 'o2', label: '食堂' },
      ],
    },
  ],
  materials: [
    {
      id: 'm1',
      name: '平面图',
      form: 'copy',
      copies: 1,
      source: 'applicant',
      requirement: 'must',
      when: { s1: ['o1', 'o2'], colour: ['红'] },
    },
  ],
  form: {
    type: 'object',
    properties: {
      shop: text('店名'),
      colour: { type: 'string', title: '颜色', 'x-widget': 'radio', enum: ['红', '蓝'] },
      seats: { type: 'integer', title: '座位', 'x-when': { s1: ['o1'] } },
    },
    required: ['shop', 'seats'],
  },
  fees: [],
  basis: [],
  procedure: [],
  verified: true,
};

test('fields are added behind another, moved, renamed and removed with all that names them', () => {
  const more = addField(body, 'field1', text('新'), 'shop');
  expect(Object.keys(more.form.properties)).toEqual(['shop', 'field1', 'colour', 'seats']);
  expect(Object.keys(moveField(more, 1, 3).form.properties)).toEqual(['shop', 'colour', 'seats', 'field1']);
  const renamed = renameField(body, 'colour', 'sign');
  expect(Object.keys(renamed.form.properties)).toEqual(['shop', 'sign', 'seats']);
  expect(renamed.materials[0]?.when).toEqual({ s1: ['o1', 'o2'], sign: ['红'] });
  expect(renameField(body, 'seats', 'chairs').form.required).toEqual(['shop', 'chairs']);
  const without = removeField(removeField(body, 'colour'), 'seats');
  expect(without.materials[0]?.when).toEqual({ s1: ['o1', 'o2'] });
  expect(without.form.required).toEqual(['shop']);
  expect(setRequired(removeField(without, 'shop'), 'x', false).form).not.toHaveProperty('required');
});

test('conditions follow the words of options, and go with what they hang on', () => {
  expect(setOptions(body, 'colour', ['大红', '蓝'], []).materials[0]?.when).toMatchObject({ colour: ['大红'] });
  expect(setOptions(body, 'colour', ['蓝'], []).materials[0]?.when).toEqual({ s1: ['o1', 'o2'] });
  expect(setOptions(body, 'colour', ['红', '蓝'], ['red']).form.properties.colour?.['x-enumEn']).toEqual(['red', '蓝']);
  const fewer = removeOption(body, 's1', 'o1');
  expect(fewer.materials[0]?.when).toMatchObject({ s1: ['o2'] });
  expect(fewer.form.properties.seats).not.toHaveProperty('x-when');
  expect(removeSituation(body, 's1').materials[0]?.when).toEqual({ colour: ['红'] });
});

test('a list keeps what it holds wherever one of it is moved', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), fc.nat(), (list, from, to) => {
      const after = moved(list, from % list.length, to % list.length);
      expect(after.toSorted()).toEqual(list.toSorted());
      expect(after[to % list.length]).toBe(list[from % list.length]);
    }),
  );
  expect(freshId('m', ['m1', 'm3'])).toBe('m2');
});

test('every kind of field is known again as what it was made', () => {
  for (const kind of fieldKinds) {
    expect(kindOf(fieldOfKind(kind)), kind).toBe(kind);
    for (const other of fieldKinds) {
      const turned = fieldOfKind(other, { ...fieldOfKind(kind), title: '标题', 'x-when': { s1: ['o1'] } });
      expect(turned).toMatchObject({ title: '标题', 'x-when': { s1: ['o1'] } });
      expect(kindOf(turned)).toBe(other);
    }
  }
  expect(fieldOfKind('checkboxes', body.form.properties.colour).items?.enum).toEqual(['红', '蓝']);
});

test('two editors: what only one of them touched is kept from both', () => {
  const base = { body, departmentId: 'a' };
  const mine = { body: changed(body, { plainName: '开饭馆', visits: 0 }), departmentId: 'a' };
  const theirs = { body: changed(body, { telephone: '12345', visits: 2 }), departmentId: 'b' };
  expect(partsThatDiffer(base, theirs).toSorted()).toEqual(['departmentId', 'telephone', 'visits']);
  expect(rebased(base, mine, theirs)).toMatchObject({
    departmentId: 'b',
    body: { plainName: '开饭馆', telephone: '12345', visits: 0 },
  });
  // The order of fields is a difference, an emptied optional text none.
  expect(partsThatDiffer(base, { ...base, body: moveField(body, 0, 1) })).toEqual(['form']);
  expect(changed(body, { plainName: '' })).not.toHaveProperty('plainName');
  expect(changed(body, { name: '' }).name).toBe('');
});

test('handing down leaves alone what is so already, and makes no gap', () => {
  const offer = (outletId: string, scope: Offer['scope'], untilDay: string | null = null): Offer => ({
    outletId,
    scope,
    fromDay: '2026-01-01',
    untilDay,
  });
  const offers = [offer('a', 'accept'), offer('b', 'print'), offer('c', 'accept', '2026-02-01')];
  const places = ['a', 'b', 'c', 'd'];
  expect(planHandDown(offers, places, 'accept', '2026-06-10', '2026-06-10')).toEqual({
    add: ['b', 'c', 'd'],
    rescoped: ['b'],
    later: [],
  });
  expect(planHandDown(offers, places, 'accept', '2026-07-01', '2026-06-10')).toEqual({
    add: ['c', 'd'],
    rescoped: [],
    later: ['b'],
  });
  expect(planTakeBack(offers, places)).toEqual(['a', 'b']);
});

test('changes and reasons are said in words', () => {
  const after = setRequired(addField(body, 'note', text('备注')), 'note', true);
  const bodies = [after, body];
  expect(
    asListed([{ path: 'form/required', before: body.form.required, after: after.form.required }]).map((change) => [
      sayPlace(change.path, bodies, 'zh-CN'),
      sayValue(change.path, change.after, bodies, 'zh-CN'),
    ]),
  ).toEqual([['申请表 · 备注 · 必须填写', '是']]);
  expect(sayPlace('materials/m1/copies', bodies, 'en')).toBe('Materials · 平面图 · Copies');
  expect(sayValue('materials/m1/when', { s1: ['o1'] }, bodies, 'zh-CN')).toBe('哪一类：餐馆');
  expect(sayValue('promisedLimit', { value: 5, unit: 'workingDay' }, bodies, 'en')).toBe('5 working days');
  expect(sayValue('fees/0/amountFen', 1250, bodies, 'zh-CN')).toBe('¥12.50');
  expect(sayReason('the code is on line 3 already', 'zh-CN')).toBe('实施编码和第 3 行重复');
  expect(sayReason('something new', 'zh-CN')).toBe('something new');
});
