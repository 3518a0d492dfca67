/** The ways in which working on a case can go wrong. */
import { problems } from '#platform/problems';

export const caseProblems = problems('cases', {
  notFound: [404, 'There is no such case, or it is not for you'],
  wrongStep: [409, 'This step is not possible in the state that the case is in now'],
  changedMeanwhile: [409, 'Somebody else acted on the case in the meantime: look at it again'],
  answersInvalid: [422, 'Some answers are missing or wrong'],
  materialsMissing: [422, 'Some materials that must be handed in are missing'],
  fileNotYours: [422, 'A file that is named here was not uploaded by you, or was removed'],
  notForApplicant: [422, 'This item cannot be applied for by this kind of applicant'],
  mayNotActFor: [403, 'You have no authority to act for this person or company'],
  applicantMissing: [422, 'Say for whom the application is made'],
  notSigned: [422, 'The application is not signed'],
  itemNotOpen: [409, 'This item cannot be applied for now: it has no version in force'],
  feeOutstanding: [409, 'A fee is still to be paid or waived before the result is handed over'],
  notImmediate: [409, 'Only an immediate item can be finished at once'],
  draftChanged: [409, 'This draft was changed on another device'],
  heldByOther: [409, 'Somebody else holds this case'],
  actionReused: [409, 'This actionId was used for another act'],
  clockDayWrong: [
    422,
    'The day must lie between the beginning of the clock and today, and one in the past needs a reason',
  ],
  plannedEndWrong: [422, 'A special procedure cannot be planned to end before today'],
  notPaused: [409, 'This special procedure is not under way: it has ended, or was cancelled'],
  clockStandsStill: [409, 'The clock stands still: end the special procedure first'],
  extendedTooLong: [422, 'The law allows ten working days more at the most (行政许可法 art. 42)'],
  alreadyOverdue: [409, 'The time is over: more can only be approved before its last day has ended'],
  nothingAsked: [409, 'Nobody has asked for an extension'],
  noSuchClockEvent: [409, 'Nothing of this kind stands on the clock, or it was cancelled already'],
  nothingToTrack: [404, 'No case has this number and name, or this code'],
});
