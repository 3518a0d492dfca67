/** What comes into a locker by itself: results as they are issued, and accepted materials of who wanted them kept. */
import { certificateKinds, type Certificate } from '#modules/catalogue/contract';
import { hashOfContent } from '#modules/documents';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { entryAfter, type Act, type Entry, type Owner } from './entry.ts';
import { standsAsNew } from './keep-entries.ts';
import { entriesOfCase, insertEntry, saveAct } from './store.ts';

/** The case from which something comes. */
export interface OriginCase {
  id: string;
  number: string;
  departmentId: string;
}

/** A result of a case: one document after another, where the earlier ones were corrected. */
export interface IssuedResult {
  owner: Owner;
  from: OriginCase;
  kind: Certificate;
  /** Codes of the item, its own and the base code. */
  resultOf: string[];
  name: string;
  issuer: string;
  validUntil: string | null;
  /** The documents, oldest first: the last one counts. */
  documents: readonly { id: string; number: string; issuedOn: string }[];
}

type ResultDocument = IssuedResult['documents'][number];

/** The entry that a result becomes. Pure. */
export const resultEntry = (
  { owner, from, kind, resultOf, name, issuer, validUntil }: Omit<IssuedResult, 'documents'>,
  { id: documentId, number, issuedOn }: ResultDocument,
  made: { id: string; hash: string; at: Date },
): Entry => ({
  ...owner,
  ...standsAsNew,
  id: made.id,
  kind,
  resultOf,
  name,
  number,
  issuer,
  source: 'issued',
  trust: 'issued',
  validFrom: issuedOn,
  validUntil,
  fileIds: [],
  documentId,
  hash: made.hash,
  caseId: from.id,
  caseNumber: from.number,
  departmentId: from.departmentId,
  addedAt: made.at,
  addedBy: null,
});

/**
 * Puts the result of a case into its owner's locker. Done twice it does nothing more, and a later document supersedes the ones before it,
 * so that it makes no difference how often or in which order the case's events arrive.
 */
export async function putResult(tx: Tx, at: Date, result: IssuedResult): Promise<void> {
  const { from, documents } = result;
  const last = documents.at(-1);
  if (!last) return;
  const there = await entriesOfCase(tx, from.id);
  for (const entry of there) {
    if (entry.source !== 'issued' || entry.documentId === last.id || entry.supersededAt !== null) continue;
    const act: Act = { act: 'supersede', at };
    saveAct(tx, entryAfter(entry, act), act, null);
  }
  if (there.some(({ documentId }) => documentId === last.id)) return;
  insertEntry(
    tx,
    resultEntry(result, last, { id: newId(), hash: await hashOfContent(tx, { documentId: last.id }), at }),
  );
}

/** The result of a case was withdrawn: what came of it serves nowhere any more. Returns how many entries that were. */
export async function revokeResult(tx: Tx, at: Date, caseId: string, reason: string): Promise<number> {
  const standing = (await entriesOfCase(tx, caseId)).filter(({ source, revokedAt }) => source === 'issued' && revokedAt === null); // prettier-ignore
  for (const entry of standing) {
    const act: Act = { act: 'revoke', at, reason };
    saveAct(tx, entryAfter(entry, act), act, null);
  }
  return standing.length;
}

/** A material of a case that was granted, which its applicant wanted kept. */
export interface KeptMaterial {
  kind: Certificate;
  name: string;
  fileIds: string[];
}

/** Keeps accepted materials for the next time: trust `accepted`. Of a case of which something was kept before, nothing more. */
export async function keepMaterials(
  tx: Tx,
  at: Date,
  owner: Owner,
  from: OriginCase,
  materials: readonly KeptMaterial[],
): Promise<void> {
  const there: Entry[] = await entriesOfCase(tx, from.id);
  if (there.some(({ source }) => source === 'handedIn')) return;
  const holder = owner.organisationId ? 'organisation' : 'person';
  for (const { kind, name, fileIds } of materials) {
    if (fileIds.length === 0 || !(certificateKinds[kind].holders as readonly string[]).includes(holder)) continue;
    insertEntry(tx, {
      ...owner,
      ...standsAsNew,
      id: newId(),
      kind,
      resultOf: [],
      name,
      number: '',
      issuer: '',
      source: 'handedIn',
      trust: 'accepted',
      validFrom: null,
      validUntil: null,
      fileIds,
      documentId: null,
      hash: await hashOfContent(tx, { fileIds }),
      caseId: from.id,
      caseNumber: from.number,
      departmentId: null,
      addedAt: at,
      addedBy: null,
    });
  }
}
