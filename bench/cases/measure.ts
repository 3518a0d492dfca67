/** One round of an arm and pairs of rounds: how loops, CPU and memory are measured. */
import { drive, stepNames, type Arm, type Round } from './arms.ts';
import type { Served, Stage } from './stage.ts';
import { median, percentile } from '../report.ts';

/** Waits until every reaction has run: only then is a loop finished. Returns the seconds that it took. */
export async function settle({ owner }: Stage): Promise<number> {
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
  /** Bytes of the write-ahead log. */
  walPerLoop: number;
  memory: number;
}

/** An arm on its stage. */
export interface Contender {
  /** What it is called in print. */
  name: string;
  stage: Stage;
  arm: Arm;
  served: Served;
}

async function written({ owner }: Stage): Promise<number> {
  const { rows } = await owner(`select pg_current_wal_insert_lsn() - '0/0' as bytes`);
  return Number(rows[0].bytes);
}

async function measure({ stage, arm, served }: Contender, clients: number, seconds: number): Promise<Measured> {
  const before = await served.usage();
  const databaseBefore = await stage.databaseCpu();
  const logBefore = await written(stage);
  const round = await drive(arm, served.port, clients, seconds);
  const lag = arm.name === 'ours' ? await settle(stage) : 0;
  const after = await served.usage();
  const databaseAfter = await stage.databaseCpu();
  const logAfter = await written(stage);
  return {
    ...round,
    finished: round.loops / (round.seconds + lag),
    cpuPerLoop: (after.cpu - before.cpu) / round.loops,
    databaseCpuPerLoop: (databaseAfter - databaseBefore) / round.loops,
    walPerLoop: (logAfter - logBefore) / round.loops,
    memory: after.memory,
  };
}

function line(name: string, clients: number, all: readonly Measured[]): string {
  const middle = (of: (round: Measured) => number, digits: number) => median(all.map(of)).toFixed(digits);
  const steps = stepNames.map((step) => {
    const values = all.flatMap((round) => round.timings[step]);
    return `${step} ${percentile(values, 0.5).toFixed(1)}/${percentile(values, 0.95).toFixed(1)}`;
  });
  return [
    `  ${name.padEnd(9)} ${String(clients).padStart(2)} clients  ${middle((round) => round.finished, 0).padStart(5)} loops/s`,
    `cpu ${middle((round) => round.cpuPerLoop * 1000, 2)} + ${middle((round) => round.databaseCpuPerLoop * 1000, 2)} (database) ms/loop`,
    `${middle((round) => round.walPerLoop / 1000, 1)} kB of log`,
    `${(all.at(-1)!.memory / 1e6).toFixed(0)} MB`,
    `p50/p95 ms: ${steps.join('  ')}`,
  ].join('  ');
}

/**
 * Rounds of both in turn, so that the noise of the machine hits both. Returns how many loops the first one finishes for each of the
 * second one's (the median of the pairs), and how many the first one finishes a second.
 */
export async function compare(
  pair: readonly [Contender, Contender],
  clients: number,
  { rounds, seconds }: { rounds: number; seconds: number },
  say: (line: string) => void,
): Promise<{ ratio: number; perSecond: number }> {
  const results = new Map<Contender, Measured[]>(pair.map((contender) => [contender, []]));
  for (let i = 0; i < rounds; i++)
    for (const contender of i % 2 ? pair.toReversed() : pair)
      results.get(contender)!.push(await measure(contender, clients, seconds));
  for (const [{ name }, all] of results) say(line(name, clients, all));
  const [mine, theirs] = pair.map((contender) => results.get(contender)!.map(({ finished }) => finished));
  const ratio = median(mine!.map((value, i) => value / theirs![i]!));
  say(`  ratio at ${clients} clients: ${ratio.toFixed(3)}`);
  return { ratio, perSecond: median(mine!) };
}
