/** The ways in which the exchange with another district can go wrong. */
import { problems } from '#platform/problems';

export const exchangeProblems = problems('exchange', {
  badAddress: [422, 'The address of a district is https://host, or this machine: no path, no user, no password'],
  badKey: [422, 'This is no Ed25519 public key: copy it whole from the page of the other district'],
  fingerprintDiffers: [
    422,
    'The fingerprint is not that of the key: ask the other district to read theirs to you again',
  ],
  partnerKnown: [409, 'This district is a partner already: add the new key to it'],
  keyKnown: [409, 'This key is on record already'],
  ownDistrict: [422, 'This is the code of this district: enter the code of the other one'],
  notFound: [404, 'There is no such partner, key or application'],
  actionReused: [409, 'This actionId was used for another application'],
  notForUs: [422, 'The message is for another district'],
  unknownKey: [401, 'No district with this key is a partner: exchange keys first'],
  keyNotValid: [401, 'This key has expired or was revoked: sign with a valid one'],
  wrongSignature: [401, 'The signature does not fit the message: nothing was stored'],
  clockApart: [401, 'The message is more than five minutes off the clock here: set the clock, sign it again'],
  replayed: [409, 'This delivery came before: whoever sends again signs again'],
  messageReused: [409, 'A message with this id came before and said something else'],
  notUnderstood: [422, 'The signed text is not what its kind says'],
  badIdNumber: [422, 'This is no number of a resident identity card: read it from the card again'],
  personDiffers: [422, 'The number of the card belongs to a person of another name here: compare the card'],
});
