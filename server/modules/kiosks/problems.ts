/** The ways in which things can go wrong at a kiosk. */
import { problems } from '#platform/problems';

export const kioskProblems = problems('kiosks', {
  notRegistered: [409, 'This browser is not registered as a kiosk: register it with a code from the workbench'],
  noSuchKiosk: [404, 'There is no such kiosk'],
  wrongCode: [422, 'This code is wrong or over: make a new one in the workbench'],
  wrongStaffCode: [422, 'This code is wrong'],
  codeLocked: [409, 'Wrong codes were given too often: wait until `until`'],
  noSitting: [409, 'This use of the kiosk has ended: begin again'],
  noSignIn: [404, 'This sign-in is over: have the kiosk show a new code'],
  notSignedInHere: [409, 'Sign in at this kiosk first'],
  otherPerson: [409, 'Somebody else has signed in at this kiosk: end their use there first, then scan again'],
  stayedLongest: [409, 'This sign-in has lasted as long as one may: sign in with the phone again'],
  wrongNumber: [409, 'This is not the number that the kiosk shows: begin again at the kiosk'],
  outOfService: [409, 'This kiosk is out of service'],
  noHall: [409, 'No tickets are taken at this place'],
  actRepeated: [409, 'This was done already with the same id, and for something else: begin it anew'],
  otherHall: [409, 'This appointment is at another hall: take its ticket there'],
  ticketsUsedUp: [409, 'No more tickets at once here: ask at the information desk'],
  notAtKiosk: [409, 'This cannot be applied for at a kiosk: use the phone, or come to a window'],
  printerElsewhere: [422, 'This printer of tickets is at another outlet: choose one of the outlet of the kiosk'],
  noPrinter: [409, 'This kiosk has no printer'],
  noPaper: [409, 'This kiosk has not enough paper'],
  printerFault: [409, 'The printer of this kiosk is out of order'],
  noSuchPrint: [404, 'There is no such paper'],
});
