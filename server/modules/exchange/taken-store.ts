/** All SQL of what was taken in here for other districts, and of what came of it there. */
import { finalStates } from '#modules/cases/contract';
import { sql, type Reader, type Tx } from '#platform/db';
import { exchangeProblems } from './problems.ts';
import type { documentFaults, takenFilters } from './shapes.ts';
import type { TakenRow } from './store.ts';
import type { Step } from './wire.ts';

type NewTaken = Pick<
  TakenRow,
  | 'id'
  | 'partnerId'
  | 'personId'
  | 'itemId'
  | 'itemVersion'
  | 'itemName'
  | 'applicantName'
  | 'content'
  | 'takenBy'
  | 'takenAt'
>;

/** Undefined when it was there. */
export const insertTaken = (tx: Tx, row: NewTaken) =>
  tx.maybe(sql`insert into exchange.taken (id, partner_id, person_id, item_id, item_version, item_name, applicant_name, content, taken_by, taken_at)
    values (${row.id}, ${row.partnerId}, ${row.personId}, ${row.itemId}, ${row.itemVersion}, ${row.itemName}, ${row.applicantName}, ${row.content},
      ${row.takenBy}, ${row.takenAt}) on conflict do nothing returning id`);

const takenRows = sql`select t.*, p.name as partner_name, p.code as partner_code, w.fault, w.fault_code, w.waiting_since
  from exchange.taken t join exchange.partner p on p.id = t.partner_id
  left join lateral (select o.fault, o.fault_code, o.created_at as waiting_since from exchange.outgoing o
    where o.partner_id = t.partner_id and o.subject = t.id and o.sent_at is null order by o.no limit 1) w on true`;

export const findTaken = (reader: Reader, id: string) => reader.maybe(sql<TakenRow>`${takenRows} where t.id = ${id}`);

export async function getTaken(reader: Reader, id: string): Promise<TakenRow> {
  const row = await findTaken(reader, id);
  if (!row) throw exchangeProblems.notFound();
  return row;
}

export interface TakenFilter {
  takenBy?: string;
  personId?: string;
  which?: (typeof takenFilters)[number];
  partnerId?: string;
  /** The applicant's name or the number over there. */
  who?: string;
}

const ended = sql`(t.refusal is not null or t.state = any(${[...finalStates]}::text[]))`;
const whichRows: Record<(typeof takenFilters)[number], typeof ended> = {
  waiting: sql`t.number is null and t.refusal is null`,
  wanted: sql`t.state = 'supplementing'`,
  open: sql`not coalesce(${ended}, false)`,
  ended,
};

/** A page, newest first. */
export async function listTaken(reader: Reader, filter: TakenFilter, limit: number, offset: number) {
  const { takenBy, personId, which, partnerId, who } = filter;
  const all = [sql`true`];
  if (takenBy) all.push(sql`t.taken_by = ${takenBy}`);
  if (personId) all.push(sql`t.person_id = ${personId}`);
  if (which) all.push(whichRows[which]);
  if (partnerId) all.push(sql`t.partner_id = ${partnerId}`);
  if (who?.trim()) all.push(sql`(t.applicant_name = ${who.trim()} or t.number = ${who.trim()})`);
  const where = sql.join(all, sql` and `);
  const [rows, { total }] = await Promise.all([
    reader.many(
      sql<TakenRow>`${takenRows} where ${where} order by t.taken_at desc, t.id limit ${limit} offset ${offset}`,
    ),
    reader.one(sql<{ total: number }>`select count(*)::int as total from exchange.taken t where ${where}`),
  ]);
  return { rows, total };
}

export const listSteps = (reader: Reader, takenId: string) =>
  reader.many(sql<{ seq: number; kind: string; state: string; at: Date; note: string | null }>`
    select seq, kind, state, at, note from exchange.taken_step where taken_id = ${takenId} order by seq limit 1000`);

/** What the other district answered to the application; the first answer stands. */
export const saveAnswer = (
  tx: Tx,
  id: string,
  answer: { number?: string; trackCode?: string; problem?: unknown },
): void =>
  tx.write(sql`update exchange.taken set number = coalesce(number, ${answer.number ?? null}),
    track_code = coalesce(track_code, ${answer.trackCode ?? null}),
    refusal = coalesce(refusal, ${answer.problem === undefined ? null : JSON.stringify(answer.problem)}::jsonb) where id = ${id}`);

/** Locks the application of this partner; undefined when it is not theirs. */
export const lockTaken = (tx: Tx, partnerId: string, id: string) =>
  tx.maybe(sql<
    Pick<TakenRow, 'id' | 'takenBy' | 'personId' | 'itemName' | 'number' | 'partnerName' | 'state'> & {
      lastSeq: number;
    }
  >`select t.id, t.taken_by, t.person_id, t.item_name, t.number, t.state, t.last_seq, p.name as partner_name
      from exchange.taken t join exchange.partner p on p.id = t.partner_id where t.id = ${id} and t.partner_id = ${partnerId} for update of t`);

/** Keeps a step, once; a step that comes late does not become the state. */
export function insertStep(tx: Tx, { applicationId: id, seq, kind, state, at, note }: Step): void {
  tx.write(sql`insert into exchange.taken_step (taken_id, seq, kind, state, at, note) values (${id}, ${seq}, ${kind}, ${state}, ${at}, ${note})
    on conflict do nothing`);
  tx.write(sql`update exchange.taken set state = ${state}, last_seq = ${seq} where id = ${id} and last_seq < ${seq}`);
}

/** Keeps what documents there are; answers with those that were not known. */
export const insertDocuments = (tx: Tx, { applicationId, seq, documents }: Step) =>
  tx.many(sql<{ documentId: string }>`
    insert into exchange.taken_document (taken_id, document_id, seq, kind, title, title_en, number)
    select ${applicationId}, (r->>'id')::uuid, ${seq}, r->>'kind', r->>'title', r->>'titleEn', r->>'number'
      from jsonb_array_elements(${JSON.stringify(documents)}::jsonb) r on conflict do nothing returning document_id`);

export const listDocuments = (reader: Reader, takenId: string) =>
  reader.many(sql<{
    documentId: string;
    title: string;
    titleEn: string;
    number: string;
    fileId: string | null;
    fault: (typeof documentFaults)[number] | null;
  }>`select document_id, title, title_en, number, file_id, fault
    from exchange.taken_document where taken_id = ${takenId} order by seq, document_id limit 200`);

/** The number by which a document is called. */
export const getDocumentLine = (reader: Reader, takenId: string, documentId: string) =>
  reader.one(sql<{ number: string; title: string; takenBy: string }>`
    select d.number, d.title, t.taken_by from exchange.taken_document d join exchange.taken t on t.id = d.taken_id
     where d.taken_id = ${takenId} and d.document_id = ${documentId}`);

export const saveDocumentFile = (tx: Tx, takenId: string, documentId: string, fileId: string) =>
  tx.maybe(sql`update exchange.taken_document set file_id = ${fileId}, fault = null
    where taken_id = ${takenId} and document_id = ${documentId} and file_id is null returning document_id`);

export const lockDocument = (tx: Tx, takenId: string, documentId: string) =>
  tx.maybe(sql<{ fault: string | null }>`
    select fault from exchange.taken_document where taken_id = ${takenId} and document_id = ${documentId} for update`);

/** Why a document did not come; null while it is asked for again. Undefined when it is here. */
export const saveDocumentFault = (
  tx: Tx,
  takenId: string,
  documentId: string,
  fault: (typeof documentFaults)[number] | null,
) =>
  tx.maybe(sql`update exchange.taken_document set fault = ${fault}
    where taken_id = ${takenId} and document_id = ${documentId} and file_id is null returning document_id`);

/** Undefined when it was there. */
export const insertSupplement = (tx: Tx, row: { id: string; takenId: string; content: string; by: string; at: Date }) =>
  tx.maybe(sql`insert into exchange.taken_supplement (id, taken_id, content, supplemented_by, at)
    values (${row.id}, ${row.takenId}, ${row.content}, ${row.by}, ${row.at}) on conflict do nothing returning id`);

export const findSupplement = (reader: Reader, id: string) =>
  reader.maybe(sql<{ takenId: string; content: string }>`
    select taken_id, content from exchange.taken_supplement where id = ${id}`);

export const answerSupplement = (tx: Tx, id: string, at: Date, problem: unknown): void =>
  tx.write(sql`update exchange.taken_supplement set answered_at = ${at},
    refusal = ${problem === undefined ? null : JSON.stringify(problem)}::jsonb where id = ${id} and answered_at is null`);

export const listSupplements = (reader: Reader, takenId: string) =>
  reader.many(sql<{ id: string; content: string; at: Date; answeredAt: Date | null; refusal: unknown }>`
    select id, content, at, answered_at, refusal from exchange.taken_supplement where taken_id = ${takenId} order by at limit 100`);
