/** What can be done with reviews by machine over HTTP. */
import { Type, type Static } from 'typebox';
import { ById, closed, contract, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { verdicts } from '#modules/rules/contract';
import { levels } from './level.ts';

export { levels, type Level } from './level.ts';

const Field = Type.Object({
  name: Type.String(),
  source: oneOf('answer', 'situation', 'document', 'fact'),
  value: nullable(Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Array(Type.String())])),
  state: oneOf('used', 'missing', 'unsure'),
  label: Type.Optional(Type.String()),
  labelEn: Type.Optional(Type.String()),
  confidence: Type.Optional(Type.Number()),
  /** What other files of the same material say instead. */
  others: Type.Optional(Type.Array(Type.String())),
  fileId: Type.Optional(Type.String()),
  /** Where on the picture it was read, in pixels of the page. */
  box: Type.Optional(
    Type.Object({
      page: Type.Integer(),
      x: Type.Number(),
      y: Type.Number(),
      width: Type.Number(),
      height: Type.Number(),
    }),
  ),
});

/** What one table of rules said. */
export const Judgement = Type.Object({
  tableId: Type.String(),
  title: Type.String(),
  titleEn: Type.String(),
  verdict: oneOf(...verdicts),
  rule: nullable(Type.Integer()),
  reason: Type.String(),
  reasonEn: Type.String(),
  article: Type.String(),
  silence: nullable(oneOf('missing', 'unsure', 'noRule', 'notAllowed', 'contradiction', 'tooMuch')),
  /** What each column came to, in the words of the form. */
  columns: Type.Array(Type.Object({ label: Type.String(), labelEn: Type.String(), value: nullable(Type.String()), valueEn: nullable(Type.String()) })), // prettier-ignore
  fields: Type.Array(Field),
});

const Asked = Type.Object({
  at: Instant,
  reason: Type.String(),
  agreed: nullable(Type.Boolean()),
  note: Type.String(),
  byName: nullable(Type.String()),
  answeredAt: nullable(Instant),
});

const Explanation = Type.Object({
  /** Null: no machine acted on this case, and nothing is to be explained. */
  acted: nullable(oneOf('accept', 'decide')),
  at: nullable(Instant),
  rulesVersion: nullable(Type.Integer()),
  rules: Type.Array(
    Type.Object({
      title: Type.String(),
      titleEn: Type.String(),
      reason: Type.String(),
      reasonEn: Type.String(),
      article: Type.String(),
      looked: Type.Array(
        Type.Object({
          label: Type.String(),
          labelEn: Type.String(),
          value: Type.String(),
          valueEn: Type.String(),
          source: oneOf('answer', 'situation', 'document', 'fact'),
        }),
      ),
    }),
  ),
  asked: nullable(Asked),
});
export type Explanation = Static<typeof Explanation>;

const Review = Type.Object({
  id: Id,
  /** The action of the case after which it was judged. */
  caseSeq: Type.Integer(),
  rulesVersion: Type.Integer(),
  verdict: oneOf(...verdicts),
  at: Instant,
  judgements: Type.Array(Judgement),
  /** How far the machine went; null: it advised. */
  acted: nullable(oneOf('accept', 'decide')),
  recheck: nullable(
    Type.Object({ agreed: nullable(Type.Boolean()), note: Type.String(), byName: nullable(Type.String()) }),
  ),
  /** The applicant asked for a person; the answer is null while nobody has looked. */
  asked: nullable(Asked),
});
export type Review = Static<typeof Review>;

const Setting = Type.Object({
  itemId: Id,
  itemName: Type.String(),
  departmentId: Id,
  level: oneOf(...levels),
  share: Type.Integer(),
  reviewed: Type.Integer(),
  passed: Type.Integer(),
  failed: Type.Integer(),
  untold: Type.Integer(),
  acted: Type.Integer(),
  sampled: Type.Integer(),
  checked: Type.Integer(),
  differed: Type.Integer(),
  /** Looks that applicants asked for, and how many of them found it wrong: no part of the error rate. */
  asked: Type.Integer(),
  askedWrong: Type.Integer(),
  /** Of those checked, in hundredths of a percent. */
  errorRate: nullable(Type.Integer()),
});
export type Setting = Static<typeof Setting>;

const Stopped = Type.Object({
  /** Null: the whole district. */
  departmentId: nullable(Id),
  stopped: Type.Boolean(),
  reason: Type.String(),
  at: nullable(Instant),
  byName: Type.String(),
});

const Waiting = Type.Object({
  reviewId: Id,
  caseId: Id,
  caseNumber: Type.String(),
  itemId: Id,
  departmentId: Id,
  kind: oneOf('accept', 'decide'),
  at: Instant,
  /** What the applicant asks; null: it was drawn. */
  reason: nullable(Type.String()),
});
export type Waiting = Static<typeof Waiting>;

const reason = Type.String({ minLength: 1, maxLength: 500 });

export const prereviewContract = contract({
  caseReviews: {
    method: 'GET',
    path: '/cases/:id/prereview',
    summary: 'What the rules said of a case: each rule with its inputs, the newest first',
    params: ById,
    reply: Type.Object({ reviews: Type.Array(Review) }),
    problems: ['cases.notFound'],
  },
  listSettings: {
    method: 'GET',
    path: '/prereview/items',
    summary: 'How far the machine may go with each item that was reviewed or set, and how often it erred',
    query: closed({ ...paging, departmentId: Type.Optional(Id) }),
    reply: Type.Object({ ...pageOf(Setting).properties, asOf: Instant, switches: Type.Array(Stopped) }),
  },
  setLevel: {
    method: 'PUT',
    path: '/prereview/items/:id',
    summary: 'Says how far the machine may go with an item, and which share is checked again by a person',
    params: ById,
    body: closed({ level: oneOf(...levels), share: Type.Integer({ minimum: 1, maximum: 100 }), reason }),
    problems: ['prereview.noRules', 'prereview.notImmediate', 'prereview.changedMeanwhile'],
  },
  stopMachine: {
    method: 'POST',
    path: '/prereview/stop',
    summary: 'Stops the machine at once, for the district or for a department: once this is answered it acts no more',
    body: closed({ departmentId: Type.Optional(Id), reason }),
    reply: Stopped,
  },
  resumeMachine: {
    method: 'POST',
    path: '/prereview/resume',
    summary: 'Lets the machine act again',
    body: closed({ departmentId: Type.Optional(Id), reason }),
    reply: Stopped,
  },
  listRechecks: {
    method: 'GET',
    path: '/prereview/rechecks',
    summary: 'Acts of the machine that a person has to check again, the oldest first',
    query: closed({ ...paging, departmentId: Type.Optional(Id) }),
    reply: pageOf(Waiting),
  },
  explainMachine: {
    method: 'GET',
    path: '/cases/:id/machine',
    summary:
      'Why the machine accepted or decided a case, for whom it is about: each rule, its article and what it looked at',
    params: ById,
    reply: Explanation,
    problems: ['cases.notFound'],
  },
  askPerson: {
    method: 'POST',
    path: '/cases/:id/machine/ask',
    summary: 'Asks a person to look at what the machine did with one’s case, once; who asked is told what was found',
    params: ById,
    body: closed({ reason }),
    problems: ['cases.notFound', 'prereview.notByMachine', 'prereview.askedAlready'],
  },
  settleRecheck: {
    method: 'POST',
    path: '/prereview/rechecks/:id',
    summary: 'Says whether the machine was right; what it got wrong is put right in the case itself',
    params: ById,
    body: closed({ agreed: Type.Boolean(), note: Type.String({ maxLength: 1000 }) }),
    problems: ['prereview.notSampled', 'prereview.checkedAlready', 'prereview.noteMissing', 'prereview.answerMissing'],
  },
});
