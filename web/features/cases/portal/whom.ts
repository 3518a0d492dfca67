/** For whom somebody may apply, and what is known of them. */
import type { ItemBody } from '#modules/catalogue/contract';
import type { Submission } from '#modules/cases/contract';
import type { Me } from '#web/client/session.tsx';
import type { Whom } from './application.ts';

export interface Choice {
  /** Of the radio button. */
  key: string;
  whom: Whom;
  name: string;
  role: 'me' | 'proxy' | 'organisation';
}

/** One's own person, those who granted a proxy, and organisations; only who can apply for the item and by an authority that reaches it. */
export function choicesFor(me: Me, body: Pick<ItemBody, 'applicants'>, codes: readonly string[]): Choice[] {
  const found: Choice[] = [];
  const persons = body.applicants.includes('person');
  const organisations = body.applicants.includes('organisation');
  if (persons && me.person) found.push({ key: 'me', whom: { kind: 'me' }, name: me.person.name, role: 'me' });
  for (const { principal, itemCodes } of me.mayActFor) {
    const reaches = itemCodes === null || itemCodes.some((code) => codes.includes(code));
    const fits = principal.kind === 'person' ? persons : organisations;
    // The same principal may have granted twice.
    if (!reaches || !fits || found.some(({ key }) => key === principal.id)) continue;
    found.push({
      key: principal.id,
      whom: { kind: principal.kind, id: principal.id },
      name: principal.name,
      role: principal.kind === 'person' ? 'proxy' : 'organisation',
    });
  }
  return found;
}

export const keyOfWhom = (whom: Whom | undefined): string | undefined =>
  whom === undefined ? undefined : whom.kind === 'me' ? 'me' : whom.id;

/** The applicant as it is sent. */
export function applicantOf(whom: Whom): Submission['applicant'] {
  if (whom.kind === 'me') return {};
  return whom.kind === 'person' ? { personId: whom.id } : { organisationId: whom.id };
}

/** What fields are filled in with, by the words of `x-from`. The contact of an organisation is whoever applies for it. */
export function knownOf(me: Me, whom: Whom | undefined): Record<string, string | null | undefined> {
  const own = { name: me.person?.name, phone: me.person?.phone || me.phone, idNumber: me.person?.idNumber };
  if (whom?.kind === 'organisation') {
    const organisation = me.organisations.find(({ id }) => id === whom.id);
    return {
      ...own,
      address: organisation?.address,
      organisationName: organisation?.name,
      creditCode: organisation?.creditCode,
    };
  }
  if (whom?.kind === 'person') {
    const principal = me.mayActFor.find((one) => one.principal.id === whom.id)?.principal;
    return { name: principal?.name };
  }
  return { ...own, address: me.person?.address };
}
