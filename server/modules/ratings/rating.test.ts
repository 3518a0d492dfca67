import { expect, test } from 'vitest';
import { faultOf, isBad, levels, reasons } from './rating.ts';

test('the last two of five levels are bad', () => {
  expect(levels.map(isBad)).toEqual([false, false, false, true, true]);
});

test('a good rating is one tap and nothing more', () => {
  expect(faultOf({ level: 'verySatisfied' })).toBeUndefined();
  expect(faultOf({ level: 'satisfied', comment: '很快' })).toBeUndefined();
  expect(faultOf({ level: 'basicallySatisfied', reasons: ['slow'] })).toBe('reasonsNotAsked');
});

test('a bad rating says what was bad', () => {
  expect(faultOf({ level: 'dissatisfied' })).toBe('reasonsMissing');
  expect(faultOf({ level: 'dissatisfied', comment: '不好' })).toBe('reasonsMissing');
  for (const reason of reasons.filter((each) => each !== 'other'))
    expect(faultOf({ level: 'veryDissatisfied', reasons: [reason] })).toBeUndefined();
  expect(faultOf({ level: 'dissatisfied', reasons: ['other'], comment: ' ' })).toBe('commentMissing');
  expect(faultOf({ level: 'dissatisfied', reasons: ['other'], comment: '窗口没人' })).toBeUndefined();
});
