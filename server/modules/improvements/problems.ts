/** The ways in which acting on a suggestion can go wrong. */
import { problems } from '#platform/problems';

export const improvementProblems = problems('improvements', {
  notFound: [404, 'There is no such suggestion'],
  wrongStep: [409, 'This step is not possible now: read the suggestion again'],
  planDayWrong: [422, 'The planned day must be after today and within a year'],
  noSuchDepartment: [422, 'There is no such department in service: choose another one'],
  noSuchRating: [422, 'There is no such rating that you may see'],
  noSuchItem: [422, 'There is no such item in force: choose another one'],
  actionReused: [409, 'This actionId was used for another act'],
});
