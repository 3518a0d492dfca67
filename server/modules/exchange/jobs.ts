/** What the exchange does by itself: sends what waits, tells districts of the cases that came from them, asks what they offer. */
import { caseStepped } from '#modules/cases';
import { defineReaction, type Reaction } from '#platform/events';
import type { Ground } from '#platform/ground';
import { handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { deliverDue } from './deliver.ts';
import { deliver, refresh } from './job-types.ts';
import { refreshItems } from './partners.ts';
import { deleteOldPieces } from './piece-store.ts';
import { listPartners } from './store.ts';
import { tellBack } from './tell-back.ts';

/** Pieces of an application that never came are kept so long. */
const patience = 30 * 86_400_000;

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(deliver, async () => {
    await deliverDue(ground);
  }),
  handleJob(refresh, async () => {
    for (const { id } of await listPartners(ground.db)) await refreshItems(ground, id);
    await ground.db.transaction(async (tx) => deleteOldPieces(tx, new Date(ground.clock.now().getTime() - patience)));
  }),
];

export const schedules: readonly Schedule[] = [
  { job: deliver.name, match: '* * * * *' },
  { job: refresh.name, match: '40 20 * * *' },
];

export const reactions = (ground: Ground): Reaction[] => [
  defineReaction('exchange.onCaseStepped', caseStepped, (tx, events) => tellBack(ground, tx, events)),
];
