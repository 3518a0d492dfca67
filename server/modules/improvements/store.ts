/** All SQL of improvements. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { readPage } from '#platform/lists';
import { ownConstraints } from '#platform/problems';
import type { FigureId } from '#modules/insight/contract';
import type { Effect } from './contract.ts';
import type { Kind, Source, State } from './improvement.ts';
import { improvementProblems } from './problems.ts';

/** A suggestion as it stands. */
export interface SuggestionRow {
  id: string;
  number: string;
  source: Source;
  title: string;
  body: string;
  itemId: string | null;
  /** As it was called when it was suggested. */
  itemName: string | null;
  figureId: FigureId | null;
  ratingId: string | null;
  departmentId: string | null;
  state: State;
  seq: number;
  accountId: string;
  personId: string | null;
  suggestedBy: string;
  suggestedAt: Date;
  movedAt: Date;
  dispatchedAt: Date | null;
  finishedAt: Date | null;
  dueOn: string | null;
  effect: Effect | null;
}

/** A step of its history. */
export interface StepRow {
  id: string;
  suggestionId: string;
  seq: number;
  kind: Kind;
  fromState: State | null;
  toState: State;
  at: Date;
  accountId: string;
  saidBy: string;
  body: string;
  departmentId: string | null;
  plannedOn: string | null;
  dueOn: string | null;
  late: boolean;
}

ownConstraints({
  step_pkey: () => improvementProblems.actionReused(),
  suggestion_pkey: () => improvementProblems.actionReused(),
  step_of_suggestion: () => improvementProblems.wrongStep(),
});

const byId = prepared<SuggestionRow>('select * from improvements.suggestion where id = $1');
const locked = prepared<SuggestionRow>('select * from improvements.suggestion where id = $1 for update');
const steps = prepared<StepRow>('select * from improvements.step where suggestion_id = $1 order by seq');
const stepById = prepared<StepRow>('select * from improvements.step where id = $1');
const insert = prepared(
  `insert into improvements.suggestion (id, number, source, title, body, item_id, item_name, figure_id, rating_id, state, seq, account_id,
     person_id, suggested_by, suggested_at, moved_at, due_on)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'suggested', 1, $10, $11, $12, $13, $13, $14)`,
);
const move = prepared(
  `update improvements.suggestion set state = $2, seq = $3, department_id = $4, moved_at = $5, dispatched_at = $6, finished_at = $7, due_on = $8,
     effect = $9::jsonb where id = $1`,
);
const insertLine = prepared(
  `insert into improvements.step (id, suggestion_id, seq, kind, from_state, to_state, at, account_id, said_by, body, department_id, planned_on,
     due_on, late) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
);

export const findSuggestion = (reader: Reader, id: string) => reader.maybe(byId(id));
export const findStep = (reader: Reader, id: string) => reader.maybe(stepById(id));
export const readSteps = (reader: Reader, id: string) => reader.many(steps(id));

/** Throws `improvements.notFound`. */
export async function getSuggestion(reader: Reader, id: string): Promise<SuggestionRow> {
  const row = await findSuggestion(reader, id);
  if (!row) throw improvementProblems.notFound();
  return row;
}
/** The same, held until the end of the transaction. */
export async function lockSuggestion(tx: Tx, id: string): Promise<SuggestionRow> {
  const row = await tx.maybe(locked(id));
  if (!row) throw improvementProblems.notFound();
  return row;
}

export const insertSuggestion = (tx: Tx, row: SuggestionRow): void =>
  tx.write(
    insert(row.id, row.number, row.source, row.title, row.body, row.itemId, row.itemName, row.figureId, row.ratingId, row.accountId, row.personId, row.suggestedBy, row.suggestedAt, row.dueOn),
  ); // prettier-ignore
export const saveMove = (tx: Tx, row: SuggestionRow): void =>
  tx.write(
    move(row.id, row.state, row.seq, row.departmentId, row.movedAt, row.dispatchedAt, row.finishedAt, row.dueOn, row.effect && JSON.stringify(row.effect)),
  ); // prettier-ignore
export const insertStep = (tx: Tx, row: StepRow): void =>
  tx.write(
    insertLine(row.id, row.suggestionId, row.seq, row.kind, row.fromState, row.toState, row.at, row.accountId, row.saidBy, row.body, row.departmentId, row.plannedOn, row.dueOn, row.late),
  ); // prettier-ignore

export interface SuggestionFilter {
  /** Departments whose orders the reader may see; undefined: all. */
  within?: readonly string[] | undefined;
  accountId?: string;
  state?: State;
  open?: boolean;
  overdue?: boolean;
  source?: Source;
  departmentId?: string;
  itemId?: string;
  figureId?: string;
}

function conditionsOf(filter: SuggestionFilter, today: string) {
  const all = [sql`true`];
  if (filter.within) all.push(sql`s.department_id = any(${[...filter.within]}::uuid[])`);
  if (filter.accountId) all.push(sql`s.account_id = ${filter.accountId}`);
  if (filter.state) all.push(sql`s.state = ${filter.state}`);
  if (filter.open !== undefined) all.push(filter.open ? sql`s.due_on is not null` : sql`s.due_on is null`);
  if (filter.overdue === true) all.push(sql`s.due_on < ${today}::date`);
  if (filter.overdue === false) all.push(sql`(s.due_on is null or s.due_on >= ${today}::date)`);
  if (filter.source) all.push(sql`s.source = ${filter.source}`);
  if (filter.departmentId) all.push(sql`s.department_id = ${filter.departmentId}`);
  if (filter.itemId) all.push(sql`s.item_id = ${filter.itemId}`);
  if (filter.figureId) all.push(sql`s.figure_id = ${filter.figureId}`);
  return sql.join(all, sql` and `);
}

/** A page, newest first, with the count of the same read. */
export async function listSuggestions(
  reader: Reader,
  filter: SuggestionFilter,
  today: string,
  limit: number,
  offset: number,
) {
  const where = conditionsOf(filter, today);
  return readPage<SuggestionRow>(reader, {
    table: 'improvements.suggestion',
    as: 's',
    where,
    order: sql`s.suggested_at desc, s.id desc`,
    limit,
    offset,
  });
}

/** Counts by the conditions of the lists. */
export const countSuggestions = (reader: Reader, filter: SuggestionFilter, today: string) =>
  reader.one(sql<{ all: number; open: number; overdue: number; adopted: number; closed: number }>`
    select count(*) as all, count(*) filter (where s.due_on is not null) as open, count(*) filter (where s.due_on < ${today}::date) as overdue,
           count(*) filter (where s.state = 'adopted') as adopted, count(*) filter (where s.state = 'closed') as closed
      from improvements.suggestion s where ${conditionsOf(filter, today)}`);
