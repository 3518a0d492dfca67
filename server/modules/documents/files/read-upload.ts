/** Reads the one file of a multipart request into memory, no more of them at a time than memory allows. */
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { fileLimits } from '../limits.ts';
import { documentProblems } from '../problems.ts';

/** Uploads in memory at once: 20 MB each, several times that while a picture is drawn anew. */
const atOnce = 6;
/** Uploads that may wait for their turn. */
const waitingAtMost = 60;

let running = 0;
const waiting: (() => void)[] = [];

/** Waits for a turn, and gives it back when the work is done. Throws `documents.tooManyUploads`. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= waitingAtMost) throw documentProblems.tooManyUploads();
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The file in the part named `file`. Throws the problems of an upload that is not one file. */
export async function readUpload(request: FastifyRequest): Promise<{ name: string; bytes: Uint8Array }> {
  if (!request.isMultipart()) throw documentProblems.noFile();
  let found: { name: string; bytes: Uint8Array } | undefined;
  try {
    // All parts are read, even after the file: what is left unread would hold up the connection.
    for await (const part of request.parts()) {
      if (part.type !== 'file') continue;
      if (found) throw documentProblems.tooManyFiles();
      found = { name: part.filename || '', bytes: await part.toBuffer() };
      if ((part as MultipartFile).file.truncated) throw documentProblems.fileTooLarge();
    }
  } catch (error) {
    throw meaningOf(error);
  }
  if (!found) throw documentProblems.noFile();
  return found;
}

/** What the parser's errors mean to whoever sent the request. */
function meaningOf(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'FST_REQ_FILE_TOO_LARGE') return documentProblems.fileTooLarge();
  if (code === 'FST_FILES_LIMIT') return documentProblems.tooManyFiles();
  if (/^FST_(PARTS_LIMIT|FIELDS_LIMIT|PROTO_VIOLATION|INVALID_MULTIPART)/.test(code)) return documentProblems.noFile();
  // busboy throws plain errors for a body that ends in the middle or has no boundary.
  if (error instanceof Error && /end of form|Boundary not found|Malformed|header/i.test(error.message))
    return documentProblems.noFile({}, error);
  return error;
}

/** Settings of the parser. */
export const uploadLimits = {
  fileSize: fileLimits.bytes,
  files: 2,
  fields: 5,
  fieldSize: 1000,
  parts: 8,
  headerPairs: 50,
};
