/** A suggestion as its readers see it. */
import { shanghaiDay } from '#modules/deadlines';
import { maskName } from '#modules/people';
import type { Ground } from '#platform/ground';
import { isStaff, type Actor } from '#platform/permissions';
import type { Suggestion, SuggestionLine } from './contract.ts';
import { effectOf } from './effect.ts';
import { readSteps, type SuggestionRow } from './store.ts';

export function lineOf(row: SuggestionRow, today: string): SuggestionLine {
  const { id, number, source, title, state, itemId, figureId, departmentId, dueOn } = row;
  return {
    id,
    number,
    source,
    title,
    state,
    itemId,
    itemName: row.itemName,
    figureId,
    departmentId,
    suggestedAt: row.suggestedAt.toISOString(),
    dueOn,
    overdue: dueOn !== null && today > dueOn,
  };
}

/**
 * All of it. Staff read the names of colleagues and a resident's masked; who suggested it reads what was answered, and neither which
 * official said it nor what goes on between the offices.
 */
export async function wholeOf(ground: Ground, actor: Actor, row: SuggestionRow): Promise<Suggestion> {
  const staff = isStaff(actor);
  const [steps, effect] = await Promise.all([readSteps(ground.db, row.id), staff ? effectOf(ground, row) : null]);
  const answers = new Set(['adopt', 'close', 'plan']);
  const own = row.accountId === actor.accountId;
  const suggester = own || row.source !== 'resident' ? row.suggestedBy : maskName(row.suggestedBy);
  return {
    ...lineOf(row, shanghaiDay(ground.clock.now())),
    body: row.body,
    suggestedBy: suggester,
    steps: steps.map(({ kind, at, saidBy, body, departmentId, plannedOn, late }) => ({
      kind,
      at: at.toISOString(),
      by: kind === 'suggest' ? suggester : staff ? saidBy : '',
      text: staff || answers.has(kind) ? body : '',
      departmentId,
      plannedOn,
      late: staff && late,
    })),
    effect,
  };
}
