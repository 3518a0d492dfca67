import { expect, it } from 'vitest';
import type { Announcement, TicketSeen } from '#modules/hall/contract';
import { isDue, ringsOf } from './rings.ts';

type Ticket = Parameters<typeof ringsOf>[0];
const wait = (likely: number): TicketSeen['wait'] => ({ low: likely, likely, high: likely, rough: false });
const far: Ticket = { state: 'waiting', number: 'A1001', windowNumber: null, ahead: 9, wait: wait(40) };
const near: Ticket = { ...far, ahead: 1, wait: wait(4) };
const called: Ticket = { ...far, state: 'called', windowNumber: 'A01', ahead: null, wait: null };
const said = (id: string, again = true, number = 'A1001'): Announcement => ({
  id,
  number,
  windowNumber: 'A01',
  zone: '',
  at: '2026-06-10T09:30:00.000Z',
  again,
});

/** How often it has rung after each step. */
function rung(steps: readonly (readonly [ticket: Ticket, said?: readonly Announcement[]])[]): number[] {
  let [count, before]: [number, string[]] = [0, []];
  return steps.map(([ticket, heard = []]) => {
    const rings = ringsOf(ticket, heard);
    if (isDue(rings, before)) count += 1;
    before = rings;
    return count;
  });
}

it('rings when it is near, and once more when it is called', () => {
  expect(rung([[far], [near], [near], [called], [called, [said('1', false)]], [called]])).toEqual([0, 1, 1, 2, 2, 2]);
});

it('rings for each time that the window calls once more, also for who is on the way', () => {
  const coming: Ticket = { ...called, state: 'coming' };
  expect(
    rung([
      [called, [said('1', false)]],
      [called, [said('1', false), said('2')]],
      [called, [said('2')]],
      [called, [said('2'), said('3')]],
      [coming, [said('3')]],
      [coming, []],
      [coming, [said('4')]],
    ]),
  ).toEqual([1, 2, 2, 3, 3, 3, 4]);
});

it('rings anew after a missed call, and when another window calls', () => {
  const missed: Ticket = { ...far, state: 'missed', ahead: null, wait: null };
  expect(rung([[called], [missed], [called]])).toEqual([1, 1, 2]);
  expect(rung([[called], [{ ...called, windowNumber: 'A02' }]])).toEqual([1, 2]);
});

it('rings for no other number, and for nothing once somebody is served', () => {
  expect(
    rung([[called], [called, [said('2', true, 'A1002')]], [{ ...called, state: 'serving' }, [said('3')]]]),
  ).toEqual([1, 1, 1]);
});
