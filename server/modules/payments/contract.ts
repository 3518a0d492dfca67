/** What payments offer over HTTP. All amounts are whole fen. */
import { Type, type Static } from 'typebox';
import { ById, closed, contract, Id, Instant, nullable, oneOf } from '#platform/contract';
import { feeStates, movementKinds } from './fee-order.ts';

export { sayYuan, type FeeItem, type FeeState } from './fee-order.ts';

/** One change of a fee. */
export const Movement = Type.Object({
  kind: oneOf(...movementKinds),
  amountFen: Type.Integer(),
  method: nullable(Type.String()),
  reason: nullable(Type.String()),
  at: Instant,
});

/** A fee of a case, with all that happened to it. */
export const Fee = Type.Object({
  id: Id,
  subjectId: Id,
  items: Type.Array(Type.Object({ name: Type.String(), amountFen: Type.Integer(), basis: Type.String() })),
  totalFen: Type.Integer(),
  paidFen: Type.Integer(),
  refundedFen: Type.Integer(),
  state: oneOf(...feeStates),
  departmentName: Type.String(),
  caseNumber: Type.String(),
  itemName: Type.String(),
  /** The receipt (收款收据), a document. */
  receiptId: nullable(Id),
  createdAt: Instant,
  movements: Type.Array(Movement),
});
export type Fee = Static<typeof Fee>;

const Ref = Type.String({ minLength: 1, maxLength: 100, pattern: '^[A-Za-z0-9_.-]+$' });

export const paymentsContract = contract({
  listFees: {
    method: 'GET',
    path: '/fees',
    summary: 'The fees of a case',
    query: closed({ subjectId: Id }),
    reply: Type.Array(Fee),
  },
  getFee: {
    method: 'GET',
    path: '/fees/:id',
    summary: 'A fee, with all that happened to it',
    params: ById,
    reply: Fee,
    problems: ['payments.noSuchFee'],
  },
  startPayment: {
    method: 'POST',
    path: '/fees/:id/pay',
    summary: 'Go and pay: where the payment service takes over',
    params: ById,
    reply: Type.Object({ payUrl: Type.String(), ref: Type.String() }),
    problems: ['payments.noSuchFee', 'payments.alreadySettled', 'payments.providerAway'],
  },
  recordPayment: {
    method: 'POST',
    path: '/fees/:id/paid-at-window',
    summary: 'Money was taken at a window',
    params: ById,
    body: closed({ method: oneOf('cash', 'card') }),
    reply: Fee,
    problems: ['payments.noSuchFee', 'payments.alreadySettled'],
  },
  reportPayment: {
    method: 'POST',
    path: '/payments/report',
    summary: 'The payment service says what became of a payment; saying it again changes nothing',
    body: closed({
      orderId: Id,
      ref: Ref,
      amountFen: Type.Integer({ minimum: 1, maximum: 10_000_000_000 }),
      outcome: oneOf('paid', 'failed'),
      at: Instant,
      /** HMAC-SHA256 as hex over the five fields above. */
      signature: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    }),
    problems: ['payments.badSignature', 'payments.noSuchFee', 'payments.wrongAmount'],
  },
  simulatePayment: {
    method: 'POST',
    path: '/payments/simulator',
    summary: 'Demo only: do at the simulated payment page what a person would do',
    body: closed({ ref: Ref, outcome: oneOf('paid', 'failed', 'paidTwice', 'unheard') }),
    problems: ['payments.noSimulator', 'payments.noSuchFee'],
  },
});
