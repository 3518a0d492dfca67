/** SQL of codes that are sent to a telephone or mailbox. */
import { sql, type Reader, type Tx } from '#platform/db';

/** Codes that were sent: at most so many an hour, so that nobody's telephone is flooded. */
export const countCodes = async (tx: Tx, accountId: string, since: Date): Promise<number> =>
  (
    await tx.one(
      sql<{
        n: number;
      }>`select count(*) as n from people.code where account_id = ${accountId} and created_at > ${since}`,
    )
  ).n;

export function insertCode(
  tx: Tx,
  code: {
    id: string;
    accountId: string;
    hash: string;
    at: Date;
    expiresAt: Date;
    channel: 'sms' | 'email';
    destination: string;
    text: string;
  },
): void {
  // An older code dies with the new one: only the last message counts.
  tx.write(sql`update people.code set used_at = ${code.at} where account_id = ${code.accountId} and used_at is null`);
  tx.write(
    sql`insert into people.code (id, account_id, code_hash, created_at, expires_at) values (${code.id}, ${code.accountId}, ${code.hash}, ${code.at}, ${code.expiresAt})`,
  );
  tx.write(
    sql`insert into people.delivery_secret (id, channel, destination, code, expires_at) values (${code.id}, ${code.channel}, ${code.destination}, ${code.text}, ${code.expiresAt})`,
  );
}

/** The code that is open now, counted as tried: after five tries it is dead. */
export const tryCode = (
  reader: Reader,
  accountId: string,
  at: Date,
): Promise<{ id: string; codeHash: string } | undefined> =>
  reader.maybe(
    sql<{ id: string; codeHash: string }>`update people.code set attempts = attempts + 1
      where account_id = ${accountId} and used_at is null and expires_at > ${at} and attempts < 5 returning id, code_hash`,
  );

/** Undefined when it was used a moment ago. */
export const useCode = (tx: Tx, id: string, at: Date): Promise<{ id: string } | undefined> =>
  tx.maybe(
    sql<{ id: string }>`update people.code set used_at = ${at} where id = ${id} and used_at is null returning id`,
  );

/** What a message has to carry. */
export interface DeliverySecret {
  channel: 'sms' | 'email';
  destination: string;
  code: string;
  expiresAt: Date;
}

/** Takes it out for delivery; undefined when it was taken or swept. A transaction that fails puts it back. */
export const takeDeliverySecret = (tx: Tx, codeId: string): Promise<DeliverySecret | undefined> =>
  tx.maybe(
    sql<DeliverySecret>`delete from people.delivery_secret where id = ${codeId} returning channel, destination, code, expires_at`,
  );
