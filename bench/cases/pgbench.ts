/** The yardstick's SQL in pgbench, where the machine has it: what the database alone does, without any server before it. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Stage } from './stage.ts';

const run = promisify(execFile);

const step = (kind: string, state: string, seq: number): string => `begin;
update yardstick."case" set state = '${state}', changed_at = now() where id = lpad(to_hex(:a::bigint), 32, '0')::uuid returning seq;
insert into yardstick.action (case_id, seq, id, kind, facts)
  values (lpad(to_hex(:a::bigint), 32, '0')::uuid, ${seq}, gen_random_uuid(), '${kind}', '{"opinion": "符合条件"}');
insert into yardstick.event (name, subject, facts) values ('${kind}', lpad(to_hex(:a::bigint), 32, '0')::uuid, '{}');
commit;
`;

/** One loop of the yardstick (yardstick.ts): four transactions, then the case is read back. */
const loop = `\\set a random(1, 9223372036854775806)
begin;
insert into yardstick."case" (id, number, state, applicant_name, answers, submitted_at)
  values (lpad(to_hex(:a::bigint), 32, '0')::uuid, to_hex(:a::bigint), 'submitted', '申请人', '{"shopName": "云溪小满面馆", "area": 86}', now());
insert into yardstick.action (case_id, seq, id, kind, facts)
  values (lpad(to_hex(:a::bigint), 32, '0')::uuid, 1, gen_random_uuid(), 'submit', '{"shopName": "云溪小满面馆", "area": 86}');
insert into yardstick.event (name, subject, facts) values ('submit', lpad(to_hex(:a::bigint), 32, '0')::uuid, '{}');
commit;
${step('accept', 'accepted', 2)}${step('grant', 'granted', 3)}${step('deliver', 'closed', 4)}
select * from yardstick."case" where id = lpad(to_hex(:a::bigint), 32, '0')::uuid;
select * from yardstick.action where case_id = lpad(to_hex(:a::bigint), 32, '0')::uuid order by seq;
`;

/** Loops per second; undefined where there is no pgbench. */
export async function pgbench(stage: Stage, clients: number, seconds: number): Promise<number | undefined> {
  const script = path.join(stage.ground.dataFolder, 'yardstick.pgbench');
  await writeFile(script, loop);
  const options = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(clients),
    '-j',
    '2',
    '-T',
    String(Math.ceil(seconds)),
    '-f',
    script,
  ];
  try {
    const { stdout } = await run('pgbench', [...options, stage.connectionString]);
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
