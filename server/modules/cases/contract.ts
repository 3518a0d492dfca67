/** What can be done with cases over HTTP. */
import { Type } from 'typebox';
import { ById, closed, contract, Day, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { states } from './case.ts';
import {
  Answers,
  CaseLine,
  CaseState,
  CaseWhole,
  deed,
  doors,
  Draft,
  Materials,
  Reason,
  Receipt,
  Situations,
  Submission,
  text,
  Tracked,
} from './shapes.ts';

export * from './shapes.ts';
export { kinds, states, finalStates, openStates, isFinal, type Kind, type State, type HandedIn } from './case.ts';

const deedWords =
  'A step of a case. Sent again with the same `actionId`, it answers the same and does nothing; with `seenSeq` it fails when somebody else has acted since that action.';

const step = <const P extends string, B extends Parameters<typeof closed>[0]>(
  path: P,
  summary: string,
  body: B,
  ...problems: string[]
) =>
  ({
    method: 'POST',
    path: `/cases/:id/${path}`,
    summary,
    description: deedWords,
    params: ById,
    body: closed({ ...deed, ...body }),
    reply: CaseState,
    problems: ['cases.notFound', 'cases.wrongStep', 'cases.changedMeanwhile', 'cases.actionReused', ...problems],
  }) as const;

const Wanted = Type.Array(closed({ materialId: Type.Optional(text(64)), what: text(500) }), {
  minItems: 1,
  maxItems: 60,
});

/** What can go wrong with an application by any door. */
const submitting = [
  'cases.itemNotOpen',
  'cases.applicantMissing',
  'cases.answersInvalid',
  'cases.materialsMissing',
  'cases.mayNotActFor',
  'cases.notSigned',
  'cases.fileNotYours',
  'cases.notForApplicant',
  'cases.actionReused',
  'documents.notYourFile',
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
    problems: [...submitting, 'cases.notImmediate'],
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
      open: Type.Optional(Type.Boolean()),
      find: Type.Optional(text(60)),
      from: Type.Optional(Day),
      to: Type.Optional(Day),
      sort: Type.Optional(oneOf('due', 'newest', 'oldest')),
    }),
    reply: Type.Object({
      ...pageOf(CaseLine).properties,
      /** There are more than `total`: counting stopped there. */
      more: Type.Boolean(),
    }),
  },
  accept: step('accept', 'Accept (受理): complete and within the office’s powers', {}),
  askSupplement: step('ask-supplement', 'Tell everything that is missing, once (一次性告知)', { wanted: Wanted }),
  supplement: step(
    'supplement',
    'Hand in what was missing',
    { answers: Type.Optional(Answers), situations: Type.Optional(Situations), materials: Type.Optional(Materials) },
    'cases.answersInvalid',
    'cases.fileNotYours',
    'documents.notYourFile',
  ),
  refuseAcceptance: step('refuse-acceptance', 'Do not accept, with reasons (不予受理)', { reason: Reason }),
  sayNotNeeded: step('not-needed', 'Say that no licence is needed (无需办理)', { reason: Reason }),
  sendOn: step('send-on', 'Send on to the right department of the district', { departmentId: Id, reason: Reason }),
  referOut: step('refer-out', 'Name the right office outside the district', { office: text(200), reason: Reason }),
  examine: step('examine', 'Examine (审查) and propose a decision', {
    opinion: Reason,
    proposal: oneOf('grant', 'refuse'),
  }),
  grant: step('grant', 'Decide: granted (准予)', {
    opinion: Type.Optional(Reason),
    issueNow: Type.Optional(Type.Boolean()),
    conditions: Type.Optional(text(2000)),
  }),
  refuse: step('refuse', 'Decide: refused, with reasons and remedies (不予许可)', { reason: Reason }),
  issue: step('issue', 'Make out the result document', {
    validUntil: Type.Optional(Day),
    content: Type.Optional(text(4000)),
  }),
  deliver: step(
    'deliver',
    'Hand the result over: collected, posted or electronic',
    { way: oneOf('collected', 'posted', 'electronic'), to: Type.Optional(text(100)), proof: Type.Optional(text(300)) },
    'cases.feeOutstanding',
  ),
  withdraw: step('withdraw', 'Withdraw the application, at any time before the decision', {
    reason: Type.Optional(Reason),
  }),
  correct: step('correct', 'Correct a mistake, such as a mistyped name, as an act', {
    answers: Type.Optional(Answers),
    applicantName: Type.Optional(text(200)),
    reason: Reason,
  }),
  take: step('take', 'Take the case into one’s own hands', {}, 'cases.heldByOther'),
  handOver: step('hand-over', 'Hand the case over to a colleague', {
    toAccountId: nullable(Id),
    reason: Type.Optional(Reason),
  }),
  askFee: step('ask-fee', 'Ask for the fees of the item', {
    items: Type.Array(
      closed({ name: text(100), amountFen: Type.Integer({ minimum: 1, maximum: 100_000_000 }), basis: text(300) }),
      { minItems: 1, maxItems: 20 },
    ),
  }),
  waiveFee: step('waive-fee', 'Waive the fees, with the reason', { reason: Reason }),
  refundFee: step(
    'refund-fee',
    'Pay the fees back, with the reason',
    { reason: Reason },
    'payments.notPaid',
    'payments.moreThanPaid',
  ),
  note: step('note', 'Write a note into the history, for staff only', { text: Reason }),
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
    problems: ['cases.draftChanged'],
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
