/** Drafts (草稿): what somebody has begun, kept so that it resumes on another device. */
import { prepared, type Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { caseProblems } from '../problems.ts';

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
const remove = prepared('delete from cases.draft where id = $1 and account_id = $2');
const removeOld = prepared<{ id: string }>(
  `delete from cases.draft where updated_at < $1::timestamptz - interval '30 days' returning id`,
);

/** Saves a draft. `version` is the one that the device had (0: new); another device's newer one is not overwritten. */
export async function saveDraft(
  ground: Ground,
  accountId: string,
  id: string,
  draft: Pick<Draft, 'itemId' | 'itemVersion' | 'content' | 'version'>,
): Promise<Draft> {
  const { itemId, itemVersion, content, version } = draft;
  const saved = await ground.db.maybe(
    upsert(id, accountId, itemId, itemVersion, JSON.stringify(content), ground.clock.now(), version),
  );
  if (saved) return saved;
  const now = await ground.db.maybe(byId(id));
  throw now?.accountId === accountId ? caseProblems.draftChanged({ version: now.version }) : caseProblems.notFound();
}

export const draftsOf = (ground: Ground, accountId: string): Promise<Draft[]> => ground.db.many(ofAccount(accountId));

export async function getDraft(ground: Ground, id: string): Promise<Draft> {
  const draft = await ground.db.maybe(byId(id));
  if (!draft) throw caseProblems.notFound();
  return draft;
}

/** Removes the account's own draft; another one's is left alone. */
export const dropDraftIn = (tx: Tx, id: string, accountId: string): void => tx.write(remove(id, accountId));

/** Throws away what nobody touched for 30 days. Returns how many. */
export const sweepDrafts = async (ground: Ground): Promise<number> =>
  (await ground.db.many(removeOld(ground.clock.now()))).length;
