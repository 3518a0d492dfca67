/** Fees in the course of a case (行政许可法 art. 58, 59). The money itself is the business of `payments`. */
import {
  askFee as askOrder,
  feesOf,
  refundFee as refundOrder,
  waiveFee as waiveOrder,
  type FeeItem,
} from '#modules/payments';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Event } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { nobody } from '#platform/permissions';
import { departmentOf, paper } from '../papers.ts';
import { caseProblems } from '../problems.ts';
import { peopleConcerned } from '../who-is-told.ts';
import type { CaseRow } from '../store.ts';
import { stepIn, takeStep, type Deed, type Who } from '../take-step.ts';

/** Asks for the fees, each with its basis. */
export const askFee = (ground: Ground, who: Who, caseId: string, deed: Deed & { items: FeeItem[] }): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'askFee', deed, async (row, context) => {
    if (row.feeState === 'asked') throw caseProblems.feeOutstanding();
    const department = await departmentOf(ground, row.departmentId);
    const order = askOrder(context.tx, {
      subjectId: row.id,
      departmentId: row.departmentId,
      payerId: row.agentId ?? row.personId ?? row.organisationId,
      items: deed.items,
      facts: {
        departmentName: department.name,
        departmentShortName: department.shortName,
        caseNumber: row.number,
        itemName: row.itemName,
        payerName: row.applicantName,
        tell: await peopleConcerned(ground, context.tx, { ...row, ownerId: row.agentId ?? row.personId }),
      },
      accountId: context.actor.accountId,
      at: context.now,
    });
    await paper(context, row, 'feeNotice', { items: deed.items, totalFen: order.totalFen });
    return { facts: { orderId: order.id, totalFen: order.totalFen }, changes: { feeState: 'asked' } };
  });

/** The order that the state of the case speaks of: the last one. */
export async function lastOrder(tx: Tx, row: CaseRow): Promise<string> {
  const order = (await feesOf(tx, row.id)).at(-1);
  if (!order) throw caseProblems.wrongStep({ state: row.state, step: 'fee' });
  return order.id;
}

/** Waives what was asked; the reason stays on record. */
export const waiveFee = (ground: Ground, who: Who, caseId: string, deed: Deed & { reason: string }): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'waiveFee', deed, async (row, context) => {
    const orderId = await lastOrder(context.tx, row);
    await waiveOrder(context.tx, { orderId, accountId: context.actor.accountId, reason: deed.reason, at: context.now });
    return { facts: { orderId, reason: deed.reason }, changes: { feeState: 'waived' } };
  });

/** Pays back all that was paid. */
export const refundFee = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Deed & { reason: string },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'refundFee', deed, async (row, context) => {
    const orderId = await lastOrder(context.tx, row);
    await refundOrder(context.tx, {
      orderId,
      accountId: context.actor.accountId,
      reason: deed.reason,
      at: context.now,
    });
    return { facts: { orderId, reason: deed.reason }, changes: { feeState: 'refunded' } };
  });

/** Writes into the case's history that its fee was paid. Runs in the reaction's transaction, once for each payment. */
export async function recordPayments(
  ground: Ground,
  tx: Tx,
  events: readonly Event<{ orderId: string; totalFen: number }>[],
): Promise<void> {
  for (const { subject, facts, at } of events) {
    await stepIn(ground, tx, { actor: nobody, allow: () => {} }, subject, 'payFee', { actionId: newId() }, () => ({
      facts: { orderId: facts.orderId, totalFen: facts.totalFen, paidOn: shanghaiDay(at) },
      changes: { feeState: 'paid' },
    }));
  }
}
