/** SQL of sign-ins that phones approve, and of papers that come out of kiosks. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';

export interface SignIn {
  id: string;
  code: string;
  kioskId: string;
  sittingId: string;
  number: number;
  choices: number[];
  state: 'waiting' | 'approved' | 'refused' | 'collected';
  accountId: string | null;
  askedAt: Date;
  expiresAt: Date;
}

const signInById = prepared<SignIn>('select * from kiosks.sign_in where id = $1 for update');
const signInByCode = prepared<SignIn>('select * from kiosks.sign_in where code = $1');
const lockSignInByCode = prepared<SignIn>('select * from kiosks.sign_in where code = $1 for update');
export const lockSignIn = (tx: Tx, id: string) => tx.maybe(signInById(id));
export const findSignIn = (reader: Reader, code: string) => reader.maybe(signInByCode(code));
export const lockSignInOf = (tx: Tx, code: string) => tx.maybe(lockSignInByCode(code));

/** A new code takes the place of the one before: of a screen only what it shows now can be scanned. */
export function insertSignIn(tx: Tx, row: SignIn): void {
  forgetSignIns(tx, row.sittingId);
  tx.write(sql`
    insert into kiosks.sign_in (id, code, kiosk_id, sitting_id, number, choices, state, account_id, asked_at, expires_at)
    values (${row.id}, ${row.code}, ${row.kioskId}, ${row.sittingId}, ${row.number}, ${row.choices}::int[], ${row.state}, null,
      ${row.askedAt}, ${row.expiresAt})`);
}
export const saveAnswer = (tx: Tx, id: string, state: SignIn['state'], accountId: string | null): void =>
  tx.write(sql`update kiosks.sign_in set state = ${state}, account_id = ${accountId} where id = ${id}`);
export const forgetSignIns = (tx: Tx, sittingId: string): void =>
  tx.write(sql`delete from kiosks.sign_in where sitting_id = ${sittingId}`);
export const forgetSignInsBefore = (tx: Tx, at: Date): void =>
  tx.write(sql`delete from kiosks.sign_in where expires_at < ${at}`);

export interface Print {
  id: string;
  kioskId: string;
  sittingId: string;
  documentId: string | null;
  title: string;
  titleEn: string;
  pages: number;
  copies: number;
  state: 'printing' | 'taken' | 'failed' | 'leftBehind' | 'cleared';
  at: Date;
  endedAt: Date | null;
  clearedBy: string | null;
}

const printById = prepared<Print>('select * from kiosks.print where id = $1');
export const findPrint = (reader: Reader, id: string) => reader.maybe(printById(id));
export const lockPrint = (tx: Tx, id: string) =>
  tx.maybe(sql<Print>`select * from kiosks.print where id = ${id} for update`);
export const insertPrint = (tx: Tx, row: Print): void =>
  tx.write(sql`
    insert into kiosks.print (id, kiosk_id, sitting_id, document_id, title, title_en, pages, copies, state, at)
    values (${row.id}, ${row.kioskId}, ${row.sittingId}, ${row.documentId}, ${row.title}, ${row.titleEn}, ${row.pages}, ${row.copies},
      ${row.state}, ${row.at})`);
/** The end of a paper: whose it was goes with it. */
export const savePrintEnd = (tx: Tx, id: string, state: Print['state'], at: Date, by: string | null = null): void =>
  tx.write(
    sql`update kiosks.print set state = ${state}, document_id = null, ended_at = ${at}, cleared_by = ${by} where id = ${id}`,
  );
/** Papers of a sitting of which nobody said that they were taken. */
export const leaveBehind = (tx: Tx, sittingId: string, at: Date) =>
  tx.many(sql<{ title: string; titleEn: string }>`
    update kiosks.print set state = 'leftBehind', document_id = null, ended_at = ${at}
     where sitting_id = ${sittingId} and state = 'printing' returning title, title_en`);

export interface LeftPrint extends Print {
  kioskName: string;
  place: string;
  outletId: string;
}
export async function leftPapers(reader: Reader, limit: number, offset: number) {
  const rows = await reader.many(sql<LeftPrint & { total: number }>`
    select n.total, p.*, k.name as kiosk_name, k.place, k.outlet_id
      from (select count(*) as total from kiosks.print where state = 'leftBehind') n
      left join lateral (select * from kiosks.print where state = 'leftBehind' order by at, id limit ${limit} offset ${offset}) p on true
      left join kiosks.kiosk k on k.id = p.kiosk_id order by p.at, p.id`);
  return { total: rows[0]!.total, rows: rows.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])) };
}
