/**
 * The demo's payment service. It behaves like a real one, faults included: it reports a payment twice, or much too late, or
 * not at all until it is asked.
 */
import type { Ground } from '#platform/ground';
import { newCode } from '#platform/ids';
import { feeProblems } from './problems.ts';
import { paymentSecret, signReport, type PaymentProvider, type PaymentReport } from './provider.ts';
import { reportPayment } from './report-payment.ts';
import { findSimulated, saveSimulated, saveSimulatedOutcome, saveSimulatedRefund } from './simulator-store.ts';

/** What the person at the simulated counter does. `unheard`: pays, but the report gets lost. */
export type SimulatedOutcome = 'paid' | 'failed' | 'paidTwice' | 'unheard';

export function simulator(ground: Ground): PaymentProvider {
  const { db, clock } = ground;
  return {
    name: 'simulator',
    begin: async ({ orderId, amountFen }) => {
      const ref = `SIM${newCode(16)}`;
      await db.transaction(async (tx) => saveSimulated(tx, { ref, orderId, amountFen, at: clock.now() }));
      return { ref, payUrl: `${ground.publicUrl}/pay/${orderId}?ref=${ref}` };
    },
    ask: async (ref) => {
      const payment = await findSimulated(db, ref);
      if (!payment || payment.state === 'begun') return undefined;
      return reportOf(payment);
    },
    refund: async ({ key, ref, amountFen }) => {
      await db.transaction((tx) => saveSimulatedRefund(tx, { key, ref, amountFen }));
      return `R-${key}`;
    },
  };
}

const reportOf = (payment: {
  ref: string;
  orderId: string;
  amountFen: number;
  state: string;
  at: Date;
}): PaymentReport => ({
  orderId: payment.orderId,
  ref: payment.ref,
  amountFen: payment.amountFen,
  outcome: payment.state === 'paid' ? 'paid' : 'failed',
  at: payment.at.toISOString(),
});

/** Does at the simulated counter what a person would do. Throws `payments.noSimulator` outside the demo. */
export async function simulatePayment(ground: Ground, ref: string, outcome: SimulatedOutcome): Promise<void> {
  if (!ground.demo) throw feeProblems.noSimulator();
  const payment = await findSimulated(ground.db, ref);
  if (!payment) throw feeProblems.noSuchFee();
  const state = outcome === 'failed' ? 'failed' : 'paid';
  // A second press of the button pays nothing more.
  if (payment.state === 'paid') return;
  const at = ground.clock.now();
  await ground.db.transaction(async (tx) => saveSimulatedOutcome(tx, ref, state, at));
  if (outcome === 'unheard') return;
  const report = reportOf({ ...payment, state, at });
  const signature = signReport(await paymentSecret(ground.dataFolder), report);
  await reportPayment(ground, report, signature);
  if (outcome === 'paidTwice') await reportPayment(ground, report, signature);
}
