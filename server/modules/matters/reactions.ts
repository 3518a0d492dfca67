/** What matters do by themselves: follow their cases, and act when nobody answers. */
import { caseStepped } from '#modules/cases';
import { defineReaction, type Reaction } from '#platform/events';
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { actOnSilence } from './consult.ts';
import { consultationMoved } from './events.ts';
import { settleIn } from './settle.ts';
import { findMattersOfCases, findReady } from './store.ts';

/** Steps that decide or end a case, or from which the clock of the whole runs. The others change nothing in the matter. */
const moving: ReadonlySet<string> = new Set([
  'accept', 'deemAccepted', 'askSupplement', 'supplement', 'examine', 'refuseAcceptance', 'sayNotNeeded', 'sendOn', 'referOut', 'grant', 'refuse', 'issue',
  'deliver', 'close', 'withdraw', 'lapse', 'deemGranted', 'revoke', 'waiveHearing', 'recordHearing',
]); // prettier-ignore

export const reactions = (ground: Ground): Reaction[] => [
  defineReaction('matters.settle', caseStepped, async (tx, events) => {
    const caseIds = events.filter(({ facts }) => moving.has(facts.kind)).map(({ subject }) => subject);
    if (caseIds.length === 0) return;
    for (const matterId of await findMattersOfCases(tx, [...new Set(caseIds)])) await settleIn(ground, tx, matterId);
  }),
  // The answer of a consulted department may be what all waited for.
  defineReaction('matters.hear', consultationMoved, async (tx, events) => {
    const caseIds = events.filter(({ facts }) => facts.state !== 'asked').map(({ facts }) => facts.caseId);
    if (caseIds.length === 0) return;
    for (const matterId of await findMattersOfCases(tx, [...new Set(caseIds)])) await settleIn(ground, tx, matterId);
  }),
];

const sweep = defineJob('matters.sweep');
export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(sweep, async () => {
    // A full batch: there may be more. Those that fail stay, so there is an end to it.
    // Time alone may have freed what all agree to, such as the days in which a hearing could be asked for.
    for (const { id } of await findReady(ground.db))
      await ground.db
        .transaction((tx) => settleIn(ground, tx, id))
        .catch((error: unknown) => ground.log.error({ err: error, matterId: id }, 'a matter could not be decided'));
    for (let round = 0; round < 50 && (await actOnSilence(ground)) === 200; round += 1);
  }),
];

/** Every five minutes, as the rules of cases: in the night after the last day, never during it. */
export const schedules: Schedule[] = [{ job: sweep.name, match: '*/5 * * * *' }];
