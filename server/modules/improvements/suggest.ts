/** Making a suggestion. */
import { getVersionInForce } from '#modules/catalogue';
import { shanghaiDay } from '#modules/deadlines';
import type { FigureId } from '#modules/insight/contract';
import { findRating } from '#modules/ratings';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { Problem } from '#platform/problems';
import { takeNumber } from '#platform/numbers';
import { isStaff, rolesOf, type Actor } from '#platform/permissions';
import { improvementStepped } from './events.ts';
import type { Source } from './improvement.ts';
import { improvementProblems } from './problems.ts';
import { findSuggestion, insertStep, insertSuggestion, type SuggestionRow } from './store.ts';
import { dueAfter } from './take-step.ts';

export interface Suggested {
  actionId: string;
  title: string;
  body: string;
  itemId?: string;
  figureId?: FigureId;
  ratingId?: string;
}

/** A rating is named by those who may read it; nobody learns that there is one by guessing. */
async function mayName(ground: Ground, actor: Actor, ratingId: string): Promise<void> {
  const rating = await findRating(ground.db, ratingId);
  const seesAll = rolesOf(actor).includes('office');
  const own = actor.posts.some(({ role, departmentId }) => role === 'head' && departmentId === rating?.departmentId);
  if (!rating || !(seesAll || own)) throw improvementProblems.noSuchRating();
}

/** The item as it is in force today. */
async function itemOf(ground: Ground, itemId: string, today: string) {
  const item = await getVersionInForce(ground, itemId, today);
  if (!item) throw improvementProblems.noSuchItem();
  return item;
}

/** Stores a suggestion; the same `actionId` of the same account is the same one. Throws `noSuchRating`, `noSuchItem`, `actionReused`. */
export async function suggest(ground: Ground, actor: Actor, said: Suggested): Promise<SuggestionRow> {
  const known = await findSuggestion(ground.db, said.actionId);
  if (known && known.accountId !== actor.accountId) throw improvementProblems.actionReused();
  if (known) return known;
  const at = ground.clock.now();
  const today = shanghaiDay(at);
  if (said.ratingId) await mayName(ground, actor, said.ratingId);
  const item = said.itemId ? await itemOf(ground, said.itemId, today) : undefined;
  const staff = isStaff(actor);
  const source: Source = said.ratingId ? 'rating' : staff ? (said.figureId ? 'figure' : 'staff') : 'resident';
  const serial = await takeNumber(ground.db, `improvement/${today.slice(0, 4)}`, 10);
  const row: SuggestionRow = {
    id: said.actionId,
    number: `GJ${today.slice(0, 4)}-${String(serial).padStart(4, '0')}`,
    source,
    title: said.title.trim(),
    body: said.body.trim(),
    itemId: item?.itemId ?? null,
    itemName: item ? (item.body.plainName ?? item.body.name) : null,
    figureId: said.figureId ?? null,
    ratingId: said.ratingId ?? null,
    departmentId: null,
    state: 'suggested',
    seq: 1,
    accountId: actor.accountId!,
    personId: actor.personId,
    suggestedBy: actor.name,
    suggestedAt: at,
    movedAt: at,
    dispatchedAt: null,
    finishedAt: null,
    dueOn: dueAfter(ground, 'suggested', today),
    effect: null,
  };
  try {
    await ground.db.transaction(async (tx) => store(tx, row));
  } catch (error) {
    // The same act at the same moment: one of the two was first.
    const same = error instanceof Problem ? await findSuggestion(ground.db, row.id) : undefined;
    if (same?.accountId !== row.accountId) throw error;
  }
  return row;
}

function store(tx: Tx, row: SuggestionRow): void {
  insertSuggestion(tx, row);
  insertStep(tx, {
    id: newId(),
    suggestionId: row.id,
    seq: 1,
    kind: 'suggest',
    fromState: null,
    toState: 'suggested',
    at: row.suggestedAt,
    accountId: row.accountId,
    saidBy: row.suggestedBy,
    body: '',
    departmentId: null,
    plannedOn: null,
    dueOn: row.dueOn,
    late: false,
  });
  emit(tx, improvementStepped, row.id, {
    kind: 'suggest',
    state: row.state,
    departmentId: null,
    ownerId: row.personId,
  });
}
