/** The ways in which asking for after-hours service and giving it can go wrong. */
import { problems } from '#platform/problems';

export const afterhoursProblems = problems('afterhours', {
  notFound: [404, 'There is no request with this number or code'],
  noSuchTime: [409, 'This time is not offered, or it is too late to ask for it: choose one of those shown'],
  timeFull: [409, 'All places of this time are given: choose another one'],
  haveRequest: [409, 'You have asked for this time already'],
  ticketUsed: [409, 'With this ticket a time was asked for already'],
  ticketNotFree: [409, 'With this ticket no time can be asked for: it was served or given back, its hall is still open, or it is more than a week old'], // prettier-ignore
  wrongStep: [409, 'This is not possible now: look at the request again'],
  actionReused: [409, 'This actionId was used for another act'],
  noSuchWindow: [422, 'This window is not of this hall or out of service: choose another one'],
  noSuchColleague: [422, 'This account has no post that counts: choose somebody else'],
  colleagueBusy: [409, 'This colleague stays at another window at that time: choose somebody else, or that window'],
  windowBusy: [409, 'Somebody else stays at this window at that time: choose another one'],
  tooEarly: [409, 'The time has not come yet: record it when it has begun'],
  wrongStart: [422, 'The beginning must lie within the time that was granted, and not in the future: give the time at which it began'], // prettier-ignore
  wrongEnd: [422, 'The end must be after the beginning, on the same day, and not in the future'],
  beyondGrant: [
    422,
    'It ended after the time that was granted: give the end of that time, or let the service office record the later one',
  ],
  begun: [409, 'The time has begun and a colleague stays for it: it cannot be cancelled any more'],
  mattersTooFew: [422, 'More cases are named than matters were done: count again'],
  whileOpen: [422, 'The hall is open at that time, so nobody could ask for it: offer a time before or after its hours'],
  timesWrong: [422, 'It must end after it begins: correct the times'],
});
