/** From rows to what goes out over HTTP. */
import { findDepartment, findOutlet } from '#modules/offices';
import type { Reader } from '#platform/db';
import { isInForce } from './acting/authority.ts';
import type { NamedAuthority } from './acting/store.ts';
import { maskName, maskPerson } from './identity/masks.ts';
import type { Organisation, Person } from './identity/store.ts';
import type { AuthorityShape, OrganisationShape, PersonShape } from './shapes.ts';

/** A person with all data, or masked. */
export const viewPerson = (person: Person, masked: boolean): PersonShape => ({
  ...(masked ? maskPerson(person) : person),
  verifiedAt: person.verifiedAt?.toISOString() ?? null,
  createdAt: person.createdAt.toISOString(),
  masked,
});

export const viewOrganisation = (organisation: Organisation): OrganisationShape => ({
  ...organisation,
  verifiedAt: organisation.verifiedAt?.toISOString() ?? null,
  createdAt: organisation.createdAt.toISOString(),
});

/** With both names, or with those of people masked. */
export const viewAuthority = (row: NamedAuthority, day: string, masked = false): AuthorityShape => ({
  id: row.id,
  kind: row.kind,
  principal: {
    kind: row.principalPersonId ? 'person' : 'organisation',
    id: (row.principalPersonId ?? row.principalOrganisationId)!,
    name: masked && row.principalPersonId ? maskName(row.principalName) : row.principalName,
    creditCode: row.principalCode,
  },
  agent: { id: row.agentPersonId, name: masked ? maskName(row.agentName) : row.agentName },
  itemCodes: row.itemCodes,
  fromOn: row.fromOn,
  untilOn: row.untilOn,
  documentId: row.documentId,
  grantedAt: row.grantedAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
  inForce: isInForce(row, day),
});

/** Names of departments and outlets by id, each read once. */
export async function placeNames(
  reader: Reader,
  posts: readonly { departmentId: string | null; outletId: string | null }[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const departments = new Set(posts.flatMap(({ departmentId }) => departmentId ?? []));
  const outlets = new Set(posts.flatMap(({ outletId }) => outletId ?? []));
  await Promise.all([
    ...[...departments].map(async (id) => names.set(id, (await findDepartment(reader, id))?.name ?? '')),
    ...[...outlets].map(async (id) => names.set(id, (await findOutlet(reader, id))?.name ?? '')),
  ]);
  return names;
}
