/** What projects do by themselves: find their cases, remind stewards, tell of time that runs low, end what was not made formal in time. */
import { caseStepped } from '#modules/cases';
import { defineReaction, type Reaction } from '#platform/events';
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { linkByRule } from './open-step.ts';
import { endDueSimulations, settleFormal, undecided } from './simulation/end.ts';
import { tellReminders } from './steward/acts.ts';
import { tellLowTime } from './time/tell-low-time.ts';

export const reactions = (ground: Ground): Reaction[] => [
  defineReaction('projects.link', caseStepped, async (tx, events) => {
    for (const { subject, facts } of events)
      if (facts.kind === 'submit' && facts.organisationId)
        await linkByRule(ground, tx, {
          id: subject,
          number: facts.number,
          organisationId: facts.organisationId,
          itemId: facts.itemId,
          at: new Date(facts.at),
        });
  }),
  defineReaction('projects.settleFormal', caseStepped, async (tx, events) => {
    const ended = events.flatMap(({ subject, facts }) => (undecided.has(facts.state) ? [] : [subject]));
    if (ended.length > 0) await settleFormal(ground, tx, [...new Set(ended)]);
  }),
];

const sweep = defineJob('projects.sweep');
export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(sweep, async () => {
    // A full batch: there may be more. Those that fail stay, so there is an end to it.
    for (let round = 0; round < 50 && (await endDueSimulations(ground)) === 200; round += 1);
    for (let round = 0; round < 50 && (await tellReminders(ground)) === 200; round += 1);
    for (let round = 0; round < 50 && (await tellLowTime(ground)); round += 1);
  }),
];

/** Every five minutes, as the rules of cases: in the night after the last day, never during it. */
export const schedules: Schedule[] = [{ job: sweep.name, match: '*/5 * * * *' }];
