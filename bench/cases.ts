/**
 * `npm run bench:cases`: closed loops over HTTP (create, accept, decide, deliver, read back) against the product and against a
 * yardstick without rules, on the same PostgreSQL in the same run. See bench/cases/README.md.
 */
import { parseArgs } from 'node:util';
import { ourArm, drive, stepNames, yardstickArm, type Arm, type Round } from './cases/arms.ts';
import { bursts } from './cases/bursts.ts';
import { fill } from './cases/fill.ts';
import { lists } from './cases/lists.ts';
import { setStage, type Served, type Stage } from './cases/stage.ts';
import { finish, goal, median, percentile, type Goal } from './report.ts';

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
const rounds = quick ? 2 : 5;
const seconds = quick ? 1.5 : 8;
const many = quick ? 20_000 : 1_000_000;
const clientCounts = quick ? [8, 32] : [1, 8, 32];

/** Waits until every reaction has run: only then is a loop finished. Returns the seconds that it took. */
async function settle({ owner }: Stage): Promise<number> {
  const began = performance.now();
  for (;;) {
    const { rows } = await owner(`select count(*)::int as n from platform.event e
      where (e.tx, e.id) > (select r.tx, r.id from platform.reaction r order by r.tx, r.id limit 1)`);
    if (rows[0].n === 0) return (performance.now() - began) / 1000;
    if (performance.now() - began > 120_000) throw new Error('the reactions did not catch up in two minutes');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

interface Measured extends Round {
  /** Loops per second with the time until the reactions were done. */
  finished: number;
  cpuPerLoop: number;
  databaseCpuPerLoop: number;
  memory: number;
}

async function measure(stage: Stage, arm: Arm, served: Served, clients: number): Promise<Measured> {
  const before = await served.usage();
  const databaseBefore = await stage.databaseCpu();
  const round = await drive(arm, served.port, clients, seconds);
  const lag = arm.name === 'ours' ? await settle(stage) : 0;
  const after = await served.usage();
  const databaseAfter = await stage.databaseCpu();
  return {
    ...round,
    finished: round.loops / (round.seconds + lag),
    cpuPerLoop: (after.cpu - before.cpu) / round.loops,
    databaseCpuPerLoop: (databaseAfter - databaseBefore) / round.loops,
    memory: after.memory,
  };
}

function print(arm: string, clients: number, all: readonly Measured[]): void {
  const ms = (values: number[], share: number) => percentile(values, share).toFixed(1);
  const steps = stepNames.map((step) => {
    const values = all.flatMap((round) => round.timings[step]);
    return `${step} ${ms(values, 0.5)}/${ms(values, 0.95)}`;
  });
  say(
    `  ${arm.padEnd(9)} ${String(clients).padStart(2)} clients  ${median(all.map((round) => round.finished))
      .toFixed(0)
      .padStart(5)} loops/s` +
      `  cpu ${(median(all.map((round) => round.cpuPerLoop)) * 1000).toFixed(2)} + ${(median(all.map((round) => round.databaseCpuPerLoop)) * 1000).toFixed(2)} (database) ms/loop  ${(all.at(-1)!.memory / 1e6).toFixed(0)} MB  p50/p95 ms: ${steps.join('  ')}`,
  );
}

/** Rounds of both arms in turn, so that noise of the machine hits both. Returns the ratio and our loops per second. */
async function compare(
  stage: Stage,
  ours: Served,
  yardstick: Served,
  clients: number,
): Promise<{ ratio: number; ours: number }> {
  const arms: [Arm, Served, Measured[]][] = [
    [ourArm(stage.itemId, stage.cookies), ours, []],
    [yardstickArm, yardstick, []],
  ];
  for (let i = 0; i < rounds; i++) {
    for (const [arm, served, results] of i % 2 ? arms.toReversed() : arms)
      results.push(await measure(stage, arm, served, clients));
  }
  for (const [arm, , results] of arms) print(arm.name, clients, results);
  const [mine, theirs] = arms.map(([, , results]) => results.map((round) => round.finished)) as [number[], number[]];
  const ratio = median(mine.map((value, i) => value / theirs[i]!));
  say(`  ratio at ${clients} clients: ${ratio.toFixed(3)}`);
  return { ratio, ours: median(mine) };
}

async function rowsAndBytes(stage: Stage): Promise<void> {
  const { rows } =
    await stage.owner(`select schemaname as schema, sum(n_live_tup)::int as rows, sum(pg_total_relation_size(relid))::bigint as bytes
    from pg_stat_user_tables where schemaname in ('cases', 'documents', 'platform', 'notices', 'insight', 'audit', 'yardstick') group by 1 order by 1`);
  for (const row of rows)
    say(`  ${row.schema.padEnd(10)} ${row.rows} rows, ${(Number(row.bytes) / 1e6).toFixed(1)} MB`);
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

const stage = await setStage(statements);
const goals: Goal[] = [];
// Whoever breaks it off is left with nothing that runs on.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stage.close().finally(() => process.exit(1)));
try {
  const ours = await stage.startOurs(18_080);
  const yardstick = await stage.startYardstick(18_081);
  say('Warming up …');
  await drive(ourArm(stage.itemId, stage.cookies), ours.port, 8, quick ? 6 : 15);
  await drive(yardstickArm, yardstick.port, 8, quick ? 3 : 8);
  await settle(stage);
  say('Empty:');
  const empty = new Map<number, { ratio: number; ours: number }>();
  for (const clients of clientCounts) {
    const result = await compare(stage, ours, yardstick, clients);
    empty.set(clients, result);
    if (clients > 1) goals.push(goal(`ratio_${clients}_clients`, result.ratio, 0.7, 'higher'));
  }
  await rowsAndBytes(stage);
  if (statements) await printStatements(stage);
  if (!only) {
    say(`Filling up to ${many} cases …`);
    await fill(stage, many, say);
    say(`With ${many} cases:`);
    const full = await compare(stage, ours, yardstick, 8);
    goals.push(goal('full_over_empty_8_clients', full.ours / empty.get(8)!.ours, 0.9, 'higher'));
    goals.push(goal('lists_p95_ms', await lists(stage, ours, quick ? 6 : 30, say), 200, 'lower'));
    const burst = await bursts(stage, ours, quick ? 0.15 : 1, say);
    goals.push(goal('burst_errors', burst.errors, 0, 'lower'));
    goals.push(goal('overload_lost', burst.lost, 0, 'lower'));
    goals.push(goal('overload_recovery_seconds', burst.recoverySeconds, 10, 'lower'));
  }
} finally {
  await stage.close();
}
finish('cases', goals);
process.exit(0);
