/** What payments do by themselves: give money back, ask after lost reports, tell who pays. */
import { tell, type NewNotice } from '#modules/notices';
import { defineReaction, type Event, type Reaction } from '#platform/events';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { feeAsked, feePaid, feeRefunded, type FeeFact } from './events.ts';
import { sayYuan } from './fee-order.ts';
import { askUnheard, carryOutRefunds } from './job-types.ts';
import type { PaymentProvider } from './provider.ts';
import { bookReport } from './report-payment.ts';
import { simulator } from './simulator.ts';
import { findFees, listOpenRefunds, listUnheard, saveRefundDone } from './store.ts';

/** The payment service of this installation; none outside the demo until one is connected here. */
export const providerOf = (ground: Ground): PaymentProvider | undefined =>
  ground.demo ? simulator(ground) : undefined;

/** Carries out what was refunded in the books and is not confirmed. Safe to run twice: the movement is the key. */
export async function refundAtProvider(ground: Ground, provider: PaymentProvider | undefined): Promise<number> {
  if (!provider) return 0;
  let done = 0;
  let failed: unknown;
  for (const { movementId, providerRef, amountFen } of await listOpenRefunds(ground.db, 100)) {
    try {
      const providerId = await provider.refund({ key: movementId, ref: providerRef, amountFen });
      await ground.db.transaction(async (tx) => saveRefundDone(tx, movementId, providerId, ground.clock.now()));
      done += 1;
    } catch (error) {
      // One that does not go must not hold up the others.
      failed ??= error;
    }
  }
  if (failed !== undefined) throw failed;
  return done;
}

const minute = 60_000;

/** Asks after payments that were begun more than two minutes and less than three days ago and of which nothing was heard. */
export async function askProvider(ground: Ground, provider: PaymentProvider | undefined): Promise<void> {
  if (!provider) return;
  const now = ground.clock.now().getTime();
  const begun = { after: new Date(now - 3 * 1440 * minute), before: new Date(now - 2 * minute) };
  for (const { ref } of await listUnheard(ground.db, begun, 200)) {
    const report = await provider.ask(ref);
    if (report) await bookReport(ground, report);
  }
}

export function jobs(ground: Ground): JobHandler[] {
  const provider = providerOf(ground);
  return [
    handleJob(carryOutRefunds, async () => {
      await refundAtProvider(ground, provider);
    }),
    handleJob(askUnheard, () => askProvider(ground, provider)),
  ];
}

export const schedules: readonly Schedule[] = [
  { job: carryOutRefunds.name, match: '*/10 * * * *' },
  { job: askUnheard.name, match: '*/5 * * * *' },
];

const templates = {
  [feeAsked.name]: 'feeAsked',
  [feePaid.name]: 'feePaid',
  [feeRefunded.name]: 'feeRefunded',
} as const;

async function tellPayers(ground: Ground, tx: Tx, events: readonly Event<FeeFact>[]): Promise<void> {
  if (events.length === 0) return;
  const fees = new Map(
    (await findFees(tx, [...new Set(events.map(({ facts }) => facts.orderId))])).map((fee) => [fee.id, fee]),
  );
  const notices = events.flatMap(({ name, subject, facts }): NewNotice[] => {
    const fee = fees.get(facts.orderId);
    const template = templates[name] as NewNotice['template'] | undefined;
    if (!fee || !template) return [];
    const people = fee.facts.tell ?? (fee.payerId ? [fee.payerId] : []);
    const amountFen = typeof facts.amountFen === 'number' ? facts.amountFen : facts.totalFen;
    const { itemName, itemNameEn, caseNumber } = fee.facts;
    const said = { itemName, ...(itemNameEn ? { itemNameEn } : {}), caseNumber, amount: sayYuan(amountFen) };
    return people.map((personId) => ({ personId, subjectId: subject, template, facts: said }));
  });
  tell(ground, tx, notices);
}

export const reactions = (ground: Ground): Reaction[] => [
  defineReaction<FeeFact>('payments.tellPayer', [feeAsked, feePaid, feeRefunded], (tx, events) =>
    tellPayers(ground, tx, events),
  ),
];
