/** The ways in which remote help can go wrong. */
import { problems } from '#platform/problems';

export const helpProblems = problems('remotehelp', {
  noHelp: [404, 'No request for help has this code, or it is not yours'],
  nobodyThere: [409, 'No clerk is there for remote help now: come to a window, book a time, or call the hotline 12345'],
  full: [409, 'Too many people wait for remote help: come to a window, or try again later'],
  haveHelp: [409, 'You have asked for help already, perhaps in another tab: go on there, or end it first'],
  noItem: [404, 'There is no such item'],
  wrongAct: [409, 'That is not possible any more: the help has moved on'],
  actRepeated: [409, 'This actionId was used for something else'],
  noSeat: [409, 'Say first that you are there for remote help'],
  helping: [409, 'You are helping somebody: finish or hand over first'],
  colleagueAway: [409, 'This colleague is not free any more: choose another one, or hand over to the queue'],
  otherTab: [409, 'The help goes on in another tab or on another device'],
  recordTooLong: [422, 'These are more than 10,000 helps: choose fewer days'],
  olderConnection: [409, 'The other side has begun the connection anew'],
});
