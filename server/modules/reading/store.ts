/** SQL of readings. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { PictureReading } from './reading.ts';

/** A stored reading: a result, or the code of the problem why there is none. */
export interface ReadingRow {
  id: string;
  fileId: string;
  storedSha256: string;
  version: string;
  /** Empty when no kind was asked for. */
  askedKind: string;
  kind: string | null;
  result: PictureReading | null;
  problem: string | null;
  at: Date;
}

const columns = 'id, file_id, stored_sha256, version, asked_kind, kind, result, problem, at';
const ofFile = prepared<ReadingRow>(
  `select ${columns} from reading.reading where file_id = $1 and version = $2 and asked_kind = $3`,
);
const ofContent = prepared<ReadingRow>(
  `select ${columns} from reading.reading where stored_sha256 = $1 and version = $2 and asked_kind = $3 limit 1`,
);
const latest = prepared<ReadingRow>(
  `select ${columns} from reading.reading where file_id = $1 order by at desc, id desc limit 1`,
);
// Two who ask at the same time read the same: the first one's stays.
const insert = prepared(
  `insert into reading.reading (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint reading_once do nothing`,
);

export const findReading = (
  reader: Reader,
  fileId: string,
  version: string,
  askedKind: string,
): Promise<ReadingRow | undefined> => reader.maybe(ofFile(fileId, version, askedKind));

export const findReadingOfContent = (
  reader: Reader,
  sha256: string,
  version: string,
  askedKind: string,
): Promise<ReadingRow | undefined> => reader.maybe(ofContent(sha256, version, askedKind));

export const findLatestReading = (reader: Reader, fileId: string): Promise<ReadingRow | undefined> =>
  reader.maybe(latest(fileId));

const ofFiles = prepared<ReadingRow>(
  `select distinct on (file_id) ${columns} from reading.reading where file_id = any($1) order by file_id, at desc, id desc`,
);
/** The newest reading of each of these files that was read at all. */
export const findReadings = (reader: Reader, fileIds: readonly string[]): Promise<ReadingRow[]> =>
  fileIds.length === 0 ? Promise.resolve([]) : reader.many(ofFiles([...fileIds]));

export const saveReading = (tx: Tx, row: ReadingRow): void =>
  tx.write(
    insert(
      row.id,
      row.fileId,
      row.storedSha256,
      row.version,
      row.askedKind,
      row.kind,
      row.result === null ? null : JSON.stringify(row.result),
      row.problem,
      row.at,
    ),
  );

/** Files with readings since a day, in the order of their ids after `after`; at most `limit`. */
export const listReadFiles = (
  reader: Reader,
  since: Date,
  after: string,
  limit: number,
): Promise<{ fileId: string }[]> =>
  reader.many(sql<{ fileId: string }>`
    select distinct file_id from reading.reading where at >= ${since} and file_id > ${after} order by file_id limit ${limit}`);

export const deleteReadings = (tx: Tx, fileIds: readonly string[]): void =>
  tx.write(sql`delete from reading.reading where file_id = any(${fileIds}::uuid[])`);
