import { describe, expect, it } from 'vitest';
import { firstPlace, placesOf, staffAt } from './places.ts';

const known = {
  outlets: [{ value: 't', label: '城东镇' }],
  departments: [{ value: 'm', label: '市监局' }],
  officeName: '政务服务办',
};

describe('whom a complaint may be about', () => {
  it('is found by the office at an outlet, at a department, and in the office itself', () => {
    const places = placesOf({ ...known, office: true });
    expect(places.map(({ label }) => label)).toEqual(['城东镇', '市监局', '政务服务办']);
    expect(places.map(({ value }) => staffAt(value))).toEqual([
      { outletId: 't' },
      { departmentId: 'm' },
      { role: 'office' },
    ]);
  });
  it('is found by a head at departments, of which alone they are told who works there', () => {
    expect(placesOf({ ...known, office: false }).map(({ value }) => value)).toEqual(['department:m']);
  });
  it('works where it was, unless something else is chosen', () => {
    expect(firstPlace(true, 't')).toBe('outlet:t');
    expect(firstPlace(true, null)).toBeUndefined();
    expect(firstPlace(false, 't')).toBeUndefined();
  });
});
