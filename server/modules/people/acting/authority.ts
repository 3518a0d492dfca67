/** Authority to act for somebody else (代理). Pure. */

/**
 * Why somebody may act: `legalRepresentative` 法定代表人 (civil code art. 61), `agent` of an organisation 经办人 (art. 170),
 * `proxy` of a person 委托代理人 (art. 165).
 */
export type AuthorityKind = 'legalRepresentative' | 'agent' | 'proxy';

/** An authority as it is stored; days of Asia/Shanghai, both included. */
export interface Authority {
  id: string;
  kind: AuthorityKind;
  principalPersonId: string | null;
  principalOrganisationId: string | null;
  agentPersonId: string;
  /** Codes of the items: base codes, or those of one department's item. Null means all. */
  itemCodes: string[] | null;
  fromOn: string;
  untilOn: string | null;
  /** The signed power of attorney, of documents. */
  documentId: string | null;
  grantedAt: Date;
  grantedBy: string | null;
  revokedAt: Date | null;
}

/** How the catalogue names an item: the code of this department's item, and the base code where the caller knows it. */
export interface ItemCodes {
  itemCode: string;
  baseCode?: string | undefined;
}

/** Whether the authority counts on the day. A revoked one never does, whatever its days say. */
export const isInForce = (authority: Pick<Authority, 'fromOn' | 'untilOn' | 'revokedAt'>, day: string): boolean =>
  authority.revokedAt === null && authority.fromOn <= day && (authority.untilOn === null || authority.untilOn >= day);

/**
 * Whether the authority reaches the item on the day. It names items by their own code or by the base code that they share with
 * those of other departments: either will do. Only whole codes count, because one code may be the beginning of another.
 */
export const covers = (authority: Authority, item: ItemCodes, day: string): boolean =>
  isInForce(authority, day) &&
  (authority.itemCodes === null ||
    authority.itemCodes.some((code) => code === item.itemCode || (code !== '' && code === item.baseCode)));

/**
 * Whether somebody who declares an organisation that is on record becomes its legal representative without coming to a window.
 * A name alone proves nothing, because people declare their own: a window has to have seen their document, and nobody may sit
 * there whose document was seen. Whoever only declared it makes room.
 */
export const mayTakeSeat = (
  person: { name: string; verifiedAt: Date | null },
  organisation: { name: string; legalRepresentative: string },
  declared: string,
  sitting: readonly { verifiedAt: Date | null }[],
): boolean =>
  person.verifiedAt !== null &&
  organisation.legalRepresentative === person.name &&
  organisation.name === declared.trim() &&
  sitting.every(({ verifiedAt }) => verifiedAt === null);

/** No power of attorney for longer: whoever forgets one is not bound by it for life. */
const longestYears = 5;

/** Whether the span makes sense: it ends after it begins, not in the past, and not too far away. */
export function isSpan(fromOn: string, untilOn: string | null, today: string): boolean {
  if (untilOn === null) return true;
  const limit = `${Number(today.slice(0, 4)) + longestYears}${today.slice(4)}`;
  return fromOn <= untilOn && untilOn >= today && untilOn <= limit;
}
