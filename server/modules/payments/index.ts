/** The face of `payments`: fees of cases, in whole fen. */
import type { Module } from '#platform/module';

export const module: Module = { name: 'payments', uses: ['people', 'documents'] };

/** Asks a fee in the act's transaction; the fees of a case. */
export { askFee, feesOf } from './ask-fee.ts';
export type { NewFee } from './ask-fee.ts';
/** Waives, cancels and refunds in the act's transaction. */
export { cancelFee, refundFee, waiveFee } from './settle-fee.ts';
/** What is known of a fee, and the texts of its receipt. */
export type { FeeFacts, FeeRow } from './store.ts';
export { feeStates, sayYuan, totalOf } from './fee-order.ts';
export type { FeeItem, FeeState } from './fee-order.ts';
/** Announced when a fee was paid, waived, cancelled or refunded; the subject is the case. */
export { feeCancelled, feePaid, feeRefunded, feeWaived } from './events.ts';
