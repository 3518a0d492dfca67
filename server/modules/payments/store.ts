/** SQL of fees. */
import { ownConstraints } from '#platform/problems';
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { FeeItem, FeeState, FeeSums, MovementKind } from './fee-order.ts';
import { feeProblems } from './problems.ts';

/** What the notice and the receipt say, frozen when the fee was asked. */
export interface FeeFacts {
  /** Persons who hear of the fee: a company has no inbox. Absent in old ones: the payer. */
  tell?: string[];
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
  'id, subject_id, department_id, payer_id, items, facts, total_fen, paid_fen, refunded_fen, state, receipt_id, created_at, settled_at';
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
const updateReceipt = prepared('update payments.fee_order set receipt_id = $2 where id = $1');
const byId = prepared<FeeRow>(`select ${columns} from payments.fee_order where id = $1`);
const byIdLocked = prepared<FeeRow>(`select ${columns} from payments.fee_order where id = $1 for update`);
const bySubject = prepared<FeeRow>(
  `select ${columns} from payments.fee_order where subject_id = $1 order by created_at, id`,
);
const byIds = prepared<FeeRow>(`select ${columns} from payments.fee_order where id = any($1::uuid[])`);
const movementsByOrder = prepared<MovementRow>(
  `select id, order_id, kind, amount_fen, method, provider_ref, account_id, reason, at
     from payments.movement where order_id = any($1::uuid[]) order by at, id`,
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
export const saveBegun = (tx: Tx, begun: { ref: string; provider: string; orderId: string; at: Date }): void =>
  tx.write(sql`
    insert into payments.begun_payment (ref, provider, order_id, begun_at)
    values (${begun.ref}, ${begun.provider}, ${begun.orderId}, ${begun.at})`);
export const saveHeard = (tx: Tx, ref: string, at: Date): void =>
  tx.write(sql`update payments.begun_payment set heard_at = ${at} where ref = ${ref} and heard_at is null`);
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
export const findFees = (reader: Reader, ids: readonly string[]): Promise<FeeRow[]> => reader.many(byIds(ids));
export const listMovements = (reader: Reader, orderIds: readonly string[]): Promise<MovementRow[]> =>
  orderIds.length === 0 ? Promise.resolve([]) : reader.many(movementsByOrder(orderIds));

/** Whether this money of the provider is booked already, as payment or as surplus. */
export const isBooked = async (reader: Reader, orderId: string, ref: string): Promise<boolean> =>
  (await reader.maybe(sql`
    select 1 as n from payments.movement
     where order_id = ${orderId} and provider_ref = ${ref} and kind in ('paid', 'surplus')`)) !== undefined;

/** Payments that were begun between two instants and of which nothing was heard, the newest first. */
export const listUnheard = (
  reader: Reader,
  begun: { after: Date; before: Date },
  limit: number,
): Promise<{ ref: string }[]> =>
  reader.many(sql<{ ref: string }>`
    select ref from payments.begun_payment
     where heard_at is null and begun_at > ${begun.after} and begun_at < ${begun.before}
     order by begun_at desc limit ${limit}`);

/** A refund with what the provider needs to carry it out. */
export interface OpenRefund {
  movementId: string;
  orderId: string;
  amountFen: number;
  providerRef: string;
}

/**
 * Refunds and returns of money that came through the provider and that it has not confirmed. A refund goes back the way its
 * payment came; a return carries its own reference.
 */
export const listOpenRefunds = (reader: Reader, limit: number): Promise<OpenRefund[]> =>
  reader.many(sql<OpenRefund>`
    select m.id as movement_id, m.order_id, m.amount_fen, coalesce(m.provider_ref, p.provider_ref) as provider_ref
      from payments.movement m
      left join payments.movement p on p.order_id = m.order_id and p.kind = 'paid' and m.kind = 'refunded'
     where m.kind in ('refunded', 'returned') and coalesce(m.provider_ref, p.provider_ref) is not null
       and not exists (select 1 from payments.refund_done d where d.movement_id = m.id)
     order by m.at limit ${limit}`);

export const saveRefundDone = (tx: Tx, movementId: string, providerId: string, at: Date): void =>
  tx.write(sql`
    insert into payments.refund_done (movement_id, provider_id, at) values (${movementId}, ${providerId}, ${at})
    on conflict do nothing`);
