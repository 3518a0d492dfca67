/** The ways in which asking for figures can go wrong. */
import { problems } from '#platform/problems';

export const insightProblems = problems('insight', {
  wrongPeriod: [422, 'The period must begin before it ends and be at most three years long'],
  tooManyRows: [422, 'That is too many rows for one file: choose a shorter period or a department'],
});
