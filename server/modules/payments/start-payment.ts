/** Going to pay: the payment service takes over. */
import type { Ground } from '#platform/ground';
import { Problem } from '#platform/problems';
import { feeProblems } from './problems.ts';
import type { PaymentProvider } from './provider.ts';
import { lockFee, saveBegun, type FeeRow } from './store.ts';

/** Throws `payments.alreadySettled`, and `payments.providerAway` when the service does not answer or there is none. */
export async function startPayment(
  ground: Ground,
  provider: PaymentProvider | undefined,
  fee: FeeRow,
): Promise<{ payUrl: string; ref: string }> {
  if (fee.state !== 'asked') throw feeProblems.alreadySettled();
  if (!provider) throw feeProblems.providerAway();
  const asked = { orderId: fee.id, amountFen: fee.totalFen, title: `${fee.facts.itemName} ${fee.facts.caseNumber}` };
  const begun = await provider.begin(asked).catch((error: unknown) => {
    if (error instanceof Problem) throw error;
    throw feeProblems.providerAway({}, error);
  });
  await ground.db.transaction(async (tx) => {
    // Paid at the window in the meantime: then there is nothing to go for.
    if ((await lockFee(tx, fee.id)).state !== 'asked') throw feeProblems.alreadySettled();
    saveBegun(tx, { ref: begun.ref, provider: provider.name, orderId: fee.id, at: ground.clock.now() });
  });
  return begun;
}
