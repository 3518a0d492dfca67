/** SQL of uploaded files. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { documentProblems } from './problems.ts';

/** Types that are kept; HEIC is turned into JPEG before. */
export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';

export interface FileRow {
  id: string;
  ownerId: string;
  sha256: string;
  storedSha256: string;
  size: number;
  mediaType: MediaType;
  name: string;
  key: string;
  width: number | null;
  height: number | null;
  pages: number | null;
  createdAt: Date;
  subjectKind: string | null;
  subjectId: string | null;
  attachedAt: Date | null;
  removedAt: Date | null;
}

const columns =
  'id, owner_id, sha256, stored_sha256, size, media_type, name, key, width, height, pages, created_at, subject_kind, subject_id, attached_at, removed_at';
const insertFile = prepared(
  `insert into documents.file (id, owner_id, sha256, stored_sha256, size, media_type, name, key, width, height, pages, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);
const fileById = prepared<FileRow>(`select ${columns} from documents.file where id = $1 and removed_at is null`);
const filesBySubject = prepared<FileRow>(
  `select ${columns} from documents.file where subject_id = $1 and removed_at is null order by attached_at, id`,
);
const filesByIds = prepared<FileRow>(
  `select ${columns} from documents.file where id = any($1::uuid[]) and removed_at is null order by created_at, id`,
);
// A file that belongs to a submitted case is not taken away from it; one of a draft may move on, by the hand of its owner.
const attach = prepared<{ id: string }>(
  `update documents.file set subject_kind = $3, subject_id = $4, attached_at = coalesce($5, now())
    where id = any($1::uuid[]) and owner_id = any($2::uuid[]) and removed_at is null
      and (subject_kind is null or subject_id = $4 or subject_kind = any($6::text[]))
   returning id`,
);

export const saveFile = (tx: Tx, row: Omit<FileRow, 'subjectKind' | 'subjectId' | 'attachedAt' | 'removedAt'>): void =>
  tx.write(
    insertFile(
      row.id,
      row.ownerId,
      row.sha256,
      row.storedSha256,
      row.size,
      row.mediaType,
      row.name,
      row.key,
      row.width,
      row.height,
      row.pages,
      row.createdAt,
    ),
  );

/** Throws `documents.noSuchFile`; a removed file is not there. */
export async function getFile(reader: Reader, id: string): Promise<FileRow> {
  const row = await reader.maybe(fileById(id));
  if (!row) throw documentProblems.noSuchFile();
  return row;
}

export const listFilesOf = (reader: Reader, subjectId: string): Promise<FileRow[]> =>
  reader.many(filesBySubject(subjectId));
export const listFiles = (reader: Reader, ids: readonly string[]): Promise<FileRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : reader.many(filesByIds(ids));

export const saveAttached = (
  tx: Tx,
  attached: {
    fileIds: readonly string[];
    ownerIds: readonly string[];
    subjectKind: string;
    subjectId: string;
    at: Date | null;
    movableKinds: readonly string[];
  },
): Promise<{ id: string }[]> =>
  tx.many(
    attach(
      attached.fileIds,
      attached.ownerIds,
      attached.subjectKind,
      attached.subjectId,
      attached.at,
      attached.movableKinds,
    ),
  );

const share = prepared(
  `insert into documents.file_share (file_id, subject_kind, subject_id) select f, $2, $3 from unnest($1::uuid[]) f on conflict do nothing`,
);
const sharesOf = prepared<{ kind: string; id: string }>(
  'select subject_kind as kind, subject_id as id from documents.file_share where file_id = $1 limit 50',
);
/** Gives files to something else to read, beside what they belong to. */
export const saveShared = (tx: Tx, fileIds: readonly string[], subjectKind: string, subjectId: string): void =>
  tx.write(share(fileIds, subjectKind, subjectId));
/** To what else a file was given. */
export const listShares = (reader: Reader, fileId: string): Promise<{ kind: string; id: string }[]> =>
  reader.many(sharesOf(fileId));

export const saveRemoved = (tx: Tx, ids: readonly string[], at: Date): void =>
  tx.write(sql`update documents.file set removed_at = ${at} where id = any(${ids}::uuid[]) and removed_at is null`);

/** Removes whatever is still attached to a subject; only what this account uploaded, where one is named. */
export const saveRemovedFrom = (tx: Tx, subject: { kind: string; id: string; ownerId?: string }, at: Date): void =>
  tx.write(sql`update documents.file set removed_at = ${at}
    where subject_id = ${subject.id} and subject_kind = ${subject.kind} and removed_at is null
      and owner_id = coalesce(${subject.ownerId ?? null}::uuid, owner_id)`);

/** Files that nobody attached since `before` become removed; at most `limit`, so that no transaction grows long. */
export const removeUnattached = (tx: Tx, before: Date, at: Date, limit: number): Promise<{ id: string }[]> =>
  tx.many(sql<{ id: string }>`
    update documents.file set removed_at = ${at}
     where id in (select id from documents.file
                   where subject_id is null and removed_at is null and created_at < ${before}
                   order by created_at limit ${limit} for update skip locked)
    returning id`);

/** Removed files whose bytes are still there. */
export const listToErase = (reader: Reader, before: Date, limit: number): Promise<{ id: string; key: string }[]> =>
  reader.many(sql<{ id: string; key: string }>`
    select id, key from documents.file where removed_at < ${before} and erased_at is null order by removed_at limit ${limit}`);

export const saveErased = (tx: Tx, id: string, at: Date): void =>
  tx.write(sql`update documents.file set erased_at = ${at} where id = ${id}`);

/** Of the given keys, those that no row has. */
export const listUnknownKeys = (reader: Reader, keys: readonly string[]): Promise<{ key: string }[]> =>
  reader.many(sql<{ key: string }>`
    select k.key from unnest(${keys}::text[]) k(key)
     where not exists (select 1 from documents.file f where f.key = k.key)`);
