/** Ratings of visits, by the code of a ticket. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { deskOf, openHall, openWindows, paper, type TestHall } from '../hall/hall-testing.ts';
import { ratingsContract as ops } from './contract.ts';

let app: TestApp;
let hall: TestHall;
beforeEach(async () => {
  app = await openTestApp();
  hall = await openHall(app, 1);
  await openWindows(app, hall);
});
afterEach(() => app.close());

const { minutes, call, desk } = deskOf(() => app);
const rate = (code: string, level: 'satisfied' | 'dissatisfied', more: object = {}) =>
  app.ask(null, ops.rateVisit, { body: { code, actionId: newId(), level, ...more } });
const look = (code: string) => app.call(null, ops.lookVisit, { body: { code } });

async function served() {
  const ticket = await paper(app, hall);
  await call(hall.clerks[0]!);
  await desk(hall.clerks[0]!, hallContract.serveTicket, ticket.id);
  expect((await look(ticket.code)).why).toBe('notServed');
  expect((await rate(ticket.code, 'satisfied')).problem.code).toBe('ratings.notServed');
  await desk(hall.clerks[0]!, hallContract.finishTicket, ticket.id);
  return ticket;
}

it('is rated once by whoever holds the ticket, without a case and without an account', async () => {
  const { code } = await served();
  expect((await look(code)).possible).toBe(true);
  expect((await rate(code, 'dissatisfied')).problem.code).toBe('ratings.reasonsMissing');
  const actionId = newId();
  const first = await rate(code.toUpperCase(), 'dissatisfied', { actionId, reasons: ['slow'] });
  expect(first.body).toMatchObject({ level: 'dissatisfied', reasons: ['slow'] });
  expect((await rate(code, 'dissatisfied', { actionId, reasons: ['slow'] })).body).toEqual(first.body);
  expect((await rate(code, 'satisfied')).problem.code).toBe('ratings.visitRated');
  expect((await look(code)).given).toMatchObject({ level: 'dissatisfied' });
  const days = { from: '2026-06-01', to: '2026-06-30' };
  const { rows, counts } = await app.call(hall.office, ops.listVisitRatings, { query: days });
  expect(rows).toMatchObject([{ ticketNumber: 'A001', level: 'dissatisfied' }]);
  expect(counts).toMatchObject({ dissatisfied: 1, satisfied: 0, total: 1 });
  expect(await app.call(hall.office, ops.countRatings, { query: {} })).toMatchObject({ all: { total: 0 } });
});

it('can be rated for seven days', async () => {
  const { code } = await served();
  minutes(7 * 24 * 60);
  expect((await look(code)).possible).toBe(true);
  minutes(24 * 60);
  expect((await rate(code, 'satisfied')).problem.code).toBe('ratings.tooLate');
  expect((await app.ask(null, ops.lookVisit, { body: { code: 'nothing' } })).problem.code).toBe('ratings.noSuchTicket');
});
