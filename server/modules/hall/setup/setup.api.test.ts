/** Setting a hall up: who changed what, an errand that is retired while people wait for it, a printer that is tried. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict } from '#server/testing-district';
import { hallContract as ops, usualFairness } from '../contract.ts';
import { anErrand, deskOf, openHall, openWindows, paper, usualPlace } from '../hall-testing.ts';
import { LoopbackPrinter } from '../printing/printer-testing.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const { call, desk } = deskOf(() => app);
const setupOf = (account: string, id: string) => app.call(account, ops.showSetup, { params: { id } });

it('makes a hall of an outlet, and keeps who set it how, and what it was before', async () => {
  const d = await smallDistrict(app);
  expect(await setupOf(d.office, d.hall)).toMatchObject({ place: null, errands: [], changes: [] });
  await app.call(d.office, ops.savePlace, { params: { id: d.hall }, body: usualPlace });
  app.clock.advance(60_000);
  await app.call(d.admin, ops.savePlace, { params: { id: d.hall }, body: { ...usualPlace, priorityMinutes: 30 } });
  // The same once more is no change.
  await app.call(d.admin, ops.savePlace, { params: { id: d.hall }, body: { ...usualPlace, priorityMinutes: 30 } });
  const { place, changes } = await setupOf(d.auditor, d.hall);
  expect(place).toEqual({ ...usualPlace, priorityMinutes: 30 });
  expect(changes).toHaveLength(2);
  expect(changes[0]).toMatchObject({
    kind: 'place',
    before: { priorityMinutes: usualFairness.priorityMinutes },
    after: { priorityMinutes: 30 },
  });
  expect(changes[1]!.before).toBeNull();
  // Piece by piece, and how many there are.
  const older = await app.call(d.auditor, ops.showSetup, { params: { id: d.hall }, query: { limit: 1, offset: 1 } });
  expect(older).toMatchObject({ changes: [changes[1]], changesInAll: 2 });
});

it('retires an errand while people wait for it only when that is meant, and then serves them to the end', async () => {
  const hall = await openHall(app, 1);
  await openWindows(app, hall);
  const ticket = await paper(app, hall);
  const save = (change: object) =>
    app.ask(hall.office, ops.saveErrand, { params: { id: hall.any }, body: anErrand(hall.hall, 'A', change) });
  const refused = await save({ retired: true });
  expect(refused.problem).toMatchObject({ code: 'hall.errandWaitedFor', facts: { waiting: 1 } });
  expect((await save({ retired: true, evenSo: true })).status).toBe(200);
  const more = await app.ask(hall.clerk, ops.issueTicket, {
    params: { id: hall.hall },
    body: { actionId: newId(), errandId: hall.any, evenSo: true },
  });
  expect(more.problem.code).toBe('hall.noErrand');
  const { errands } = await setupOf(hall.office, hall.hall);
  expect(errands.at(-1)).toMatchObject({ id: hall.any, retired: true, waiting: 1, windows: ['A01'] });
  const { errands: shown } = await app.call(hall.office, ops.showHall, { params: { id: hall.hall } });
  expect(shown.find(({ id }) => id === hall.any)).toMatchObject({ waiting: 1, takes: 'closed' });
  expect((await call(hall.clerks[0]!)).current!.id).toBe(ticket.id);
  await desk(hall.clerks[0]!, ops.serveTicket, ticket.id);
  await desk(hall.clerks[0]!, ops.finishTicket, ticket.id);
  const after = await app.call(hall.office, ops.showHall, { params: { id: hall.hall } });
  expect(after.errands.map(({ id }) => id)).toEqual([hall.property]);
  // It can be taken up again.
  expect((await save({ retired: false })).status).toBe(200);
  expect((await setupOf(hall.office, hall.hall)).changes.slice(0, 2)).toMatchObject([
    { kind: 'errand', before: { retired: true }, after: { retired: false } },
    { kind: 'errand', before: { retired: false }, after: { retired: true } },
  ]);
});

it('calls a zone by an English name, and knows no zone in which nothing is', async () => {
  const hall = await openHall(app, 1);
  const params = { id: hall.hall };
  const zones = async () => (await app.call(null, ops.listZones, { params })).filter(({ nameEn }) => nameEn !== '');
  expect(await zones()).toEqual([]);
  const body = { zone: 'A 综合受理', nameEn: 'A Any matter' };
  await app.call(hall.office, ops.nameZone, { params, body });
  expect(await zones()).toEqual([body]);
  const { changes } = await setupOf(hall.office, hall.hall);
  expect(changes[0]).toMatchObject({
    kind: 'zone',
    name: body.zone,
    before: { nameEn: '' },
    after: { nameEn: body.nameEn },
  });
  const { problem } = await app.ask(hall.office, ops.nameZone, { params, body: { ...body, zone: 'X' } });
  expect(problem.code).toBe('hall.noZone');
  expect((await app.ask(null, ops.listZones, { params: { id: newId() } })).problem.code).toBe('hall.noPlace');
});

it('adds a printer, tries it, and says when it has no paper', async () => {
  const hall = await openHall(app, 1);
  const machine = new LoopbackPrinter();
  const port = await machine.start();
  try {
    const params = { id: newId() };
    const printer = {
      outletId: hall.hall,
      name: '咨询台',
      zone: 'A 综合受理',
      host: '127.0.0.1',
      port,
      retired: false,
    };
    await app.call(hall.office, ops.savePrinter, { params, body: printer });
    expect(await app.call(hall.office, ops.testPrinter, { params })).toEqual({ printed: true, state: 'ready' });
    expect(machine.slips[0]!.lines).toContain('打印测试  Test page');
    machine.paperOut = true;
    expect(await app.call(hall.office, ops.testPrinter, { params })).toEqual({ printed: false, state: 'paperOut' });
    expect(await app.call(hall.office, ops.listPrinters, { params: { id: hall.hall } })).toMatchObject([
      { name: '咨询台', state: 'paperOut' },
    ]);
    await app.call(hall.office, ops.savePrinter, { params, body: { ...printer, retired: true } });
    expect(await app.call(hall.office, ops.listPrinters, { params: { id: hall.hall } })).toEqual([]);
    expect((await setupOf(hall.office, hall.hall)).changes[0]).toMatchObject({
      kind: 'printer',
      after: { retired: true },
    });
  } finally {
    await machine.stop();
  }
});
