/** What can be done across districts over HTTP. */
import { Type, type Static } from 'typebox';
import { ById, closed, contract, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';

const Key = Type.String({ minLength: 40, maxLength: 200, pattern: '^[A-Za-z0-9_-]+$' });
const KeyId = Type.String({ pattern: '^[0-9a-f]{64}$' });
const key = {
  publicKey: Key,
  /** As the other district reads it to whoever enters it: in any groups. */
  fingerprint: Type.String({ minLength: 64, maxLength: 100 }),
  validFrom: Instant,
  validUntil: Instant,
};
const Code = Type.String({ pattern: '^[0-9]{6}$' });

/** A partner with its keys and what waits for it. */
const Partner = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  baseUrl: Type.String(),
  lastAnswerAt: nullable(Instant),
  waiting: Type.Integer(),
  waitingSince: nullable(Instant),
  keys: Type.Array(
    Type.Object({ keyId: Type.String(), fingerprint: Type.String(), validFrom: Instant, validUntil: Instant, revokedAt: nullable(Instant) }),
  ),
}); // prettier-ignore
export type Partner = Static<typeof Partner>;

/** A person who applies for something of another district, as the window has read it from the card. */
const Person = closed({
  name: Type.String({ minLength: 1, maxLength: 60 }),
  idNumber: Type.String({ minLength: 18, maxLength: 18 }),
  phone: Type.Optional(Type.String({ pattern: '^1[0-9]{10}$' })),
});

/** What an application for another district says. Materials are those that the window has seen and keeps. */
export const Application = closed({
  itemId: Id,
  applicant: Person,
  answers: Type.Record(Type.String({ maxLength: 80 }), Type.Unknown()),
  situations: Type.Record(Type.String({ maxLength: 80 }), Type.String({ maxLength: 80 })),
  seenMaterials: Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 100, uniqueItems: true }),
});
export type Application = Static<typeof Application>;

/** A step of a case that came from another district. */
export const Step = Type.Object({
  applicationId: Id,
  seq: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  kind: Type.String({ maxLength: 40 }),
  state: Type.String({ maxLength: 40 }),
  at: Instant,
});
export type Step = Static<typeof Step>;

const taken = {
  id: Id,
  partnerId: Id,
  partnerName: Type.String(),
  itemId: Id,
  itemName: Type.String(),
  applicantName: Type.String(),
  takenAt: Instant,
  /** Null until the other district has answered. */
  number: nullable(Type.String()),
  trackCode: nullable(Type.String()),
  /** The problem with which the other district refused it. */
  refusal: nullable(Type.Unknown()),
  state: nullable(Type.String()),
  /** Since when it waits to be sent, and why it could not be. */
  waitingSince: nullable(Instant),
  fault: nullable(Type.String()),
};
const TakenLine = Type.Object(taken);
export type TakenLine = Static<typeof TakenLine>;

/** How a delivery failed: the words for each are the screen's. */
export const faults = ['unreachable', 'wrongAnswer', 'refused'] as const;

export const exchangeContract = contract({
  ownKey: {
    method: 'GET',
    path: '/exchange/own-key',
    summary: 'The public key of this district and its fingerprint, to be given to another one',
    reply: Type.Object({ code: Type.String(), publicKey: Type.String(), fingerprint: Type.String() }),
  },
  listPartners: {
    method: 'GET',
    path: '/exchange/partners',
    summary: 'The districts that we exchange with, their keys, and what waits for each',
    reply: Type.Array(Partner),
  },
  addPartner: {
    method: 'POST',
    path: '/exchange/partners',
    summary: 'Begin to exchange with a district whose fingerprint somebody has compared',
    body: closed({ code: Code, name: Type.String({ minLength: 1, maxLength: 60 }), baseUrl: Type.String({ minLength: 8, maxLength: 200 }), ...key }),
    reply: Type.Object({ id: Id }),
    problems: ['exchange.badAddress', 'exchange.badKey', 'exchange.fingerprintDiffers', 'exchange.partnerKnown', 'exchange.keyKnown', 'exchange.ownDistrict'],
  },
  addPartnerKey: {
    method: 'POST',
    path: '/exchange/partners/:id/keys',
    summary: 'Take another key of a partner; the old one holds beside it until its end',
    params: ById,
    body: closed(key),
    problems: ['exchange.notFound', 'exchange.badKey', 'exchange.fingerprintDiffers', 'exchange.keyKnown'],
  },
  revokePartnerKey: {
    method: 'POST',
    path: '/exchange/partners/:id/keys/revoke',
    summary: 'Take nothing more that is signed with this key',
    params: ById,
    body: closed({ keyId: KeyId }),
    problems: ['exchange.notFound'],
  },
  listQueue: {
    method: 'GET',
    path: '/exchange/queue',
    summary: 'Messages that wait to be sent, the oldest first',
    query: closed(paging),
    reply: pageOf(
      Type.Object({ id: Id, partnerId: Id, kind: oneOf('application', 'step'), createdAt: Instant, attempts: Type.Integer(), nextAt: Instant, fault: nullable(Type.String()) }),
    ),
  },
  retryNow: {
    method: 'POST',
    path: '/exchange/queue/retry',
    summary: 'Send what waits now instead of at its time',
  },
  takeIn: {
    method: 'POST',
    path: '/exchange/applications',
    summary: 'Take in an application for an item of another district (代收代办); it is sent over as soon as that district answers',
    body: closed({ actionId: Id, partnerId: Id, itemName: Type.String({ minLength: 1, maxLength: 200 }), application: Application }),
    reply: TakenLine,
    problems: ['exchange.notFound', 'exchange.actionReused', 'exchange.badIdNumber'],
  },
  listTaken: {
    method: 'GET',
    path: '/exchange/applications',
    summary: 'What was taken in for other districts, newest first',
    query: closed(paging),
    reply: pageOf(TakenLine),
  },
  getTaken: {
    method: 'GET',
    path: '/exchange/applications/:id',
    summary: 'An application for another district with its course there',
    params: ById,
    reply: Type.Object({ ...taken, steps: Type.Array(Type.Omit(Step, ['applicationId'])) }),
    problems: ['exchange.notFound'],
  },
  receiveMessage: {
    method: 'POST',
    path: '/exchange/messages',
    summary: 'A signed message of another district; the answer is signed too',
    body: closed({
      id: Id,
      from: Code,
      to: Code,
      kind: oneOf('application', 'step'),
      payload: Type.String({ maxLength: 500_000 }),
      keyId: KeyId,
      nonce: Type.String({ minLength: 16, maxLength: 64 }),
      sentAt: Instant,
      signature: Type.String({ minLength: 1, maxLength: 200 }),
    }),
    reply: Type.Object({ answer: Type.String(), keyId: Type.String(), signature: Type.String() }),
    problems: ['exchange.notForUs', 'exchange.unknownKey', 'exchange.keyNotValid', 'exchange.wrongSignature', 'exchange.clockApart', 'exchange.replayed', 'exchange.messageReused', 'exchange.notUnderstood', 'exchange.personDiffers', 'exchange.notFound'],
  },
}); // prettier-ignore
