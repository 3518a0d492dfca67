/** All SQL of pieces of files on their way, and of what is offered between districts. */
import type { ItemBody } from '#modules/catalogue/contract';
import { sql, type Reader, type Tx } from '#platform/db';

export const insertPiece = (
  tx: Tx,
  piece: { partnerId: string; applicationId: string; fileId: string; part: number; data: Buffer; at: Date },
): void =>
  tx.write(sql`insert into exchange.piece (partner_id, application_id, file_id, part, data, at)
    values (${piece.partnerId}, ${piece.applicationId}, ${piece.fileId}, ${piece.part}, ${piece.data}, ${piece.at}) on conflict do nothing`);

/** How many pieces an application has on their way, and all of the partner's, which are counted no further than `most`. */
export const countPieces = (reader: Reader, partnerId: string, applicationId: string, most: number) =>
  reader.one(sql<{ ofOne: number; ofAll: number }>`select
    (select count(*)::int from exchange.piece where partner_id = ${partnerId} and application_id = ${applicationId}) as of_one,
    (select count(*)::int from (select 1 from exchange.piece where partner_id = ${partnerId} limit ${most}) x) as of_all`);

/** The pieces of one file in their order. */
export const piecesOf = (reader: Reader, partnerId: string, applicationId: string, fileId: string) =>
  reader.many(sql<{ part: number; data: Buffer }>`select part, data from exchange.piece
    where partner_id = ${partnerId} and application_id = ${applicationId} and file_id = ${fileId} order by part limit 100`);

export const deletePieces = (tx: Tx, partnerId: string, applicationId: string, fileIds: readonly string[]): void =>
  tx.write(sql`delete from exchange.piece where partner_id = ${partnerId} and application_id = ${applicationId}
    and file_id = any(${[...fileIds]}::uuid[])`);

export const deleteOldPieces = (tx: Tx, before: Date): void =>
  tx.write(
    sql`delete from exchange.piece where ctid in (select ctid from exchange.piece where at < ${before} limit 5000)`,
  );

export const listOffered = (reader: Reader) =>
  reader.many(
    sql<{ itemId: string; since: Date }>`select item_id, since from exchange.offered order by since, item_id limit 200`,
  );

export const insertOffered = (tx: Tx, itemId: string, at: Date, by: string): void =>
  tx.write(
    sql`insert into exchange.offered (item_id, since, offered_by) values (${itemId}, ${at}, ${by}) on conflict do nothing`,
  );

export const deleteOffered = async (tx: Tx, itemId: string): Promise<boolean> =>
  (await tx.maybe(sql`delete from exchange.offered where item_id = ${itemId} returning item_id`)) !== undefined;

export interface PartnerItemRow {
  partnerId: string;
  partnerName: string;
  itemId: string;
  version: number;
  body: ItemBody;
  department: string;
  fetchedAt: Date;
}

/** Keeps each version that a partner offers; what it does not offer any more is not current. */
export function savePartnerItems(
  tx: Tx,
  partnerId: string,
  items: readonly Pick<PartnerItemRow, 'itemId' | 'version' | 'body' | 'department'>[],
  at: Date,
): void {
  tx.write(sql`update exchange.partner_item set current = false where partner_id = ${partnerId} and current`);
  tx.write(sql`insert into exchange.partner_item (partner_id, item_id, version, body, department, fetched_at, current)
    select ${partnerId}, (r->>'itemId')::uuid, (r->>'version')::int, r->'body', r->>'department', ${at}, true
      from json_array_elements(${JSON.stringify(items)}::json) r
    on conflict on constraint partner_item_pkey do update set current = true, department = excluded.department`);
  tx.write(sql`update exchange.partner set items_at = ${at} where id = ${partnerId}`);
}

const itemRows = sql`select i.*, p.name as partner_name from exchange.partner_item i join exchange.partner p on p.id = i.partner_id`;

/** The version that a partner offers now; or one that was kept. */
export const findPartnerItem = (reader: Reader, partnerId: string, itemId: string, version?: number) =>
  reader.maybe(sql<PartnerItemRow>`${itemRows} where i.partner_id = ${partnerId} and i.item_id = ${itemId}
    and ${version === undefined ? sql`i.current` : sql`i.version = ${version}`}`);

export async function findPartnerItems(
  reader: Reader,
  asked: { partnerId?: string; words?: string },
  limit: number,
  offset: number,
) {
  const { partnerId, words } = asked;
  const like = `%${(words ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  const where = sql`i.current and ${partnerId ? sql`i.partner_id = ${partnerId}` : sql`true`}
    and ${words ? sql`(i.body->>'name' ilike ${like} or i.body->>'plainName' ilike ${like} or p.name ilike ${like})` : sql`true`}`;
  const [rows, { total }] = await Promise.all([
    reader.many(
      sql<PartnerItemRow>`${itemRows} where ${where} order by p.code, i.body->>'name', i.item_id limit ${limit} offset ${offset}`,
    ),
    reader.one(sql<{ total: number }>`select count(*)::int as total from exchange.partner_item i
      join exchange.partner p on p.id = i.partner_id where ${where}`),
  ]);
  return { rows, total };
}
