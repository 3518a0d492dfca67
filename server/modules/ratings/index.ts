/** The face of `ratings`: what applicants say of the service. */
import type { Module } from '#platform/module';
import { ratingsContract } from './contract.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'ratings',
  uses: ['deadlines', 'cases', 'hall'],
  contract: ratingsContract,
  permissions: may,
  routes,
};

/** A case was rated. */
export { ratingGiven, type RatingFacts } from './events.ts';
/** A rating by its id. */
export { findRating } from './store.ts';
/** Rates a case that has ended, once. */
export { rateCase } from './rate-case.ts';
