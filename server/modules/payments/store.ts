/** SQL of fees. */
import { ownConstraints } from '#platform/problems';
import { prepared, type Reader, type Tx } from '#platform/db';
import type { FeeItem, FeeState, FeeSums, MovementKind } from './fee-order.ts';
import { feeProblems } from './problems.ts';

/** What the notice and the receipt say, frozen when the fee was asked. */
export interface FeeFacts {
  departmentName: string;
  /** The department's word in numbers (机关代字). */
  departmentShortName: string;
  caseNumber: string;
  itemName: string;
  itemNameEn?: string;
  payerName: string;
}

export interface FeeRow extends FeeSums {
  id: string;
  subjectId: string;
  departmentId: string | null;
  payerId: string | null;
  items: readonly FeeItem[];
  facts: FeeFacts;
  provider: string | null;
  providerRef: string | null;
  receiptId: string | null;
  createdAt: Date;
  settledAt: Date | null;
}

export interface MovementRow {
  id: string;
  orderId: string;
  kind: MovementKind;
  amountFen: number;
  method: string | null;
  providerRef: string | null;
  accountId: string | null;
  reason: string | null;
  at: Date;
}

const columns =
  'id, subject_id, department_id, payer_id, items, facts, total_fen, paid_fen, refunded_fen, state, provider, provider_ref, receipt_id, created_at, settled_at';
const insertOrder = prepared(
  `insert into payments.fee_order (id, subject_id, department_id, payer_id, items, facts, total_fen, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const insertMovement = prepared(
  `insert into payments.movement (id, order_id, kind, amount_fen, method, provider_ref, account_id, reason, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const updateSums = prepared(
  `update payments.fee_order set state = $2, paid_fen = $3, refunded_fen = $4, settled_at = coalesce(settled_at, $5) where id = $1`,
);
const updateProvider = prepared('update payments.fee_order set provider = $2, provider_ref = $3 where id = $1');
const updateReceipt = prepared('update payments.fee_order set receipt_id = $2 where id = $1');
const byId = prepared<FeeRow>(`select ${columns} from payments.fee_order where id = $1`);
const byIdLocked = prepared<FeeRow>(`select ${columns} from payments.fee_order where id = $1 for update`);
const bySubject = prepared<FeeRow>(
  `select ${columns} from payments.fee_order where subject_id = $1 order by created_at, id`,
);
const movementsByOrder = prepared<MovementRow>(
  `select id, order_id, kind, amount_fen, method, provider_ref, account_id, reason, at
     from payments.movement where order_id = $1 order by at, id`,
);

ownConstraints({
  movement_provider_ref: () => feeProblems.alreadySettled(),
  fee_order_sums: () => feeProblems.wrongAmount(),
});

export const saveOrder = (
  tx: Tx,
  row: Pick<FeeRow, 'id' | 'subjectId' | 'departmentId' | 'payerId' | 'items' | 'facts' | 'totalFen' | 'createdAt'>,
): void =>
  tx.write(
    insertOrder(
      row.id,
      row.subjectId,
      row.departmentId,
      row.payerId,
      JSON.stringify(row.items),
      JSON.stringify(row.facts),
      row.totalFen,
      row.createdAt,
    ),
  );

export const saveMovement = (tx: Tx, row: MovementRow): void =>
  tx.write(
    insertMovement(
      row.id,
      row.orderId,
      row.kind,
      row.amountFen,
      row.method,
      row.providerRef,
      row.accountId,
      row.reason,
      row.at,
    ),
  );

export const saveSums = (tx: Tx, id: string, sums: FeeSums, at: Date): void =>
  tx.write(updateSums(id, sums.state satisfies FeeState, sums.paidFen, sums.refundedFen, at));
export const saveProvider = (tx: Tx, id: string, provider: string, ref: string): void =>
  tx.write(updateProvider(id, provider, ref));
export const saveReceipt = (tx: Tx, id: string, documentId: string): void => tx.write(updateReceipt(id, documentId));

/** Throws `payments.noSuchFee`. */
export async function getFee(reader: Reader, id: string): Promise<FeeRow> {
  const row = await reader.maybe(byId(id));
  if (!row) throw feeProblems.noSuchFee();
  return row;
}

/** The fee under lock, so that two movements of it wait for each other. Throws `payments.noSuchFee`. */
export async function lockFee(tx: Tx, id: string): Promise<FeeRow> {
  const row = await tx.maybe(byIdLocked(id));
  if (!row) throw feeProblems.noSuchFee();
  return row;
}

export const listFees = (reader: Reader, subjectId: string): Promise<FeeRow[]> => reader.many(bySubject(subjectId));
export const listMovements = (reader: Reader, orderId: string): Promise<MovementRow[]> =>
  reader.many(movementsByOrder(orderId));
