/** What the exchange does by itself: sends what waits, and tells a district what became of the cases that came from it. */
import { caseStepped } from '#modules/cases';
import { canonical } from '#platform/canonical';
import { defineReaction, type Reaction } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { enqueue, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { deliverDue } from './deliver.ts';
import { deliver } from './job-types.ts';
import { insertOutgoing } from './message-store.ts';
import { receivedOf } from './store.ts';

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(deliver, async () => {
    await deliverDue(ground);
  }),
];

export const schedules: readonly Schedule[] = [{ job: deliver.name, match: '* * * * *' }];

export const reactions = (ground: Ground): Reaction[] => [
  defineReaction('exchange.onCaseStepped', caseStepped, async (tx, events) => {
    const afar = events.filter(({ facts }) => facts.door === 'exchange');
    if (afar.length === 0) return;
    const received = new Map(
      (
        await receivedOf(
          tx,
          afar.map(({ subject }) => subject),
        )
      ).map((row) => [row.caseId, row]),
    );
    const steps = afar.flatMap(({ subject, facts: { seq, kind, state, at } }) => {
      const row = received.get(subject);
      if (!row) return [];
      const payload = canonical({ applicationId: row.applicationId, seq, kind, state, at });
      return [{ id: newId(), partnerId: row.partnerId, kind: 'step' as const, payload }];
    });
    if (steps.length === 0) return;
    insertOutgoing(tx, steps, ground.clock.now());
    enqueue(tx, deliver, [{ payload: {}, key: deliver.name }]);
  }),
];
