/** Who came is forgotten after half a year; that somebody came, and how long it took, is not. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sql } from '#platform/db';
import { openTestApp, type TestApp } from '#server/testing';
import { hallContract as ops } from './contract.ts';
import { forgetVisitors, keptDays } from './forget-visitors.ts';
import { deskOf, openHall, openWindows, paper } from './hall-testing.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());
const { act } = deskOf(() => app);

it('keeps the visit and not the visitor', async () => {
  const hall = await openHall(app, 1);
  await openWindows(app, hall);
  const mine = await app.call(hall.resident, ops.takeTicket, {
    body: { ...act(), errandId: hall.any, priority: 'pregnant' },
  });
  await paper(app, hall);
  const tickets = () =>
    app.ground.db.many<{ number: string; personId: string | null; priority: string | null; segments: number }>(
      sql`select number, person_id, priority, (select count(*) from hall.segment s where s.ticket_id = t.id) as segments
            from hall.ticket t order by number`,
    );
  const [before] = await tickets();
  expect(before).toMatchObject({ number: mine.number, priority: 'pregnant' });
  expect(before!.personId).not.toBeNull();
  app.clock.advance(keptDays * 86_400_000);
  expect(await forgetVisitors(app.ground)).toBe(0);
  app.clock.advance(86_400_000);
  expect(await forgetVisitors(app.ground)).toBe(1);
  expect(await forgetVisitors(app.ground)).toBe(0);
  expect((await tickets())[0]).toEqual({ ...before, personId: null, priority: null });
  // What was done with it names no account of hers either.
  const { n } = await app.ground.db.one<{ n: number }>(sql`
    select count(*) as n from hall.segment s join hall.ticket t on t.id = s.ticket_id
      where t.number = ${mine.number} and s.account_id is not null`);
  expect(n).toBe(0);
});
