/** The ways in which complaining, and handling a complaint, can go wrong. */
import { problems } from '#platform/problems';

export const complaintProblems = problems('complaints', {
  notFound: [404, 'There is no complaint with this number or code'],
  wrongStep: [409, 'This is not possible now: look at the complaint again'],
  actionReused: [409, 'This actionId was used for another act'],
  noSuchColleague: [422, 'This account has no post that counts: choose somebody else'],
  noSuchWindow: [422, 'There is no such window in service: choose another one, or none'],
  mustNotHandle: [409, 'This person must not handle it: it is about them, or about their superior, or they answered it the first time'],
  nobodyNamed: [409, 'It is not known yet whom it is about: say so first'],
}); // prettier-ignore
