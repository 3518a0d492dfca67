/** What many cases say of themselves, with one statement: for whoever judges them. */
import { prepared, type Reader } from '#platform/db';
import { contentOf, type Action, type Content } from './case.ts';
import { caseColumns, type CaseRow } from './store.ts';

const rowsOf = prepared<CaseRow>(`select ${caseColumns} from cases."case" c where c.id = any($1)`);
const contentActions = prepared<Pick<Action, 'caseId' | 'seq' | 'kind' | 'facts'>>(
  `select case_id, seq, kind, facts from cases.action where case_id = any($1) and kind in ('submit', 'supplement', 'correct')
    order by case_id, seq`,
);

const recent = prepared<{ id: string }>(
  `select id from cases."case" where item_id = any($1) and submitted_at >= $4 and id > $2 order by id limit $3`,
);

/** Cases of these items that were handed in since an instant, in the order of their ids, from behind `last` on. */
export const recentCases = async (
  reader: Reader,
  itemIds: readonly string[],
  since: Date,
  last: string,
  limit: number,
): Promise<string[]> =>
  (await reader.many(recent([...itemIds], last || '00000000-0000-0000-0000-000000000000', limit, since))).map(
    ({ id }) => id,
  );

/** The lines of cases with all that was said and handed in, after supplements and corrections, and the last action that said any of it. */
export async function casesWithContent(
  reader: Reader,
  ids: readonly string[],
): Promise<{ row: CaseRow; content: Content; toldSeq: number }[]> {
  if (ids.length === 0) return [];
  const [rows, actions] = await Promise.all([reader.many(rowsOf([...ids])), reader.many(contentActions([...ids]))]);
  const of = Map.groupBy(actions, ({ caseId }) => caseId);
  return rows.map((row) => {
    const told = of.get(row.id) ?? [];
    return { row, content: contentOf(told), toldSeq: told.at(-1)?.seq ?? 1 };
  });
}
