/** The ways in which it can go wrong with reviews by machine. */
import { problems } from '#platform/problems';

export const prereviewProblems = problems('prereview', {
  noRules: [409, 'This item has no published rules by which the machine could go'],
  notImmediate: [422, 'Only an immediate item may be decided by machine'],
  notSampled: [404, 'This act of the machine is not to be checked again'],
  checkedAlready: [409, 'This act of the machine was checked already'],
  changedMeanwhile: [409, 'Somebody else changed this meanwhile'],
  noteMissing: [422, 'Say what the machine got wrong'],
  answerMissing: [422, 'The applicant asked: say in a sentence what you found'],
  notByMachine: [409, 'A person decided this, not the machine'],
  askedAlready: [409, 'A person was asked to look at this case already'],
});
