import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random } from '#platform/random';
import { usualFairness } from '../rank.ts';
import type { Person } from '../simulation/hall-day.ts';
import { HallRun } from '../simulation/hall-run.ts';
import { Chance } from './chance.ts';
import { always, draw, drawRest, logNormalTable, meanOf } from './durations.ts';
import { forecast } from './forecast.ts';
import type { Course, HallState } from './hall-state.ts';

const course = (change: Partial<Course> = {}): Course => ({
  work: [always(10), always(4), always(7)],
  coming: always(1),
  between: always(0.5),
  missed: 0,
  missAfter: always(2),
  back: 0,
  backAfter: always(5),
  returnMinutes: 10,
  leaving: 0,
  comers: () => () => ({ at: [], errand: [], rank: [] }),
  turns: [],
  ...change,
});
const window = (errands: number[], change: Partial<HallState['windows'][number]> = {}) => ({
  errands,
  open: true,
  serving: null,
  freeSince: 0,
  pace: 1,
  ...change,
});
const waits = (errand: number, rank: number) => ({ errand, rank, forWindow: -1 });
const hall = (change: Partial<HallState>): HallState => ({
  now: 600,
  closes: 1_020,
  waiting: [],
  windows: [],
  ...change,
});

describe('a forecast', () => {
  test('calls in the order of rank, one after the other', () => {
    const state = hall({ waiting: [waits(0, 599), waits(0, 598)], windows: [window([0])] });
    const { waiting, comers } = forecast(state, course(), { comers: [0, 1] }, 1, 3);
    expect(waiting.map(([first]) => first)).toEqual([11.5, 0]);
    expect([...comers[0]!]).toEqual([23, 23, 23]);
    // Nobody does the other errand.
    expect([...comers[1]!]).toEqual([Infinity, Infinity, Infinity]);
  });

  test('counts what whoever is at the window has been there for', () => {
    const serving = { errand: 0, calledAt: 590, servedAt: 596 };
    const state = hall({ waiting: [waits(0, 600)], windows: [window([0], { serving })] });
    expect(forecast(state, course(), {}, 1, 1).waiting[0]![0]).toBeCloseTo(6.5);
  });

  test('waits for a window to come back from its break, and lets those overtake who count as earlier', () => {
    const comers = () => (from: number) =>
      from === 600 ? { at: [602], errand: [0], rank: [580] } : { at: [], errand: [], rank: [] };
    const state = hall({ waiting: [waits(0, 600)], windows: [window([0], { open: false })] });
    const found = forecast(state, course({ comers, turns: [[[605]]] }), {}, 1, 1);
    expect(found.waiting[0]![0]).toBeCloseTo(5 + 11.5);
  });

  test('says the same for the same seed', () => {
    const state = hall({
      waiting: Array.from({ length: 20 }, (_, i) => waits(i % 3, 580 + i)),
      windows: [window([0, 1]), window([1, 2])],
    });
    const drawn = course({
      work: [logNormalTable(10, 0.7), logNormalTable(5, 0.6), logNormalTable(8, 1)],
      missed: 0.1,
      back: 0.6,
    });
    expect(forecast(state, drawn, {}, 7, 50)).toEqual(forecast(state, drawn, {}, 7, 50));
    expect(forecast(state, drawn, {}, 7, 50)).not.toEqual(forecast(state, drawn, {}, 8, 50));
  });

  test('agrees to the second with a day of the hall that is acted out by the real rule, when nothing is left to chance', () => {
    const minute = fc.integer({ min: 600, max: 900 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: minute, errand: fc.nat(2) }), { minLength: 1, maxLength: 60 }),
        fc.array(fc.subarray([0, 1, 2], { minLength: 1 }), { minLength: 1, maxLength: 6 }),
        fc.integer(),
        (people, windows, seed) => {
          // No two at the same instant: then the order of equals does not matter.
          const random = new Random(seed, 'parts of a minute');
          const minutes = [10, 4, 7];
          const comers = people
            .map(({ at, errand }) => ({ at: at + random.next(), errand }))
            .toSorted((a, b) => a.at - b.at);
          const called = new Map<string, number>();
          const run = new HallRun(
            { fairness: usualFairness, missMinutes: 2, betweenMinutes: 0.5 },
            windows.map((errands, i) => ({ id: `w${i}`, errandIds: errands.map(String), pace: 1 })),
            590,
            { called: ({ id }, _window, at) => called.set(id, called.get(id) ?? at) },
          );
          comers.forEach(({ at, errand }, i) => {
            const whole: Person = { id: String(i).padStart(3, '0'), at, errandId: String(errand), priority: null, slotAt: null, workMinutes: minutes[errand]!, comingMinutes: 1, backAfter: [], givesUp: false, patience: Infinity }; // prettier-ignore
            run.expect(whole);
          });
          windows.forEach((_, i) => run.open(`w${i}`));
          run.end(3_000);
          // Foretold before anybody has come, with everybody who will come known.
          const state = hall({ now: 590, closes: 2_000, waiting: comers.map(({ errand }) => ({ errand, rank: Infinity, forWindow: 0 })).slice(0, 0), windows: windows.map((errands) => window(errands)) }); // prettier-ignore
          const last = comers.at(-1)!;
          const known = {
            at: comers.map(({ at }) => at),
            errand: comers.map(({ errand }) => errand),
            rank: comers.map(({ at }) => at),
          };
          const asked: HallState = { ...state, now: last.at };
          // The same hall at the moment at which the last one comes.
          const half = new HallRun({ fairness: usualFairness, missMinutes: 2, betweenMinutes: 0.5 }, windows.map((errands, i) => ({ id: `w${i}`, errandIds: errands.map(String), pace: 1 })), 590); // prettier-ignore
          known.at.forEach((at, i) => half.expect({ id: String(i).padStart(3, '0'), at, errandId: String(known.errand[i]), priority: null, slotAt: null, workMinutes: minutes[known.errand[i]!]!, comingMinutes: 1, backAfter: [], givesUp: false, patience: Infinity })); // prettier-ignore
          windows.forEach((_, i) => half.open(`w${i}`));
          half.until(last.at - 1e-9);
          const waiting = [...half.queue].map(({ errandId, rank }) => waits(Number(errandId), rank / 60_000));
          const seen = [...half.windows.values()].map(({ serving, calledAt, servedSince, idleSince }, i) => window(windows[i]!, { serving: serving && { errand: Number(serving.errandId), calledAt, servedAt: servedSince }, freeSince: idleSince > last.at ? idleSince - 0.5 : idleSince - 10 })); // prettier-ignore
          const found = forecast({ ...asked, waiting: [...waiting, waits(last.errand, last.at)], windows: seen }, course(), { waiting: [waiting.length] }, 1, 1); // prettier-ignore
          const truth = called.get(String(comers.length - 1).padStart(3, '0')) ?? Infinity;
          if (truth === Infinity) expect(found.waiting[0]![0]).toBe(Infinity);
          else expect(found.waiting[0]![0]).toBeCloseTo(truth - last.at, 4);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('chance', () => {
  test('has the means it is asked for', () => {
    const chance = new Chance(3);
    const of = (drawOne: () => number) =>
      Array.from({ length: 40_000 }, drawOne).reduce((sum, one) => sum + one, 0) / 40_000;
    for (const expected of [0.3, 4, 60]) expect(of(() => chance.count(expected)) / expected).toBeCloseTo(1, 1);
    const table = logNormalTable(8, 0.7);
    expect(meanOf(table)).toBeCloseTo(8, 0);
    expect(of(() => draw(table, chance))).toBeCloseTo(8, 0);
    // What has gone on for 20 minutes lasts longer still than the mean of all that lasts so long, less 20.
    const longer = [...table].filter((value) => value > 20).map((value) => value - 20);
    expect(of(() => drawRest(table, 20, chance))).toBeCloseTo(
      longer.reduce((sum, one) => sum + one, 0) / longer.length,
      0,
    );
  });
});
