/** Reads the one file of a multipart request into memory, no more of them at a time than memory allows. */
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Problem } from '#platform/problems';
import { takeTurns } from '#platform/turns';
import { fileLimits } from '../limits.ts';
import { documentProblems } from '../problems.ts';

/** Uploads in memory at once: 20 MB each, several times that while a picture is drawn anew. Throws `documents.tooManyUploads`. */
export const inTurn = takeTurns({ atOnce: 6, waiting: 60, refuse: () => documentProblems.tooManyUploads() });

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

/**
 * What an error means to whoever sent the request. Reading touches nothing but the request, so whatever the parser throws (it
 * throws plain errors for a body without a boundary or one that ends in the middle) is about what was sent.
 */
function meaningOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = (error as { code?: string }).code ?? '';
  if (code === 'FST_REQ_FILE_TOO_LARGE') return documentProblems.fileTooLarge();
  if (code === 'FST_FILES_LIMIT') return documentProblems.tooManyFiles();
  return documentProblems.noFile({}, error);
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
