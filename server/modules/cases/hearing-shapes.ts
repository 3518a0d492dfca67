/** What is said of hearings over HTTP. */
import { Type, type Static } from 'typebox';
import { Day, Id, Instant, nullable, oneOf } from '#platform/contract';

/** The hearing of a case (行政许可法 art. 46 to 48), as it stands. */
export const HearingShape = Type.Object({
  state: oneOf('offered', 'asked', 'set', 'held', 'off'),
  parties: Type.Array(Type.String()),
  askBy: nullable(Day),
  askedBy: nullable(Type.String()),
  holdBy: nullable(Day),
  at: nullable(Instant),
  place: nullable(Type.String()),
  presiding: nullable(Type.String()),
  waivedBy: Type.Array(Type.String()),
  heldOn: nullable(Day),
  outcome: nullable(Type.String()),
});

/** A hearing as everybody may read of it. */
export const AnnouncedHearing = Type.Object({
  itemId: Id,
  itemName: Type.String(),
  departmentId: Id,
  at: Instant,
  place: Type.String(),
  presiding: Type.String(),
  /** The office called it because of the public's interest (art. 46); otherwise somebody whose interests are at stake did (art. 47). */
  calledByOffice: Type.Boolean(),
});
export type AnnouncedHearing = Static<typeof AnnouncedHearing>;
