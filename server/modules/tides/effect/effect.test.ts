import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PastSegment, PastSpan } from '#modules/hall';
import type { AdviceRow } from '../advice/advice-store.ts';
import { effectOf, outcomeOf, turnsOf } from './measure.ts';
import { replay } from './replay.ts';

describe('the hour acted out again', () => {
  const does = new Set(['e']);
  const people = [0, 0, 0, 0].map((since) => ({ errandId: 'e', since, minutes: 10 }));

  test('one window: each waits for those before', () => {
    expect(replay(people, [{ from: 0, to: 100, does }], 100)).toBe(0 + 10 + 20 + 30);
    expect(replay(people, [{ from: 0, to: 100, does }, { from: 5, to: 100, does }], 100)).toBe(0 + 5 + 10 + 15); // prettier-ignore
  });

  test('whom nobody takes has waited until the end of what is looked at', () => {
    expect(replay(people, [{ from: 0, to: 5, does }], 60)).toBe(3 * 60);
    expect(replay(people, [], 60)).toBe(4 * 60);
  });

  test('a special window helps those alone whose errand it does', () => {
    const mixed = [...people, ...people.map((one) => ({ ...one, errandId: 'f' }))];
    const windows = [{ from: 0, to: 100, does }, { from: 0, to: 100, does: new Set(['f']) }]; // prettier-ignore
    expect(replay(mixed, windows, 100)).toBe(2 * (0 + 10 + 20 + 30));
    expect(replay(mixed, [...windows, { from: 0, to: 100, does }], 100)).toBe(0 + 0 + 10 + 10 + (0 + 10 + 20 + 30));
    expect(replay(mixed, windows.slice(0, 1), 100)).toBe(0 + 10 + 20 + 30 + 4 * 100);
  });

  test('a window more never makes all wait longer', () => {
    const somebody = fc.record({
      errandId: fc.constant('e'),
      since: fc.integer({ min: -30, max: 60 }),
      minutes: fc.integer({ min: 1, max: 30 }),
    });
    const window = fc.record({ from: fc.integer({ min: 0, max: 60 }), to: fc.constant(500), does: fc.constant(does) });
    fc.assert(
      fc.property(fc.array(somebody), fc.array(window, { maxLength: 5 }), window, (all, windows, more) => {
        expect(replay(all, [...windows, more], 120)).toBeLessThanOrEqual(replay(all, windows, 120));
      }),
    );
  });
});

describe('an effect', () => {
  const began = new Date('2026-06-10T10:00:00+08:00');
  const at = (minute: number): Date => new Date(began.getTime() + minute * 60_000);
  const advice = {
    windowId: 'x',
    zone: 'A',
    beganAt: began,
    endedAt: at(60),
    errandIds: ['e'],
  } as unknown as AdviceRow;
  const zone = { errandIds: ['e'], windows: ['w', 'x'].map((id) => ({ id, duty: ['e'] })) };
  const ticket = (id: string, from: number, call: number, windowId: string): PastSegment[] =>
    (
      [
        ['take', 'waiting', from],
        ['call', 'called', call],
        ['finish', 'finished', call + 10],
      ] as const
    ).map(([act, state, minute]) => ({ ticketId: id, errandId: 'e', act, state, at: at(minute), windowId: act === 'take' ? null : windowId, accountId: null })); // prettier-ignore
  const spans: PastSpan[] = ['w', 'x'].map((windowId) => ({ shiftId: windowId, windowId, accountId: windowId, clerkName: '', state: 'open', at: at(windowId === 'x' ? 0 : -60) })); // prettier-ignore
  const measured = (segments: PastSegment[]) => effectOf(advice, { segments, spans }, zone, 8, at(60));

  test('is the difference to the hour without the window, with the same people', () => {
    const segments = Array.from({ length: 6 }, (_, i) =>
      ticket(String(i), 0, 10 * Math.floor(i / 2), i % 2 ? 'x' : 'w'),
    ).flat();
    const effect = measured(segments);
    expect(effect).toMatchObject({ people: 6, wait: 10, usual: 8, withWindow: 10, withoutWindow: 25, saved: 90, staffed: 60, served: 3, outcome: 'helped' }); // prettier-ignore
  });

  test('is nothing when nobody came, and it says so', () => {
    expect(measured([])).toMatchObject({ people: 0, wait: null, saved: 0, outcome: 'nothing' });
    expect(measured(ticket('1', 5, 5, 'w'))).toMatchObject({ saved: 0, outcome: 'nothing' });
    expect([outcomeOf(60, 60), outcomeOf(15, 60), outcomeOf(14, 60), outcomeOf(-20, 60), outcomeOf(5, 0)]).toEqual(['helped', 'little', 'nothing', 'nothing', 'nothing']); // prettier-ignore
    // A few minutes at a window are reckoned as a quarter of an hour.
    expect([outcomeOf(2, 3), outcomeOf(5, 3), outcomeOf(20, 3)]).toEqual(['nothing', 'little', 'helped']);
  });

  test('each time that somebody waits is a turn; who goes before the call has none', () => {
    const line = (act: PastSegment['act'], state: PastSegment['state'], minute: number): PastSegment => ({ ticketId: 't', errandId: 'e', act, state, at: at(minute), windowId: 'w', accountId: null }); // prettier-ignore
    const turns = turnsOf([
      line('take', 'waiting', 0),
      line('call', 'called', 5),
      line('miss', 'missed', 7),
      line('rejoin', 'waiting', 10),
      line('cancel', 'cancelled', 12),
    ]);
    expect(turns).toHaveLength(1);
    expect(turns[0]).toMatchObject({ since: at(0).getTime(), calledAt: at(5).getTime(), freeAt: at(7).getTime() });
  });
});
