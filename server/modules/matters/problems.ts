/** The ways in which joint handling can go wrong. */
import { problems } from '#platform/problems';

export const matterProblems = problems('matters', {
  noSuchEvent: [404, 'There is no such life event'],
  notInForce: [409, 'This life event cannot be applied for now: it has no version in force'],
  eventFaulty: [422, 'The life event has faults and cannot be published: see the list'],
  codeTaken: [409, 'Another life event has this code'],
  changedMeanwhile: [409, 'Somebody else changed the life event in the meantime: read it again'],
  noDraft: [409, 'There is no draft of this life event to publish'],
  dayPassed: [422, 'A version can only come into force today or later'],
  questionsOpen: [422, 'Answer the questions first: they choose what is applied for'],
  nothingChosen: [422, 'With these answers there is nothing to apply for'],
  notFound: [404, 'There is no such matter, or it is not for you'],
  nothingToTrack: [404, 'No matter has this code'],
  actionReused: [409, 'This actionId was used for another act'],
  noSuchMember: [404, 'The matter has no such part'],
  alreadyDecided: [409, 'This part is decided already and cannot be taken back any more'],
  notRunning: [409, 'The clock of this matter does not run: nothing is accepted yet, or all is decided'],
  extendedTooLong: [422, 'The law allows fifteen working days more at the most (行政许可法 art. 42)'],
  alreadyOverdue: [409, 'The time is over: more can only be approved before its last day has ended'],
  noSuchConsultation: [404, 'There is no such consultation, or it is not for you'],
  notUndecided: [409, 'Opinions can be asked only for a case that is accepted and not decided yet'],
  ownDepartment: [422, 'A department does not consult itself'],
  noSuchDepartment: [422, 'There is no such department'],
  nothingOfThis: [422, 'The case has no such answer or material to be given'],
  alreadyAnswered: [409, 'This was answered already, or taken back'],
  reasonMissing: [422, 'Say why you do not agree, or on what conditions'],
});
