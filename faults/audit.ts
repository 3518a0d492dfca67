/** Looks whether everything is there exactly once, and whether it fits together. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { beginning, hashAction, stateAfter, type Action } from '#modules/cases';
import { sql, type Database } from '#platform/db';
import type { Act } from './load.ts';

/** Each acknowledged act is in its case's history once, and there is no case that nobody asked for (`asked`: all that was ever sent). */
export async function expectActsOnce(
  db: Database,
  acts: readonly Act[],
  asked: readonly Pick<Act, 'actionId'>[] = acts,
): Promise<void> {
  const stored = await db.many<{ id: string; caseId: string; kind: string }>(
    sql`select id, case_id, kind from cases.action`,
  );
  const byId = Map.groupBy(stored, ({ id }) => id);
  const wrong = acts
    .filter(({ acknowledged }) => acknowledged)
    .filter((act) => {
      const found = byId.get(act.actionId) ?? [];
      return found.length !== 1 || found[0]!.kind !== act.kind || found[0]!.caseId !== act.caseId;
    });
  expect(wrong).toEqual([]);
  const wanted = new Set(asked.map(({ actionId }) => actionId));
  expect(stored.filter(({ id, kind }) => kind === 'submit' && !wanted.has(id))).toEqual([]);
}

/** Every history follows the rules, each action carries the hash of the one before it, and the projections say the same. */
export async function expectChains(db: Database): Promise<void> {
  const rows = await db.many<{ id: string; state: string; seq: number; headHash: string }>(
    sql`select id, state, seq, head_hash from cases."case"`,
  );
  const actions = await db.many<Action>(sql`select * from cases.action order by case_id, seq`);
  const histories = Map.groupBy(actions, ({ caseId }) => caseId);
  expect(histories.size).toBe(rows.length);
  const wrong: string[] = [];
  for (const row of rows) {
    const history = histories.get(row.id) ?? [];
    let before = beginning;
    history.forEach((action, i) => {
      const { hash, ...rest } = action;
      if (action.seq !== i + 1 || action.prevHash !== before || hashAction(rest) !== hash)
        wrong.push(`${row.id} ${i + 1}`);
      before = hash;
    });
    if (row.headHash !== before || row.seq !== history.length || stateAfter(history) !== row.state) wrong.push(row.id);
  }
  expect(wrong).toEqual([]);
}

/** Waits until every reaction has handled every event, and none is set aside. */
export async function expectCaughtUp(db: Database, ms = 20_000): Promise<void> {
  for (const deadline = Date.now() + ms; ; await sleep(50)) {
    const { behind, stuck } = await db.one<{ behind: number; stuck: number }>(sql`
      select (select count(*) from platform.reaction r
               where exists (select 1 from platform.event e where (e.tx, e.id) > (r.tx, r.id))) as behind,
             (select count(*) from platform.stuck_event) as stuck`);
    if (behind === 0 && stuck === 0) return;
    if (Date.now() > deadline) throw new Error(`${behind} reactions are behind, ${stuck} events are stuck`);
  }
}

/** Every step that is told was told once, and every paper was made once. */
async function expectEffectsOnce(db: Database): Promise<void> {
  const twice = await db.many(sql`
    select subject_id, template, count(*) as n from notices.notice group by 1, 2 having count(*) <> 1`);
  expect(twice).toEqual([]);
  const told = await db.many<{ template: string; n: number }>(sql`
    select template, count(*) as n from notices.notice group by 1 order by 1`);
  const { closed } = await db.one<{ closed: number }>(
    sql`select count(*) as closed from cases."case" where state = 'closed'`,
  );
  expect(told).toEqual(
    ['accepted', 'caseReceived', 'decided', 'rateUs', 'resultReady'].map((template) => ({ template, n: closed })),
  );
  const papers = await db.many(sql`
    select subject_id, kind, count(*) as n from documents.document group by 1, 2 having count(*) <> 1`);
  expect(papers).toEqual([]);
}

/** Every step that anybody is told of was told, once: wherever the cases stand. */
export async function expectToldOnce(db: Database): Promise<void> {
  const wrong = await db.many(sql`
    with told as (select subject_id as id, template, count(*) as n from notices.notice group by 1, 2),
         done as (select a.case_id as id, m.template from cases.action a
                    join (values ('submit', 'caseReceived'), ('accept', 'accepted'), ('grant', 'decided'), ('issue', 'resultReady'),
                      ('close', 'rateUs'), ('askSupplement', 'supplementWanted'), ('lapse', 'lapsed')) as m (kind, template) on m.kind = a.kind)
    select id, template, told.n from told full join done using (id, template) where told.n is distinct from 1 or done.id is null`);
  expect(wrong).toEqual([]);
}

/** All of it, once every client has finished the cases that it began. */
export async function expectAllOnce(db: Database, acts: readonly Act[]): Promise<void> {
  expect(acts.every(({ acknowledged }) => acknowledged)).toBe(true);
  await expectActsOnce(db, acts);
  await expectChains(db);
  await expectCaughtUp(db);
  await expectEffectsOnce(db);
}
