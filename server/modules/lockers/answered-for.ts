/** What a department answers for: what it issued, and what was compared with the original in its name. */
import { findOrganisations, findPersons, maskIdNumber } from '#modules/people';
import type { Reader } from '#platform/db';
import type { AnsweredEntry } from './contract.ts';
import { stateOn, type Entry } from './entry.ts';
import { listAnswered, type AnsweredFor } from './answered-store.ts';

/** The department that can revoke an entry: who issued it here, or else who saw the original; null for what others issued. */
export const answersFor = ({ source, departmentId, verifiedDepartmentId }: Entry): string | null =>
  source === 'issued' ? departmentId : source === 'fetched' ? null : verifiedDepartmentId;

/** A page of what departments answer for, newest first, with the names of the owners in two statements for the page. */
export async function answeredFor(
  reader: Reader,
  asked: AnsweredFor,
  today: string,
): Promise<{ rows: AnsweredEntry[]; total: number; more: boolean }> {
  const { rows, total, more } = await listAnswered(reader, asked);
  const of = (key: 'personId' | 'organisationId') => [...new Set(rows.flatMap((row) => row[key] ?? []))];
  const [persons, organisations] = await Promise.all([
    findPersons(reader, of('personId')),
    findOrganisations(reader, of('organisationId')),
  ]);
  const names = new Map([...persons, ...organisations].map(({ id, name }) => [id, name]));
  return {
    total,
    more,
    rows: rows.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      name: entry.name,
      // What it issued itself a department knows; the numbers of other papers are the owners'.
      number: entry.source === 'issued' ? entry.number : maskIdNumber(entry.number),
      ownerName: names.get((entry.personId ?? entry.organisationId)!) ?? '',
      source: entry.source,
      trust: entry.trust,
      state: stateOn(entry, today),
      validUntil: entry.validUntil,
      caseId: entry.caseId,
      caseNumber: entry.caseNumber,
      departmentId: answersFor(entry)!,
      since: (asked.which === 'checked' ? entry.verifiedAt! : entry.addedAt).toISOString(),
      revokedReason: entry.revokedReason,
    })),
  };
}
