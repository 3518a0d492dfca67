/**
 * A payment service seen from here: it takes people to a page, tells us what they did, can be asked, and gives money back. Its
 * messages are signed with a secret that only the two of us have.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What the service says of a payment. */
export interface PaymentReport {
  orderId: string;
  /** The service's own reference of this payment. */
  ref: string;
  amountFen: number;
  outcome: 'paid' | 'failed';
  /** ISO 8601. */
  at: string;
}

export interface PaymentProvider {
  readonly name: string;
  /** Makes a payment ready. Returns where people pay, and the service's reference. */
  begin(asked: { orderId: string; amountFen: number; title: string }): Promise<{ payUrl: string; ref: string }>;
  /** What became of it; undefined while nothing has. For reports that got lost. */
  ask(ref: string): Promise<PaymentReport | undefined>;
  /** Gives money back. The same key a second time is the same refund. Returns the service's reference of the refund. */
  refund(asked: { key: string; ref: string; amountFen: number }): Promise<string>;
}

const signed = ({ orderId, ref, amountFen, outcome, at }: PaymentReport): string =>
  [orderId, ref, String(amountFen), outcome, at].map((part) => `${part.length}:${part}`).join('');

/** HMAC-SHA256 over every field with its length, as hex. */
export const signReport = (secret: string, report: PaymentReport): string =>
  createHmac('sha256', secret).update(signed(report)).digest('hex');

/** Compares in constant time. */
export function isSignedBy(secret: string, report: PaymentReport, signature: string): boolean {
  const expected = Buffer.from(signReport(secret, report), 'hex');
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const kept = new Map<string, Promise<string>>();

/** The secret shared with the payment service: made at first use, readable by the owner alone. */
export function paymentSecret(dataFolder: string): Promise<string> {
  let secret = kept.get(dataFolder);
  if (!secret) {
    secret = readOrMake(path.join(dataFolder, 'secrets'));
    secret.catch(() => kept.delete(dataFolder));
    kept.set(dataFolder, secret);
  }
  return secret;
}

async function readOrMake(folder: string): Promise<string> {
  const file = path.join(folder, 'payments.key');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    // Two servers that start together: `wx` lets one of them make it.
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(randomBytes(32).toString('hex'));
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  const secret = (await readFile(file, 'utf8')).trim();
  if (secret.length < 32) throw new Error(`${file} holds no secret: delete it, and a new one is made`);
  return secret;
}
