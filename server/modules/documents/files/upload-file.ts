/** Uploading a file, removing one, and attaching them to what they belong to. */
import type { Reader, Tx } from '#platform/db';
import { files, newKey } from '#platform/files';
import type { Ground } from '#platform/ground';
import { hashOf, newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import {
  listFiles,
  listFilesOf,
  saveAttached,
  saveFile,
  saveRemoved,
  saveRemovedFrom,
  saveShared,
  type FileRow,
} from '../file-store.ts';
import { documentProblems } from '../problems.ts';
import { filesMayGo, movableKinds } from '../reading.ts';
import { cleanContent } from './clean-content.ts';
import { cleanName, endingOf } from './kinds.ts';

/** What others see of a file. */
export interface UploadedFile {
  id: string;
  name: string;
  mediaType: FileRow['mediaType'];
  /** Bytes as they are stored. */
  size: number;
  width: number | null;
  height: number | null;
  pages: number | null;
  /** SHA-256 of the bytes as they came. */
  sha256: string;
  createdAt: Date;
}

const shown = (row: UploadedFile): UploadedFile => ({
  id: row.id,
  name: row.name,
  mediaType: row.mediaType,
  size: row.size,
  width: row.width,
  height: row.height,
  pages: row.pages,
  sha256: row.sha256,
  createdAt: row.createdAt,
});

/**
 * Checks, cleans and stores an upload. The row comes after the bytes are durable: if we die in between, a sweep finds bytes
 * without a row; a row without bytes cannot come about.
 */
export async function uploadFile(
  ground: Ground,
  actor: Actor,
  upload: { name: string; bytes: Uint8Array },
): Promise<UploadedFile> {
  const clean = await cleanContent(upload.bytes);
  const createdAt = ground.clock.now();
  const key = newKey(createdAt, endingOf(clean.mediaType));
  await files(ground).put(key, clean.bytes);
  const row = {
    id: newId(),
    ownerId: actor.accountId!,
    sha256: hashOf(upload.bytes),
    storedSha256: hashOf(clean.bytes),
    size: clean.bytes.length,
    mediaType: clean.mediaType,
    name: cleanName(upload.name, clean.mediaType),
    key,
    width: clean.width,
    height: clean.height,
    pages: clean.pages,
    createdAt,
  };
  await ground.db.transaction(async (tx) => saveFile(tx, row));
  return shown(row);
}

/** Removes a file that was not submitted. Throws `documents.fileInUse` for one that belongs to a submitted case. */
export async function removeFile(ground: Ground, file: FileRow): Promise<void> {
  if (file.subjectKind !== null && !filesMayGo(file.subjectKind)) throw documentProblems.fileInUse();
  await ground.db.transaction(async (tx) => saveRemoved(tx, [file.id], ground.clock.now()));
}

/**
 * Attaches files to a subject in the act's transaction. Throws `documents.notYourFile` unless every file is there, belongs to
 * the account (or to one of `ownerIds`), and is not attached to something that was submitted: a file that the applicant had
 * removed is never sent along.
 */
export async function attachFiles(
  tx: Tx,
  attached: {
    fileIds: readonly string[];
    ownerId: string;
    /** More accounts whose files may be attached: of those who worked on the same draft. */
    ownerIds?: readonly string[];
    subjectKind: string;
    subjectId: string;
    at?: Date;
  },
): Promise<void> {
  const wanted = [...new Set(attached.fileIds)];
  if (wanted.length === 0) return;
  const done = await saveAttached(tx, {
    fileIds: wanted,
    ownerIds: [attached.ownerId, ...(attached.ownerIds ?? [])],
    subjectKind: attached.subjectKind,
    subjectId: attached.subjectId,
    at: attached.at ?? null,
    movableKinds: movableKinds(),
  });
  if (done.length === wanted.length) return;
  const ids = new Set(done.map(({ id }) => id));
  throw documentProblems.notYourFile({ fileIds: wanted.filter((id) => !ids.has(id)) });
}

/** Gives files that were attached before to something else to read as well: one set of materials for several offices. */
export const shareFiles = (
  tx: Tx,
  { fileIds, subjectKind, subjectId }: { fileIds: readonly string[]; subjectKind: string; subjectId: string },
): void => {
  if (fileIds.length > 0) saveShared(tx, [...new Set(fileIds)], subjectKind, subjectId);
};

/** Removes files in a transaction, as when their draft is given up. */
export const removeFiles = (tx: Tx, fileIds: readonly string[], at: Date): void => {
  if (fileIds.length > 0) saveRemoved(tx, fileIds, at);
};

/** Removes all files that are still attached to a subject, as when a draft is given up or sent without them. */
export const removeFilesOf = (tx: Tx, subject: { kind: string; id: string; ownerId?: string }, at: Date): void =>
  saveRemovedFrom(tx, subject, at);

/** The files attached to a subject, in the order in which they were attached. */
export const filesOf = async (reader: Reader, subjectId: string): Promise<UploadedFile[]> =>
  (await listFilesOf(reader, subjectId)).map(shown);

/** Files by id, without those that were removed; with the account that uploaded each. */
export const findFiles = async (
  reader: Reader,
  ids: readonly string[],
): Promise<(UploadedFile & { ownerId: string; subjectKind: string | null; subjectId: string | null })[]> =>
  (await listFiles(reader, ids)).map((row) => ({
    ...shown(row),
    ownerId: row.ownerId,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
  }));
