/** The content of uploaded files and frozen documents, for modules above that have asked themselves who may read it. */
import type { Readable } from 'node:stream';
import type { Reader } from '#platform/db';
import { files } from '#platform/files';
import type { Ground } from '#platform/ground';
import { hashOf } from '#platform/ids';
import { getFile, listFiles } from './file-store.ts';
import { openDocument } from './open-document.ts';
import { documentProblems } from './problems.ts';
import { getDocument } from './store.ts';

/** Something that can be read: one file, or one document. */
export type ContentOf = { fileId: string } | { documentId: string };

/** The bytes with their type, a name and a tag that changes with them. Throws `noSuchFile`, `noSuchDocument`. */
export async function readContent(
  ground: Ground,
  of: ContentOf,
): Promise<{ type: string; name: string; tag: string; body: Readable | Uint8Array }> {
  if ('documentId' in of) {
    const row = await getDocument(ground.db, of.documentId);
    const body = await openDocument(ground, row, 'a4');
    return { type: 'application/pdf', name: `${row.number}.pdf`, tag: `${row.hash}-a4`, body };
  }
  const file = await getFile(ground.db, of.fileId);
  const body = await files(ground).stream(file.key);
  return { type: file.mediaType, name: file.name, tag: file.storedSha256, body };
}

/**
 * SHA-256 of content: of a document over all that it says, of files over the hashes of their stored bytes in the order given. Throws
 * `documents.noSuchDocument`, `documents.notYourFile` when a file is not there.
 */
export async function hashOfContent(
  reader: Reader,
  of: { fileIds: readonly string[] } | { documentId: string },
): Promise<string> {
  if ('documentId' in of) return (await getDocument(reader, of.documentId)).hash;
  const known = new Map((await listFiles(reader, of.fileIds)).map((file) => [file.id, file.storedSha256]));
  const gone = of.fileIds.filter((id) => !known.has(id));
  if (gone.length > 0) throw documentProblems.notYourFile({ fileIds: gone });
  const hashes = of.fileIds.map((id) => known.get(id)!);
  return hashes.length === 1 ? hashes[0]! : hashOf(hashes.join('\n'));
}
