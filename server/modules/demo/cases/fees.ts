/** Fees in a case's course: asked after acceptance, paid or waived before the result is handed over. */
import { shanghaiDay } from '#platform/clock';
import { paper, rule, type Fee, type History, type Paper } from './history.ts';
import { standingOf } from './intake.ts';
import { later, type Course, type Planned } from './planned.ts';
import { sayings, type World } from './world.ts';

/** Minutes later at a counter: on a Saturday morning too, but not in the noon break. */
const soon = ({ time }: World, at: Date, minutes: number): Date =>
  time.isWorking(shanghaiDay(at)) ? time.after(at, minutes) : later(at, minutes);

/**
 * Adds the fee to the steps. Returns when it is settled: before that nothing is handed over; undefined when there is none,
 * `never` when nobody has paid.
 */
export function feeSteps(course: Course, from: Date, steps: Planned[]): Date | 'never' | undefined {
  const { history, world, fate, front, clerk } = course;
  const { random, matter } = history;
  const rates = matter.body.fees.flatMap(({ name, amountFen, basis }) =>
    amountFen ? [{ name, amountFen, basis }] : [],
  );
  if (rates.length === 0 || (fate.ending !== 'granted' && fate.ending !== 'withdraw')) return undefined;
  const who = standingOf(front);
  const items = [random.chance(0.8) ? rates[0]! : random.pick(rates)];
  const totalFen = items.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const askedAt = clerk ? soon(world, from, 1) : world.time.after(from, random.whole(2, 30));
  const orderId = random.id(askedAt);
  const fee: Fee = { orderId, items, totalFen, askedAt, askedBy: who.accountId };
  steps.push({
    at: askedAt,
    kind: 'askFee',
    who,
    facts: { orderId, totalFen },
    changes: { feeState: 'asked' },
    also: (now) => {
      now.fees.push(fee);
      paper(now, 'feeNotice', askedAt, { items, totalFen });
    },
  });
  const paysUp = fate.ending === 'withdraw';
  if (fate.unpaid && !paysUp) return 'never';
  if (fate.waived && !paysUp) {
    const at = world.time.after(askedAt, random.whole(20, 300));
    const reason = history.row.organisationId ? sayings.waive[1]! : sayings.waive[0]!;
    const head = standingOf(random.pick(world.staff.heads.get(course.departmentId)!));
    steps.push({
      at,
      kind: 'waiveFee',
      who: head,
      facts: { orderId, reason },
      changes: { feeState: 'waived' },
      also: () => (fee.settled = { how: 'waived', at, accountId: head.accountId, reason }),
    });
    return at;
  }
  const at = clerk ? soon(world, askedAt, 1 + random.next()) : later(askedAt, 3 + 900 * random.next() ** 3);
  steps.push({
    at,
    kind: 'payFee',
    who: rule,
    facts: { orderId, totalFen, paidOn: shanghaiDay(at) },
    changes: { feeState: 'paid' },
    also: (now) => {
      const ref = clerk ? undefined : `YXP${random.whole(10_000_000, 99_999_999)}${random.whole(1000, 9999)}`;
      const method = clerk ? random.pick(['现金', '刷卡']) : '网上支付';
      fee.settled = { how: 'paid', at, accountId: clerk ? who.accountId : null, method, ...(ref ? { ref } : {}) };
      fee.receipt = receiptOf(world, now, fee, { at, method, ...(ref ? { ref } : {}) });
    },
  });
  return at;
}

/** Who takes the application back before anything was decided gets the money back; nothing was done for it. */
export function refund(course: Course, at: Date, steps: Planned[]): void {
  const { history, world } = course;
  const head = standingOf(history.random.pick(world.staff.heads.get(course.departmentId)!));
  const reason = history.random.pick(sayings.refund);
  steps.push({
    at,
    kind: 'refundFee',
    who: head,
    facts: () => ({ orderId: history.fees[0]!.orderId, reason }),
    changes: { feeState: 'refunded' },
    also: ({ fees }) => (fees[0]!.refunded = { at, accountId: head.accountId, reason }),
  });
}

/** The receipt that who pays gets (行政许可法 art. 59). */
function receiptOf(
  world: World,
  history: History,
  { items, totalFen }: Fee,
  paid: { at: Date; method: string; ref?: string },
): Paper {
  const { row } = history;
  const { at, method, ref } = paid;
  const receipt = paper(history, 'feeReceipt', at, {
    departmentName: world.departments.get(row.departmentId)!.name,
    caseNumber: row.number,
    itemName: row.itemName,
    recipientName: row.applicantName,
    payerName: row.applicantName,
    items,
    totalFen,
    paidOn: at.toISOString(),
    method,
    ...(ref ? { providerRef: ref } : {}),
  });
  receipt.payer = row.agentId ?? row.personId ?? row.organisationId;
  return receipt;
}
