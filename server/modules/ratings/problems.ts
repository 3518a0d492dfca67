/** The ways in which rating can go wrong. */
import { problems } from '#platform/problems';

export const ratingProblems = problems('ratings', {
  nothingToRate: [404, 'No case has this code'],
  noSuchTicket: [404, 'There is no ticket with this code'],
  notServed: [409, 'The visit can be rated once the ticket has been served'],
  tooLate: [409, 'This visit was more than seven days ago: it can be rated no more'],
  visitRated: [409, 'This visit was rated before: each ticket is rated once'],
  notEnded: [409, 'The case is still in progress: it can be rated once it has ended'],
  alreadyRated: [409, 'This case was rated before: each case is rated once'],
  actionReused: [409, 'This actionId was used for another rating'],
  reasonsMissing: [422, 'Choose at least one reason: it is what lets us put it right'],
  reasonsNotAsked: [422, 'Reasons are asked for the two lowest levels only'],
  commentMissing: [422, 'Say in a few words what the other reason is'],
});
