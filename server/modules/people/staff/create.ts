/** New accounts and posts, as verbs of this module, the command line and the demo district make them. */
import { shanghaiDay } from '#platform/clock';
import type { Reader, Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Post } from '#platform/permissions';
import { forgetActors } from '../sign-in/actor.ts';
import { insertAccounts, type NewAccount } from '../sign-in/store.ts';
import { insertPosts, markStaff, nameOfAccounts, type PostRow } from './store.ts';

/** Stores an account and returns its id. A taken name, phone or person fails the commit with its problem. */
export function createAccount(tx: Tx, at: Date, account: NewAccount): string {
  const id = account.id ?? newId();
  insertAccounts(tx, [{ ...account, id }], at);
  return id;
}

/** What is said about a post when it is given: from today and without an end, unless said otherwise. */
export interface NewPost {
  role: Post['role'];
  departmentId?: string | null;
  outletId?: string | null;
  fromOn?: string;
  untilOn?: string | null;
  givenBy?: string | null;
}

/** Gives a post. It counts at once, in running sessions too. */
export function givePost(tx: Tx, at: Date, accountId: string, post: NewPost): PostRow {
  const row: PostRow = {
    id: newId(),
    accountId,
    role: post.role,
    departmentId: post.departmentId ?? null,
    outletId: post.outletId ?? null,
    fromOn: post.fromOn ?? shanghaiDay(at),
    untilOn: post.untilOn ?? null,
    givenBy: post.givenBy ?? null,
  };
  insertPosts(tx, [row], at);
  markStaff(tx, accountId);
  forgetActors(tx);
  return row;
}

/** Name of an account as it is shown in a timeline; empty when there is none. */
export const nameOfAccount = async (reader: Reader, id: string): Promise<string> =>
  (await nameOfAccounts(reader, [id])).get(id) ?? '';
