/** Documents for a printer that stands somewhere else than their owner's desk: which there are, and their pages as pictures. */
import { LRUCache } from 'lru-cache';
import type { Ground } from '#platform/ground';
import { demand, type Actor } from '#platform/permissions';
import { WorkerPool } from '#platform/worker-pool';
import { may } from './may.ts';
import { openDocument } from './open-document.ts';
import { documentProblems } from './problems.ts';
import { tiesOfSubject, waitsForFee } from './reading.ts';
import { isParty, serveByOpening } from './serve-document.ts';
import { getDocument, listProofs } from './store.ts';
import { titleOf } from './title.ts';

/** A paper that somebody can print. */
export interface Proof {
  id: string;
  title: string;
  titleEn: string;
  number: string;
  itemName: string;
  issuedAt: Date;
}

const proofOf = (row: Awaited<ReturnType<typeof getDocument>>): Proof => {
  const { zh, en } = titleOf(row.kind, row.data);
  const itemName = typeof row.data.itemName === 'string' ? row.data.itemName : '';
  return { id: row.id, title: zh, titleEn: en, number: row.number, itemName, issuedAt: row.issuedAt };
};

/** The newest papers of a person, at most `limit`. */
export const proofsOf = async (ground: Ground, personId: string, limit: number): Promise<Proof[]> =>
  (await listProofs(ground.db, personId, limit)).map(proofOf);

const painters = new WorkerPool<Uint8Array, Uint8Array[]>(new URL('./drawing/page-worker.ts', import.meta.url), {
  size: 1,
  timeout: 30_000,
  waiting: 50,
  // pdfium runs as WebAssembly in the thread: it ends between two documents.
  farewell: 1_000,
});
/** For the minutes in which they are printed. */
const painted = new LRUCache<string, Uint8Array[]>({ max: 30, ttl: 5 * 60_000 });

/**
 * A paper with its pages as PNG, 200 pixels to the inch, for whoever may read it; a party that prints it has been served. Throws
 * `documents.noSuchDocument`, `documents.payFirst`.
 */
export async function openToPrint(
  ground: Ground,
  actor: Actor,
  id: string,
): Promise<Proof & { pages: readonly Uint8Array[] }> {
  const { db } = ground;
  const row = await getDocument(db, id);
  const ties = await tiesOfSubject(db, { kind: row.subjectKind, id: row.subjectId }, actor);
  const owners = [...(ties.owners ?? []), row.recipientId];
  demand(may.openDocument, actor, { ...ties, owners, departments: [...(ties.departments ?? []), row.departmentId] });
  const party = isParty(actor, owners);
  if (party && (await waitsForFee(db, row))) throw documentProblems.payFirst();
  const key = `${ground.publicUrl} ${row.hash}`;
  const pages = painted.get(key) ?? (await paint(await openDocument(ground, row, 'a4')));
  painted.set(key, pages);
  if (party) await serveByOpening(ground, row, actor);
  return { ...proofOf(row), pages };
}

async function paint(pdf: Uint8Array): Promise<Uint8Array[]> {
  const reply = await painters.run(pdf);
  if ('result' in reply) return reply.result;
  throw new Error(`the pages could not be painted: ${'error' in reply ? reply.error : reply.problem}`);
}
