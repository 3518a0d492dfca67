/** The shapes in which life events, matters and consultations travel: TypeBox only, imported by the browser too. */
import { Type, type Static } from 'typebox';
import { ItemBody } from '#modules/catalogue/contract';
import {
  Answers,
  Delivery,
  Materials,
  Situations,
  SubmissionSignature,
  TimelineLine,
  states,
  text,
} from '#modules/cases/contract';
import { closed, Day, Id, Instant, nullable, oneOf } from '#platform/contract';
import { faultKinds } from './event-faults.ts';
import { LifeEventBody, policies } from './life-event.ts';
import { fates, outcomes } from './matter.ts';

export const Policy = oneOf(...policies);
export const actionId = Id;

export const EventLine = Type.Object({
  id: Id,
  code: Type.String(),
  version: Type.Integer(),
  name: Type.String(),
  nameEn: nullable(Type.String()),
  about: nullable(Type.String()),
  aboutEn: nullable(Type.String()),
  topics: Type.Array(Type.String()),
  leadDepartmentId: Id,
  policy: Policy,
  memberCount: Type.Integer(),
  departmentCount: Type.Integer(),
});
export type EventLine = Static<typeof EventLine>;

export const EventMember = Type.Object({
  key: Type.String(),
  itemId: Id,
  /** Null for an item without a version in force. */
  version: nullable(Type.Integer()),
  departmentId: nullable(Id),
  after: Type.Array(Type.String()),
  body: nullable(ItemBody),
});

/** Everything that the page of a life event and its form need. */
export const LifeEvent = Type.Object({
  id: Id,
  code: Type.String(),
  version: Type.Integer(),
  inForceFrom: Day,
  body: LifeEventBody,
  members: Type.Array(EventMember),
  /** Codes of the items: an authority may name them. */
  codes: Type.Array(Type.String()),
});
export type LifeEvent = Static<typeof LifeEvent>;

export const EventFault = Type.Object({
  why: oneOf(...faultKinds),
  path: Type.String(),
  names: Type.Array(Type.String()),
});

export const ManagedLine = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  members: Type.Integer(),
  version: nullable(Type.Integer()),
  inForceFrom: nullable(Day),
  withdrawnFrom: nullable(Day),
  hasDraft: Type.Boolean(),
  changedAt: Instant,
});
export const ManagedEvent = Type.Object({
  id: Id,
  code: Type.String(),
  revision: Type.Integer(),
  withdrawnFrom: nullable(Day),
  /** What is being prepared, or the newest version to begin from. */
  body: LifeEventBody,
  isDraft: Type.Boolean(),
  members: Type.Array(EventMember),
  faults: Type.Array(EventFault),
  versions: Type.Array(Type.Object({ version: Type.Integer(), inForceFrom: Day, publishedAt: Instant })),
});

/** One application for the whole: one form, one set of materials, one signature. */
export const Application = closed({
  actionId: Id,
  eventId: Id,
  /** Answers to the questions of the event, which choose its parts. */
  questions: Situations,
  applicant: closed({ personId: Type.Optional(Id), organisationId: Type.Optional(Id) }),
  agentId: Type.Optional(Id),
  answers: Answers,
  situations: Situations,
  materials: Materials,
  delivery: Delivery,
  signature: SubmissionSignature,
  /** For what follows later or is promised: one undertaking, a part of it in each case that it concerns. */
  undertaking: Type.Optional(SubmissionSignature),
  draftId: Type.Optional(Id),
});
export type Application = Static<typeof Application>;

/** The clock of the whole: joint handling, 行政许可法 art. 42 (2). */
export const MatterClock = Type.Object({
  state: oneOf('notStarted', 'running', 'met'),
  startedOn: nullable(Day),
  /** Of the law, with what the government has approved beside it. */
  fatalOn: nullable(Day),
  /** What was promised for the whole. */
  targetOn: nullable(Day),
  provisional: Type.Boolean(),
  limit: Type.Integer(),
  extendedDays: Type.Integer(),
  article: Type.String(),
  light: oneOf('green', 'yellow', 'red', 'paused', 'none'),
  remaining: nullable(Type.Integer()),
});
export type MatterClock = Static<typeof MatterClock>;

export const MemberLine = Type.Object({
  key: Type.String(),
  itemId: Id,
  itemName: Type.String(),
  departmentId: Id,
  after: Type.Array(Type.String()),
  fate: oneOf(...fates),
  /** The department has agreed; decided together with the others. */
  agreed: Type.Boolean(),
  caseId: nullable(Id),
  caseNumber: nullable(Type.String()),
  caseState: nullable(oneOf(...states)),
  /** The item because of which it ended. */
  why: nullable(Type.String()),
  openedAt: nullable(Instant),
  decidedAt: nullable(Instant),
  endedAt: nullable(Instant),
});
export type MemberLine = Static<typeof MemberLine>;

export const MatterLine = Type.Object({
  id: Id,
  number: Type.String(),
  eventId: Id,
  eventName: Type.String(),
  leadDepartmentId: Id,
  applicantName: Type.String(),
  policy: Policy,
  state: oneOf('open', 'decided', 'ended'),
  outcome: nullable(oneOf(...outcomes)),
  submittedAt: Instant,
  decidedAt: nullable(Instant),
  endedAt: nullable(Instant),
  clock: MatterClock,
  members: Type.Array(MemberLine),
});
export type MatterLine = Static<typeof MatterLine>;

const Wanted = Type.Object({
  caseId: Id,
  itemName: Type.String(),
  what: Type.Array(Type.String()),
  until: nullable(Day),
});

export const MatterWhole = Type.Object({
  matter: MatterLine,
  /** For whose it is; null for staff. */
  trackCode: nullable(Type.String()),
  /** Everything that is asked for now, of all cases, on one page. */
  wanted: Type.Array(Wanted),
  /** The histories of the cases side by side, by the members' keys. */
  timelines: Type.Record(Type.String(), Type.Array(TimelineLine)),
  steps: Type.Array(
    Type.Object({
      seq: Type.Integer(),
      kind: Type.String(),
      at: Instant,
      members: Type.Array(Type.String()),
      note: nullable(Type.String()),
    }),
  ),
  may: Type.Object({ withdraw: Type.Boolean(), extend: Type.Boolean() }),
});
export type MatterWhole = Static<typeof MatterWhole>;

export const MatterReceipt = Type.Object({
  id: Id,
  number: Type.String(),
  trackCode: Type.String(),
  submittedAt: Instant,
  cases: Type.Array(Type.Object({ key: Type.String(), itemName: Type.String(), number: nullable(Type.String()) })),
});
export type MatterReceipt = Static<typeof MatterReceipt>;

export const TrackedMatter = Type.Object({
  number: Type.String(),
  eventName: Type.String(),
  applicantName: Type.String(),
  state: oneOf('open', 'decided', 'ended'),
  outcome: nullable(oneOf(...outcomes)),
  policy: Policy,
  submittedAt: Instant,
  clock: MatterClock,
  members: Type.Array(MemberLine),
});

export const consultationStates = ['asked', 'agreed', 'disagreed', 'conditional', 'silent', 'recalled'] as const;
const Given = Type.Object({
  answers: Type.Array(Type.Object({ title: Type.String(), value: Type.String() })),
  materials: Type.Array(
    Type.Object({ name: Type.String(), files: Type.Array(Type.Object({ id: Id, name: Type.String() })) }),
  ),
});
export type Given = Static<typeof Given>;

/** A consultation as both departments see it. Of the case it holds what was given and nothing else. */
export const Consultation = Type.Object({
  id: Id,
  caseId: Id,
  caseNumber: Type.String(),
  itemName: Type.String(),
  fromDepartmentId: Id,
  toDepartmentId: Id,
  question: Type.String(),
  given: Given,
  days: Type.Integer(),
  askedAt: Instant,
  dueOn: Day,
  silenceIsConsent: Type.Boolean(),
  state: oneOf(...consultationStates),
  overdue: Type.Boolean(),
  escalatedAt: nullable(Instant),
  answer: nullable(Type.String()),
  answeredAt: nullable(Instant),
  documentNumber: Type.String(),
  may: Type.Object({ answer: Type.Boolean(), recall: Type.Boolean() }),
});
export type Consultation = Static<typeof Consultation>;

/** How many parts are not agreed to, and what this department has said. */
export const PartAgreement = Type.Object({
  agreedAt: nullable(Instant),
  agreedBy: nullable(Type.String()),
  missing: Type.Integer(),
  mayAgree: Type.Boolean(),
  mayTakeBack: Type.Boolean(),
});
export type PartAgreement = Static<typeof PartAgreement>;

/** What a department that works on one case sees of the matter: its name and who leads, and nothing of the other parts. */
export const PartOfMatter = Type.Object({
  matterId: Id,
  number: Type.String(),
  eventName: Type.String(),
  leadDepartmentId: Id,
  policy: Policy,
  silenceIsConsent: Type.Boolean(),
  /** Departments that have to be asked before it is granted, and that nobody has asked yet. */
  mustAsk: Type.Array(Type.Object({ departmentId: Id, days: Type.Integer(), silenceIsConsent: Type.Boolean() })),
  fatalOn: nullable(Day),
  /** Where all must agree and nothing is decided: what this department has said, and how many parts have not agreed. Null otherwise. */
  agreement: nullable(PartAgreement),
  /** Whether this reader may open the whole. */
  mayOpen: Type.Boolean(),
  /** Results of other parts that count as materials here. */
  results: Type.Array(
    Type.Object({ material: Type.String(), documentTitle: Type.String(), documentNumber: Type.String() }),
  ),
});
export type PartOfMatter = Static<typeof PartOfMatter>;
export { text };
