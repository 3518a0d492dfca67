/**
 * `npm run bench:calendar`: a year is published, and 60,000 open cases are counted anew: dates, history, messages. See docs/operations.md.
 * The yardstick is the time in which the issue of a new calendar has to be through: 30 seconds.
 */
import { parseArgs } from 'node:util';
import { importCalendar } from '#modules/deadlines';
import { recountCases } from '../server/modules/cases/recount/recount-cases.ts';
import { setStage } from './cases/stage.ts';
import { finish, goal } from './report.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const open = 60_000;
const rounds = values.quick ? 1 : 3;

const stage = await setStage();
try {
  const { owner, ground, itemId, departmentId } = stage;
  const { rows: people } = await owner('select id from people.person limit 400');
  const seconds: number[] = [];
  // Each round moves 1 to 6 January of a year that nobody has published yet: every date that reaches into it moves.
  for (let round = 0; round < rounds; round++) {
    if (round === 0) {
      process.stdout.write(`Making ${open} open cases …\n`);
      await owner('alter table cases.action disable trigger user');
      await owner(
        `with fresh as materialized (select gen_random_uuid() as id, n, ($2::uuid[])[1 + n % cardinality($2::uuid[])] as person from generate_series(1, $1::int) n),
         c as (insert into cases."case" (id, number, track_code, item_id, item_version, item_name, department_id, door, person_id, applicant_name,
                 state, seq, head_hash, submitted_at, accepted_at, due_rule, due_from, target_on, fatal_on, due_provisional)
               select id, 'O-' || n, md5(id::text), $3, 1, '食品经营许可', $4, 'portal', person, '居民' || n, 'accepted', 2, md5(id::text || 2), now(), now(),
                 'decide', '2026-12-20', '2026-12-25', '2027-01-18', true from fresh)
         insert into cases.action (case_id, seq, id, kind, from_state, to_state, at, role, facts, prev_hash, hash)
           select id, s.seq, gen_random_uuid(), s.kind, s.before, s.after, now(), 'clerk', '{}', md5(id::text || s.seq - 1), md5(id::text || s.seq)
             from fresh cross join (values (1, 'submit', null, 'submitted'), (2, 'accept', 'submitted', 'accepted')) as s (seq, kind, before, after)`,
        [open, people.map(({ id }) => id as string), itemId, departmentId],
      );
      await owner('alter table cases.action enable trigger user');
      await owner('analyze');
    }
    const last = 4 + round;
    const days = Array.from({ length: last }, (_, i) => `2027-01-0${i + 1},holiday,元旦`).join('\n');
    const began = performance.now();
    await importCalendar(ground, { text: `date,kind,name\n${days}\n`, source: 'bench' });
    const { checked, changed, told } = await recountCases(ground);
    seconds.push((performance.now() - began) / 1000);
    process.stdout.write(`  ${checked} checked, ${changed} changed, ${told} told in ${seconds.at(-1)!.toFixed(1)} s\n`);
    if (checked !== open) throw new Error(`${checked} of ${open} open cases were counted`);
  }
  finish('calendar', [goal('recount_60000_seconds', Math.max(...seconds), 30, 'lower')]);
} finally {
  await stage.close();
}
process.exit(process.exitCode ?? 0);
