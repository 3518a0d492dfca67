/** The rules of a kiosk. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kioskState, lostAfter, numbersToChoose, printFault, warningSeconds, type Standing } from './kiosk.ts';

const at = new Date('2026-06-10T10:00:00+08:00');
const before = (seconds: number): Date => new Date(at.getTime() - seconds * 1000);
const well: Standing = { registeredAt: before(9999), lastSeenAt: before(5), inService: true, printer: 'ready', sheetsLeft: 400 }; // prettier-ignore

describe('a kiosk', () => {
  it('is shown by what is most wrong with it', () => {
    const states = [
      { registeredAt: null, inService: false },
      { inService: false, lastSeenAt: before(500) },
      { lastSeenAt: before(121), printer: 'noPaper' as const },
      { printer: 'fault' as const },
      { sheetsLeft: 49 },
      { printer: 'none' as const, sheetsLeft: 0 },
    ].map((change) => kioskState({ ...well, ...change }, at));
    expect(states).toEqual(['unregistered', 'outOfService', 'silent', 'printer', 'lowPaper', 'working']);
  });

  it('prints only what there is paper for', () => {
    expect(printFault(well, 400)).toBeUndefined();
    expect(printFault(well, 401)).toBe('noPaper');
    expect(printFault({ printer: 'none', sheetsLeft: 9 }, 1)).toBe('noPrinter');
    expect(printFault({ printer: 'fault', sheetsLeft: 9 }, 1)).toBe('printerFault');
  });

  it('is given up by the server only after it would have ended the sitting itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 600 }), (idle) => {
        const own = at.getTime() + (idle + warningSeconds) * 1000;
        expect(lostAfter(at, idle).getTime()).toBeGreaterThan(own);
        expect(lostAfter(at, idle).getTime()).toBeLessThanOrEqual(own + 60_000);
      }),
    );
  });

  it('shows one of three different numbers of two digits', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), (draws) => {
        const { number, choices } = numbersToChoose(() => draws.next().value as number);
        expect(new Set(choices).size).toBe(3);
        expect(choices).toContain(number);
        expect(choices.every((one) => one >= 10 && one <= 99)).toBe(true);
      }),
    );
  });
});
