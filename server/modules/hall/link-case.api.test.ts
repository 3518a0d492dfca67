/** What a service segment leads to: cases handed in at the window, and cases that people come about. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { foodApplication, runCase } from '#server/testing-cases';
import { hallContract as ops } from './contract.ts';
import { deskOf, openHall, openWindows, paper, type TestHall } from './hall-testing.ts';

let app: TestApp;
let hall: TestHall;
beforeEach(async () => {
  app = await openTestApp();
  hall = await openHall(app, 2);
  await openWindows(app, hall);
});
afterEach(() => app.close());

const { minutes, call, desk } = deskOf(() => app);

/** Somebody is served at the first window. */
async function serve() {
  const ticket = await paper(app, hall);
  await call(hall.clerks[0]!);
  await desk(hall.clerks[0]!, ops.serveTicket, ticket.id);
  return ticket;
}
const handIn = (clerk: string) =>
  app.call(clerk, casesContract.submitCase, {
    body: foodApplication(hall, { applicant: { personId: hall.person } }),
  });
const visits = (account: string, id: string) => app.call(account, ops.visitsOfCase, { params: { id } });

describe('a case that is handed in at a window', () => {
  it('belongs to the visit of whoever is served there, and a visit may lead to several', async () => {
    const ticket = await serve();
    const [one, two] = [await handIn(hall.clerks[0]!), await handIn(hall.clerks[0]!)];
    // What another window takes in meanwhile is not of this visit.
    const other = await handIn(hall.clerks[1]!);
    // The news may come after the ticket was finished: what counts is who was served then.
    minutes(1);
    await desk(hall.clerks[0]!, ops.finishTicket, ticket.id);
    await app.relay.drain();
    await app.relay.drain();
    expect(await visits(hall.examiner, one.id)).toMatchObject([
      { number: ticket.number, windowNumber: 'A01', handedIn: true },
    ]);
    expect(await visits(hall.resident, two.id)).toHaveLength(1);
    expect(await visits(hall.examiner, other.id)).toEqual([]);
  });

  it('is shown at the desk while the person is there', async () => {
    await serve();
    const { id, number } = await handIn(hall.clerks[0]!);
    await app.relay.drain();
    const { cases } = await app.call(hall.clerks[0]!, ops.showDesk, {});
    expect(cases).toMatchObject([{ id, number, handedIn: true }]);
  });
});

describe('a case that is there already', () => {
  it('is linked by the clerk who may see it, once, and by nobody else', async () => {
    const known = await handIn(hall.clerks[1]!);
    await app.relay.drain();
    const ticket = await serve();
    const link = (caseId: string, clerk = hall.clerks[0]!) =>
      app.ask(clerk, ops.linkCase, { params: { id: ticket.id }, body: { caseId } });
    expect((await link(known.id)).status).toBe(200);
    expect((await link(known.id)).status).toBe(200);
    expect(await visits(hall.examiner, known.id)).toMatchObject([{ number: ticket.number, handedIn: false }]);
    expect((await link(known.id, hall.clerks[1]!)).problem.code).toBe('hall.wrongAct');
    expect((await link(newId())).status).toBe(404);
    // Handed in from home: no affair of this hall.
    const elsewhere = await runCase(app, hall, []);
    expect((await link(elsewhere.id)).status).toBe(403);
    expect((await app.ask(hall.other, ops.visitsOfCase, { params: { id: known.id } })).status).toBe(403);
  });

  it('is not linked to somebody who was never served', async () => {
    const known = await handIn(hall.clerks[0]!);
    const ticket = await paper(app, hall);
    await call(hall.clerks[0]!);
    const link = await app.ask(hall.clerks[0]!, ops.linkCase, {
      params: { id: ticket.id },
      body: { caseId: known.id },
    });
    expect(link.problem.code).toBe('hall.wrongAct');
  });
});
