/** Fees over HTTP. */
import type { FastifyInstance } from 'fastify';
import { tiesOfSubject } from '#modules/documents';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import type { Actor, Ties } from '#platform/permissions';
import { paymentsContract, type Fee } from './contract.ts';
import { may } from './may.ts';
import { providerOf } from './jobs.ts';
import { recordPayment, reportPayment } from './report-payment.ts';
import { simulatePayment } from './simulator.ts';
import { startPayment } from './start-payment.ts';
import { getFee, listFees, listMovements, type FeeRow, type MovementRow } from './store.ts';

const shown = (fee: FeeRow, movements: readonly MovementRow[]): Fee => ({
  id: fee.id,
  subjectId: fee.subjectId,
  items: [...fee.items],
  totalFen: fee.totalFen,
  paidFen: fee.paidFen,
  refundedFen: fee.refundedFen,
  state: fee.state,
  departmentName: fee.facts.departmentName,
  caseNumber: fee.facts.caseNumber,
  itemName: fee.facts.itemName,
  receiptId: fee.receiptId,
  createdAt: fee.createdAt.toISOString(),
  movements: movements
    .filter(({ orderId }) => orderId === fee.id)
    .map(({ kind, amountFen, method, reason, at }) => ({ kind, amountFen, method, reason, at: at.toISOString() })),
});

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;
  const provider = providerOf(ground);
  const tiesOf = async (fee: FeeRow, actor: Actor): Promise<Ties> => {
    const ties = await tiesOfSubject(db, { kind: 'case', id: fee.subjectId }, actor);
    return {
      ...ties,
      // The case says whose it is; an agent whose authority has ended has no part in its fee either.
      owners: ties.owners ?? [fee.payerId],
      departments: [...(ties.departments ?? []), fee.departmentId],
    };
  };
  const whole = async (id: string): Promise<Fee> => shown(await getFee(db, id), await listMovements(db, [id]));

  serve(app, 'payments', paymentsContract, may, {
    listFees: async ({ query, actor, allow }) => {
      allow(await tiesOfSubject(db, { kind: 'case', id: query.subjectId }, actor));
      const fees = await listFees(db, query.subjectId);
      const movements = await listMovements(
        db,
        fees.map(({ id }) => id),
      );
      return fees.map((fee) => shown(fee, movements));
    },
    getFee: async ({ params, actor, allow }) => {
      const fee = await getFee(db, params.id);
      allow(await tiesOf(fee, actor));
      return shown(fee, await listMovements(db, [fee.id]));
    },
    startPayment: async ({ params, actor, allow }) => {
      const fee = await getFee(db, params.id);
      allow(await tiesOf(fee, actor));
      return startPayment(ground, provider, fee);
    },
    recordPayment: async ({ params, body, actor, allow }) => {
      const fee = await getFee(db, params.id);
      allow(await tiesOf(fee, actor));
      await recordPayment(ground, { orderId: fee.id, method: body.method, accountId: actor.accountId });
      return whole(fee.id);
    },
    reportPayment: async ({ body: { signature, ...report } }) => reportPayment(ground, report, signature),
    simulatePayment: async ({ body }) => simulatePayment(ground, body.ref, body.outcome),
  });
}
