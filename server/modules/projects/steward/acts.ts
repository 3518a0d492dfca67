/** What a steward does: help noted, the menu ticked off, reminders, the hand-over; and the end of a project. */
import { tell } from '#modules/notices';
import { nameOfAccounts } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { actOn } from '../act.ts';
import { mustBeStaff } from '../open-project.ts';
import { stepStatesIn } from '../open-step.ts';
import { projectProblems } from '../problems.ts';
import { getProject } from '../store.ts';
import { getTypeVersion } from '../type-store.ts';
import { dueReminders, insertReminder, markTold } from './reminder-store.ts';

const nothing = () => undefined;

/** Writes down what was done for the company. */
export const noteHelp = (ground: Ground, actor: Actor, id: string, asked: { actionId: string; note: string }) =>
  actOn<undefined>(
    ground,
    actor,
    id,
    { actionId: asked.actionId, kind: 'help' },
    () => ({ facts: { note: asked.note }, reply: undefined }),
    nothing,
  );

/** Ticks an entry of the menu off, or takes the tick back. Throws `noSuchEntry`. */
export async function tickMenu(
  ground: Ground,
  actor: Actor,
  id: string,
  key: string,
  asked: { actionId: string; done: boolean },
): Promise<void> {
  const { typeId, typeVersion } = await getProject(ground.db, id);
  const { body } = await getTypeVersion(ground.db, typeId, typeVersion);
  const entry = body.menu.find((one) => one.key === key);
  if (!entry) throw projectProblems.noSuchEntry();
  await actOn<undefined>(
    ground,
    actor,
    id,
    { actionId: asked.actionId, kind: asked.done ? 'tick' : 'untick' },
    () => ({ facts: { key, note: entry.what }, reply: undefined }),
    nothing,
  );
}

/** On the morning of that day whoever is the steward then is told. Throws `dayWrong` for a day that is not to come. */
export const remindMe = (
  ground: Ground,
  actor: Actor,
  id: string,
  asked: { actionId: string; onDay: string; what: string },
) =>
  actOn<undefined>(
    ground,
    actor,
    id,
    { actionId: asked.actionId, kind: 'remind' },
    (tx, _, now) => {
      const { onDay, what } = asked;
      if (onDay <= shanghaiDay(now)) throw projectProblems.dayWrong();
      // Eight in the morning of Asia/Shanghai.
      const nextAt = new Date(Date.parse(`${onDay}T08:00:00+08:00`));
      insertReminder(tx, { id: asked.actionId, projectId: id, accountId: actor.accountId!, onDay, what, nextAt });
      return { facts: { onDay, note: what }, reply: undefined };
    },
    nothing,
  );

/** Tells stewards what they wanted to be reminded of. Returns how many there were. */
export const tellReminders = (ground: Ground): Promise<number> =>
  ground.db.transaction(async (tx) => {
    const due = await dueReminders(tx, ground.clock.now());
    if (due.length === 0) return 0;
    markTold(
      tx,
      due.map(({ id }) => id),
    );
    tell(
      ground,
      tx,
      due.map(({ projectId, stewardId, number, name, what }) => ({
        accountId: stewardId,
        subjectId: projectId,
        template: 'stewardReminder' as const,
        facts: { caseNumber: number, itemName: name, note: what },
      })),
    );
    return due.length;
  });

/** Hands the project over; who had it before and why stands in the log. The new steward is told. */
export async function appointSteward(
  ground: Ground,
  actor: Actor,
  id: string,
  asked: { actionId: string; stewardId: string; contact: string; note?: string },
): Promise<void> {
  await mustBeStaff(ground, asked.stewardId);
  const names = await nameOfAccounts(ground.db, [asked.stewardId]);
  await actOn<undefined>(
    ground,
    actor,
    id,
    { actionId: asked.actionId, kind: 'handOver' },
    (tx, row) => {
      const facts = { caseNumber: row.number, itemName: row.name, ...(asked.note ? { note: asked.note } : {}) };
      if (asked.stewardId !== row.stewardId)
        tell(ground, tx, [{ accountId: asked.stewardId, subjectId: id, template: 'stewardAppointed', facts }]);
      return {
        facts: {
          from: row.stewardId,
          to: asked.stewardId,
          steward: names.get(asked.stewardId) ?? '',
          ...(asked.note ? { note: asked.note } : {}),
        },
        changes: { stewardId: asked.stewardId, stewardContact: asked.contact },
        reply: undefined,
      };
    },
    nothing,
  );
}

/** Ends a project. Throws `notAllDecided` for one that is said to be done and is not. */
export const endProject = (
  ground: Ground,
  actor: Actor,
  id: string,
  asked: { actionId: string; how: 'done' | 'abandoned'; note?: string },
) =>
  actOn<undefined>(
    ground,
    actor,
    id,
    { actionId: asked.actionId, kind: 'end' },
    async (tx, _, now) => {
      if (asked.how === 'done') {
        const left = [...(await stepStatesIn(tx, id))].flatMap(([key, state]) => (state === 'granted' ? [] : [key]));
        if (left.length > 0) throw projectProblems.notAllDecided({ steps: left });
      }
      return {
        facts: { how: asked.how, ...(asked.note ? { note: asked.note } : {}) },
        changes: { state: asked.how, endedAt: now },
        reply: undefined,
      };
    },
    nothing,
  );
