/** What can be done with cases over HTTP. */
import { Type } from 'typebox';
import { ById, closed, contract, countedPageOf, Day, Id, Instant, oneOf, pageOf, paging } from '#platform/contract';
import { usingProblems } from '#modules/lockers/contract';
import { states } from './case.ts';
import { AnnouncedHearing } from './hearing-shapes.ts';
import {
  CaseClock,
  CaseLine,
  CaseWhole,
  doors,
  Draft,
  Reason,
  Receipt,
  RecordLine,
  Submission,
  text,
  Tracked,
  UndertakingLine,
} from './shapes.ts';
import { stepOperations } from './step-operations.ts';

export * from './shapes.ts';
export { AnnouncedHearing } from './hearing-shapes.ts';
export { Signature as SubmissionSignature } from './signature.ts';
export { revocationGrounds, revocationGroundNames, type RevocationGround } from './undertakings/revocation.ts';
export {
  kinds,
  states,
  finalStates,
  openStates,
  specialProcedures,
  isFinal,
  type Kind,
  type State,
  type HandedIn,
  type Procedure,
} from './case.ts';

/** What can go wrong with an application by any door. */
const submitting = [
  'cases.itemNotOpen',
  'cases.applicantMissing',
  'cases.answersInvalid',
  'cases.materialsMissing',
  'cases.mayNotActFor',
  'cases.notSigned',
  'cases.addressMissing',
  'cases.notOfferedHere',
  'general.tooMany',
  'cases.fileNotYours',
  'cases.notForApplicant',
  'cases.actionReused',
  'cases.undertakingNotSigned',
  'cases.barredFromUndertaking',
  'documents.notYourFile',
  ...usingProblems,
] as const;

export const casesContract = contract({
  submitCase: {
    method: 'POST',
    path: '/cases',
    summary: 'Hand in an application: from the portal for oneself or by authority, at a window for whoever came',
    description:
      'One case, however often the same `actionId` is sent. `applicant` is empty for oneself; with `organisationId` the person who is signed in acts by authority. Answers are checked against the form of the version of the item that is in force, after hidden questions were taken out; all faults come at once, in `facts.fields`. Open cases of the same item are told in `openLike` and hinder nothing.',
    examples: [
      {
        actionId: '01978a4e-7c1e-7f6a-9b0d-2f1c5a7e9d10',
        itemId: '01978a4e-0000-7000-8000-000000000001',
        applicant: {},
        answers: { childName: '陈一诺', bornOn: '2026-05-18' },
        situations: { parents: 'married' },
        materials: [
          { materialId: 'birthCertificate', how: 'upload', fileIds: ['01978a4e-7c1e-7f6a-9b0d-2f1c5a7e9d11'] },
        ],
        delivery: { way: 'electronic' },
        signature: { way: 'confirmed' },
      },
    ],
    body: Submission,
    reply: Receipt,
    problems: submitting,
  },
  finishAtOnce: {
    method: 'POST',
    path: '/cases/at-once',
    summary: 'An immediate item (即办件) on one screen: received, accepted, decided and issued',
    body: closed({ ...Submission.properties, opinion: Type.Optional(text(2000)) }),
    reply: Receipt,
    problems: [...submitting, 'cases.notImmediate', 'cases.notDecidedHere'],
  },
  openLike: {
    method: 'GET',
    path: '/cases/open-like',
    summary: 'Open cases of the same item for the same applicant',
    query: closed({ itemId: Id, personId: Type.Optional(Id), organisationId: Type.Optional(Id) }),
    reply: Type.Array(Type.Object({ id: Id, number: Type.String(), submittedAt: Instant })),
  },
  getCase: {
    method: 'GET',
    path: '/cases/:id',
    summary: 'A case with its history, and what may be done now',
    params: ById,
    reply: CaseWhole,
    problems: ['cases.notFound'],
  },
  explainClocks: {
    method: 'GET',
    path: '/cases/:id/clocks',
    summary: 'Why this date: every clock of a case, what happened to it, and each day that did not count',
    params: ById,
    reply: Type.Array(CaseClock),
    problems: ['cases.notFound'],
  },
  applicationForm: {
    method: 'GET',
    path: '/cases/:id/application-form',
    summary: 'The application form (申请表) as PDF, as it stands after all supplements and corrections',
    params: ById,
    query: closed({ download: Type.Optional(Type.Boolean()) }),
    reply: 'file',
    problems: ['cases.notFound'],
  },
  trackCase: {
    method: 'POST',
    path: '/track',
    summary: 'Follow a case by the code of its receipt, or by number and applicant’s name',
    description:
      'With the code nothing else is needed. Number and name have to fit each other; a wrong pair and a number that is nobody’s have the same answer.',
    examples: [{ number: '330199-2026-0000123', name: '陈小满' }],
    body: closed({ code: Type.Optional(text(40)), number: Type.Optional(text(40)), name: Type.Optional(text(100)) }),
    reply: Tracked,
    problems: ['cases.nothingToTrack', 'general.tooMany'],
  },
  publicHearings: {
    method: 'GET',
    path: '/hearings',
    summary: 'Hearings that are announced to everybody, without anybody’s name (art. 46, 48)',
    query: closed(paging),
    reply: pageOf(AnnouncedHearing),
  },
  myCases: {
    method: 'GET',
    path: '/my/cases',
    summary: 'The cases of the person who is signed in, and those they act in',
    query: closed({ ...paging, open: Type.Optional(Type.Boolean()) }),
    reply: pageOf(CaseLine),
  },
  workList: {
    method: 'GET',
    path: '/cases',
    summary: 'The work of a department or outlet',
    query: closed({
      ...paging,
      departmentId: Type.Optional(Id),
      outletId: Type.Optional(Id),
      itemId: Type.Optional(Id),
      state: Type.Optional(oneOf(...states)),
      door: Type.Optional(oneOf(...doors)),
      holder: Type.Optional(oneOf('me', 'nobody', 'others')),
      light: Type.Optional(oneOf('green', 'yellow', 'red')),
      wants: Type.Optional(oneOf('extension')),
      /** Only cases of whose running clock somebody was warned. */
      warned: Type.Optional(Type.Boolean()),
      open: Type.Optional(Type.Boolean()),
      find: Type.Optional(text(60)),
      from: Type.Optional(Day),
      to: Type.Optional(Day),
      sort: Type.Optional(oneOf('due', 'newest', 'oldest')),
    }),
    reply: countedPageOf(CaseLine),
  },
  ...stepOperations,
  undertakings: {
    method: 'GET',
    path: '/undertakings',
    summary: 'What applicants undertook and is still open: what is due first comes first',
    query: closed({
      ...paging,
      kind: Type.Optional(oneOf('tolerance', 'promise')),
      state: Type.Optional(oneOf('open', 'lapsed', 'broken')),
      /** Promises that were not drawn for the check, in place of everything else. */
      undrawn: Type.Optional(Type.Boolean()),
    }),
    reply: countedPageOf(UndertakingLine),
  },
  promiseRecord: {
    method: 'GET',
    path: '/promise-record',
    summary: 'Broken undertakings of a person or a company, the newest first; without a query one’s own',
    query: closed({ personId: Type.Optional(Id), organisationId: Type.Optional(Id) }),
    reply: Type.Array(RecordLine),
  },
  strikeRecord: {
    method: 'POST',
    path: '/promise-record/:id/strike',
    summary: 'Strike an entry out of the record of promises, with the reason',
    params: ById,
    body: closed({ reason: Reason }),
    reply: RecordLine,
    problems: ['cases.noSuchEntry'],
  },
  saveDraft: {
    method: 'PUT',
    path: '/drafts/:id',
    summary: 'Keep what was filled in; resumes on another device',
    description:
      'The id is made by the client. `version` is the one that was read, 0 for a new draft: a draft that another device saved meanwhile is not overwritten.',
    params: ById,
    body: closed({
      itemId: Id,
      itemVersion: Type.Integer({ minimum: 1 }),
      content: Type.Record(Type.String({ maxLength: 40 }), Type.Unknown(), { maxProperties: 20 }),
      version: Type.Integer({ minimum: 0 }),
    }),
    reply: Draft,
    problems: ['cases.draftChanged', 'cases.tooManyDrafts', 'general.tooMany'],
  },
  myDrafts: { method: 'GET', path: '/drafts', summary: 'What the person has begun', reply: Type.Array(Draft) },
  getDraft: {
    method: 'GET',
    path: '/drafts/:id',
    summary: 'A draft of the person',
    params: ById,
    reply: Draft,
    problems: ['cases.notFound'],
  },
  dropDraft: {
    method: 'DELETE',
    path: '/drafts/:id',
    summary: 'Throw a draft away',
    params: ById,
    problems: ['cases.notFound'],
  },
});
