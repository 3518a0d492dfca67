import { stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allowReading, documentsOf } from '#modules/documents';
import { createAccount, createPerson, givePost } from '#modules/people';
import { sql } from '#platform/db';
import { Relay } from '#platform/events';
import { newId } from '#platform/ids';
import { roles, type Role } from '#platform/permissions';
import { openTestApp, type TestApp } from '#server/testing';
import { noticesContract } from '#modules/notices/contract';
import { paymentsContract as api } from './contract.ts';
import { sumsOf } from './fee-order.ts';
import { askFee, cancelFee, feesOf, refundFee, waiveFee } from './index.ts';
import { askProvider, providerOf, reactions, refundAtProvider } from './jobs.ts';
import { may } from './may.ts';
import { paymentSecret, signReport, type PaymentReport } from './provider.ts';
import { listMovements } from './store.ts';

let app: TestApp;
/** The reactions of this module alone: those of cases would miss the cases. */
let relay: Relay;
const who: Record<string, string> = {};
const departmentId = newId();
let payerId: string;

beforeAll(async () => {
  app = await openTestApp();
  // The fees here belong to cases that are not there: only the fee's own ties count.
  allowReading('case', async () => undefined);
  const { ground } = app;
  relay = new Relay(ground.db, reactions(ground));
  await relay.register();
  const at = ground.clock.now();
  await ground.db.transaction(async (tx) => {
    payerId = createPerson(tx, at, {
      idKind: 'passport',
      idNumber: 'E12345678',
      name: '李梅',
      phone: '13800000001',
    }).id;
    who.resident = createAccount(tx, at, { loginName: 'fee-mei', name: '李梅', personId: payerId });
    for (const name of ['stranger', 'farclerk', 'clerk', 'examiner', 'head', 'office', 'admin', 'auditor'])
      who[name] = createAccount(tx, at, { loginName: `fee-${name}`, name });
    for (const role of ['clerk', 'examiner', 'head'] as const) givePost(tx, at, who[role]!, { role, departmentId });
    for (const role of ['office', 'admin', 'auditor'] as const) givePost(tx, at, who[role]!, { role });
    givePost(tx, at, who.farclerk!, { role: 'clerk', departmentId: newId() });
  });
});
afterAll(() => app.close());

const asked = async (amounts = [1000, 234]): Promise<{ id: string; subjectId: string; totalFen: number }> => {
  const subjectId = newId();
  const fee = await app.ground.db.transaction(async (tx) =>
    askFee(tx, {
      subjectId,
      departmentId,
      payerId,
      items: amounts.map((amountFen, at) => ({ name: `费${at}`, amountFen, basis: '浙价费〔2018〕12号' })),
      facts: {
        departmentName: '云溪区公安局',
        departmentShortName: '云溪公',
        caseNumber: 'X-1',
        itemName: '护照',
        payerName: '李梅',
      },
      accountId: who.clerk!,
      at: app.clock.now(),
    }),
  );
  return { ...fee, subjectId };
};
const read = async (id: string) => app.call(who.office!, api.getFee, { params: { id } });
const begin = async (id: string) => (await app.call(who.resident!, api.startPayment, { params: { id } })).ref;
const simulate = (ref: string, outcome: 'paid' | 'failed' | 'paidTwice' | 'unheard') =>
  app.call(null, api.simulatePayment, { body: { ref, outcome } });
const settling = (orderId: string) => ({ orderId, accountId: who.head!, reason: '符合减免条件', at: app.clock.now() });
const signed = async (report: PaymentReport) => ({
  ...report,
  signature: signReport(await paymentSecret(app.ground.dataFolder), report),
});
const report = (fee: { id: string; totalFen: number }, ref: string): PaymentReport => ({
  orderId: fee.id,
  ref,
  amountFen: fee.totalFen,
  outcome: 'paid',
  at: app.clock.now().toISOString(),
});

describe('paying', () => {
  test('by the payment page: receipt, event, message', async () => {
    const fee = await asked();
    const ref = await begin(fee.id);
    await simulate(ref, 'paid');
    const paid = await read(fee.id);
    expect(paid).toMatchObject({ state: 'paid', totalFen: 1234, paidFen: 1234, refundedFen: 0 });
    expect(paid.movements.map(({ kind }) => kind)).toEqual(['asked', 'paid']);
    const documents = await documentsOf(app.ground.db, fee.subjectId);
    expect(documents).toMatchObject([{ id: paid.receiptId, kind: 'feeReceipt' }]);
    expect(documents[0]!.number).toMatch(/^云溪公据〔2026〕第\d{6}号$/);
    await relay.drain();
    const { rows } = await app.call(who.resident!, noticesContract.myNotices, { query: { subjectId: fee.subjectId } });
    expect(rows.map(({ template }) => template)).toEqual(['feePaid', 'feeAsked']);
    expect(rows[0]!.text).toContain('12.34元');
  });

  test('reported twice, or by two messengers at once, is paid once with one receipt', async () => {
    const fee = await asked();
    await simulate(await begin(fee.id), 'paidTwice');
    expect((await read(fee.id)).movements.length).toBe(2);

    const other = await asked();
    const body = await signed(report(other, await begin(other.id)));
    const answers = await Promise.all(Array.from({ length: 5 }, () => app.ask(null, api.reportPayment, { body })));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
    expect((await read(other.id)).movements.length).toBe(2);
    expect((await documentsOf(app.ground.db, other.subjectId)).length).toBe(1);
  });

  test('that failed can be tried again; a report that got lost is asked for', async () => {
    const fee = await asked();
    await simulate(await begin(fee.id), 'failed');
    expect((await read(fee.id)).state).toBe('asked');
    const lost = await begin(fee.id);
    await begin(fee.id); // a second tab
    await simulate(lost, 'unheard');
    expect((await read(fee.id)).state).toBe('asked');
    app.clock.advance(180_000);
    await askProvider(app.ground, providerOf(app.ground));
    await askProvider(app.ground, providerOf(app.ground));
    expect((await read(fee.id)).movements.map(({ kind }) => kind)).toEqual(['asked', 'paid']);
  });

  test('at a window, once', async () => {
    const fee = await asked();
    const paid = await app.call(who.clerk!, api.recordPayment, { params: { id: fee.id }, body: { method: 'cash' } });
    expect(paid).toMatchObject({ state: 'paid', movements: [{ kind: 'asked' }, { kind: 'paid', method: '现金' }] });
    const again = await app.ask(who.clerk!, api.recordPayment, { params: { id: fee.id }, body: { method: 'card' } });
    expect(again).toMatchObject({ status: 409, problem: { code: 'payments.alreadySettled' } });
    expect((await app.ask(who.resident!, api.startPayment, { params: { id: fee.id } })).status).toBe(409);
  });

  test('twice, at the window and online, or after it was waived: what was not due goes back', async () => {
    for (const settle of ['window', 'waive', 'cancel']) {
      const fee = await asked();
      const ref = await begin(fee.id);
      if (settle === 'window')
        await app.call(who.clerk!, api.recordPayment, { params: { id: fee.id }, body: { method: 'cash' } });
      else
        await app.ground.db.transaction((tx) =>
          settle === 'waive' ? waiveFee(tx, settling(fee.id)) : cancelFee(tx, settling(fee.id)),
        );
      await simulate(ref, 'paidTwice');
      const after = await read(fee.id);
      expect(after.state).toBe({ window: 'paid', waive: 'waived', cancel: 'cancelled' }[settle]);
      expect(after.movements.slice(-2).map(({ kind }) => kind)).toEqual(['surplus', 'returned']);
      expect(await refundAtProvider(app.ground, providerOf(app.ground))).toBe(1);
      expect(await refundAtProvider(app.ground, providerOf(app.ground))).toBe(0);
      const bank = await app.ground.db.one(
        sql<{ refundedFen: number }>`select refunded_fen from payments.simulated_payment where ref = ${ref}`,
      );
      expect(bank.refundedFen).toBe(fee.totalFen);
    }
  });

  test('is believed only with the right signature and amount', async () => {
    const fee = await asked();
    const ref = await begin(fee.id);
    const body = await signed(report(fee, ref));
    expect(await app.ask(null, api.reportPayment, { body: { ...body, amountFen: 1 } })).toMatchObject({
      status: 403,
      problem: { code: 'payments.badSignature' },
    });
    const less = await signed({ ...report(fee, ref), amountFen: 1 });
    expect(await app.ask(null, api.reportPayment, { body: less })).toMatchObject({
      status: 422,
      problem: { code: 'payments.wrongAmount' },
    });
    expect((await read(fee.id)).state).toBe('asked');
    const key = await stat(path.join(app.ground.dataFolder, 'secrets/payments.key'));
    expect(key.mode & 0o777).toBe(0o600);
  });
});

describe('giving back', () => {
  test('in parts, and never more than was paid', async () => {
    const fee = await asked();
    const ref = await begin(fee.id);
    const refund = (amountFen?: number) =>
      app.ground.db.transaction((tx) => refundFee(tx, { ...settling(fee.id), ...(amountFen ? { amountFen } : {}) }));
    await expect(refund(1)).rejects.toMatchObject({ code: 'payments.notPaid' });
    await simulate(ref, 'paid');
    await expect(refund(1235)).rejects.toMatchObject({ code: 'payments.moreThanPaid' });
    await refund(234);
    expect(await read(fee.id)).toMatchObject({ state: 'partlyRefunded', refundedFen: 234 });
    await refund();
    expect(await read(fee.id)).toMatchObject({ state: 'refunded', refundedFen: 1234 });
    await expect(refund()).rejects.toMatchObject({ code: 'payments.moreThanPaid' });
    expect(await refundAtProvider(app.ground, providerOf(app.ground))).toBe(2);
    await relay.drain();
    const { rows } = await app.call(who.resident!, noticesContract.myNotices, { query: { subjectId: fee.subjectId } });
    expect(
      rows.filter(({ template }) => template === 'feeRefunded').map(({ text }) => text.match(/[\d.]+元/)![0]),
    ).toEqual(['10.00元', '2.34元']);
  });

  test('two at once take turns', async () => {
    const fee = await asked([1000]);
    await simulate(await begin(fee.id), 'paid');
    const results = await Promise.allSettled(
      Array.from({ length: 4 }, () =>
        app.ground.db.transaction((tx) => refundFee(tx, { ...settling(fee.id), amountFen: 400 })),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(2);
    expect(await read(fee.id)).toMatchObject({ state: 'partlyRefunded', refundedFen: 800 });
  });

  test('a provider that refuses one refund does not hold up the others', async () => {
    await refundAtProvider(app.ground, providerOf(app.ground));
    for (let at = 0; at < 2; at++) {
      const fee = await asked([1000]);
      await simulate(await begin(fee.id), 'paid');
      await app.ground.db.transaction((tx) => refundFee(tx, settling(fee.id)));
    }
    const provider = providerOf(app.ground)!;
    let calls = 0;
    const moody = {
      ...provider,
      refund: (refund: Parameters<typeof provider.refund>[0]) =>
        (calls += 1) === 1 ? Promise.reject(new Error('away')) : provider.refund(refund),
    };
    await expect(refundAtProvider(app.ground, moody)).rejects.toThrow('away');
    expect(await refundAtProvider(app.ground, provider)).toBe(1);
  });
});

test('every fee in the database is what its movements come to, and neither can be bent', async () => {
  const { db } = app.ground;
  const orders = await db.many(sql<{ id: string; subjectId: string }>`select id, subject_id from payments.fee_order`);
  for (const { id, subjectId } of orders) {
    const fee = (await feesOf(db, subjectId)).find((one) => one.id === id)!;
    const { state, totalFen, paidFen, refundedFen } = fee;
    expect(sumsOf(await listMovements(db, [id]))).toEqual({ state, totalFen, paidFen, refundedFen });
  }
  const { id } = orders[0]!;
  await expect(db.many(sql`update payments.fee_order set refunded_fen = 1 where id = ${id}`)).rejects.toMatchObject({
    code: 'payments.wrongAmount',
  });
  await expect(db.many(sql`delete from payments.movement`)).rejects.toThrow(/denied/);
});

describe('who may', () => {
  const readers: Role[] = ['resident', 'clerk', 'examiner', 'head', 'office', 'auditor'];
  const allowed: Record<keyof typeof api, Role[]> = {
    listFees: ['office', 'auditor'], // nobody's case: the others come through their case
    getFee: readers,
    startPayment: ['resident'],
    recordPayment: ['clerk', 'head', 'office'],
    reportPayment: [...roles],
    simulatePayment: [...roles],
  };

  test('every operation has a row in the reviewed table', () => {
    expect(Object.keys(may).sort()).toEqual(Object.keys(api).sort());
    expect(Object.keys(allowed).sort()).toEqual(Object.keys(api).sort());
  });

  test.each([...roles, 'stranger', 'farclerk'] as const)('%s', async (role) => {
    const account = role === 'anyone' ? null : who[role]!;
    for (const [name, operation] of Object.entries(api)) {
      const fee = await asked();
      const bodies: Record<string, object> = {
        recordPayment: { method: 'cash' },
        reportPayment: { ...report(fee, 'x'), signature: '0'.repeat(64) },
        simulatePayment: { ref: 'none', outcome: 'paid' },
      };
      const { status, problem } = await app.ask(
        account,
        operation as typeof api.recordPayment,
        {
          ...(operation.path.includes(':id') ? { params: { id: fee.id } } : {}),
          ...(name === 'listFees' ? { query: { subjectId: fee.subjectId } } : {}),
          ...(bodies[name] ? { body: bodies[name] } : {}),
        } as never,
      );
      const refused = (status === 401 || status === 403) && problem.code.startsWith('general.');
      const may = allowed[name as keyof typeof api];
      expect(refused, `${role} ${name} ${status}`).toBe(!may.includes(role as Role) && !may.includes('anyone'));
    }
  });

  test('there is no simulator and no payment page outside the demo', async () => {
    app.ground.demo = false;
    expect((await app.ask(null, api.simulatePayment, { body: { ref: 'x', outcome: 'paid' } })).status).toBe(404);
    expect(providerOf(app.ground)).toBeUndefined();
    app.ground.demo = true;
  });
});
