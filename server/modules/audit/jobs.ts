/** What the module does by itself: a seal every ten seconds, a check of everything each night. */
import type { Ground } from '#platform/ground';
import { defineJob, enqueue, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { sealNew, sealSlow } from './seal.ts';
import { verify } from './verify.ts';

const everySeconds = 10;
const sealing = defineJob<{ left?: number }>('audit.seal', 3);
const sealingSlow = defineJob('audit.sealSlow', 3);
export const verifying = defineJob<{ accountId?: string }>('audit.verify', 2);

/**
 * The worker's clock has minutes only: each minute begins with a seal that asks for the next one in ten seconds, and that for the one
 * after it. One name for the follower, so that two that meet become one.
 */
export const schedules: readonly Schedule[] = [
  { job: sealing.name, match: '* * * * *' },
  { job: sealingSlow.name, match: '7 * * * *' },
  // 03:17 in Shanghai.
  { job: verifying.name, match: '17 19 * * *' },
];

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(sealing, async ({ left = 60 / everySeconds - 1 }) => {
    await sealNew(ground);
    if (left <= 0) return;
    const runAt = new Date(ground.clock.now().getTime() + everySeconds * 1_000);
    await ground.db.transaction(async (tx) =>
      enqueue(tx, sealing, [{ payload: { left: left - 1 }, runAt, key: sealing.name }]),
    );
  }),
  handleJob(sealingSlow, async () => void (await sealSlow(ground))),
  handleJob(verifying, async ({ accountId }) => {
    const { found, findings } = await verify(ground, { accountId: accountId ?? null });
    if (found > 0) ground.log.error({ found, first: findings[0] }, 'the check of all histories found something');
  }),
];
