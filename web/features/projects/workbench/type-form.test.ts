/** What the editor of a type of project makes of what is written. */
import { expect, test } from 'vitest';
import { editable, emptyIn, emptyType, freeKey, sendable, withoutStep } from './type-form.ts';

const step = (key: string, after: string[] = []) => ({ key, itemCode: 'X', after, ownerDays: 1, officeDays: 2 });
const written = {
  ...emptyType,
  name: ' 工业项目 ',
  nameEn: ' ',
  stages: [{ key: 'planning' as const, limitDays: 25, steps: [step('works'), step('soil', ['works'])] }],
};

test('all four stages can be edited, and only those with steps are sent', () => {
  const all = editable(written);
  expect(all.stages.map(({ key }) => key)).toEqual(['landUse', 'planning', 'building', 'completion']);
  expect(sendable(all)).toEqual({ ...written, name: '工业项目', nameEn: undefined });
  expect(sendable(all)).not.toHaveProperty('nameEn');
});

test('a step goes with everything that waits for it', () => {
  expect(withoutStep(written, 'works').stages[0]!.steps).toEqual([step('soil')]);
});

test('keys are never given twice', () => {
  expect(freeKey('step', ['step1', 'step3'])).toBe('step4');
  expect(freeKey('step', ['step2'])).toBe('step3');
});

test('what is missing is named', () => {
  expect(emptyIn(written)).toEqual([]);
  expect(
    emptyIn({ ...emptyType, limitDays: NaN, menu: [{ key: 'a', stage: 'landUse', what: ' ', by: 'owner' }] }),
  ).toEqual(['name', 'limitDays', 'steps', 'menu']);
});
