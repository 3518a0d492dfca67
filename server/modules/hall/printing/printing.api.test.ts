/** Tickets on paper, over a real line to a printer that can fail. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { hallContract as ops } from '../contract.ts';
import { deskOf, openHall, openWindows, paper, type TestHall } from '../hall-testing.ts';
import { LoopbackPrinter } from './printer-testing.ts';
import { printDue } from './print-tickets.ts';

let app: TestApp;
let hall: TestHall;
let printer: LoopbackPrinter;
let printerId: string;
/** Long enough for a busy machine; only what cannot come is waited for in vain, and that is short. */
const patience = { answer: 5_000, paper: 5_000 };
const impatient = { answer: 5_000, paper: 200 };
beforeEach(async () => {
  app = await openTestApp();
  hall = await openHall(app, 1);
  await openWindows(app, hall);
  printer = new LoopbackPrinter();
  const port = await printer.start();
  printerId = newId();
  const body = { outletId: hall.hall, name: '一号机', zone: 'A', host: '127.0.0.1', port, retired: false };
  await app.call(hall.office, ops.savePrinter, { params: { id: printerId }, body });
});
afterEach(async () => {
  await app.close();
  await printer.stop();
});

const { minutes } = deskOf(() => app);
const take = async () => {
  const actionId = newId();
  return { actionId, ...(await paper(app, hall, hall.any, { actionId, printerId })) };
};
const how = (id: string) => app.call(null, ops.showPrint, { params: { id } });
const copies = () => printer.slips.map(({ lines }) => lines.some((line) => line.includes('副本')));

it('prints a ticket with its number, its errand in Chinese and the address to follow it', async () => {
  const ticket = await take();
  expect(await how(ticket.actionId)).toMatchObject({ state: 'waiting', copy: false });
  expect(await printDue(app.ground, patience)).toBe(1);
  expect(await printDue(app.ground, patience)).toBe(0);
  const [slip] = printer.slips;
  expect(slip!.lines).toEqual(expect.arrayContaining(['云溪区政务服务中心', 'A001', '业务A']));
  expect(slip!.qr).toEqual([`http://127.0.0.1:8080/tickets/${ticket.code}`]);
  expect(await how(ticket.actionId)).toMatchObject({ state: 'printed', printer: 'ready' });
});

it('prints the zone in both languages, once it is said what it is called in English', async () => {
  await take();
  const name = { zone: 'A 综合受理', nameEn: 'A Any matter' };
  await app.call(hall.office, ops.nameZone, { params: { id: hall.hall }, body: name });
  await take();
  await printDue(app.ground, patience);
  const zoneLines = printer.slips.map(({ lines }) => lines.filter((line) => line.startsWith('A ')));
  expect(zoneLines).toEqual([
    ['A 综合受理', 'A Any matter'],
    ['A 综合受理', 'A Any matter'],
  ]);
});

it('says that a slip is a copy when one may be on paper already', async () => {
  const ticket = await take();
  // The line drops when all but the cut has gone out.
  printer.dropAfter = 120;
  await printDue(app.ground, patience);
  expect(await how(ticket.actionId)).toMatchObject({ state: 'unsure', printer: 'offline' });
  minutes(1);
  await printDue(app.ground, patience);
  expect(copies()).toEqual([true]);
  const again = { params: { id: printerId }, body: { actionId: newId(), ticketId: ticket.id } };
  await app.call(hall.clerk, ops.printTicket, again);
  await app.call(hall.clerk, ops.printTicket, again);
  await printDue(app.ground, patience);
  expect(copies()).toEqual([true, true]);
});

it('waits for paper, says so, and prints the original when nothing had gone out', async () => {
  printer.paperOut = true;
  const ticket = await take();
  await printDue(app.ground, impatient);
  expect(await how(ticket.actionId)).toMatchObject({ state: 'waiting', printer: 'paperOut' });
  const [seen] = await app.call(hall.clerk, ops.listPrinters, { params: { id: hall.hall } });
  expect(seen).toMatchObject({ state: 'paperOut', waiting: 1 });
  printer.paperOut = false;
  printer.nearEnd = true;
  minutes(1);
  await printDue(app.ground, patience);
  expect(copies()).toEqual([false]);
  expect(await how(ticket.actionId)).toMatchObject({ state: 'printed', printer: 'nearEnd' });
});

it('lets a printer rest that does not answer, however many tickets it has, and prints at the others', async () => {
  const away = newId();
  // Nothing listens there.
  const body = { outletId: hall.hall, name: '二号机', zone: 'B', host: '127.0.0.1', port: 1, retired: false };
  await app.call(hall.office, ops.savePrinter, { params: { id: away }, body });
  for (let i = 0; i < 3; i++) await paper(app, hall, hall.any, { actionId: newId(), printerId: away });
  const good = await take();
  expect(await printDue(app.ground, patience)).toBe(1);
  await paper(app, hall, hall.any, { actionId: newId(), printerId: away });
  expect(await printDue(app.ground, patience)).toBe(0);
  const tries = () =>
    app.ground.db.many<{ tries: number }>(
      sql`select tries from hall.print_job where printer_id = ${away} order by asked_at, id`,
    );
  expect((await tries()).map((one) => one.tries).toSorted()).toEqual([0, 0, 0, 1]);
  minutes(1);
  await printDue(app.ground, patience);
  expect((await tries()).map((one) => one.tries).toSorted()).toEqual([0, 0, 0, 2]);
  expect((await how(good.actionId)).state).toBe('printed');
});

it('is asked how it is: the cover, and whether it answers', async () => {
  const check = () => app.call(hall.clerk, ops.checkPrinter, { params: { id: printerId } });
  printer.coverOpen = true;
  expect((await check()).state).toBe('coverOpen');
  printer.coverOpen = false;
  expect((await check()).state).toBe('ready');
  await printer.stop();
  expect((await check()).state).toBe('offline');
  await printer.start();
});

it('goes on after the process that was sending has died, and gives up what nobody needs', async () => {
  const [one, two] = [await take(), await take()];
  await app.ground.db.transaction(async (tx) =>
    tx.write(
      sql`update hall.print_job set state = 'sending', begun_at = now(), next_at = ${app.clock.now()} where id = ${one.actionId}`,
    ),
  );
  await printDue(app.ground, patience);
  expect(copies().toSorted()).toEqual([false, true]);
  const late = await take();
  minutes(11);
  await printDue(app.ground, patience);
  expect((await how(late.actionId)).state).toBe('failed');
  expect((await how(two.actionId)).state).toBe('printed');
});

it.each([5, 61, 24 * 60])('prints at once after a clock that was %i minutes ahead was set right', async (ahead) => {
  minutes(ahead);
  // One slip failed while the clock was wrong, one was asked for and not tried, one was being sent by a process that has died.
  const [failed, rests, lost] = [await take(), await take(), await take()];
  printer.paperOut = true;
  await printDue(app.ground, impatient);
  await app.ground.db.transaction(async (tx) =>
    tx.write(
      sql`update hall.print_job set state = 'sending', begun_at = ${app.clock.now()}, next_at = ${new Date(app.clock.now().getTime() + 60_000)}
           where id = ${lost.actionId}`,
    ),
  );
  minutes(-ahead);
  printer.paperOut = false;
  const now = await take();
  expect(await printDue(app.ground, patience)).toBe(4);
  for (const { actionId } of [failed, rests, lost, now]) expect((await how(actionId)).state).toBe('printed');
});

it('gives a slip up ten minutes after the clock was set right, not an hour later', async () => {
  minutes(60);
  const late = await take();
  printer.paperOut = true;
  minutes(-60);
  await printDue(app.ground, impatient);
  minutes(11);
  await printDue(app.ground, impatient);
  expect((await how(late.actionId)).state).toBe('failed');
});
