/** More time for joint handling, approved by the government; the applicant is told why (行政许可法 art. 42 (2)). */
import { calendarsOf, legalLimit } from '#modules/deadlines';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Who } from './apply.ts';
import { clockOf } from './matter-clock.ts';
import { aboutMatter, paper } from './papers.ts';
import { matterProblems } from './problems.ts';
import { findMatterByStep, insertStep, lockMatter, updateMatter, type MatterRow } from './store.ts';

/** Throws `notRunning`, `alreadyOverdue`, `extendedTooLong`. The same `actionId` is the same act. */
export const extendMatter = (
  ground: Ground,
  who: Who,
  id: string,
  asked: { actionId: string; days: number; reason: string; approvedBy: string },
): Promise<MatterRow> =>
  ground.db.transaction(async (tx) => {
    const row = await lockMatter(tx, id);
    const done = await findMatterByStep(tx, asked.actionId);
    if (done) {
      if (done.id !== id || done.doneKind !== 'extend') throw matterProblems.actionReused();
      return row;
    }
    const now = ground.clock.now();
    const today = shanghaiDay(now);
    const { calendar } = calendarsOf(ground).latest;
    const before = clockOf(row, undefined, today, calendar);
    if (before.state !== 'running' || before.fatalOn === null) throw matterProblems.notRunning();
    if (today > before.fatalOn) throw matterProblems.alreadyOverdue();
    const extendedDays = row.extendedDays + asked.days;
    if (extendedDays > legalLimit('extendJointDecision', today).value) throw matterProblems.extendedTooLong();
    const next = { ...row, extendedDays, seq: row.seq + 1 };
    const after = clockOf(next, undefined, today, calendar);
    await paper(ground, tx, 'extensionNotice', aboutMatter(row), {
      acceptedOn: row.startedOn!,
      wasDueOn: before.fatalOn,
      dueOn: after.fatalOn!,
      workingDays: asked.days,
      reason: asked.reason,
      approvedBy: asked.approvedBy,
      provisional: after.provisional,
      joint: true,
    });
    insertStep(tx, {
      matterId: id,
      seq: next.seq,
      id: asked.actionId,
      kind: 'extend',
      at: now,
      accountId: who.actor.accountId,
      facts: { days: asked.days, reason: asked.reason, approvedBy: asked.approvedBy },
    });
    updateMatter(tx, next);
    return next;
  });
