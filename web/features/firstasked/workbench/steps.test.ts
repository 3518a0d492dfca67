import { describe, expect, it } from 'vitest';
import { stepsOf } from './steps.ts';

const nobody = { office: false, first: false, leads: false, receives: false };
const returned = { state: 'returned', officeDecides: false, final: false } as const;

describe('what came back', () => {
  it('is handed on by a head of the department of whoever was asked first', () => {
    expect(stepsOf(returned, { ...nobody, leads: true })).toEqual(['handOver']);
    expect(stepsOf({ ...returned, state: 'handedOver' }, { ...nobody, leads: true })).toEqual([]);
    expect(stepsOf(returned, { ...nobody, first: true })).toEqual(['settle', 'handOver']);
    expect(stepsOf(returned, nobody)).toEqual([]);
  });
  it('is the office’s to hand on once it has to decide', () => {
    const decided = { ...returned, officeDecides: true };
    expect(stepsOf(decided, { ...nobody, leads: true })).toEqual([]);
    expect(stepsOf(decided, { ...nobody, first: true })).toEqual(['settle']);
    expect(stepsOf(decided, { ...nobody, office: true })).toEqual(['settle', 'handOver']);
  });
});
