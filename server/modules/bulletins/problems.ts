/** The ways in which a bulletin can be refused. */
import { problems } from '#platform/problems';

export const bulletinProblems = problems('bulletins', {
  monthNotBegun: [422, 'This month has not begun or lies too far back: choose a month up to the present one'],
  madeMeanwhile: [409, 'Somebody made an edition of this month at the same moment: open the list again'],
});
