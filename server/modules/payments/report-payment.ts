/** Money came in: from the payment service, which may say it twice or late, or at a window. */
import { freezeDocument, nextDocumentNumber } from '#modules/documents';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { enqueue } from '#platform/jobs';
import { carryOutRefunds } from './job-types.ts';
import { feeProblems } from './problems.ts';
import { isSignedBy, paymentSecret, type PaymentReport } from './provider.ts';
import { move, type Moved } from './settle-fee.ts';
import { getFee, isBooked, lockFee, saveHeard, saveReceipt, type FeeRow } from './store.ts';

/**
 * Takes a report of the payment service. Saying it again changes nothing. Throws `payments.badSignature`,
 * `payments.noSuchFee`, and `payments.wrongAmount` when the amount is not the one that was asked.
 */
export async function reportPayment(ground: Ground, report: PaymentReport, signature: string): Promise<void> {
  if (!isSignedBy(await paymentSecret(ground.dataFolder), report, signature)) throw feeProblems.badSignature();
  await bookReport(ground, report);
}

/** Books what the service says, whether it told us or was asked. */
export async function bookReport(ground: Ground, report: PaymentReport): Promise<void> {
  const { orderId, ref, amountFen } = report;
  const known = await getFee(ground.db, orderId);
  if (report.outcome === 'failed') {
    await ground.db.transaction(async (tx) => saveHeard(tx, ref, ground.clock.now()));
    return;
  }
  if (amountFen !== known.totalFen) throw feeProblems.wrongAmount();
  const receiptNumber = await numberFor(ground, known);
  await ground.db.transaction(async (tx) => {
    const fee = await lockFee(tx, orderId);
    if (await isBooked(tx, orderId, ref)) return;
    const at = ground.clock.now();
    saveHeard(tx, ref, at);
    const booked = { orderId, amountFen, providerRef: ref, accountId: null, method: '网上支付', at };
    if (fee.state === 'asked') {
      giveReceipt(tx, await move(tx, { ...booked, kind: 'paid' }), receiptNumber, booked.method, at, ref);
      return;
    }
    // Nothing is due: paid at the window meanwhile, or waived. The money goes back the way it came.
    await move(tx, { ...booked, kind: 'surplus' });
    await move(tx, { ...booked, kind: 'returned', reason: '重复缴费或者已减免，原路退还' });
    enqueue(tx, carryOutRefunds, [{ payload: {}, key: carryOutRefunds.name }]);
  });
}

/** Books money that was taken at a window. Throws `payments.alreadySettled`. */
export async function recordPayment(
  ground: Ground,
  paid: { orderId: string; method: 'cash' | 'card'; accountId: string | null },
): Promise<FeeRow> {
  const receiptNumber = await numberFor(ground, await getFee(ground.db, paid.orderId));
  return ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const method = paid.method === 'cash' ? '现金' : '刷卡';
    const moved = await move(tx, { orderId: paid.orderId, kind: 'paid', method, accountId: paid.accountId, at });
    giveReceipt(tx, moved, receiptNumber, method, at);
    return moved;
  });
}

const numberFor = (ground: Ground, fee: FeeRow): Promise<string> =>
  nextDocumentNumber(ground, {
    kind: 'feeReceipt',
    shortName: fee.facts.departmentShortName,
    year: Number(shanghaiDay(ground.clock.now()).slice(0, 4)),
  });

/** 行政许可法 art. 59 with 财政票据管理办法: who pays gets a receipt. */
function giveReceipt(tx: Tx, fee: Moved, number: string, method: string, at: Date, ref?: string): void {
  const receipt = freezeDocument(tx, {
    kind: 'feeReceipt',
    number,
    departmentId: fee.departmentId,
    subjectId: fee.subjectId,
    recipientId: fee.payerId,
    issuedAt: at,
    data: {
      departmentName: fee.facts.departmentName,
      caseNumber: fee.facts.caseNumber,
      itemName: fee.facts.itemName,
      ...(fee.facts.itemNameEn ? { itemNameEn: fee.facts.itemNameEn } : {}),
      recipientName: fee.facts.payerName,
      payerName: fee.facts.payerName,
      items: fee.items,
      totalFen: fee.totalFen,
      paidOn: at.toISOString(),
      method,
      ...(ref ? { providerRef: ref } : {}),
    },
  });
  saveReceipt(tx, fee.id, receipt.id);
}
