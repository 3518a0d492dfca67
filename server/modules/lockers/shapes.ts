/** The shapes that lockers show: entries as owners, windows and departments see them, copies, lines of the trail, consents. */
import { Type, type Static } from 'typebox';
import { certificates, trustLevels } from '#modules/catalogue/contract';
import { Day, Id, Instant, nullable, oneOf } from '#platform/contract';
import { consentWays, scopes } from './consent.ts';
import { entryStates, sources } from './entry.ts';

/** An entry as its owner sees it. */
export const LockerEntry = Type.Object({
  id: Id,
  kind: oneOf(...certificates),
  name: Type.String(),
  number: Type.String(),
  issuer: Type.String(),
  source: oneOf(...sources),
  trust: oneOf(...trustLevels),
  validFrom: nullable(Day),
  validUntil: nullable(Day),
  state: oneOf(...entryStates),
  /** It ends within sixty days. */
  expiring: Type.Boolean(),
  revokedReason: nullable(Type.String()),
  /** SHA-256 of the content. */
  hash: Type.String(),
  /** How many files it has; a document is one, data that were fetched are none. */
  files: Type.Integer(),
  caseId: nullable(Id),
  caseNumber: nullable(Type.String()),
  addedAt: Instant,
  verifiedAt: nullable(Instant),
  removable: Type.Boolean(),
  /** In how many cases a copy of it was taken, and when last. */
  uses: Type.Integer(),
  lastUsedAt: nullable(Instant),
});
export type LockerEntry = Static<typeof LockerEntry>;

/** An entry that meets a material, as whoever hands it in sees it. */
export const FittingEntry = Type.Object({
  id: Id,
  kind: oneOf(...certificates),
  name: Type.String(),
  /** Masked for everybody but the owner. */
  number: Type.String(),
  source: oneOf(...sources),
  trust: oneOf(...trustLevels),
  validUntil: nullable(Day),
  /** How many files it has. */
  files: Type.Integer(),
});
export type FittingEntry = Static<typeof FittingEntry>;
export const Found = Type.Object({
  /** By what right it was looked for; null: nobody has agreed, so nothing was. */
  basis: nullable(oneOf('self', 'standing', 'window')),
  rows: Type.Array(
    Type.Object({
      materialId: Type.String(),
      entries: Type.Array(FittingEntry),
      /** What would serve once the original was seen at a window. */
      toCompare: Type.Array(FittingEntry),
    }),
  ),
});
export type Found = Static<typeof Found>;

/** The frozen copy that a case keeps of what the applicant had in the locker. Its content: `openCopy` of lockers. */
export const LockerCopy = Type.Object({
  id: Id,
  kind: oneOf(...certificates),
  name: Type.String(),
  /** Masked for staff. */
  number: Type.String(),
  hash: Type.String(),
  source: oneOf(...sources),
  trust: oneOf(...trustLevels),
  validUntil: nullable(Day),
  asOf: Day,
  files: Type.Integer(),
  basis: oneOf('self', 'standing', 'window'),
});
export type LockerCopy = Static<typeof LockerCopy>;

/** A line of who looked, opened, used, compared or revoked. */
export const LockerUsage = Type.Object({
  id: Id,
  how: oneOf('look', 'open', 'use', 'verify', 'revoke'),
  at: Instant,
  /** Null for staff: they are known by their office. */
  by: nullable(Type.String()),
  role: Type.String(),
  office: Type.String(),
  itemName: Type.String(),
  caseId: nullable(Id),
  caseNumber: nullable(Type.String()),
  basis: oneOf('self', 'standing', 'window', 'case', 'office'),
  entryId: nullable(Id),
  kind: nullable(oneOf(...certificates)),
  name: Type.String(),
});
export type LockerUsage = Static<typeof LockerUsage>;

export const LockerConsent = Type.Object({
  id: Id,
  scope: oneOf(...scopes),
  how: oneOf(...consentWays),
  departmentId: nullable(Id),
  departmentName: nullable(Type.String()),
  departmentNameEn: nullable(Type.String()),
  itemId: nullable(Id),
  itemName: nullable(Type.String()),
  itemNameEn: nullable(Type.String()),
  givenAt: Instant,
  until: nullable(Instant),
  withdrawnAt: nullable(Instant),
  stands: Type.Boolean(),
});
export type LockerConsent = Static<typeof LockerConsent>;

/** An entry for the department that answers for it. */
export const AnsweredEntry = Type.Object({
  id: Id,
  kind: oneOf(...certificates),
  name: Type.String(),
  /** Masked for what was only compared. */
  number: Type.String(),
  ownerName: Type.String(),
  source: oneOf(...sources),
  trust: oneOf(...trustLevels),
  state: oneOf(...entryStates),
  validUntil: nullable(Day),
  caseId: nullable(Id),
  caseNumber: nullable(Type.String()),
  /** The department that can revoke it. */
  departmentId: Id,
  /** When it was issued or compared. */
  since: Instant,
  revokedReason: nullable(Type.String()),
});
export type AnsweredEntry = Static<typeof AnsweredEntry>;
