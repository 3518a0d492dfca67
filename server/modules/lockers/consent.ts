/** Consent to use what is in a locker (个人信息保护法 arts. 13–15, 23). Pure. */

/** standing 长期授权: until it is taken back; window 窗口授权: for one item, to one member of staff, for half a day. */
export const scopes = ['standing', 'window'] as const;
export type Scope = (typeof scopes)[number];

/** How it was given: online 本人网上, signed 当面签字, spoken 当面口头. */
export const consentWays = ['online', 'signed', 'spoken'] as const;
export type ConsentWay = (typeof consentWays)[number];

/** A consent as it is stored. */
export interface Consent {
  id: string;
  personId: string | null;
  organisationId: string | null;
  scope: Scope;
  how: ConsentWay;
  /** Null: not limited to a department, or to an item; one of the two is named. */
  departmentId: string | null;
  itemId: string | null;
  /** At a window: to whom it was given. */
  accountId: string | null;
  givenAt: Date;
  givenBy: string;
  until: Date | null;
  withdrawnAt: Date | null;
}

/** Who wants to use something, and for what. */
export interface Purpose {
  departmentId: string;
  itemId: string;
  accountId: string | null;
  at: Date;
}

/** Whether a consent stands at an instant: given, not ended, not taken back. */
export const standsAt = (consent: Pick<Consent, 'givenAt' | 'until' | 'withdrawnAt'>, at: Date): boolean =>
  consent.withdrawnAt === null && consent.givenAt <= at && (consent.until === null || at < consent.until);

/** Whether a consent covers a purpose. Both limits hold where both are named. */
export const covers = (consent: Consent, purpose: Purpose): boolean =>
  standsAt(consent, purpose.at) &&
  (consent.departmentId !== null || consent.itemId !== null) &&
  (consent.departmentId === null || consent.departmentId === purpose.departmentId) &&
  (consent.itemId === null || consent.itemId === purpose.itemId) &&
  (consent.scope !== 'window' || (consent.accountId !== null && consent.accountId === purpose.accountId));

/** The consent that covers a purpose, what was said today at the window before what stands. */
export const coveringOf = (consents: readonly Consent[], purpose: Purpose): Consent | undefined =>
  consents.filter((consent) => covers(consent, purpose)).sort((one, other) => Number(other.scope === 'window') - Number(one.scope === 'window'))[0]; // prettier-ignore
