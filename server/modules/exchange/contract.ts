/** What can be done across districts over HTTP. */
import { Type } from 'typebox';
import { ItemBody } from '#modules/catalogue/contract';
import { Submission } from '#modules/cases/contract';
import { ById, closed, contract, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { Code, documentFaults, Handed, key, KeyId, Partner, PartnerItem, taken, TakenLine } from './shapes.ts';
import { Applicant, messageKinds } from './wire.ts';

export { documentFaults, faults, type Partner, type PartnerItem, type TakenLine } from './shapes.ts';
export type { Application } from './wire.ts';

const taking = [
  'exchange.notFound',
  'exchange.itemNotOffered',
  'exchange.actionReused',
  'exchange.badIdNumber',
  'exchange.noOwnCard',
  'exchange.onlyPeople',
  'exchange.onlyPaperOrFiles',
  'cases.answersInvalid',
  'cases.materialsMissing',
  'documents.notYourFile',
] as const;

export const exchangeContract = contract({
  ownKey: {
    method: 'GET',
    path: '/exchange/own-key',
    summary: 'The public key of this district and its fingerprint, to be given to another one',
    reply: Type.Object({
      code: Type.String(),
      name: Type.String(),
      baseUrl: Type.String(),
      publicKey: Type.String(),
      fingerprint: Type.String(),
    }),
  },
  rotateKey: {
    method: 'POST',
    path: '/exchange/own-key/rotate',
    summary: 'Make a new key and tell it to every partner under the old one; each goes over to it once it has answered',
    reply: Type.Object({ fingerprint: Type.String() }),
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
    problems: ['exchange.badAddress', 'exchange.innerAddress', 'exchange.badKey', 'exchange.fingerprintDiffers', 'exchange.partnerKnown', 'exchange.keyKnown', 'exchange.ownDistrict'],
  },
  changePartner: {
    method: 'PUT',
    path: '/exchange/partners/:id',
    summary: 'A partner has another address or name; what waits for it goes there',
    params: ById,
    body: closed({ name: Type.String({ minLength: 1, maxLength: 60 }), baseUrl: Type.String({ minLength: 8, maxLength: 200 }) }),
    problems: ['exchange.notFound', 'exchange.badAddress', 'exchange.innerAddress'],
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
  refreshItems: {
    method: 'POST',
    path: '/exchange/partners/:id/items',
    summary: 'Ask a partner what it offers now',
    params: ById,
    problems: ['exchange.notFound'],
  },
  listOffered: {
    method: 'GET',
    path: '/exchange/offered',
    summary: 'Items of this district that other districts may take in for it',
    reply: Type.Array(Type.Object({ itemId: Id, name: Type.String(), since: Instant })),
  },
  offerItem: {
    method: 'PUT',
    path: '/exchange/offered/:id',
    summary: 'Let other districts take in this item for us',
    params: ById,
    problems: ['exchange.itemNotOpen', 'exchange.tooManyOffered'],
  },
  endOffer: {
    method: 'DELETE',
    path: '/exchange/offered/:id',
    summary: 'No longer let other districts take in this item',
    params: ById,
    problems: ['exchange.notFound'],
  },
  findPartnerItems: {
    method: 'GET',
    path: '/exchange/items',
    summary: 'What other districts let us take in for them',
    query: closed({ ...paging, partnerId: Type.Optional(Id), words: Type.Optional(Type.String({ maxLength: 60 })) }),
    reply: pageOf(PartnerItem),
  },
  getPartnerItem: {
    method: 'GET',
    path: '/exchange/partners/:partnerId/items/:id',
    summary: 'An item of another district with its form and materials',
    params: closed({ partnerId: Id, id: Id }),
    reply: Type.Object({ ...PartnerItem.properties, fetchedAt: Instant, body: ItemBody }),
    problems: ['exchange.itemNotOffered'],
  },
  fromDistrict: {
    method: 'GET',
    path: '/cases/:id/from-district',
    summary: 'The district that took in this case for us, if it was one',
    params: ById,
    reply: nullable(Type.Object({ name: Type.String(), code: Type.String() })),
    problems: ['cases.notFound'],
  },
  listQueue: {
    method: 'GET',
    path: '/exchange/queue',
    summary: 'Messages that wait to be sent, the oldest first',
    query: closed(paging),
    reply: pageOf(
      Type.Object({ id: Id, partnerId: Id, kind: oneOf(...messageKinds), createdAt: Instant, attempts: Type.Integer(), nextAt: Instant, fault: nullable(Type.String()), faultCode: nullable(Type.String()) }),
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
    description:
      'At a window `applicant` is whoever came; without it the person who is signed in applies for themselves. Checked by the version of the item that the other district gave; it checks again.',
    body: closed({
      actionId: Id,
      partnerId: Id,
      itemId: Id,
      applicant: Type.Optional(Applicant),
      answers: Submission.properties.answers,
      situations: Submission.properties.situations,
      materials: Handed,
      signature: Submission.properties.signature,
    }),
    reply: TakenLine,
    problems: taking,
  },
  supplementTaken: {
    method: 'POST',
    path: '/exchange/applications/:id/supplement',
    summary: 'Send over what the other district wants to have supplemented',
    params: ById,
    body: closed({
      actionId: Id,
      answers: Type.Optional(Submission.properties.answers),
      situations: Type.Optional(Submission.properties.situations),
      materials: Handed,
    }),
    reply: TakenLine,
    problems: [...taking, 'exchange.notWanted', 'exchange.nothingSupplemented'],
  },
  listTaken: {
    method: 'GET',
    path: '/exchange/applications',
    summary: 'What was taken in for other districts, newest first',
    query: closed(paging),
    reply: pageOf(TakenLine),
  },
  myTaken: {
    method: 'GET',
    path: '/my/exchange/applications',
    summary: 'The own applications to other districts, also those that a window took in',
    query: closed(paging),
    reply: pageOf(TakenLine),
  },
  getTaken: {
    method: 'GET',
    path: '/exchange/applications/:id',
    summary: 'An application for another district with its course there, and the documents that came from it',
    params: ById,
    reply: Type.Object({
      ...taken,
      partnerCode: Type.String(),
      itemVersion: Type.Integer(),
      answers: Submission.properties.answers,
      situations: Submission.properties.situations,
      materials: Type.Array(Type.Object({ materialId: Type.String(), how: Type.String(), files: Type.Array(Type.Object({ id: Id, name: Type.String() })) })),
      steps: Type.Array(Type.Object({ seq: Type.Integer(), kind: Type.String(), state: Type.String(), at: Instant, note: nullable(Type.String()) })),
      documents: Type.Array(
        Type.Object({ documentId: Id, title: Type.String(), titleEn: Type.String(), number: Type.String(), fileId: nullable(Id), fault: nullable(oneOf(...documentFaults)) }),
      ),
      supplements: Type.Array(Type.Object({ id: Id, at: Instant, answeredAt: nullable(Instant), refusal: nullable(Type.Unknown()) })),
    }),
    problems: ['exchange.notFound'],
  },
  askDocument: {
    method: 'POST',
    path: '/exchange/applications/:id/documents/:documentId',
    summary: 'Ask the other district again for a document that did not come',
    params: closed({ id: Id, documentId: Id }),
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
      kind: oneOf(...messageKinds),
      payload: Type.String({ maxLength: 400_000 }),
      data: Type.Optional(Type.String({ maxLength: 360_000, pattern: '^[A-Za-z0-9+/]*={0,2}$' })),
      keyId: KeyId,
      nonce: Type.String({ minLength: 16, maxLength: 64 }),
      sentAt: Instant,
      signature: Type.String({ minLength: 1, maxLength: 200 }),
    }),
    reply: Type.Object({ answer: Type.String(), data: Type.Optional(Type.String()), keyId: Type.String(), signature: Type.String() }),
    problems: ['exchange.notForUs', 'exchange.unknownKey', 'exchange.keyNotValid', 'exchange.wrongSignature', 'exchange.clockApart', 'exchange.replayed', 'exchange.messageReused', 'exchange.notUnderstood', 'exchange.personDiffers', 'exchange.tooEarly', 'exchange.fileBroken', 'exchange.tooMuch', 'exchange.notFound'],
  },
}); // prettier-ignore
