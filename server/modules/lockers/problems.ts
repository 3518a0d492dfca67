/** The ways in which a locker can refuse. */
import { problems } from '#platform/problems';

export const lockerProblems = problems('lockers', {
  noSuchEntry: [404, 'There is no such entry, or it is not for you'],
  notTheirs: [422, 'This certificate belongs to somebody else: only what is the applicant’s own can be used'],
  expired: [409, 'This certificate has expired: hand in the new one'],
  notYet: [409, 'This certificate is not valid yet'],
  revoked: [409, 'This certificate was revoked by the office that issued it and does not serve any more'],
  superseded: [409, 'A newer one has taken the place of this certificate: choose the newer one'],
  removed: [409, 'This material was taken out of the locker: choose another way to hand it in'],
  wrongKind: [422, 'This certificate is not of a kind that meets the material'],
  lowTrust: [
    422,
    'Nobody has compared this with the original yet: bring the original to a window once, or hand it in anew',
  ],
  notConsented: [409, 'The owner has not agreed to this use, or has taken the consent back: ask the owner first'],
  notRemovable: [
    409,
    'Only what you uploaded yourself can be taken out; what an office issued stays, and is not used without you',
  ],
  notRevocable: [409, 'Only what this department issued, or compared with the original, can be revoked, and only once'],
  datesWrong: [422, 'The first day of validity lies after the last one, or the last one is over'],
  notForOwner: [422, 'A certificate of this kind does not belong to this kind of owner'],
  tooMany: [409, 'There are too many own uploads in the locker: take some out first'],
  consentAboutNothing: [422, 'Say for which department or which service the consent is given'],
  consentEnded: [409, 'This consent has ended or was taken back already'],
});
