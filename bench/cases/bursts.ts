/** Bursts of loops at a given rate, then twice what the server can do: it sheds, loses nothing, and is itself again soon. */
import { percentile } from '../report.ts';
import { drive, ourArm, Refused } from './arms.ts';
import { Client, PatientClient } from './client.ts';
import type { Served, Stage } from './stage.ts';

export interface Burst {
  /** Loops in the bursts that came to no good end, though their clients come again when they are told to. */
  errors: number;
  /** Cases acknowledged during the overload that are not there afterwards. */
  lost: number;
  recoverySeconds: number;
}

/** Starts loops at a fixed rate, whether or not earlier ones are done. */
async function atRate(stage: Stage, client: Client, perSecond: number, seconds: number) {
  const arm = ourArm(stage.itemId, stage.cookies);
  const running: Promise<void>[] = [];
  const result = { done: 0, shed: 0, wrong: [] as string[], acknowledged: [] as string[], times: [] as number[] };
  const began = performance.now();
  const total = Math.round(perSecond * seconds);
  for (let i = 0; i < total; i++) {
    const wait = began + (i / perSecond) * 1000 - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    running.push(
      arm
        .loop(client, 0, (_, ms) => result.times.push(ms))
        .then(
          (id) => {
            result.done += 1;
            result.acknowledged.push(id);
          },
          (error: unknown) => {
            if (error instanceof Refused && error.reply.status === 503 && error.reply.retryAfter) result.shed += 1;
            else result.wrong.push(String(error));
          },
        ),
    );
  }
  await Promise.all(running);
  client.close();
  return { ...result, took: (performance.now() - began) / 1000 };
}

/** `each` and `overload` are the seconds of each burst and of the overload. */
export async function bursts(
  stage: Stage,
  served: Served,
  { each, overload: long }: { each: number; overload: number },
  say: (line: string) => void,
): Promise<Burst> {
  let errors = 0;
  for (const rate of [1, 150, 1, 250, 20, 350, 100]) {
    const client = new PatientClient(served.port, 512);
    const { done, shed, wrong, times, took } = await atRate(stage, client, rate, each);
    errors += shed + wrong.length;
    say(
      `  burst of ${String(rate).padStart(3)}/s for ${each} s: ${done} done in ${took.toFixed(1)} s, ${shed + wrong.length} errors, p95 of a step ${percentile(times, 0.95).toFixed(0)} ms` +
        (client.told > 0 ? `, ${client.told} requests told to come again, and done when they did` : ''),
    );
    if (wrong[0]) say(`    ${wrong[0]}`);
  }
  const normal = await drive(ourArm(stage.itemId, stage.cookies), served.port, 8, each > 2 ? 3 : 1);
  const calm = percentile(Object.values(normal.timings).flat(), 0.95);
  const overload = await atRate(stage, new Client(served.port, 512), normal.perSecond * 2, long);
  const { rows } = await stage.owner(
    'select count(*)::int as n from cases."case" where id = any($1::uuid[]) and state = $2',
    [overload.acknowledged, 'closed'],
  );
  const lost = overload.acknowledged.length - rows[0].n;
  const began = performance.now();
  let recoverySeconds = Infinity;
  while (performance.now() - began < 20_000) {
    const probe = await drive(ourArm(stage.itemId, stage.cookies), served.port, 8, 0.5).catch(() => undefined);
    if (probe && percentile(Object.values(probe.timings).flat(), 0.95) <= calm * 1.5) {
      recoverySeconds = (performance.now() - began) / 1000;
      break;
    }
  }
  say(
    `  twice the maximum (${(normal.perSecond * 2).toFixed(0)}/s) for ${long} s: ${overload.done} done, ${overload.shed} shed with 503 and Retry-After, ${overload.wrong.length} wrong, ${lost} lost, normal again after ${recoverySeconds.toFixed(1)} s`,
  );
  if (overload.wrong[0]) say(`    ${overload.wrong[0]}`);
  return { errors, lost: lost + overload.wrong.length, recoverySeconds };
}
