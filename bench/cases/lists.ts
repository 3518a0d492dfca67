/** 200 clerks ask for their work list every 5 seconds while 8 clients run the loop. */
import { percentile } from '../report.ts';
import { drive, ourArm } from './arms.ts';
import { Client } from './client.ts';
import type { Served, Stage } from './stage.ts';

/** Returns the p95 of a work list in milliseconds. */
export async function lists(
  stage: Stage,
  served: Served,
  seconds: number,
  say: (line: string) => void,
): Promise<number> {
  const client = new Client(served.port, 64);
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  const asking = Promise.all(
    stage.cookies.clerk.slice(0, 200).map(async (cookie, i) => {
      await new Promise((resolve) => setTimeout(resolve, (i / 200) * 5000));
      while (performance.now() < end) {
        const began = performance.now();
        const reply = await client.send('GET', '/api/cases?open=true&sort=due&limit=50', cookie);
        if (reply.status !== 200) throw new Error(`a work list was answered ${reply.status}`);
        times.push(performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, Math.min(5000, end - performance.now()))));
      }
    }),
  );
  await Promise.all([asking, drive(ourArm(stage.itemId, stage.cookies), served.port, 8, seconds)]);
  client.close();
  const p95 = percentile(times, 0.95);
  say(`  work lists: ${times.length} asked, p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`);
  return p95;
}
