import { describe, expect, it } from 'vitest';
import { checkRules, knownFields } from '#modules/rules';
import { writtenItems } from '../cases/matters.ts';
import { writtenRules } from './rules.ts';

const items = writtenItems();
const noon = new Date('2026-06-10T04:00:00Z');

describe('the rules of the demo district', () => {
  const { items: written, levels } = writtenRules();

  it('are those of at least ten items', () => expect(written.length).toBeGreaterThanOrEqual(10));

  it.each(written.map((one) => [one.code, one] as const))('%s could be published', (code, { tables }) => {
    const item = items.find((one) => one.code.endsWith(`-${code}`))!;
    const report = checkRules({ tables }, knownFields(item.body), noon);
    expect(report.faults).toEqual([]);
    for (const { analysis, tests } of report.tables) {
      expect(tests.filter(({ passed }) => !passed)).toEqual([]);
      expect(analysis).toMatchObject({ looked: true, gaps: [], never: [] });
    }
    expect(report.ready).toBe(true);
  });

  it('let the machine decide immediate items only', () => {
    for (const { code, level } of levels)
      if (level === 'decide') expect(items.find((one) => one.code.endsWith(`-${code}`))!.body.immediate).toBe(true);
  });
});
