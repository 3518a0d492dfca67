/** Shapes of remote help as they go over HTTP. */
import { Type, type Static } from 'typebox';
import { priorities } from '#modules/hall/contract';
import { levels } from '#modules/ratings/contract';
import { closed, Id, Instant, nullable, oneOf } from '#platform/contract';
import { helpStates, outcomes, partEnds, ways } from './help.ts';

/** An entry of `RTCConfiguration.iceServers`. */
export const IceServer = Type.Object({
  urls: Type.Array(Type.String()),
  username: Type.Optional(Type.String()),
  credential: Type.Optional(Type.String()),
});

/** What both sides see of a help. */
const both = {
  id: Id,
  state: oneOf(...helpStates),
  way: oneOf(...ways),
  sign: Type.Boolean(),
  itemName: Type.String(),
  itemNameEn: Type.String(),
  askedAt: Instant,
  takenAt: nullable(Instant),
  /** Which connection of the two browsers this is; with another one both begin anew. */
  epoch: Type.Integer(),
  outcome: nullable(oneOf(...outcomes)),
};

/** A help as its asker sees it. */
export const HelpSeen = Type.Object({
  ...both,
  /** How many are before; null unless it waits. */
  ahead: nullable(Type.Integer()),
  /** How many clerks are there now. */
  onDuty: Type.Integer(),
  /** Null before the first one has come. */
  clerkName: nullable(Type.String()),
  /** It was taken before and waits again: handed over, or the clerk's line was lost. */
  again: Type.Boolean(),
  level: nullable(oneOf(...levels)),
  iceServers: Type.Array(IceServer),
});
export type HelpSeen = Static<typeof HelpSeen>;

/** A help as the clerk sees it who has taken it. */
export const HelpTaken = Type.Object({
  ...both,
  /** Empty when nobody signed in. */
  askerName: Type.String(),
  door: oneOf('portal', 'kiosk'),
  outletName: Type.String(),
  outletNameEn: Type.String(),
  language: oneOf('zh-CN', 'en'),
  priority: nullable(oneOf(...priorities)),
  itemId: nullable(Id),
  caseId: nullable(Id),
  /** At a kiosk where somebody has signed in: seconds until that ends, 0 when it has. Submitting needs it, talking does not. */
  signInGoodFor: nullable(Type.Integer()),
  iceServers: Type.Array(IceServer),
});
export type HelpTaken = Static<typeof HelpTaken>;

/** A line of those who wait. */
export const HelpWaiting = Type.Object({
  id: Id,
  way: oneOf(...ways),
  sign: Type.Boolean(),
  itemName: Type.String(),
  itemNameEn: Type.String(),
  door: oneOf('portal', 'kiosk'),
  priority: nullable(oneOf(...priorities)),
  askedAt: Instant,
  /** Its page is not heard of at the moment: it keeps its place and is passed over. */
  away: Type.Boolean(),
  /** Handed over to whoever looks at the list. */
  forMe: Type.Boolean(),
});
export type HelpWaiting = Static<typeof HelpWaiting>;

/** The time of one clerk in a talk. */
const HelpPart = Type.Object({
  clerkId: Id,
  clerkName: Type.String(),
  from: Instant,
  /** Null while it lasts. */
  until: nullable(Instant),
  how: nullable(oneOf(...partEnds)),
  /** To whom it was handed over; the next part says who took it. */
  toName: nullable(Type.String()),
});

/** What a clerk had part in: `helps` each counted once, `began` and `ended` those that began and ended with them. */
export const ClerkCount = Type.Object({
  clerkId: Id,
  clerkName: Type.String(),
  helps: Type.Integer(),
  began: Type.Integer(),
  ended: Type.Integer(),
  passedOn: Type.Integer(),
  talkedSeconds: Type.Integer(),
});
export type ClerkCount = Static<typeof ClerkCount>;

/** A help in the record. */
export const HelpLine = Type.Object({
  id: Id,
  door: oneOf('portal', 'kiosk'),
  way: oneOf(...ways),
  state: oneOf(...helpStates),
  itemName: Type.String(),
  itemNameEn: Type.String(),
  caseId: nullable(Id),
  askerName: Type.String(),
  /** All clerks who were in it, in their order; empty when nobody came. */
  parts: Type.Array(HelpPart),
  askedAt: Instant,
  takenAt: nullable(Instant),
  endedAt: nullable(Instant),
  talkedSeconds: Type.Integer(),
  outcome: nullable(oneOf(...outcomes)),
  level: nullable(oneOf(...levels)),
});
export type HelpLine = Static<typeof HelpLine>;

/** What one browser says to the other over the server: its own words for the connection, or a message that the connection cannot carry yet. */
export const Said = closed({
  tab: Id,
  epoch: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  kind: oneOf('offer', 'answer', 'candidate', 'restart', 'message'),
  data: Type.String({ maxLength: 16_000 }),
});
export type Said = Static<typeof Said>;
