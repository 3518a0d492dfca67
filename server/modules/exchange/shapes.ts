/** The shapes in which the exchange with other districts is shown: TypeBox only, imported by the browser too. */
import { Type, type Static } from 'typebox';
import { Submission } from '#modules/cases/contract';
import { Id, Instant, nullable } from '#platform/contract';

const Key = Type.String({ minLength: 40, maxLength: 200, pattern: '^[A-Za-z0-9_-]+$' });
export const KeyId = Type.String({ pattern: '^[0-9a-f]{64}$' });
export const key = {
  publicKey: Key,
  /** As the other district reads it to whoever enters it: in any groups. */
  fingerprint: Type.String({ minLength: 64, maxLength: 100 }),
  validFrom: Instant,
  validUntil: Instant,
};
export const Code = Type.String({ pattern: '^[0-9]{6}$' });

/** A partner with its keys and what waits for it. */
export const Partner = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  baseUrl: Type.String(),
  lastAnswerAt: nullable(Instant),
  waiting: Type.Integer(),
  waitingSince: nullable(Instant),
  /** Why the oldest of it waits: the kind of fault, and the code of the problem where the partner refused it. */
  fault: nullable(Type.String()),
  faultCode: nullable(Type.String()),
  /** When we last heard what it offers, and how many items that are. */
  itemsAt: nullable(Instant),
  items: Type.Integer(),
  keys: Type.Array(
    Type.Object({
      keyId: Type.String(),
      fingerprint: Type.String(),
      validFrom: Instant,
      validUntil: Instant,
      revokedAt: nullable(Instant),
      /** The key that vouched for it; null for one that a person has compared. */
      announcedWith: nullable(Type.String()),
    }),
  ),
}); // prettier-ignore
export type Partner = Static<typeof Partner>;

export const taken = {
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
  /** The code of the problem with which the other district refused the message. */
  faultCode: nullable(Type.String()),
};
/** What was handed in for one material; `paper` was seen at the window. */
export const Handed = Submission.properties.materials;

/** What a partner offers, as a line. */
export const PartnerItem = Type.Object({
  partnerId: Id,
  partnerName: Type.String(),
  itemId: Id,
  version: Type.Integer(),
  name: Type.String(),
  nameEn: nullable(Type.String()),
  plainName: nullable(Type.String()),
  plainNameEn: nullable(Type.String()),
  department: Type.String(),
});
export type PartnerItem = Static<typeof PartnerItem>;

export const TakenLine = Type.Object(taken);
export type TakenLine = Static<typeof TakenLine>;

/** How a delivery failed: the words for each are the screen's. */
export const faults = ['unreachable', 'innerAddress', 'wrongAnswer', 'refused', 'notHandled'] as const;
/** Why a document did not come. */
export const documentFaults = ['notGiven', 'notWhole', 'notReadable'] as const;

/** Which of what was taken in: not answered yet, to be supplemented, not ended, ended or refused. */
export const takenFilters = ['waiting', 'wanted', 'open', 'ended'] as const;
