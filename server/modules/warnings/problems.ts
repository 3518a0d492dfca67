/** What can go wrong with warnings in a way that the caller can act on. */
import { problems } from '#platform/problems';

export const warningProblems = problems('warnings', {
  ladderInvalid: [422, 'The ladder contradicts itself: see the rungs that are named'],
  changedMeanwhile: [409, 'Somebody else has saved this ladder meanwhile: read it again, then save yours'],
  noOwnLadder: [409, 'This ladder is not of its own: there is nothing to take back'],
  noSuchFault: [404, 'There is no such open fault'],
});
