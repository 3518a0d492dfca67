/** What lies in a locker, and whether it serves. Pure: no I/O; the browser has the words from the contract. */
import { isTrustedAs, type Certificate, type MetBy, type Trust } from '#modules/catalogue/contract';

/** Where it came from: 本区制发, 从主管部门取得, 办件中提交, 本人上传. */
export const sources = ['issued', 'fetched', 'handedIn', 'uploaded'] as const;
export type Source = (typeof sources)[number];

/** Where it stands on a day. Only `valid` serves. */
export const entryStates = ['valid', 'notYet', 'expired', 'superseded', 'revoked', 'removed'] as const;
export type EntryState = (typeof entryStates)[number];

/** Days before its end from which an entry is shown as expiring soon. */
export const expiringDays = 60;

/** One of the two: a person or an organisation. */
export interface Owner {
  personId: string | null;
  organisationId: string | null;
}
export const sameOwner = (one: Owner, other: Owner): boolean =>
  one.personId === other.personId && one.organisationId === other.organisationId;

/** What of an entry decides whether it serves. Days of Asia/Shanghai, both included. */
export interface Standing {
  validFrom: string | null;
  validUntil: string | null;
  trust: Trust;
  verifiedAt: Date | null;
  revokedAt: Date | null;
  revokedReason: string | null;
  supersededAt: Date | null;
  removedAt: Date | null;
}

/** An entry as it is stored. */
export interface Entry extends Owner, Standing {
  id: string;
  kind: Certificate;
  /** Codes of the item whose result it is. */
  resultOf: string[];
  name: string;
  number: string;
  issuer: string;
  source: Source;
  fileIds: string[];
  documentId: string | null;
  hash: string;
  caseId: string | null;
  caseNumber: string | null;
  departmentId: string | null;
  /** For which department the original was seen. */
  verifiedDepartmentId: string | null;
  addedAt: Date;
  addedBy: string | null;
}

/** What can happen to an entry. Nothing of it is ever taken back: whoever gets the certificate again gets a new entry. */
export type Act =
  | { act: 'verify'; at: Date }
  | { act: 'revoke'; at: Date; reason: string }
  | { act: 'supersede'; at: Date }
  | { act: 'remove'; at: Date };

/** The earlier of what stood there and what came: the same whatever the order in which acts arrive. */
const first = (before: Date | null, at: Date): Date => (before !== null && before <= at ? before : at);

/**
 * An entry after an act. Revoked, superseded and removed are final, and an original that was seen raises the trust of what nobody had
 * looked at; so the order in which acts become known makes no difference to whether it serves.
 */
export function entryAfter<E extends Standing>(entry: E, act: Act): E {
  switch (act.act) {
    case 'verify':
      return {
        ...entry,
        verifiedAt: first(entry.verifiedAt, act.at),
        trust: isTrustedAs(entry.trust, 'verified') ? entry.trust : 'verified',
      };
    case 'revoke':
      return entry.revokedAt !== null && entry.revokedAt <= act.at
        ? entry
        : { ...entry, revokedAt: act.at, revokedReason: act.reason };
    case 'supersede':
      return { ...entry, supersededAt: first(entry.supersededAt, act.at) };
    case 'remove':
      return { ...entry, removedAt: first(entry.removedAt, act.at) };
  }
}

/** Where an entry stands on a day. What an office said weighs more than what the calendar says. */
export function stateOn(entry: Standing, day: string): EntryState {
  if (entry.removedAt !== null) return 'removed';
  if (entry.revokedAt !== null) return 'revoked';
  if (entry.supersededAt !== null) return 'superseded';
  if (entry.validUntil !== null && entry.validUntil < day) return 'expired';
  if (entry.validFrom !== null && entry.validFrom > day) return 'notYet';
  return 'valid';
}

/** Why an entry does not serve. */
export type Unfit = Exclude<EntryState, 'valid'> | 'wrongKind' | 'lowTrust';

/** Whether an entry is of a kind that a material takes. */
export const isOfKind = (entry: Pick<Entry, 'kind' | 'resultOf'>, metBy: MetBy): boolean =>
  metBy.kinds.includes(entry.kind) ||
  entry.resultOf.some((code) => code !== '' && (metBy.resultsOf ?? []).includes(code));

/** Why an entry does not meet a material on a day; undefined when it does. */
export function unfitFor(
  entry: Standing & Pick<Entry, 'kind' | 'resultOf'>,
  metBy: MetBy | undefined,
  day: string,
): Unfit | undefined {
  const state = stateOn(entry, day);
  if (state !== 'valid') return state;
  if (!metBy || !isOfKind(entry, metBy)) return 'wrongKind';
  return isTrustedAs(entry.trust, metBy.leastTrust) ? undefined : 'lowTrust';
}

/** Best first: the more trusted, then the one that is valid longer, then the newer one. */
export const byWorth = (one: Entry, other: Entry): number =>
  Number(isTrustedAs(other.trust, one.trust)) - Number(isTrustedAs(one.trust, other.trust)) ||
  (other.validUntil ?? '9999').localeCompare(one.validUntil ?? '9999') ||
  other.addedAt.getTime() - one.addedAt.getTime();
