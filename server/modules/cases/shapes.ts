/** The shapes in which cases travel: TypeBox only, imported by the browser too. */
import { Type, type Static } from 'typebox';
import { closed, Day, Id, Instant, nullable, oneOf } from '#platform/contract';
import { DueExplanation } from '#modules/deadlines/contract';
import { LockerCopy } from '#modules/lockers/contract';
import { handedInHows, kinds, states } from './case.ts';
import { HearingShape } from './hearing-shapes.ts';
import { Signature, Signed } from './signature.ts';

export const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
export const doors = ['portal', 'window', 'outlet', 'kiosk', 'phone', 'field', 'exchange'] as const;

/** What every act carries: its own id, so that a retry is the same act, and what the person had seen. */
export const deed = { actionId: Id, seenSeq: Type.Optional(Type.Integer({ minimum: 1 })) };
export const Reason = text(2000);

const HandedIn = closed({
  materialId: text(64),
  how: oneOf(...handedInHows),
  fileIds: Type.Array(Id, { maxItems: 30 }),
  /** With `locker`: the entry of the applicant's own locker. */
  entryId: Type.Optional(Id),
});
export const Answers = Type.Record(Type.String({ maxLength: 64 }), Type.Unknown(), { maxProperties: 200 });
export const Situations = Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 64 }), {
  maxProperties: 40,
});
export const Materials = Type.Array(HandedIn, { maxItems: 80 });
export const Delivery = closed({ way: oneOf('collected', 'posted', 'electronic'), address: Type.Optional(text(300)) });
const Applicant = closed({ personId: Type.Optional(Id), organisationId: Type.Optional(Id) });

export const Submission = closed({
  actionId: Id,
  itemId: Id,
  /** Empty: for oneself. */
  applicant: Applicant,
  /** At a window: the person who came, when it is not the applicant. */
  agentId: Type.Optional(Id),
  answers: Answers,
  situations: Situations,
  materials: Materials,
  delivery: Delivery,
  signature: Signature,
  /** The signature under what follows later or is promised; needed where any material is. */
  undertaking: Type.Optional(Signature),
  draftId: Type.Optional(Id),
  /** Once it is granted, what was uploaded here is kept in the applicant's locker for the next time. */
  keepMaterials: Type.Optional(Type.Boolean()),
});
export type Submission = Static<typeof Submission>;

/** One line of a list. */
export const CaseLine = Type.Object({
  id: Id,
  number: Type.String(),
  itemId: Id,
  itemName: Type.String(),
  departmentId: Id,
  outletId: nullable(Id),
  door: oneOf(...doors),
  applicantName: Type.String(),
  state: oneOf(...states),
  outcome: nullable(oneOf('granted', 'refused')),
  holderId: nullable(Id),
  submittedAt: Instant,
  endedAt: nullable(Instant),
  targetOn: nullable(Day),
  fatalOn: nullable(Day),
  dueRule: nullable(Type.String()),
  dueProvisional: Type.Boolean(),
  feeState: oneOf('none', 'asked', 'paid', 'waived', 'refunded'),
  light: oneOf('green', 'yellow', 'red', 'paused', 'none'),
  /** Working days that remain; negative when overdue. */
  remaining: nullable(Type.Integer()),
  rated: Type.Boolean(),
  /** The day since which the clock stands still. */
  pausedSince: nullable(Day),
  /** While it stands still: its last day if it is resumed as planned. */
  forecastOn: nullable(Day),
  /** What the head is asked for. */
  wants: nullable(oneOf('extension')),
});
export type CaseLine = Static<typeof CaseLine>;

export const TimelineLine = Type.Object({
  seq: Type.Integer(),
  kind: oneOf(...kinds),
  toState: oneOf(...states),
  at: Instant,
  role: Type.String(),
  /** Name of who acted; null for the rule itself, and for the public a post instead of a name. */
  by: nullable(Type.String()),
  place: nullable(Type.String()),
  article: nullable(
    Type.Object({ law: Type.String(), article: Type.String(), summary: Type.String(), summaryEn: Type.String() }),
  ),
  /** What was said to the applicant: reasons, what is missing, the opinion. */
  note: nullable(Type.String()),
});
export type TimelineLine = Static<typeof TimelineLine>;

const Party = Type.Object({
  id: Id,
  kind: oneOf('person', 'organisation'),
  name: Type.String(),
  /** Masked unless the reader is the person, or unmasked it with a recorded reason. */
  number: Type.String(),
  phone: Type.String(),
});

const TimeLimit = closed({ value: Type.Integer(), unit: oneOf('workingDay', 'calendarDay') });
/** A clock of a case: its limits, what happened to it, where it stands, and why its dates are what they are. */
export const CaseClock = Type.Object({
  rule: oneOf('tellAll', 'cure', 'decide', 'deliver'),
  /** Whose time it is. */
  of: oneOf('office', 'applicant'),
  law: Type.String(),
  article: Type.String(),
  from: Day,
  limit: TimeLimit,
  state: oneOf('notStarted', 'running', 'paused', 'met', 'lapsed'),
  targetOn: nullable(Day),
  fatalOn: nullable(Day),
  forecastOn: nullable(Day),
  /** The last day of the licence that is renewed: without a decision by then it counts as granted (art. 50). */
  expiresOn: nullable(Day),
  provisional: Type.Boolean(),
  extendedBy: Type.Integer(),
  remainingDays: nullable(Type.Integer()),
  endedOn: nullable(Day),
  inTime: nullable(Type.Boolean()),
  /** Where less was promised than the law allows. */
  promise: nullable(Type.Object({ limit: TimeLimit, why: nullable(DueExplanation) })),
  why: nullable(DueExplanation),
  events: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: oneOf('started', 'paused', 'resumed', 'extended', 'met', 'lapsed', 'cancelled'),
      on: Day,
      /** The day on which it was written down, if later. */
      recordedOn: nullable(Day),
      reason: nullable(Type.String()),
      days: nullable(Type.Integer()),
      plannedEnd: nullable(Day),
      /** The pause that ended, or what was cancelled. */
      refersTo: nullable(Type.String()),
      approvedBy: nullable(Type.String()),
    }),
  ),
});
export type CaseClock = Static<typeof CaseClock>;

/** What may be done now, and why not for the rest. */
const Possible = Type.Object({ kind: oneOf(...kinds), possible: Type.Boolean(), why: nullable(Type.String()) });

/** What the applicant undertook for one material. */
const UndertakingShape = Type.Object({
  materialId: Type.String(),
  materialName: Type.String(),
  kind: oneOf('tolerance', 'promise'),
  state: oneOf('open', 'cured', 'lapsed', 'kept', 'broken', 'ended'),
  madeOn: Day,
  dueOn: nullable(Day),
  /** A promise that was drawn for the check. */
  sampled: Type.Boolean(),
  consequences: Type.Array(oneOf('withhold', 'revoke', 'record')),
});

/** One line of the list of undertakings. */
export const UndertakingLine = Type.Object({
  caseId: Id,
  caseNumber: Type.String(),
  itemName: Type.String(),
  applicantName: Type.String(),
  ...Type.Omit(UndertakingShape, ['consequences']).properties,
});

export type UndertakingListed = Static<typeof UndertakingLine>;

/** One entry of the record of promises. */
export const RecordLine = Type.Object({
  id: Id,
  caseId: Id,
  caseNumber: Type.String(),
  itemName: Type.String(),
  departmentId: Id,
  enteredAt: Instant,
  what: Type.String(),
  /** Until this day no undertaking is taken; null: nobody is barred by it. */
  barredUntil: nullable(Day),
  struckAt: nullable(Instant),
  struckReason: nullable(Type.String()),
});

export const CaseWhole = Type.Object({
  case: CaseLine,
  seq: Type.Integer(),
  trackCode: nullable(Type.String()),
  itemVersion: Type.Integer(),
  /** Of the item's law: what the examiner needs beside the case. */
  applicant: Party,
  agent: nullable(Party),
  answers: Answers,
  situations: Situations,
  materials: Type.Array(
    Type.Object({
      materialId: Type.String(),
      how: Type.String(),
      fileIds: Type.Array(Id),
      /** Of a material out of the locker: what it was when it was used. */
      copy: Type.Optional(LockerCopy),
    }),
  ),
  delivery: nullable(Delivery),
  signature: nullable(Signed),
  timeline: Type.Array(TimelineLine),
  steps: Type.Array(Possible),
  /** What was asked for and has not come yet. */
  wanted: Type.Array(Type.Object({ materialId: nullable(Type.String()), what: Type.String() })),
  /** Special procedures under way. */
  pauses: Type.Array(
    Type.Object({ id: Type.String(), procedure: Type.String(), since: Day, plannedEnd: nullable(Day) }),
  ),
  /** What of the clock can be taken back: pauses, their ends and extensions that stand. */
  clockEvents: Type.Array(
    Type.Object({ id: Type.String(), kind: oneOf('paused', 'resumed', 'extended'), on: Day, what: Type.String() }),
  ),
  /** The extension that waits for the head. */
  asked: nullable(Type.Object({ days: Type.Integer(), reason: Type.String() })),
  hearing: nullable(HearingShape),
  undertakings: Type.Array(UndertakingShape),
  /** The last day of the licence that is renewed (art. 50). */
  expiresOn: nullable(Day),
});
export type CaseWhole = Static<typeof CaseWhole>;

/** What a step answers: enough to go on without reading again. */
export const CaseState = Type.Object({
  id: Id,
  number: Type.String(),
  state: oneOf(...states),
  seq: Type.Integer(),
  targetOn: nullable(Day),
  fatalOn: nullable(Day),
});
export type CaseState = Static<typeof CaseState>;

export const Receipt = Type.Object({
  ...CaseState.properties,
  /** Unguessable; the receipt's QR code leads to /track/<code>. */
  trackCode: Type.String(),
  submittedAt: Instant,
  /** Open cases of the same item for the same applicant: a warning, not a refusal. */
  openLike: Type.Array(Type.Object({ id: Id, number: Type.String(), submittedAt: Instant })),
});
export type Receipt = Static<typeof Receipt>;

export const Draft = Type.Object({
  id: Id,
  itemId: Id,
  itemVersion: Type.Integer(),
  content: Type.Record(Type.String(), Type.Unknown()),
  version: Type.Integer(),
  updatedAt: Instant,
});
export type Draft = Static<typeof Draft>;

/** What the public sees of a case: like a parcel's tracking. */
export const Tracked = Type.Object({
  number: Type.String(),
  itemName: Type.String(),
  applicantName: Type.String(),
  state: oneOf(...states),
  outcome: nullable(oneOf('granted', 'refused')),
  departmentId: Id,
  submittedAt: Instant,
  targetOn: nullable(Day),
  dueProvisional: Type.Boolean(),
  pausedSince: nullable(Day),
  forecastOn: nullable(Day),
  timeline: Type.Array(TimelineLine),
  wanted: Type.Array(Type.Object({ materialId: nullable(Type.String()), what: Type.String() })),
});
export type Tracked = Static<typeof Tracked>;
