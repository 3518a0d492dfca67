/** A file for another module that works on its content: what it is, whose it is, and its bytes when they are wanted. */
import { files } from '#platform/files';
import type { Ground } from '#platform/ground';
import type { Actor, Ties } from '#platform/permissions';
import { getFile, type MediaType } from '../file-store.ts';
import { tiesOfSubject } from '../reading.ts';

export interface OpenedFile {
  id: string;
  /** The account that uploaded it. */
  ownerId: string;
  name: string;
  mediaType: MediaType;
  /** Of the bytes as they are stored. */
  storedSha256: string;
  bytes(): Promise<Uint8Array>;
}

/**
 * The file with the ties that say who may open it: those of its subject, and always its owner. A file that was not attached is its
 * owner's alone. Throws `documents.noSuchFile`. The caller has to `allow(ties)`.
 */
export async function openFile(ground: Ground, id: string, actor: Actor): Promise<{ file: OpenedFile; ties: Ties }> {
  const row = await getFile(ground.db, id);
  const subject = row.subjectKind && row.subjectId ? { kind: row.subjectKind, id: row.subjectId } : null;
  const ties: Ties = subject ? await tiesOfSubject(ground.db, subject, actor) : { private: true };
  const { ownerId, name, mediaType, storedSha256, key } = row;
  return {
    file: { id, ownerId, name, mediaType, storedSha256, bytes: () => files(ground).get(key) },
    ties: { ...ties, owners: [...(ties.owners ?? []), ownerId] },
  };
}
