/** SQL of reviews and of what the machine did on them. What people found is in `asked-store.ts`, settings and the switch in `machine-store.ts`. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { Judgement, Verdict } from '#modules/rules';

export interface ReviewRow {
  id: string;
  caseId: string;
  caseSeq: number;
  caseNumber: string;
  itemId: string;
  departmentId: string;
  rulesVersion: number;
  verdict: Verdict;
  judgements: Judgement[];
  at: Date;
  acceptId: string;
  grantId: string;
}
export interface MachineAct {
  reviewId: string;
  caseId: string;
  caseNumber: string;
  itemId: string;
  departmentId: string;
  kind: 'accept' | 'decide';
  at: Date;
  sampled: boolean;
}

/** Stores reviews; a case that was judged after this action already keeps what was said. Returns those that are new. */
export async function insertReviews(tx: Tx, rows: readonly ReviewRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const stored = await tx.many(sql<{ id: string }>`
    insert into prereview.review
    select r.* from jsonb_to_recordset(${JSON.stringify(
      rows.map((row) => ({
        id: row.id, case_id: row.caseId, case_seq: row.caseSeq, case_number: row.caseNumber, item_id: row.itemId,
        department_id: row.departmentId, rules_version: row.rulesVersion, verdict: row.verdict, judgements: row.judgements,
        at: row.at.toISOString(), accept_id: row.acceptId, grant_id: row.grantId,
      })), // prettier-ignore
    )}::jsonb) as r (id uuid, case_id uuid, case_seq int, case_number text, item_id uuid, department_id uuid, rules_version int,
      verdict text, judgements jsonb, at timestamptz, accept_id uuid, grant_id uuid)
    on conflict (case_id, case_seq) do nothing returning id`);
  return new Set(stored.map(({ id }) => id));
}

const byId = prepared<ReviewRow>('select * from prereview.review where id = $1');
export const findReview = (reader: Reader, id: string) => reader.maybe(byId(id));

export type ReviewLine = ReviewRow & {
  acted: 'accept' | 'decide' | null;
  sampled: boolean | null;
  agreed: boolean | null;
  note: string | null;
  byName: string | null;
  /** When and why the applicant asked for a person, and what that person said. */
  askedAt: Date | null;
  askedReason: string | null;
  askedAgreed: boolean | null;
  askedNote: string | null;
  askedByName: string | null;
  answeredAt: Date | null;
  actedAt: Date | null;
};
const ofCase = prepared<ReviewLine>(
  `select r.*, a.kind as acted, a.at as acted_at, a.sampled, c.agreed, c.note, c.by_name, q.at as asked_at, q.reason as asked_reason,
          l.agreed as asked_agreed, l.note as asked_note, l.by_name as asked_by_name, l.at as answered_at
     from prereview.review r
     left join lateral (select * from prereview.machine_act m where m.review_id = r.id order by m.kind desc limit 1) a on true
     left join prereview.recheck c on c.review_id = r.id and not c.asked
     left join prereview.asked q on q.review_id = r.id
     left join prereview.recheck l on l.review_id = r.id and l.asked
    where r.case_id = $1 order by r.case_seq desc limit 20`,
);
export const findReviewsOfCase = (reader: Reader, caseId: string): Promise<ReviewLine[]> => reader.many(ofCase(caseId));

const insertAct = prepared(
  `insert into prereview.machine_act (review_id, case_id, case_number, item_id, department_id, kind, at, sampled)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (review_id, kind) do nothing`,
);
export function saveMachineAct(tx: Tx, act: MachineAct): void {
  const { reviewId, caseId, caseNumber, itemId, departmentId, kind, at, sampled } = act;
  tx.write(insertAct(reviewId, caseId, caseNumber, itemId, departmentId, kind, at, sampled));
}

// The decision counts, where there is one: its acceptance is part of it.
const actOf = prepared<MachineAct>(
  'select * from prereview.machine_act where review_id = $1 order by kind desc limit 1',
);
export const furthest = (alias: string) =>
  sql.raw(`not (${alias}.kind = 'accept' and exists (select 1 from prereview.machine_act f where f.review_id = ${alias}.review_id and f.kind = 'decide'))`); // prettier-ignore
export const findMachineAct = (reader: Reader, reviewId: string) => reader.maybe(actOf(reviewId));

const actOfCase = prepared<MachineAct>(
  'select * from prereview.machine_act where case_id = $1 order by at desc, kind desc limit 1',
);
/** How far the machine went with a case, if it did anything. */
export const findActOfCase = (reader: Reader, caseId: string) => reader.maybe(actOfCase(caseId));

export interface Within {
  /** Departments of which the reader may know; undefined: all. */
  within: readonly string[] | undefined;
  departmentId?: string | undefined;
}
export const reachOf = (filter: Within) => {
  const all = [sql`true`];
  if (filter.within) all.push(sql`t.department_id = any(${[...filter.within]}::uuid[])`);
  if (filter.departmentId) all.push(sql`t.department_id = ${filter.departmentId}`);
  return sql.join(all, sql` and `);
};

export interface SettingLine {
  itemId: string;
  itemName: string;
  departmentId: string;
  level: 'advise' | 'accept' | 'decide';
  share: number;
  reviewed: number;
  passed: number;
  failed: number;
  untold: number;
  acted: number;
  sampled: number;
  checked: number;
  differed: number;
  /** Of those that applicants asked about; they count for no error rate. */
  asked: number;
  askedWrong: number;
}

/** Items that somebody has set, with how they were judged since `from`, and their count from the same read. */
export async function listSettings(reader: Reader, filter: Within, from: Date, limit: number, offset: number) {
  const found = await reader.many(sql<SettingLine & { total: number }>`
    with last as (select distinct on (item_id) * from prereview.setting order by item_id, no desc),
    mine as (select t.* from last t where ${reachOf(filter)})
    select n.total, p.item_id, p.item_name, p.department_id, p.level, p.share, r.reviewed, r.passed, r.failed, r.untold, a.acted, a.sampled,
           a.checked, a.differed, a.asked, a.asked_wrong
      from (select count(*) as total from mine) n
      left join lateral (select m.* from mine m order by m.item_name, m.item_id limit ${limit} offset ${offset}) p on true
      left join lateral (
        select count(*) as reviewed, count(*) filter (where verdict = 'pass') as passed, count(*) filter (where verdict = 'fail') as failed,
               count(*) filter (where verdict = 'canNotTell') as untold
          from prereview.review where item_id = p.item_id and at >= ${from}) r on true
      left join lateral (
        select count(*) as acted, count(*) filter (where m.sampled) as sampled, count(c.review_id) as checked,
               count(*) filter (where not c.agreed) as differed, count(q.review_id) as asked, count(*) filter (where not l.agreed) as asked_wrong
          from prereview.machine_act m left join prereview.recheck c on c.review_id = m.review_id and not c.asked
          left join prereview.asked q on q.review_id = m.review_id left join prereview.recheck l on l.review_id = m.review_id and l.asked
         where m.item_id = p.item_id and m.at >= ${from} and ${furthest('m')}) a on true
     order by p.item_name, p.item_id`);
  return { total: found[0]!.total, rows: found.flatMap(({ total: _, ...row }) => (row.itemId === null ? [] : [row])) };
}
