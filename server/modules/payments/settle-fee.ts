/** What happens to a fee after it was asked: every movement goes through `move`, under lock. */
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { feeCancelled, feePaid, feeRefunded, feeWaived } from './events.ts';
import { applyMovement, type FeeSums, type MovementKind, type Refusal } from './fee-order.ts';
import { carryOutRefunds } from './job-types.ts';
import { feeProblems } from './problems.ts';
import { lockFee, saveMovement, saveSums, type FeeRow } from './store.ts';

/** A movement of money to be booked. */
export interface NewMovement {
  orderId: string;
  kind: Exclude<MovementKind, 'asked'>;
  /** In fen; absent means the whole fee, and for a refund all that is left. */
  amountFen?: number;
  /** 网上支付, 现金, 刷卡. */
  method?: string;
  providerRef?: string;
  accountId: string | null;
  reason?: string;
  at: Date;
}

const refusals: Record<Refusal, () => Error> = {
  notAsked: () => feeProblems.alreadySettled(),
  settled: () => feeProblems.alreadySettled(),
  notPaid: () => feeProblems.notPaid(),
  moreThanPaid: () => feeProblems.moreThanPaid(),
  wrongAmount: () => feeProblems.wrongAmount(),
};

/** When nothing is left, the whole: the rule then says why not. */
const leftToRefund = (fee: FeeRow): number => fee.paidFen - fee.refundedFen || fee.totalFen;

/** The fee after a movement, with the id of the movement. */
export type Moved = FeeRow & { movementId: string; movedFen: number };

/** Books a movement under the lock of its fee. Throws the problem that says why it is not possible now. */
export async function move(tx: Tx, movement: NewMovement): Promise<Moved> {
  const fee = await lockFee(tx, movement.orderId);
  const amountFen = movement.amountFen ?? (movement.kind === 'refunded' ? leftToRefund(fee) : fee.totalFen);
  const next = applyMovement(fee, { kind: movement.kind, amountFen });
  if (typeof next === 'string') throw refusals[next]();
  const movementId = newId();
  const { state, totalFen, paidFen, refundedFen }: FeeSums = next;
  saveMovement(tx, {
    id: movementId,
    orderId: fee.id,
    kind: movement.kind,
    amountFen,
    method: movement.method ?? null,
    providerRef: movement.providerRef ?? null,
    accountId: movement.accountId,
    reason: movement.reason ?? null,
    at: movement.at,
  });
  saveSums(tx, fee.id, next, movement.at);
  announce(tx, movement, fee, amountFen, state);
  return { ...fee, state, totalFen, paidFen, refundedFen, movementId, movedFen: amountFen };
}

function announce(tx: Tx, movement: NewMovement, fee: FeeRow, amountFen: number, state: string): void {
  const facts = { orderId: fee.id, totalFen: fee.totalFen, ownerId: fee.payerId, departmentId: fee.departmentId };
  if (movement.kind === 'paid') emit(tx, feePaid, fee.subjectId, { ...facts, method: movement.method ?? '' });
  else if (movement.kind === 'waived') emit(tx, feeWaived, fee.subjectId, facts);
  else if (movement.kind === 'cancelled') emit(tx, feeCancelled, fee.subjectId, facts);
  else if (movement.kind === 'refunded')
    emit(tx, feeRefunded, fee.subjectId, { ...facts, amountFen, whole: state === 'refunded' });
}

interface Settling {
  orderId: string;
  accountId: string | null;
  reason: string;
  at: Date;
}

/** Waives a fee that was asked and not paid (减免). Throws `payments.alreadySettled`. */
export const waiveFee = (tx: Tx, asked: Settling): Promise<Moved> => move(tx, { ...asked, kind: 'waived' });

/** Takes back a fee that was asked and not paid, as when its case is withdrawn. Throws `payments.alreadySettled`. */
export const cancelFee = (tx: Tx, asked: Settling): Promise<Moved> => move(tx, { ...asked, kind: 'cancelled' });

/**
 * Gives money back, all that is left or a part: at once in the books, through the provider as soon as that can be done. Throws `payments.notPaid`, `payments.moreThanPaid`.
 */
export async function refundFee(tx: Tx, asked: Settling & { amountFen?: number }): Promise<Moved> {
  const moved = await move(tx, { ...asked, kind: 'refunded' });
  // Money that was paid at a window goes back there; the job finds only what came through the provider.
  enqueue(tx, carryOutRefunds, [{ payload: {}, key: carryOutRefunds.name }]);
  return moved;
}
