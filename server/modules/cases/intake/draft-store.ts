/** SQL of drafts (草稿). */
import { prepared, type Reader, type Tx } from '#platform/db';

export interface Draft {
  id: string;
  accountId: string;
  itemId: string;
  itemVersion: number;
  content: Record<string, unknown>;
  /** Rises with each save, so that two devices notice each other. */
  version: number;
  updatedAt: Date;
}

const upsert = prepared<Draft>(
  `insert into cases.draft as d (id, account_id, item_id, item_version, content, version, updated_at)
   values ($1, $2, $3, $4, $5, 1, $6)
   on conflict (id) do update set content = $5, item_version = $4, version = d.version + 1, updated_at = $6
     where d.account_id = $2 and d.version = $7
   returning *`,
);
const ofAccount = prepared<Draft>('select * from cases.draft where account_id = $1 order by updated_at desc limit 100');
const byId = prepared<Draft>('select * from cases.draft where id = $1');
const lock = prepared('select 1 from cases.draft where id = $1 for update');
const remove = prepared('delete from cases.draft where id = $1 and account_id = $2');
const removeOld = prepared<{ id: string }>(
  `delete from cases.draft where updated_at < $1::timestamptz - interval '30 days' returning id`,
);

/** Undefined when the draft is not this account's, or is not at this version any more. */
export const writeDraft = (tx: Tx, draft: Draft): Promise<Draft | undefined> =>
  tx.maybe(
    upsert(
      draft.id,
      draft.accountId,
      draft.itemId,
      draft.itemVersion,
      JSON.stringify(draft.content),
      draft.updatedAt,
      draft.version,
    ),
  );
export const findDraft = (reader: Reader, id: string): Promise<Draft | undefined> => reader.maybe(byId(id));
export const findDraftsOf = (reader: Reader, accountId: string): Promise<Draft[]> => reader.many(ofAccount(accountId));
const count = prepared<{ drafts: number }>('select count(*) as drafts from cases.draft where account_id = $1');
export const countDrafts = async (reader: Reader, accountId: string): Promise<number> =>
  (await reader.one(count(accountId))).drafts;
/** Locks a draft without waiting: whoever moves its files locks it first, as saving it does. */
export const lockDraft = (tx: Tx, id: string): void => tx.write(lock(id));
/** Removes the account's own draft without waiting; another one's is left alone. */
export const deleteDraft = (tx: Tx, id: string, accountId: string): void => tx.write(remove(id, accountId));
/** Removes what nobody touched for 30 days. */
export const deleteOldDrafts = (tx: Tx, now: Date): Promise<{ id: string }[]> => tx.many(removeOld(now));
