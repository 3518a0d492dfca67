/** The face of `prereview`: cases judged by the rules of their items, and how far the machine may go. */
import type { Module } from '#platform/module';
import { prereviewContract } from './contract.ts';
import { may } from './may.ts';
import { jobs, reactions } from './reactions.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'prereview',
  uses: ['catalogue', 'rules', 'documents', 'reading', 'cases'],
  contract: prereviewContract,
  permissions: may,
  routes,
  reactions,
  jobs,
};

/** A case was judged by its rules. */
export { caseReviewed, type ReviewFacts } from './events.ts';
/** Acts on a review as far as the item's level and the switch allow. */
export { actOnReview } from './act-on-review.ts';
/** What the rules say of a case. Pure; and storing many, for a loader. */
export { reviewCases, reviewOf, reviewLoaded } from './review-cases.ts';
export { settleRecheck } from './govern-machine.ts';
export { insertSetting } from './machine-store.ts';
