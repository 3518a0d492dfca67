/** What happened to fees. The subject of each event is the case. */
import { defineEvent } from '#platform/events';

export interface FeeFact extends Record<string, unknown> {
  orderId: string;
  totalFen: number;
  /** Whose screens refresh. */
  ownerId: string | null;
  departmentId: string | null;
}

/** A fee is due. */
export const feeAsked = defineEvent<FeeFact>('payments.feeAsked');
export const feePaid = defineEvent<FeeFact & { method: string }>('payments.feePaid');
export const feeWaived = defineEvent<FeeFact>('payments.feeWaived');
export const feeCancelled = defineEvent<FeeFact>('payments.feeCancelled');
/** `amountFen` of this refund; `whole` when nothing is left. */
export const feeRefunded = defineEvent<FeeFact & { amountFen: number; whole: boolean }>('payments.feeRefunded');
