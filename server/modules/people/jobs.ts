/** Housekeeping: secrets that have had their time do not lie about. */
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { sweep } from './guard/store.ts';

const sweepSecrets = defineJob<Record<string, never>>('people.sweepSecrets', 3);

/** Each hour: a code lives ten minutes, and nobody should find it in a backup. */
export const schedules: readonly Schedule[] = [{ job: sweepSecrets.name, match: '7 * * * *' }];

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(sweepSecrets, () => ground.db.transaction(async (tx) => sweep(tx, ground.clock.now()))),
];
