/** What the law does by itself when its time is over: nobody acts, and the case goes on all the same (行政许可法 art. 32, 50). */
import { shanghaiDay, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { nobody } from '#platform/permissions';
import { dueOf } from '../clocks.ts';
import { basisOf, paper, remediesIn } from '../papers.ts';
import type { State } from '../case.ts';
import { findDue, type CaseRow } from '../store.ts';
import { takeStep, type Planner, type Who } from '../take-step.ts';
import { beginChecks, deliveryAfter, undertake } from '../undertakings/undertake.ts';

const rule: Who = { actor: nobody, allow: () => {} };

/** No supplement came within its time. */
const lapse: Planner = async (row, context) => {
  await paper(context, row, 'withdrawal', {
    submittedOn: shanghaiDay(row.submittedAt),
    cause: 'notSupplemented',
    endedOn: shanghaiDay(context.now),
    ...remediesIn(context.ground),
  });
  return { facts: { reason: 'no supplement within the time set', fatalOn: row.fatalOn } };
};

/** The instant at which the materials had come in: with the application, or with the last supplement. */
const receivedAt = (row: CaseRow): Date =>
  shanghaiDay(row.submittedAt) === row.dueFrom ? row.submittedAt : startOfDay(row.dueFrom!);

/** Nothing was told within five working days: the case counts as accepted from the day on which the materials came in. */
const deemAccepted: Planner = async (row, context) => {
  const acceptedAt = receivedAt(row);
  const due = dueOf('decide', row.dueFrom!, context.item.body, context.calendar);
  await paper(context, row, 'acceptanceNotice', {
    acceptedOn: row.dueFrom!,
    ...(due.fatalOn ? { dueOn: due.fatalOn } : {}),
    ...(due.targetOn ? { promisedOn: due.targetOn } : {}),
    provisional: due.dueProvisional,
    deemed: true,
  });
  const undertaken = await undertake(context, row, shanghaiDay(context.now));
  return {
    facts: { acceptedAt: acceptedAt.toISOString(), fatalOn: row.fatalOn, ...undertaken },
    changes: { acceptedAt },
  };
};

/** A renewal that was asked for in time was not decided before the licence expired: it counts as granted (art. 50). */
const deemGranted: Planner = async (row, context) => {
  const delivery = await deliveryAfter(context, row);
  await paper(context, row, 'decisionGrant', {
    acceptedOn: shanghaiDay(row.acceptedAt!),
    basis: basisOf(context),
    deemedOn: row.expiresOn!,
    ...delivery.paper,
  });
  beginChecks(context, row);
  return {
    facts: { expiresOn: row.expiresOn, ...delivery.facts },
    changes: { decidedAt: context.now, outcome: 'granted' },
  };
};

/** What the rule does with a case whose time is over, by the state it is in. */
const rules: Partial<Record<State, readonly ['deemAccepted' | 'lapse' | 'deemGranted', Planner]>> = {
  submitted: ['deemAccepted', deemAccepted],
  supplementing: ['lapse', lapse],
  accepted: ['deemGranted', deemGranted],
  examined: ['deemGranted', deemGranted],
};

/** Acts on the cases whose time is over, each in its own transaction. Returns how many there were. */
export async function actByRule(ground: Ground): Promise<number> {
  const due = await findDue(ground.db, ground.clock.now());
  for (const { id, state } of due) {
    const [kind, plan] = rules[state] ?? [];
    try {
      if (kind && plan) await takeStep(ground, rule, id, kind, { actionId: newId() }, plan);
    } catch (error) {
      // One case with a wrong setting must not keep the others waiting.
      ground.log.error({ err: error, caseId: id, kind }, 'a rule could not act on a case');
    }
  }
  return due.length;
}
