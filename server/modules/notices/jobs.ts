/** What notices do by themselves: send, tidy up, and pass on codes. */
import { codeWanted } from '#modules/people';
import { defineReaction, type Reaction } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { defineJob, enqueue, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { openGateways } from './gateways.ts';
import { sendOutgoing as sending } from './job-types.ts';
import { deleteOld, saveCodes } from './outgoing-store.ts';
import { sendOutgoing } from './send-outgoing.ts';

const tidy = defineJob<Record<string, unknown>>('notices.tidy', 3);
const day = 86_400_000;

export function jobs(ground: Ground): JobHandler[] {
  const gateways = openGateways(ground);
  return [
    handleJob(sending, async () => {
      await sendOutgoing(ground, gateways);
    }),
    handleJob(tidy, async () => {
      const now = ground.clock.now().getTime();
      await ground.db.transaction(async (tx) => deleteOld(tx, new Date(now - 180 * day), new Date(now - 30 * day)));
    }),
  ];
}

/** Each minute, for what waited for its time or was left behind by a sender that died. */
export const schedules: readonly Schedule[] = [
  { job: sending.name, match: '* * * * *' },
  { job: tidy.name, match: '23 18 * * *' },
];

export const reactions = (ground: Ground): Reaction[] => [
  // The code itself is not in the event: it stays with `people` until the moment in which it is sent.
  defineReaction('notices.onCodeWanted', codeWanted, async (tx, events) => {
    if (events.length === 0) return;
    const codes = events.map(({ facts }) => ({ id: newId(), codeId: facts.codeId, channel: facts.channel }));
    saveCodes(tx, codes, ground.clock.now());
    enqueue(tx, sending, [{ payload: {}, key: sending.name }]);
  }),
];
