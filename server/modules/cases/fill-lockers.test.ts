import { expect, test } from 'vitest';
import type { Material } from '#modules/catalogue/contract';
import { keptOf, lastDayAfter } from './fill-lockers.ts';

test('a validity in months ends the day before, and at the end of a shorter month', () => {
  expect(lastDayAfter('2026-06-10', 48)).toBe('2030-06-09');
  expect(lastDayAfter('2026-01-31', 1)).toBe('2026-02-28');
  expect(lastDayAfter('2024-02-29', 12)).toBe('2025-02-28');
  expect(lastDayAfter('2026-12-01', 1)).toBe('2026-12-31');
});

const material = (id: string, name: string, some: Partial<Material> = {}): Material => ({
  id,
  name,
  form: 'electronic',
  copies: 1,
  source: 'applicant',
  requirement: 'must',
  ...some,
});
const item = {
  materials: [
    material('licence', '营业执照', { metBy: { kinds: ['businessLicence'], leastTrust: 'verified' } }),
    material('plan', '场所平面图', { metBy: { kinds: ['floorPlan'], leastTrust: 'declared' } }),
    material('list', '设备清单'),
  ],
};

test('only files for materials that the coded list knows are kept, and only of who wanted it', () => {
  const materials = [
    { materialId: 'licence', how: 'locker', fileIds: [] },
    { materialId: 'plan', how: 'upload', fileIds: ['f'] },
    { materialId: 'list', how: 'upload', fileIds: ['g'] },
  ];
  const submit = (keepMaterials?: boolean) => [{ kind: 'submit' as const, facts: { materials, keepMaterials } }];
  expect(keptOf(item, submit(true))).toEqual([{ kind: 'floorPlan', name: '场所平面图', fileIds: ['f'] }]);
  expect(keptOf(item, submit())).toEqual([]);
});
