/**
 * Drafts (草稿): what somebody has begun, kept so that it resumes on another device, with its files. A file belongs to the draft from the
 * first save that lists it, so that it lives as long as the draft does; what was removed is in no draft any more and is never sent.
 */
import { attachFiles, findFiles, removeFilesOf } from '#modules/documents';
import type { Reader, Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { Ties } from '#platform/permissions';
import { caseProblems } from '../problems.ts';
import {
  countDrafts,
  deleteDraft,
  deleteOldDrafts,
  findDraft,
  findDraftsOf,
  writeDraft,
  type Draft,
} from './draft-store.ts';

/** Drafts of one account at the most. */
const mostDrafts = 50;

/** What the files of a draft are attached to, until they move on to the case. */
const subjectKind = 'draft';

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
type Kept = Record<string, unknown>;
const objectOf = (value: unknown): Kept => (typeof value === 'object' && value !== null ? (value as Kept) : {});

/** The files that a draft lists: under `materials`, by material, each with its `files`. What looks otherwise is no file. */
function fileIdsOf(content: Kept): string[] {
  const files = Object.values(objectOf(content.materials)).flatMap((handed) => objectOf(handed).files ?? []);
  const ids = files.map((file) => objectOf(file).id).filter((id) => typeof id === 'string' && isId.test(id));
  return [...new Set(ids as string[])];
}

/** The content without files that are not in `there`. */
function withoutRemoved(content: Kept, there: ReadonlySet<string>): Kept {
  const stays = (file: unknown): boolean => {
    const { id } = objectOf(file);
    return typeof id !== 'string' || there.has(id);
  };
  const materials = Object.entries(objectOf(content.materials)).map(([id, handed]) => {
    const { files } = objectOf(handed);
    return [id, Array.isArray(files) ? { ...objectOf(handed), files: files.filter(stays) } : handed];
  });
  return { ...content, materials: Object.fromEntries(materials) };
}

/** The same drafts without the files that were removed since they were saved, on this device or on another one. */
async function asTheyStand(reader: Reader, drafts: readonly Draft[]): Promise<Draft[]> {
  const listed = drafts.flatMap(({ content }) => fileIdsOf(content));
  if (listed.length === 0) return [...drafts];
  const there = new Set((await findFiles(reader, listed)).map(({ id }) => id));
  return drafts.map((draft) => ({ ...draft, content: withoutRemoved(draft.content, there) }));
}

/**
 * Saves a draft. `version` is the one that the device had (0: new); another device's newer one is not overwritten: `draftChanged`. The
 * files that it lists become the draft's, if they are the account's own and not in a case yet.
 */
export async function saveDraft(
  ground: Ground,
  accountId: string,
  id: string,
  draft: Pick<Draft, 'itemId' | 'itemVersion' | 'content' | 'version'>,
): Promise<Draft> {
  return ground.db.transaction(async (tx) => {
    const updatedAt = ground.clock.now();
    // Nobody has so many things half done; without an end they would be a store of one's own.
    if (draft.version === 0 && (await countDrafts(tx, accountId)) >= mostDrafts) throw caseProblems.tooManyDrafts();
    const written = await writeDraft(tx, { ...draft, id, accountId, updatedAt });
    if (written) {
      await keepFiles(tx, accountId, id, fileIdsOf(draft.content));
      return written;
    }
    const now = await findDraft(tx, id);
    throw now?.accountId === accountId ? caseProblems.draftChanged({ version: now.version }) : caseProblems.notFound();
  });
}

async function keepFiles(tx: Tx, accountId: string, draftId: string, listed: string[]): Promise<void> {
  if (listed.length === 0) return;
  const fileIds = (await findFiles(tx, listed))
    .filter((file) => file.ownerId === accountId && (file.subjectKind ?? subjectKind) === subjectKind)
    .filter((file) => file.subjectId !== draftId)
    .map(({ id }) => id);
  await attachFiles(tx, { fileIds, ownerId: accountId, subjectKind, subjectId: draftId });
}

export const draftsOf = async (ground: Ground, accountId: string): Promise<Draft[]> =>
  asTheyStand(ground.db, await findDraftsOf(ground.db, accountId));

/** Throws `cases.notFound`. */
export async function getDraft(ground: Ground, id: string): Promise<Draft> {
  const draft = await findDraft(ground.db, id);
  if (!draft) throw caseProblems.notFound();
  return (await asTheyStand(ground.db, [draft]))[0]!;
}

/** Whose draft it is: whoever may read it may read its files. */
export async function tiesOfDraft(reader: Reader, id: string): Promise<Ties | undefined> {
  const draft = await findDraft(reader, id);
  return draft && { owners: [draft.accountId], private: true };
}

/** Throws the account's own draft away with its files. */
export const dropDraft = (ground: Ground, draft: Draft): Promise<void> =>
  ground.db.transaction(async (tx) => {
    deleteDraft(tx, draft.id, draft.accountId);
    removeFilesOf(tx, { kind: subjectKind, id: draft.id }, ground.clock.now());
  });

/** Ends the account's own draft in the act that sends it: files that moved on to the case are there, the others go. */
export function endDraftIn(tx: Tx, id: string, accountId: string, at: Date): void {
  removeFilesOf(tx, { kind: subjectKind, id, ownerId: accountId }, at);
  deleteDraft(tx, id, accountId);
}

/** Throws away what nobody touched for 30 days. Returns how many. */
export const sweepDrafts = (ground: Ground): Promise<number> =>
  ground.db.transaction(async (tx) => {
    const now = ground.clock.now();
    const old = await deleteOldDrafts(tx, now);
    for (const { id } of old) removeFilesOf(tx, { kind: subjectKind, id }, now);
    return old.length;
  });
