import { describe, expect, it } from 'vitest';
import type { Kind, State } from '#modules/cases/contract';
import { nextStep, stepKeys, waitsFor, whyNot } from './next-step.ts';
import { addressOf, queryOf } from './filter.ts';
import { fenOf, monthsLater } from './step-draft.ts';

const told = (
  state: State,
  possible: Kind[],
  feeState: 'none' | 'asked' | 'paid' = 'none',
  impossible: Kind[] = [],
) => ({
  case: { state, feeState },
  steps: [
    ...possible.map((kind) => ({ kind, possible: true, why: null })),
    ...impossible.map((kind) => ({ kind, possible: false, why: 'wrongState' })),
  ],
});

describe('the next right step', () => {
  it('leads from the receipt to the result', () => {
    expect(nextStep(told('submitted', ['accept', 'askSupplement', 'take']))).toBe('accept');
    expect(nextStep(told('accepted', ['examine']))).toBe('examine');
    expect(nextStep(told('accepted', ['grant', 'refuse']))).toBe('grant');
    expect(nextStep(told('examined', ['grant', 'refuse']))).toBe('grant');
    expect(nextStep(told('examined', ['grant', 'refuse']), 'refuse')).toBe('refuse');
    expect(nextStep(told('granted', ['issue']))).toBe('issue');
    expect(nextStep(told('issued', ['deliver']))).toBe('deliver');
  });

  it('is none where somebody else has to act', () => {
    expect(nextStep(told('examined', ['correct']))).toBeUndefined();
    expect(waitsFor(told('examined', []))).toBe('examined');
    expect(waitsFor(told('closed', []))).toBe('done');
    expect(waitsFor(told('issued', [], 'asked'))).toBe('fee');
  });

  it('says why not', () => {
    expect(whyNot(told('submitted', ['accept']), 'accept')).toBeUndefined();
    expect(whyNot(told('accepted', [], 'none', ['accept']), 'accept')).toBe('accept');
    expect(whyNot(told('accepted', ['waiveFee']), 'waiveFee')).toBe('feeNone');
    expect(whyNot(told('accepted', ['askFee'], 'asked'), 'askFee')).toBe('feeAsked');
  });

  it('has a key of its own for all that is possible at once', () => {
    // A case is to be supplemented or was, and whoever approves more time does not ask for it: these never stand together.
    const { supplement: _, askExtension: __, ...others } = stepKeys;
    expect(new Set(Object.values(others)).size).toBe(Object.keys(others).length);
  });
});

describe('the conditions in the address', () => {
  it('show what is open unless somebody asks for more', () => {
    expect(queryOf({})).toEqual({ open: true });
    expect(queryOf({ open: 'all' })).toEqual({});
    expect(queryOf({ state: 'closed' })).toEqual({ state: 'closed' });
    expect(queryOf({ open: 'false', light: 'purple', from: '10.6.2026', itemId: 'x' })).toEqual({ open: false });
  });

  it('are written without empty ones', () => {
    expect(addressOf({ state: 'submitted', find: '' })).toBe('?state=submitted');
    expect(addressOf({})).toBe('');
  });
});

describe('amounts and days of the dialogs', () => {
  it('reads yuan as fen', () => {
    expect(fenOf('12.5')).toBe(1250);
    expect(fenOf('1,200')).toBe(120000);
    expect(fenOf('zwölf')).toBeUndefined();
  });

  it('counts months to the end of short ones', () => {
    expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthsLater('2026-06-10', 60)).toBe('2031-06-10');
  });
});
