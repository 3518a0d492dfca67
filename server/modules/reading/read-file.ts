/** Reading an uploaded file once, and keeping what it says. */
import type { OpenedFile } from '#modules/documents';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { Problem } from '#platform/problems';
import { fileRead } from './events.ts';
import type { ReadKind } from './kinds.ts';
import { readingProblems } from './problems.ts';
import { readPicture } from './read-picture.ts';
import { findReading, findReadingOfContent, saveReading, type ReadingRow } from './store.ts';
import { readingVersion } from './version.ts';

/** Problems of the file itself, which a second try would not mend; the others are not kept. */
const lasting = new Set(['notAPicture', 'damaged', 'tooManyPixels', 'tooManyPages', 'locked', 'tooSmall', 'nothingWritten', 'unknownKind'].map((code) => `reading.${code}`)); // prettier-ignore

/** What is being read by this process: who asks again waits with the first. */
const running = new Map<string, Promise<ReadingRow>>();

/** The reading of a file; throws the problem why there is none. The same bytes are read once for each version of networks and templates. */
export async function readFile(ground: Ground, file: OpenedFile, kind: ReadKind | undefined): Promise<ReadingRow> {
  const key = `${file.id} ${kind ?? ''}`;
  let going = running.get(key);
  if (!going) {
    going = readOnce(ground, file, kind ?? '').finally(() => running.delete(key));
    running.set(key, going);
  }
  const row = await going;
  if (row.problem !== null) throw problemOf(row.problem);
  return row;
}

export function problemOf(code: string): Problem {
  const name = code.replace('reading.', '') as keyof typeof readingProblems;
  return (readingProblems[name] ?? readingProblems.failed)();
}

async function readOnce(ground: Ground, file: OpenedFile, askedKind: ReadKind | ''): Promise<ReadingRow> {
  const kept = await findReading(ground.db, file.id, readingVersion, askedKind);
  if (kept) return kept;
  const same = await findReadingOfContent(ground.db, file.storedSha256, readingVersion, askedKind);
  const { result, problem } = same ?? (await readBytes(ground, file, askedKind));
  const row: ReadingRow = {
    id: newId(),
    fileId: file.id,
    storedSha256: file.storedSha256,
    version: readingVersion,
    askedKind,
    kind: result?.kind ?? null,
    result,
    problem,
    at: ground.clock.now(),
  };
  await ground.db.transaction(async (tx) => {
    saveReading(tx, row);
    emit(tx, fileRead, file.id, { ownerId: file.ownerId, problem });
  });
  return row;
}

async function readBytes(
  ground: Ground,
  file: OpenedFile,
  askedKind: ReadKind | '',
): Promise<Pick<ReadingRow, 'result' | 'problem'>> {
  try {
    const bytes = await file.bytes();
    return {
      result: await readPicture(bytes, { kind: askedKind || undefined, now: ground.clock.now() }),
      problem: null,
    };
  } catch (error) {
    if (error instanceof Problem && lasting.has(error.code)) return { result: null, problem: error.code };
    throw error;
  }
}
