/** What can go wrong with warnings in a way that the caller can act on. */
import { problems } from '#platform/problems';

export const warningProblems = problems('warnings', {
  ladderInvalid: [422, 'The ladder contradicts itself: see the rungs that are named'],
  changedMeanwhile: [409, 'Somebody else has saved this ladder meanwhile: read it again, then save yours'],
  noOwnLadder: [409, 'This ladder is not of its own: there is nothing to take back'],
  notOverdue: [409, 'The case is not overdue: a reminder is for one whose date is over'],
  standing: [409, 'The clock of the case stands still: it can be reminded of when it goes on'],
  remindedAlready: [409, 'A reminder of this case waits for its answer'],
  actionReused: [409, 'This actionId was used for another reminder'],
  answeredAlready: [409, 'This reminder was answered before'],
  noSuchReminder: [404, 'There is no such reminder, or it is not for you'],
  noSuchFault: [404, 'There is no such open fault'],
});
