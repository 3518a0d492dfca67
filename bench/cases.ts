/**
 * `npm run bench:cases`: closed loops over HTTP (create, accept, decide, deliver, read back) against the product and against a
 * yardstick without rules, on the same PostgreSQL in the same run. See bench/cases/README.md.
 */
import { parseArgs } from 'node:util';
import { drive, ourArm, yardstickArm } from './cases/arms.ts';
import { bursts } from './cases/bursts.ts';
import { fill } from './cases/fill.ts';
import { lists } from './cases/lists.ts';
import { compare, settle, type Contender } from './cases/measure.ts';
import { pgbench } from './cases/pgbench.ts';
import { setStage, type Stage } from './cases/stage.ts';
import { finish, goal, type Goal } from './report.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    'loops-only': { type: 'boolean', default: false },
    statements: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  process.stdout.write(`npm run bench:cases -- [--quick] [--loops-only] [--statements]
  --quick       20,000 cases instead of a million, and short rounds
  --loops-only  neither filling nor lists nor bursts
  --statements  the statements on which the database spends its time
`);
  process.exit(0);
}
const { quick, 'loops-only': only, statements } = options;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const lengths = quick ? { rounds: 2, seconds: 1.2 } : { rounds: 5, seconds: 8 };
const many = quick ? 20_000 : 1_000_000;
const clientCounts = quick ? [8, 32] : [1, 8, 32];

/** What a loop leaves behind in each arm, indexes included. */
async function rowsAndBytes(stage: Stage): Promise<void> {
  await stage.owner('analyze');
  const { rows } = await stage.owner(
    `select schemaname as schema, sum(c.reltuples)::int as rows, sum(pg_total_relation_size(c.oid))::bigint as bytes
       from pg_stat_user_tables t join pg_class c on c.oid = t.relid
      where schemaname in ('cases', 'documents', 'platform', 'notices', 'insight', 'audit', 'yardstick') and c.reltuples > 0 group by 1 order by 1`,
  );
  const { rows: [loops] } = await stage.owner(
    'select (select count(*)::int from cases."case") as ours, (select count(*)::int from yardstick."case") as yardstick',
  ); // prettier-ignore
  for (const arm of ['ours', 'yardstick']) {
    const of = rows.filter(({ schema }) => (schema === 'yardstick') === (arm === 'yardstick'));
    const perLoop = (key: 'rows' | 'bytes', among = of) =>
      (among.reduce((sum, row) => sum + Number(row[key]), 0) / loops[arm]).toFixed(key === 'rows' ? 1 : 0);
    const parts = of.map((row) => `${row.schema} ${perLoop('rows', [row])}`).join(', ');
    say(
      `  ${arm.padEnd(9)} per loop: ${perLoop('rows')} rows, ${perLoop('bytes')} bytes${of.length > 1 ? ` (rows: ${parts})` : ''}`,
    );
  }
}

/** The statements on which the database spends its time, with `--statements`. */
async function printStatements(stage: Stage): Promise<void> {
  const { rows } =
    await stage.owner(`select calls, total_exec_time / calls as each, total_plan_time / calls as plan, total_exec_time as total,
      regexp_replace(left(query, 110), '\\s+', ' ', 'g') as query
    from pg_stat_statements where query not like '%yardstick%' order by total_exec_time desc limit 25`);
  for (const row of rows)
    say(
      `  ${Number(row.total).toFixed(0).padStart(6)} ms ${String(row.calls).padStart(6)} x ${Number(row.each).toFixed(3)} ms  ${row.query}`,
    );
}

const goals: Goal[] = [];
const stages: Stage[] = [];
const closeAll = () => Promise.all(stages.map((stage) => stage.close()));
// Whoever breaks it off is left with nothing that runs on.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void closeAll().finally(() => process.exit(1)));
/** The product on a stage of its own, warm. */
async function takeStage(): Promise<{ stage: Stage; ours: Contender }> {
  const stage = await setStage(statements);
  stages.push(stage);
  const arm = ourArm(stage.itemId, stage.cookies);
  return { stage, ours: { name: 'ours', stage, arm, served: await stage.startOurs() } };
}

try {
  // Both at once: making people takes a few seconds.
  const [first, full] = await Promise.all([takeStage(), only ? undefined : takeStage()]);
  const { stage, ours } = first;
  const yardstick = { name: 'yardstick', stage, arm: yardstickArm, served: await stage.startYardstick() };
  say('Warming up …');
  // With as many clients as there will be: each connection has its statements to prepare.
  await drive(ours.arm, ours.served.port, 32, quick ? 5 : 30);
  await drive(yardstick.arm, yardstick.served.port, 32, quick ? 2 : 10);
  await settle(stage);
  say('Empty:');
  for (const clients of clientCounts) {
    const { ratio } = await compare([ours, yardstick], clients, lengths, say);
    if (clients > 1) goals.push(goal(`ratio_${clients}_clients`, ratio, 0.7, 'higher'));
    const alone = await pgbench(stage, clients, lengths.seconds);
    say(
      alone
        ? `  pgbench   ${String(clients).padStart(2)} clients  ${alone.toFixed(0).padStart(5)} loops/s`
        : '  no pgbench here',
    );
  }
  await rowsAndBytes(stage);
  if (statements) await printStatements(stage);
  if (full) {
    say(`Filling up to ${many} cases …`);
    await fill(full.stage, many, say);
    await drive(full.ours.arm, full.ours.served.port, 32, quick ? 4 : 30);
    say(`With ${many} cases, and the first one in turn with it:`);
    const crowded = { ...full.ours, name: `${many}` };
    const { ratio } = await compare([crowded, ours], 8, lengths, say);
    goals.push(goal('full_over_empty_8_clients', ratio, 0.9, 'higher'));
    if (!quick) {
      const beside = {
        name: 'yardstick',
        stage: full.stage,
        arm: yardstickArm,
        served: await full.stage.startYardstick(),
      };
      for (const clients of clientCounts) await compare([crowded, beside], clients, lengths, say);
      await beside.served.stop();
    }
    await ours.served.stop();
    await yardstick.served.stop();
    goals.push(goal('lists_p95_ms', await lists(full.stage, crowded.served, quick ? 5 : 30, say), 200, 'lower'));
    const burst = await bursts(
      full.stage,
      crowded.served,
      quick ? { each: 0.8, overload: 3 } : { each: 10, overload: 10 },
      say,
    );
    goals.push(goal('burst_errors', burst.errors, 0, 'lower'));
    goals.push(goal('overload_lost', burst.lost, 0, 'lower'));
    goals.push(goal('overload_recovery_seconds', burst.recoverySeconds, 10, 'lower'));
  }
} finally {
  await closeAll();
}
finish('cases', goals);
process.exit(0);
