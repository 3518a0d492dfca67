/** What can go wrong with fees in a way that the caller can act on. */
import { problems } from '#platform/problems';

export const feeProblems = problems('payments', {
  noSuchFee: [404, 'There is no such fee, or it is not for you'],
  alreadySettled: [409, 'This fee has been paid, waived or cancelled already'],
  notPaid: [409, 'This fee has not been paid, so nothing can be refunded'],
  moreThanPaid: [409, 'More would be refunded than was paid'],
  wrongAmount: [422, 'The amount is not the one that was asked'],
  badSignature: [403, 'The signature of the payment message is wrong'],
  providerAway: [503, 'The payment service does not answer: nothing was paid, try again shortly'],
  noSimulator: [404, 'The payment simulator is part of the demo district only'],
});
