/** The face of `payments`: fees of cases, in whole fen. */
import type { Module } from '#platform/module';
import { paymentsContract as contract } from './contract.ts';
import { jobs, reactions, schedules } from './jobs.ts';
import { may as permissions } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'payments',
  uses: ['documents', 'notices'],
  contract,
  permissions,
  routes,
  reactions,
  jobs,
  schedules,
};

/** Asks a fee in the act's transaction; the fees of a case. */
export { askFee, feesOf } from './ask-fee.ts';
export type { NewFee } from './ask-fee.ts';
/** Waives, cancels and refunds in the act's transaction. */
export { cancelFee, refundFee, waiveFee } from './settle-fee.ts';
/** What is known of a fee, and the texts of its receipt. */
export type { FeeFacts, FeeRow } from './store.ts';
export { feeStates, sayYuan, totalOf } from './fee-order.ts';
export type { FeeItem, FeeState } from './fee-order.ts';
/** Announced when a fee was asked, paid, waived, cancelled or refunded; the subject is the case. */
export { feeAsked, feeCancelled, feePaid, feeRefunded, feeWaived } from './events.ts';
