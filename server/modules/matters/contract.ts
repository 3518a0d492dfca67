/** What can be done with life events, matters and consultations over HTTP. */
import { Type } from 'typebox';
import { ById, closed, contract, Id, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { eventOperations } from './event-operations.ts';
import {
  Application,
  Consultation,
  EventLine,
  LifeEvent,
  MatterLine,
  MatterReceipt,
  MatterWhole,
  PartOfMatter,
  text,
  TrackedMatter,
} from './shapes.ts';

export * from './shapes.ts';
export { LifeEventBody, policies, type Ask, type Member, type Policy as PolicyName } from './life-event.ts';
/** What the browser draws by the rules of the server: the one form, the order of its parts, what ends with what. */
export { askedQuestions, chosenMembers, mergedBody, type BodyOf } from './merge.ts';
export { layersOf } from './order.ts';
export { isDecided, type Fate, type Outcome } from './matter.ts';
export { faultKinds, type FaultKind } from './event-faults.ts';

const Reason = text(2000);
const submitting = [
  'matters.notInForce',
  'matters.questionsOpen',
  'matters.nothingChosen',
  'matters.actionReused',
  'cases.itemNotOpen',
  'cases.applicantMissing',
  'cases.answersInvalid',
  'cases.materialsMissing',
  'cases.mayNotActFor',
  'cases.notForApplicant',
  'cases.notSigned',
  'cases.undertakingNotSigned',
  'cases.barredFromUndertaking',
  'cases.addressMissing',
  'cases.notOfferedHere',
  'documents.notYourFile',
  'general.tooMany',
] as const;

export const mattersContract = contract({
  listLifeEvents: {
    method: 'GET',
    path: '/life-events',
    summary: 'Life events (一件事) in force; with `find` those that a request in citizens’ words means, the best first',
    query: closed({ find: Type.Optional(text(200)) }),
    reply: Type.Object({ rows: Type.Array(EventLine) }),
  },
  getLifeEvent: {
    method: 'GET',
    path: '/life-events/:id',
    summary: 'A life event with its parts and their forms: what the one form is made of',
    params: ById,
    reply: LifeEvent,
    problems: ['matters.noSuchEvent', 'matters.notInForce'],
  },
  ...eventOperations,
  applyForMatter: {
    method: 'POST',
    path: '/matters',
    summary: 'Apply for everything at once: one form, one set of materials, a case for each part, all of them or none',
    description:
      'Checked as if each part were an application by itself; what is wrong is told at once, under the names of the one form. Parts that need the result of another one are opened by the rule when it is granted.',
    body: Application,
    reply: MatterReceipt,
    problems: submitting,
  },
  myMatters: {
    method: 'GET',
    path: '/my/matters',
    summary: 'The matters of the person who is signed in, and those they act in',
    query: closed({ ...paging, open: Type.Optional(Type.Boolean()) }),
    reply: pageOf(MatterLine),
  },
  listMatters: {
    method: 'GET',
    path: '/matters',
    summary: 'Matters that the department leads; for the service office all',
    query: closed({ ...paging, open: Type.Optional(Type.Boolean()), eventId: Type.Optional(Id) }),
    reply: pageOf(MatterLine),
  },
  getMatter: {
    method: 'GET',
    path: '/matters/:id',
    summary: 'A matter with all its parts: where each stands, what is wanted, the histories side by side',
    params: ById,
    reply: MatterWhole,
    problems: ['matters.notFound'],
  },
  trackMatter: {
    method: 'POST',
    path: '/track/matters',
    summary: 'Follow a matter by the code of its receipt',
    body: closed({ code: text(60) }),
    reply: TrackedMatter,
    problems: ['matters.nothingToTrack', 'general.tooMany'],
  },
  foreseeWithdrawal: {
    method: 'GET',
    path: '/matters/:id/withdrawal',
    summary: 'What else ends if one part, or everything, is taken back',
    params: ById,
    query: closed({ member: Type.Optional(text(20)) }),
    reply: Type.Object({ members: Type.Array(Type.String()) }),
    problems: ['matters.notFound', 'matters.noSuchMember', 'matters.alreadyDecided'],
  },
  withdrawFromMatter: {
    method: 'POST',
    path: '/matters/:id/withdrawal',
    summary: 'Take back one part, or everything that is not decided; the policy says what ends with it',
    params: ById,
    body: closed({ actionId: Id, member: Type.Optional(text(20)), reason: Type.Optional(Reason) }),
    reply: MatterLine,
    problems: ['matters.notFound', 'matters.noSuchMember', 'matters.alreadyDecided', 'matters.actionReused'],
  },
  extendMatter: {
    method: 'POST',
    path: '/matters/:id/extension',
    summary:
      'More time for joint handling, approved by the government (行政许可法 art. 42 (2)); the applicant is told why',
    params: ById,
    body: closed({
      actionId: Id,
      days: Type.Integer({ minimum: 1, maximum: 15 }),
      reason: Reason,
      approvedBy: text(100),
    }),
    reply: MatterLine,
    problems: [
      'matters.notFound',
      'matters.notRunning',
      'matters.extendedTooLong',
      'matters.alreadyOverdue',
      'matters.actionReused',
    ],
  },
  partOfMatter: {
    method: 'GET',
    path: '/cases/:id/matter',
    summary: 'Of which matter a case is a part; null for a case by itself. Nothing of the other parts',
    params: ById,
    reply: nullable(PartOfMatter),
    problems: ['cases.notFound'],
  },
  agreeToPart: {
    method: 'POST',
    path: '/cases/:id/agreement',
    summary:
      'Agree to a part of a matter to which all must agree; when the last department has, all parts are granted together',
    description:
      'Nothing is decided by one agreement: until the last one it can be taken back, and every department can still refuse.',
    params: ById,
    body: closed({ actionId: Id, opinion: Type.Optional(text(2000)), conditions: Type.Optional(text(2000)) }),
    reply: nullable(PartOfMatter),
    problems: [
      'cases.notFound',
      'cases.decisionHindered',
      'cases.hearingPending',
      'matters.notByAgreement',
      'matters.notUndecided',
      'matters.agreedAlready',
      'matters.actionReused',
    ],
  },
  takeBackAgreement: {
    method: 'POST',
    path: '/cases/:id/agreement/withdrawal',
    summary: 'Take an agreement back while not all departments have agreed',
    params: ById,
    body: closed({ actionId: Id }),
    reply: nullable(PartOfMatter),
    problems: [
      'cases.notFound',
      'matters.notByAgreement',
      'matters.notAgreedYet',
      'matters.alreadyDecided',
      'matters.actionReused',
    ],
  },
  askOpinion: {
    method: 'POST',
    path: '/cases/:id/consultations',
    summary: 'Ask another department for its opinion (征求意见): it sees what it is given and nothing else',
    params: ById,
    body: closed({
      actionId: Id,
      departmentId: Id,
      question: text(2000),
      days: Type.Integer({ minimum: 1, maximum: 60 }),
      /** Names of answers, and ids of materials, that are sent along. */
      answers: Type.Array(text(64), { maxItems: 60 }),
      materials: Type.Array(text(64), { maxItems: 60 }),
    }),
    reply: Consultation,
    problems: [
      'cases.notFound',
      'matters.notUndecided',
      'matters.ownDepartment',
      'matters.noSuchDepartment',
      'matters.nothingOfThis',
      'matters.actionReused',
    ],
  },
  consultationsOfCase: {
    method: 'GET',
    path: '/cases/:id/consultations',
    summary: 'Whom the department has asked about a case, and what they said',
    params: ById,
    reply: Type.Array(Consultation),
    problems: ['cases.notFound'],
  },
  listConsultations: {
    method: 'GET',
    path: '/consultations',
    summary: 'What the department was asked; for the service office everything that is open or overdue',
    query: closed({ ...paging, open: Type.Optional(Type.Boolean()), overdue: Type.Optional(Type.Boolean()) }),
    reply: pageOf(Consultation),
  },
  getConsultation: {
    method: 'GET',
    path: '/consultations/:id',
    summary: 'A consultation with what was given',
    params: ById,
    reply: Consultation,
    problems: ['matters.noSuchConsultation'],
  },
  answerConsultation: {
    method: 'POST',
    path: '/consultations/:id/answer',
    summary: 'Answer: agreed, not agreed, or on conditions',
    params: ById,
    body: closed({ answer: oneOf('agreed', 'disagreed', 'conditional'), text: Type.Optional(text(2000)) }),
    reply: Consultation,
    problems: ['matters.noSuchConsultation', 'matters.alreadyAnswered', 'matters.reasonMissing'],
  },
  recallConsultation: {
    method: 'POST',
    path: '/consultations/:id/recall',
    summary: 'Take a consultation back that is not answered',
    params: ById,
    body: closed({}),
    reply: Consultation,
    problems: ['matters.noSuchConsultation', 'matters.alreadyAnswered'],
  },
});
