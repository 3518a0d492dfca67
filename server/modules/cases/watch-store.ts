/** SQL for those who watch the clocks of many cases at once. */
import { prepared, type Reader, type Tx } from '#platform/db';
import { caseColumns, type CaseRow } from './store.ts';

const byIds = prepared<CaseRow>(`select ${caseColumns} from cases."case" c where c.id = any($1::uuid[])`);
/** The lines of these cases, in no order; cases that do not exist are left out. For batches of some hundreds. */
export const casesById = (reader: Reader, ids: readonly string[]): Promise<CaseRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : reader.many(byIds(ids));

const ofCompany = prepared<CaseRow>(
  `select ${caseColumns} from cases."case" c where c.organisation_id = $1 and c.item_id = $2 order by c.submitted_at desc limit $3`,
);
/** The last cases of a company for an item, the newest first. */
export const casesOfCompany = (
  reader: Reader,
  organisationId: string,
  itemId: string,
  limit: number,
): Promise<CaseRow[]> => reader.many(ofCompany(organisationId, itemId, limit));

const setWarned = prepared(
  `update cases."case" set warned = due_rule || ' ' || due_from where id = any($1::uuid[]) and due_rule is not null`,
);
/** Notes that somebody was warned of the clock that runs on these cases. No act of theirs: their histories stay as they are. */
export const markWarned = (tx: Tx, ids: readonly string[]): void => tx.write(setWarned(ids));
