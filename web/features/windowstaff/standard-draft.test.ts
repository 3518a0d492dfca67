/** A standard while it is written. */
import { expect, it } from 'vitest';
import { doubledKeys, usualStandard, type Criterion } from '#modules/windowstaff/contract';
import { figures, linesOf, readFigure, shownOf, spanOf, withLine } from './standard-draft.ts';

const condition = (key: string, zh: string): Criterion => ({ key, zh, en: '', paper: false });

it('gives a new condition a key that no other has, nor one that was removed', () => {
  const six = [...usualStandard.criteria, condition('condition6', '持有健康证')];
  const seven = withLine(six, []);
  expect(seven.map(({ key }) => key)).toEqual([...six.map(({ key }) => key), 'condition7']);
  expect(seven.slice(0, 6)).toEqual(six);
  const keys = six.map(({ key }) => key);
  expect(withLine(six.slice(0, 5), keys).at(-1)).toEqual({ key: 'condition7', zh: '', en: '', paper: false });
});

it('parts conditions that have shared a key, and leaves all others as they are', () => {
  expect(linesOf(usualStandard.criteria)).toEqual(usualStandard.criteria);
  const parted = linesOf([condition('condition2', '甲'), condition('condition2', '乙'), condition('condition3', '丙')]);
  expect(parted.map(({ zh }) => zh)).toEqual(['甲', '乙', '丙']);
  expect(parted.map(({ key }) => key)).toEqual(['condition2', 'condition4', 'condition3']);
  expect(doubledKeys(parted)).toEqual([]);
});

it('reads what was typed for a figure, and nothing as nothing', () => {
  for (const name of figures) {
    expect(readFigure(name, String(shownOf(usualStandard, name)))).toBe(usualStandard[name]);
    for (const typed of ['', ' ', 'x', '-1', '99999'])
      expect(readFigure(name, typed), `${name} ${typed}`).toBeUndefined();
  }
  expect(readFigure('trainingMinutes', '1.5')).toBe(90);
  expect(readFigure('probationDays', '1.5')).toBeUndefined();
  expect(['0', '29', '30'].map((typed) => readFigure('keepDays', typed))).toEqual([undefined, undefined, 30]);
  expect(spanOf('trainingMinutes')).toEqual([0, 1000]);
});
