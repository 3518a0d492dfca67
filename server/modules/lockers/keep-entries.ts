/** What owners and offices do with single entries: put in, take out, compare with the original, revoke. */
import { certificateKinds, type Certificate } from '#modules/catalogue/contract';
import { attachFiles, hashOfContent, removeFilesOf } from '#modules/documents';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { entryAfter, sameOwner, stateOn, type Act, type Entry, type Owner } from './entry.ts';
import { lockerProblems } from './problems.ts';
import { countUploads, findEntry, insertEntry, lockEntry, saveAct, wasUsed } from './store.ts';
import { answersFor } from './answered-for.ts';
import { entryRevoked } from './events.ts';
import { insertUsage } from './usage-store.ts';
import { basisFor, blankUsage, whoIs, type ItemInHand } from './whose.ts';

/** What the files of an own upload are attached to. */
export const subjectKind = 'locker';

/** Own uploads of one owner at the most: a locker is no store of one's own. */
const mostUploads = 100;

export interface NewUpload {
  /** Made by the client: a retry puts in nothing more. */
  id: string;
  kind: Certificate;
  name?: string;
  number?: string;
  issuer?: string;
  validFrom?: string;
  validUntil?: string;
  fileIds: string[];
}

/**
 * The owner puts something in that nobody has looked at: trust `declared`. Throws `notForOwner`, `datesWrong`, `tooMany`, and
 * `documents.notYourFile` for a file that is not the account's own.
 */
export async function addUpload(ground: Ground, actor: Actor, owner: Owner, fresh: NewUpload): Promise<Entry> {
  const at = ground.clock.now();
  const { id, kind, validFrom = null, validUntil = null } = fresh;
  const holder = owner.organisationId ? 'organisation' : 'person';
  if (!(certificateKinds[kind].holders as readonly string[]).includes(holder)) throw lockerProblems.notForOwner();
  if (validUntil !== null && (validUntil < shanghaiDay(at) || (validFrom !== null && validFrom > validUntil)))
    throw lockerProblems.datesWrong();
  return ground.db.transaction(async (tx) => {
    const done = await findEntry(tx, id);
    if (done && sameOwner(done, owner)) return done;
    if ((await countUploads(tx, owner)) >= mostUploads) throw lockerProblems.tooMany();
    const fileIds = [...new Set(fresh.fileIds)];
    await attachFiles(tx, { fileIds, ownerId: actor.accountId!, subjectKind, subjectId: id, at });
    const entry: Entry = {
      ...owner,
      ...standsAsNew,
      id,
      kind,
      resultOf: [],
      name: fresh.name?.trim() || certificateKinds[kind].zh,
      number: fresh.number?.trim() ?? '',
      issuer: fresh.issuer?.trim() ?? '',
      source: 'uploaded',
      trust: 'declared',
      validFrom,
      validUntil,
      fileIds,
      documentId: null,
      hash: await hashOfContent(tx, { fileIds }),
      caseId: null,
      caseNumber: null,
      departmentId: null,
      addedAt: at,
      addedBy: actor.accountId,
    };
    insertEntry(tx, entry);
    return entry;
  });
}

/** As an entry begins: nothing has happened to it. */
export const standsAsNew = {
  verifiedAt: null,
  verifiedDepartmentId: null,
  revokedAt: null,
  revokedReason: null,
  supersededAt: null,
  removedAt: null,
} as const;

/**
 * The owner takes an own upload out. The files go too, unless a case keeps a copy of them. Throws `notRemovable` for what an office
 * issued or a case has kept.
 */
export const removeUpload = (ground: Ground, actor: Actor, entryId: string): Promise<void> =>
  ground.db.transaction(async (tx) => {
    const entry = await lockEntry(tx, entryId);
    if (entry.removedAt !== null) return;
    if (entry.source !== 'uploaded' && entry.source !== 'handedIn') throw lockerProblems.notRemovable();
    const at = ground.clock.now();
    saveAct(tx, entryAfter(entry, { act: 'remove', at }), { act: 'remove', at }, actor.accountId);
    if (!(await wasUsed(tx, entryId))) removeFilesOf(tx, { kind: subjectKind, id: entryId }, at);
  });

/**
 * A member of staff has the original on the table and finds the file the same: trust `verified`. Whoever brought it has agreed to that for
 * this item at this window. Throws `notConsented`, and the state of an entry that is not valid.
 */
export async function verifyEntry(ground: Ground, actor: Actor, entryId: string, item: ItemInHand): Promise<Entry> {
  const at = ground.clock.now();
  const who = await whoIs(ground, actor, true);
  return ground.db.transaction(async (tx) => {
    const entry = await lockEntry(tx, entryId);
    const { personId, organisationId, kind, name } = entry;
    const right = await basisFor(ground, tx, actor, { owner: entry, item, atCounter: true }, 'hold');
    if (!right) throw lockerProblems.notConsented();
    const state = stateOn(entry, shanghaiDay(at));
    if (state !== 'valid') throw lockerProblems[state]();
    const act: Act = { act: 'verify', at };
    // The first one who saw it answers for it; a hall without a department acts for the one whose item it is.
    const verifiedDepartmentId = entry.verifiedDepartmentId ?? who.departmentId ?? item.departmentId;
    const next = { ...entryAfter(entry, act), verifiedDepartmentId };
    saveAct(tx, next, act, actor.accountId);
    insertUsage(tx, { ...blankUsage, ...who, ...right, personId, organisationId, id: newId(), how: 'verify', at, itemId: item.id, itemName: item.name, entryId, kind, name }); // prettier-ignore
    return next;
  });
}

/**
 * The department that issued it, or saw the original of what its owner put in, takes it back: from now on it serves nowhere. The owner
 * reads in the locker who did it and why, and is told. Throws `notRevocable`.
 */
export async function revokeEntry(ground: Ground, actor: Actor, entryId: string, reason: string): Promise<Entry> {
  const at = ground.clock.now();
  const who = await whoIs(ground, actor, true);
  return ground.db.transaction(async (tx) => {
    const entry = await lockEntry(tx, entryId);
    if (answersFor(entry) === null || entry.revokedAt !== null || entry.removedAt !== null)
      throw lockerProblems.notRevocable();
    const act: Act = { act: 'revoke', at, reason };
    const next = entryAfter(entry, act);
    saveAct(tx, next, act, actor.accountId);
    const { personId, organisationId, kind, name, caseId, caseNumber } = entry;
    insertUsage(tx, { ...blankUsage, ...who, personId, organisationId, id: newId(), how: 'revoke', at, basis: 'office', consentId: null, caseId, caseNumber, entryId, kind, name }); // prettier-ignore
    emit(tx, entryRevoked, entryId, {
      personId,
      organisationId,
      name,
      nameEn: certificateKinds[kind].en,
      departmentId: answersFor(entry),
      ownerId: personId,
    });
    return next;
  });
}
