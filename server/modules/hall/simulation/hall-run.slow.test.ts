import { randomExponential } from 'd3-random';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random } from '#platform/random';
import { boundMinutes, usualFairness } from '../rank.ts';
import { drawDay, logNormal, type Person } from './hall-day.ts';
import { allDay, planned, runDay, usualHall } from './hall-model.ts';
import { HallRun } from './hall-run.ts';
import { measuresOf } from './measures.ts';
import type { RunWindow } from './run-shapes.ts';

const setting = { fairness: usualFairness, missMinutes: 2, betweenMinutes: 0 };
const window = (id: string, ...errandIds: string[]): RunWindow => ({ id, errandIds, pace: 1 });
const person = (id: string, at: number, more: Partial<Person> = {}): Person => ({
  id,
  at,
  errandId: 'e',
  priority: null,
  slotAt: null,
  workMinutes: 10,
  comingMinutes: 0,
  backAfter: [],
  givesUp: false,
  patience: Infinity,
  ...more,
});

function run(people: Person[], windows: RunWindow[], steer: (run: HallRun) => void): HallRun {
  const hall = new HallRun(setting, windows, 0);
  for (const one of people) hall.expect(one);
  steer(hall);
  hall.end(10_000);
  return hall;
}
const waits = ({ outcomes }: HallRun): Record<string, number> =>
  Object.fromEntries(outcomes.map(({ id, waited }) => [id, waited]));

describe('a run of a hall', () => {
  test('serves one after the other and counts waits of zero', () => {
    const hall = run([person('1', 5), person('2', 6), person('3', 40)], [window('w', 'e')], (it) => it.open('w'));
    expect(waits(hall)).toEqual({ 1: 0, 2: 9, 3: 0 });
    expect(measuresOf(hall.outcomes, hall.spans).meanWait).toBe(3);
  });

  test('calls a priority group ahead of who came up to twenty minutes before', () => {
    const old = person('3', 8, { priority: 'elderly' });
    const hall = run([person('1', 5), person('2', 6), old], [window('w', 'e')], (it) => it.open('w'));
    expect(waits(hall)).toEqual({ 1: 0, 3: 7, 2: 19 });
  });

  test('a missed call costs the window its minutes, and who comes back is called again', () => {
    const late = person('1', 5, { backAfter: [7] });
    const hall = run([late, person('2', 6)], [window('w', 'e')], (it) => it.open('w'));
    expect(waits(hall)).toEqual({ 1: 12, 2: 1 });
    expect(hall.outcomes.find(({ id }) => id === '1')).toMatchObject({ became: 'served', missedCalls: 1 });
  });

  test('who gives up is not served, who loses patience leaves', () => {
    const people = [person('1', 5, { givesUp: true }), person('2', 6), person('3', 7, { patience: 3 })];
    const hall = run(people, [window('w', 'e')], (it) => it.open('w'));
    expect(hall.outcomes.map(({ id, became }) => [id, became])).toEqual([
      ['1', 'gaveUp'],
      ['3', 'left'],
      ['2', 'served'],
    ]);
  });

  test('a window that closes serves whom it has; staff is counted until then', () => {
    const hall = run([person('1', 5), person('2', 6)], [window('w', 'e'), window('v', 'e')], (it) => {
      it.open('w');
      it.at(7, () => it.close('w'));
      it.at(30, () => it.open('v'));
      it.at(50, () => it.closeUp());
    });
    expect(waits(hall)).toEqual({ 1: 0, 2: 24 });
    expect(hall.spans).toEqual([
      { windowId: 'w', from: 0, to: 15 },
      { windowId: 'v', from: 30, to: 50 },
    ]);
  });

  test('a window that is given another errand calls who waits for it at once', () => {
    const hall = run([person('1', 5, { errandId: 'f' })], [window('w', 'e')], (it) => {
      it.open('w');
      it.at(12, () => it.assign('w', ['f']));
    });
    expect(waits(hall)).toEqual({ 1: 7 });
  });

  test('one window, Poisson arrivals: the mean wait is that of Pollaczek and Khinchine', () => {
    const random = new Random(11, 'pollaczek');
    const gap = randomExponential.source(() => random.next())(1 / 10);
    let at = 0;
    const count = 200_000;
    const people = Array.from({ length: count }, (_, i) =>
      person(String(i).padStart(7, '0'), (at += gap()), { workMinutes: logNormal(random, 7, 0.8) }),
    );
    const hall = new HallRun(setting, [window('w', 'e')], 0);
    hall.open('w');
    for (const one of people) hall.expect(one);
    hall.end(at + 10_000);
    const load = 0.7;
    const expected = (0.1 * 49 * (1 + 0.64)) / (2 * (1 - load));
    const { meanWait } = measuresOf(hall.outcomes, hall.spans);
    expect(Math.abs(meanWait / expected - 1)).toBeLessThan(0.08);
  });
});

describe('a usual day', () => {
  const model = usualHall();

  test('is the same for the same seed and another for another', () => {
    const measured = (seed: number): unknown => {
      const { outcomes, spans } = runDay(model, seed, allDay(model));
      return measuresOf(outcomes, spans);
    };
    expect(measured(3)).toEqual(measured(3));
    expect(measured(3)).not.toEqual(measured(4));
  });

  test('however windows open, close, pause and change: each person has one end, no window two people, nobody waits behind who came an hour later', () => {
    const windows = model.windows.filter(({ id }) => /0[1-4]$/.test(id));
    const small = { ...model, windows, day: { ...model.day, perHour: model.day.perHour.map((rate) => rate / 4) } };
    const act = fc.record({
      at: fc.integer({ min: 510, max: 1_020 }),
      windowId: fc.constantFrom(...windows.map(({ id }) => id)),
      kind: fc.constantFrom('open', 'close', 'pause', 'assign'),
    });
    fc.assert(
      fc.property(fc.integer(), fc.array(act, { maxLength: 60 }), (seed, acts) => {
        const people = drawDay(small.day, seed);
        const hall = planned(small, people, allDay(small).slice(0, 12), {
          called: (ticket, { errandIds }) => {
            // Who waits for the same thing and came an hour before is called first.
            for (const other of hall.queue)
              if (other.errandId === ticket.errandId && other.person.backAfter.length === 0)
                expect(Math.max(other.enteredAt, other.person.slotAt ?? 0) + boundMinutes(usualFairness)).toBeGreaterThanOrEqual(ticket.enteredAt); // prettier-ignore
            expect(errandIds).toContain(ticket.errandId);
          },
        });
        for (const { at, windowId, kind } of acts)
          hall.at(at, () => {
            if (kind === 'assign') hall.assign(windowId, ['A1', 'B1']);
            else hall[kind](windowId);
          });
        hall.end(1_300);
        expect(hall.outcomes.map(({ id }) => id).toSorted()).toEqual(people.map(({ id }) => id));
        const byWindow = Map.groupBy(hall.outcomes, ({ windowId }) => windowId);
        for (const [windowId, served] of byWindow) {
          if (windowId === null) continue;
          let free = 0;
          for (const { calledAt, finishedAt } of served) {
            expect(calledAt!).toBeGreaterThanOrEqual(free);
            free = finishedAt!;
          }
        }
        const work = hall.outcomes.reduce(
          (sum, { calledAt, finishedAt }) => sum + (finishedAt ?? 0) - (calledAt ?? 0),
          0,
        );
        expect(measuresOf(hall.outcomes, hall.spans).staffHours).toBeGreaterThanOrEqual(work / 60 - 1e-6);
      }),
      { numRuns: 25 },
    );
  });
});
