/** The ways in which things can go wrong on the floor of a hall. */
import { problems } from '#platform/problems';

export const floorProblems = problems('floor', {
  spanTooLong: [422, 'Ask for at most 31 days, the first not after the last'],
  dayOver: [422, 'Turns are planned for today and later'],
  wrongSpan: [422, 'A turn ends after it starts, and the turns of one day do not overlap'],
  turnsOverlap: [409, 'Somebody has another turn at that time already: take it away first'],
  noSuchStaff: [422, 'Somebody of these has no post in this district: choose again'],
  windowNotHere: [422, 'This window is of another hall: choose one of this hall'],
  noTurn: [404, 'There is no such turn'],
  turnBegun: [409, 'The turn has begun: say what it was instead of taking it away'],
  turnNotBegun: [409, 'The turn has not begun: take it away instead'],
  ownTurn: [403, 'What your own turn was is for somebody else to say'],
  noFinding: [404, 'There is no such finding'],
  wrongStep: [409, 'This step is not possible now: read the finding again'],
  noSuchDepartment: [422, 'There is no such department in service: choose another one'],
  actRepeated: [409, 'This actionId was used for another act'],
});
