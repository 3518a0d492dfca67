/** The ways in which things can go wrong with advices. */
import { problems } from '#platform/problems';

export const tidesProblems = problems('tides', {
  noAdvice: [404, 'There is no such advice'],
  noHall: [404, 'No tickets are taken at this outlet, so nobody waits there'],
  noZone: [404, 'This hall has no such zone'],
  decidedAlready: [409, 'Somebody has decided this already: look at it again'],
  notAsked: [409, 'This is no longer asked of you: look at it again'],
  actReused: [409, 'This actionId was used for something else: make a new one'],
  noManager: [422, 'Only somebody of the service office who has a post today can be told: choose others'],
});
