/** SQL of policies, and of what companies have told of themselves. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { projectProblems } from '../problems.ts';
import type { PolicyBody, ToldFacts } from './policy.ts';

export interface PolicyRow {
  id: string;
  code: string;
  version: number;
  body: PolicyBody;
  withdrawnAt: Date | null;
}

ownConstraints({
  policy_code_key: () => projectProblems.codeTaken(),
  policy_pkey: () => projectProblems.changedMeanwhile(),
  policy_version_pkey: () => projectProblems.changedMeanwhile(),
  policy_valid_check: () => projectProblems.validityWrong(),
});

const columns = 'id, code, version, body, withdrawn_at';
const lockById = prepared<PolicyRow>(`select ${columns} from projects.policy where id = $1 for update`);
const valid = prepared<PolicyRow>(
  `select ${columns} from projects.policy where withdrawn_at is null and valid_from <= $1 and (valid_until is null or valid_until >= $1)
    order by code limit 500`,
);
const insertRow = prepared(
  `insert into projects.policy (id, code, version, body, valid_from, valid_until, withdrawn_at) values ($1, $2, $3, $4, $5, $6, $7)`,
);
const updateRow = prepared(
  `update projects.policy set code = $2, version = $3, body = $4, valid_from = $5, valid_until = $6, withdrawn_at = $7 where id = $1`,
);
const insertVersionRow = prepared(
  `insert into projects.policy_version (policy_id, version, body, saved_at, saved_by, withdrawn) values ($1, $2, $3, $4, $5, $6)`,
);
const lastFacts = prepared<{ facts: ToldFacts }>(
  'select facts from projects.company_facts where organisation_id = $1 order by told_at desc limit 1',
);
const insertFacts = prepared(
  `insert into projects.company_facts (organisation_id, facts, told_at, told_by) values ($1, $2, $3, $4)`,
);

export const lockPolicy = (tx: Tx, id: string) => tx.maybe(lockById(id));
/** The policies in force on a day: a few hundred in a district at most. */
export const validPolicies = (reader: Reader, day: string): Promise<PolicyRow[]> => reader.many(valid(day));
/** Writes the policy and its version: what was said before stays in the trail. */
export function savePolicyRow(tx: Tx, row: PolicyRow, saved: { at: Date; by: string | null; isNew: boolean }): void {
  const { body } = row;
  const write = saved.isNew ? insertRow : updateRow;
  tx.write(
    write(row.id, row.code, row.version, JSON.stringify(body), body.validFrom, body.validUntil, row.withdrawnAt),
  );
  tx.write(insertVersionRow(row.id, row.version, JSON.stringify(body), saved.at, saved.by, row.withdrawnAt !== null));
}
/** A page of all policies by their code, with the count of the same read. */
export async function listPolicies(
  reader: Reader,
  filter: { find?: string | undefined },
  limit: number,
  offset: number,
) {
  const where = filter.find
    ? sql`(code = ${filter.find} or body->>'name' like ${`%${filter.find.replace(/[\\%_]/g, '\\$&')}%`})`
    : sql`true`;
  const rows = await reader.many(sql<PolicyRow & { total: number }>`
    select n.total, q.* from (select count(*) as total from projects.policy where ${where}) n
      left join lateral (select ${sql.raw(columns)} from projects.policy where ${where} order by code limit ${limit} offset ${offset}) q on true
     order by q.code`);
  const { total } = rows[0]!;
  return { rows: rows.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])), total };
}
/** What a company has told of itself last; nothing: {}. */
export const companyFacts = async (reader: Reader, organisationId: string): Promise<ToldFacts> =>
  (await reader.maybe(lastFacts(organisationId)))?.facts ?? {};
export const saveCompanyFacts = (tx: Tx, organisationId: string, facts: ToldFacts, at: Date, by: string | null): void =>
  tx.write(insertFacts(organisationId, JSON.stringify(facts), at, by));
