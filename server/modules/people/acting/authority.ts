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
  /** Base codes of the items; null means all. */
  itemCodes: string[] | null;
  fromOn: string;
  untilOn: string | null;
  /** The signed power of attorney, of documents. */
  documentId: string | null;
  grantedAt: Date;
  grantedBy: string | null;
  revokedAt: Date | null;
}

/** Whether the authority counts on the day. A revoked one never does, whatever its days say. */
export const isInForce = (authority: Pick<Authority, 'fromOn' | 'untilOn' | 'revokedAt'>, day: string): boolean =>
  authority.revokedAt === null && authority.fromOn <= day && (authority.untilOn === null || authority.untilOn >= day);

/** Whether the authority reaches the item on the day. */
export const covers = (authority: Authority, itemCode: string, day: string): boolean =>
  isInForce(authority, day) && (authority.itemCodes === null || authority.itemCodes.includes(itemCode));

/** No power of attorney for longer: whoever forgets one is not bound by it for life. */
const longestYears = 5;

/** Whether the span makes sense: it ends after it begins, not in the past, and not too far away. */
export function isSpan(fromOn: string, untilOn: string | null, today: string): boolean {
  if (untilOn === null) return true;
  const limit = `${Number(today.slice(0, 4)) + longestYears}${today.slice(4)}`;
  return fromOn <= untilOn && untilOn >= today && untilOn <= limit;
}
