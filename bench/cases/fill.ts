/** Fills both arms with closed cases, by SQL: what matters here is the size of tables and indexes, not the way to it. */
import type { Stage } from './stage.ts';

const chunk = 50_000;

export async function fill(stage: Stage, total: number, say: (line: string) => void): Promise<void> {
  const { owner, itemId, departmentId } = stage;
  const { rows: people } = await owner('select id from people.person limit 400');
  const ids = people.map((row) => row.id as string);
  await owner('alter table cases.action disable trigger user');
  for (let from = 0; from < total; from += chunk) {
    const count = Math.min(chunk, total - from);
    await owner(
      `with fresh as materialized (
         select gen_random_uuid() as id, n, now() - (n % 540) * interval '1 day' as at, ($4::uuid[])[1 + n % cardinality($4::uuid[])] as person
           from generate_series($1::int, $1::int + $2::int - 1) as n),
       c as (insert into cases."case" (id, number, track_code, item_id, item_version, item_name, department_id, door, person_id, applicant_name,
               state, seq, head_hash, submitted_at, accepted_at, decided_at, ended_at, outcome)
             select id, 'F-' || n, md5(id::text), $3, 1, '食品经营许可', $5, 'portal', person, '居民' || n, 'closed', 6, md5(id::text), at, at, at, at, 'granted' from fresh),
       a as (insert into cases.action (case_id, seq, id, kind, from_state, to_state, at, role, facts, prev_hash, hash)
             select id, s.seq, gen_random_uuid(), s.kind, s.before, s.after, at, 'clerk', '{"note": "filled"}', md5(id::text || s.seq), md5(id::text || s.seq + 1)
               from fresh cross join (values (1, 'submit', null, 'submitted'), (2, 'accept', 'submitted', 'accepted'), (3, 'grant', 'accepted', 'granted'),
                 (4, 'issue', 'granted', 'issued'), (5, 'deliver', 'issued', 'delivered'), (6, 'close', 'delivered', 'closed')) as s (seq, kind, before, after)),
       y as (insert into yardstick."case" (id, number, state, applicant_name, answers, submitted_at) select id, 'F-' || n, 'closed', '申请人', '{}', at from fresh)
       insert into yardstick.action (case_id, seq, id, kind, facts)
         select id, s, gen_random_uuid(), 'filled', '{"note": "filled"}' from fresh cross join generate_series(1, 4) as s`,
      [from, count, itemId, ids, departmentId],
    );
    if (total > chunk) say(`  ${Math.min(from + chunk, total)} of ${total}`);
  }
  await owner('alter table cases.action enable trigger user');
  await owner('analyze');
  await owner('checkpoint');
}
