/** How entries, usages and consents are shown. Pure but for the names of departments and items. */
import { getVersionInForce } from '#modules/catalogue';
import { addDays } from '#modules/deadlines';
import { listDepartments } from '#modules/offices';
import { maskIdNumber } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { standsAt, type Consent } from './consent.ts';
import type { FittingEntry, Found, LockerConsent, LockerEntry, LockerUsage } from './contract.ts';
import { expiringDays, stateOn, type Entry } from './entry.ts';
import type { Found as FoundEntries } from './find-fitting.ts';
import type { ListedEntry } from './store.ts';
import type { Usage } from './usage-store.ts';

/** An entry for its owner, as it stands on a day. */
export function entryOf(entry: ListedEntry, today: string): LockerEntry {
  const { id, kind, name, number, issuer, source, trust, validFrom, validUntil, revokedReason, hash, caseId, caseNumber, uses } = entry; // prettier-ignore
  const state = stateOn(entry, today);
  return {
    id, kind, name, number, issuer, source, trust, validFrom, validUntil, revokedReason, hash, caseId, caseNumber, uses, state,
    expiring: state === 'valid' && validUntil !== null && validUntil <= addDays(today, expiringDays),
    files: entry.documentId ? 1 : entry.fileIds.length,
    addedAt: entry.addedAt.toISOString(),
    verifiedAt: entry.verifiedAt?.toISOString() ?? null,
    removable: source === 'uploaded' || source === 'handedIn',
    lastUsedAt: entry.lastUsedAt?.toISOString() ?? null,
  }; // prettier-ignore
}

/** An entry that meets a material; its number is masked for who is not its owner. */
export const fittingOf = ({ id, kind, name, number, source, trust, validUntil, documentId, fileIds }: Entry, masked: boolean): FittingEntry => ({
  id, kind, name, number: masked ? maskIdNumber(number) : number, source, trust, validUntil, files: documentId ? 1 : fileIds.length,
}); // prettier-ignore

export const foundOf = ({ basis, rows }: FoundEntries): Found => ({
  basis,
  rows: rows.map(({ materialId, entries, toCompare }) => ({
    materialId,
    entries: entries.map((entry) => fittingOf(entry, basis !== 'self')),
    toCompare: toCompare.map((entry) => fittingOf(entry, basis !== 'self')),
  })),
});

/** A line for the owner. Staff are known by their post and office, as everywhere on the portal. */
export const usageOf = (usage: Usage): LockerUsage => {
  const { id, how, role, office, itemName, caseId, caseNumber, basis, entryId, kind, name } = usage;
  const by = role === 'resident' ? usage.byName : null;
  return { id, how, at: usage.at.toISOString(), by, role, office, itemName, caseId, caseNumber, basis, entryId, kind, name }; // prettier-ignore
};

/** Consents with the names of what they are for. Items come out of the catalogue's memory, departments in one question. */
export async function consentsFor(ground: Ground, consents: readonly Consent[]): Promise<LockerConsent[]> {
  const at = ground.clock.now();
  const departments = consents.some(({ departmentId }) => departmentId)
    ? new Map((await listDepartments(ground.db, { retired: true })).map((each) => [each.id, each]))
    : new Map<string, never>();
  return Promise.all(
    consents.map(async (consent) => {
      const { id, scope, how, departmentId, itemId, givenAt, until, withdrawnAt } = consent;
      const department = departmentId ? departments.get(departmentId) : undefined;
      const body = itemId ? (await getVersionInForce(ground, itemId, shanghaiDay(at)))?.body : undefined;
      return {
        id,
        scope,
        how,
        departmentId,
        departmentName: department?.name ?? null,
        departmentNameEn: department?.nameEn || null,
        itemId,
        itemName: body ? (body.plainName ?? body.name) : null,
        itemNameEn: body?.plainNameEn ?? body?.nameEn ?? null,
        givenAt: givenAt.toISOString(),
        until: until?.toISOString() ?? null,
        withdrawnAt: withdrawnAt?.toISOString() ?? null,
        stands: standsAt(consent, at),
      };
    }),
  );
}
