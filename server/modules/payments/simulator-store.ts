/** SQL of the demo's payment service: what a bank would know. */
import { sql, type Reader, type Tx } from '#platform/db';

export interface SimulatedRow {
  ref: string;
  orderId: string;
  amountFen: number;
  state: 'begun' | 'paid' | 'failed';
  refundedFen: number;
  at: Date;
}

export const findSimulated = (reader: Reader, ref: string): Promise<SimulatedRow | undefined> =>
  reader.maybe(
    sql<SimulatedRow>`select ref, order_id, amount_fen, state, refunded_fen, at from payments.simulated_payment where ref = ${ref}`,
  );

export const saveSimulated = (tx: Tx, row: Pick<SimulatedRow, 'ref' | 'orderId' | 'amountFen' | 'at'>): void =>
  tx.write(sql`
    insert into payments.simulated_payment (ref, order_id, amount_fen, at)
    values (${row.ref}, ${row.orderId}, ${row.amountFen}, ${row.at})`);

export const saveSimulatedOutcome = (tx: Tx, ref: string, state: SimulatedRow['state'], at: Date): void =>
  tx.write(sql`
    update payments.simulated_payment set state = ${state}, at = ${at} where ref = ${ref} and state <> 'paid'`);

/** Once for each key; more than was paid is refused by the table. */
export async function saveSimulatedRefund(
  tx: Tx,
  refund: { key: string; ref: string; amountFen: number },
): Promise<void> {
  const made = await tx.maybe(sql`
    insert into payments.simulated_refund (key, ref, amount_fen) values (${refund.key}, ${refund.ref}, ${refund.amountFen})
    on conflict do nothing returning key`);
  if (!made) return;
  tx.write(sql`
    update payments.simulated_payment set refunded_fen = refunded_fen + ${refund.amountFen} where ref = ${refund.ref}`);
}
