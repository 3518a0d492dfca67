/** What remote help does by itself: moves what time has moved, forgets names, ends what was asked for at a kiosk whose use has ended, and notes the case that was handed in meanwhile. */
import { caseStepped } from '#modules/cases';
import { sittingEnded } from '#modules/kiosks';
import { defineReaction, type Reaction } from '#platform/events';
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { keptDays } from './help.ts';
import { forgetAskers, leaveKiosk, sweepHelps } from './move-help.ts';
import { noteCases } from './store.ts';

const sweep = defineJob('remotehelp.sweep', 3);
const forget = defineJob('remotehelp.forget', 12);

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(sweep, async () => {
    await sweepHelps(ground);
  }),
  handleJob(forget, async () => {
    await forgetAskers(ground, keptDays);
  }),
];

/** Each minute; and at 02:20 in Shanghai. */
export const schedules: readonly Schedule[] = [
  { job: sweep.name, match: '* * * * *' },
  { job: forget.name, match: '20 18 * * *' },
];

export const reactions = (ground: Ground): Reaction[] => [
  defineReaction('remotehelp.leaveKiosk', sittingEnded, async (tx, events) => {
    // Events of before said neither which use nor how.
    for (const { subject: kioskId, facts } of events)
      await leaveKiosk(
        ground,
        tx,
        { kioskId, sittingId: facts.sittingId ?? null },
        (facts.how ?? 'person') === 'person' ? 'left' : 'kioskEnded',
      );
  }),
  defineReaction('remotehelp.noteCases', caseStepped, (tx, events) => {
    const handedIn = events.flatMap(({ subject, facts: { kind, itemId, ownerId } }) =>
      kind === 'submit' && ownerId ? [{ caseId: subject, itemId, ownerId }] : [],
    );
    if (handedIn.length > 0) noteCases(tx, handedIn);
  }),
];
