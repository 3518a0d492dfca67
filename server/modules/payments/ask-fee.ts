/** Asking a fee, and what fees a case has. */
import type { Reader, Tx } from '#platform/db';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { feeAsked } from './events.ts';
import { totalOf, type FeeItem } from './fee-order.ts';
import { listFees, saveMovement, saveOrder, type FeeFacts, type FeeRow } from './store.ts';

/** A fee to be asked. */
export interface NewFee {
  /** The case. */
  subjectId: string;
  departmentId: string | null;
  /** Person or organisation. */
  payerId: string | null;
  items: readonly FeeItem[];
  facts: FeeFacts;
  /** The account that asks. */
  accountId: string | null;
  at: Date;
}

/**
 * Asks a fee in the act's transaction, without waiting. Returns its id and total in fen. Throws a RangeError for amounts that
 * are none: the caller's contract must have refused them.
 */
export function askFee(tx: Tx, fee: NewFee): { id: string; totalFen: number } {
  const id = newId();
  const totalFen = totalOf(fee.items);
  saveOrder(tx, {
    id,
    subjectId: fee.subjectId,
    departmentId: fee.departmentId,
    payerId: fee.payerId,
    items: fee.items,
    facts: fee.facts,
    totalFen,
    createdAt: fee.at,
  });
  saveMovement(tx, {
    id: newId(),
    orderId: id,
    kind: 'asked',
    amountFen: totalFen,
    method: null,
    providerRef: null,
    accountId: fee.accountId,
    reason: null,
    at: fee.at,
  });
  emit(tx, feeAsked, fee.subjectId, { orderId: id, totalFen, ownerId: fee.payerId, departmentId: fee.departmentId });
  return { id, totalFen };
}

/** The fees of a case, oldest first. */
export const feesOf = (reader: Reader, subjectId: string): Promise<FeeRow[]> => listFees(reader, subjectId);
