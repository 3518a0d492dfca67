/** Moving a suggestion one step on: state, clock, history and messages in one transaction. */
import { addDays, calendarsOf, daysBetween, dueOn, shanghaiDay } from '#modules/deadlines';
import { tell } from '#modules/notices';
import { findDepartment } from '#modules/offices';
import { postHolders } from '#modules/people';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { improvementStepped } from './events.ts';
import { after, isEnded, longestPlan, waitingDays, type State, type Step } from './improvement.ts';
import { improvementProblems } from './problems.ts';
import { effectOf } from './effect.ts';
import { findStep, insertStep, lockSuggestion, saveMove, type SuggestionRow } from './store.ts';

export interface Deed {
  actionId: string;
  text?: string;
  departmentId?: string;
  plannedOn?: string;
}

/** The last day for what is awaited after a state that begins today; null once it has ended. */
export function dueAfter(ground: Ground, state: State, today: string, plannedOn?: string): string | null {
  if (state === 'adopted' || state === 'closed') return null;
  if (state === 'planned') return plannedOn ?? today;
  const { calendar } = calendarsOf(ground).latest;
  return dueOn({ from: today, limit: { value: waitingDays[state], unit: 'workingDay' }, calendar }).date;
}

/**
 * Takes a step on a suggestion as it was read; the same `actionId` on the same suggestion is the same act. Throws `wrongStep`, `planDayWrong`,
 * `noSuchDepartment`, `actionReused`.
 */
export async function takeStep(
  ground: Ground,
  actor: Actor,
  { id, departmentId: seen }: Pick<SuggestionRow, 'id' | 'departmentId'>,
  kind: Step,
  deed: Deed,
): Promise<SuggestionRow> {
  const at = ground.clock.now();
  const today = shanghaiDay(at);
  const text = deed.text?.trim() ?? '';
  const { plannedOn, departmentId: chosen } = deed;
  if (plannedOn && (plannedOn <= today || daysBetween(today, plannedOn) > longestPlan))
    throw improvementProblems.planDayWrong({ from: addDays(today, 1) });
  return ground.db.transaction(async (tx) => {
    const row = await lockSuggestion(tx, id);
    const known = await findStep(tx, deed.actionId);
    if (known?.suggestionId === id && known.kind === kind) return row;
    if (known) throw improvementProblems.actionReused();
    const state = after(row.state, kind);
    // Whoever was allowed to act for one department does not act for another to which it was given meanwhile.
    if (!state || row.departmentId !== seen) throw improvementProblems.wrongStep({ state: row.state, step: kind });
    if (chosen) {
      const department = await findDepartment(tx, chosen);
      if (!department || department.retiredAt) throw improvementProblems.noSuchDepartment();
    }
    // What came back is awaited anew, and not on the day that has passed.
    const due = kind === 'sendBack' ? dueAfter(ground, 'accepted', today) : dueAfter(ground, state, today, plannedOn);
    const moved: SuggestionRow = {
      ...row,
      state,
      seq: row.seq + 1,
      departmentId: chosen ?? row.departmentId,
      movedAt: at,
      dispatchedAt: kind === 'dispatch' ? at : row.dispatchedAt,
      finishedAt: kind === 'finish' ? at : row.finishedAt,
      dueOn: due,
    };
    if (isEnded(state)) {
      const effect = await effectOf(ground, moved);
      moved.effect = effect && { ...effect, frozen: true };
    }
    saveMove(tx, moved);
    insertStep(tx, {
      id: deed.actionId,
      suggestionId: id,
      seq: moved.seq,
      kind,
      fromState: row.state,
      toState: state,
      at,
      accountId: actor.accountId!,
      saidBy: actor.name,
      body: text,
      departmentId: chosen ?? null,
      plannedOn: plannedOn ?? null,
      dueOn: due,
      late: row.dueOn !== null && today > row.dueOn,
    });
    await tellOthers(ground, tx, moved, kind, today);
    emit(tx, improvementStepped, id, { kind, state, departmentId: moved.departmentId, ownerId: row.personId });
    return moved;
  });
}

/** The department hears of its order, the office of what waits for it, who suggested it of the answer. */
async function tellOthers(ground: Ground, tx: Tx, row: SuggestionRow, kind: Step, today: string): Promise<void> {
  const { personId, title, number, dueOn: due, departmentId } = row;
  const facts = { itemName: title, caseNumber: number, ...(due ? { dueOn: due } : {}) };
  if (isEnded(row.state)) {
    const template = row.state === 'adopted' ? 'improvementAdopted' : 'improvementClosed';
    const whom = row.source === 'resident' && personId ? { personId } : { accountId: row.accountId };
    tell(ground, tx, [{ ...whom, subjectId: null, template, facts }]);
    return;
  }
  const forOffice = kind === 'decline' || kind === 'finish';
  if (!forOffice && kind !== 'dispatch' && kind !== 'sendBack') return;
  const holders = await postHolders(tx, departmentId ? [departmentId] : [], [], today);
  const accounts = holders
    .filter(({ role, departmentId: of }) => (forOffice ? role === 'office' : role === 'head' && of === departmentId))
    .map(({ accountId, standInId }) => standInId ?? accountId);
  const template = forOffice ? 'improvementBack' : 'improvementOrder';
  tell(ground, tx, [...new Set(accounts)].map((accountId) => ({ accountId, subjectId: null, template, facts }))); // prettier-ignore
}
