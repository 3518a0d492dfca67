/** Opening files: a department sends somebody, or the hall takes over who was there before. */
import { addDays, shanghaiDay } from '#modules/deadlines';
import { attachFiles } from '#modules/documents';
import { errandsAt, getPlace } from '#modules/hall';
import { tell } from '#modules/notices';
import { clerksAt, postHolders, postsNow } from '#modules/people';
import { isAsSaid } from '#platform/canonical';
import type { Reader } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { memberMoved } from './events.ts';
import {
  findMember,
  insertMembers,
  insertSteps,
  listSteps,
  openFilesOf,
  type MemberRow,
  type Paper,
} from './member-store.ts';
import { windowStaffProblems } from './problems.ts';
import { standardAt } from './read-member.ts';
import { openCriteria, type Standard } from './standard.ts';

/** Files of entry papers hang on this kind of subject. */
export const subjectKind = 'windowStaff';

export interface Sent {
  actionId: string;
  outletId: string;
  departmentId: string | null;
  name: string;
  accountId: string | null;
  errandIds: readonly string[];
  meets: readonly string[];
  papers: readonly Paper[];
  text: string;
}

/** Throws `noErrand` unless the hall does all of these. */
export async function checkErrands(reader: Reader, outletId: string, errandIds: readonly string[]): Promise<void> {
  if (errandIds.length === 0) return;
  const there = new Set((await errandsAt(reader, outletId)).map(({ id }) => id));
  if (errandIds.some((id) => !there.has(id))) throw windowStaffProblems.noErrand();
}
/**
 * Throws `noSuchAccount` unless it is somebody's with a post, and of no auditor: who looks on does not take part; and `notOfDepartment` unless one of
 * the posts is of the department that sends them; with null, one of no department.
 */
export async function checkOwn(reader: Reader, accountId: string, departmentId: string | null, at: Date) {
  const posts = await postsNow(reader, accountId, at);
  if (posts.length === 0 || posts.some(({ role }) => role === 'auditor')) throw windowStaffProblems.noSuchAccount();
  if (!posts.some((post) => post.departmentId === departmentId)) throw windowStaffProblems.notOfDepartment();
}

const fresh = (at: Date) => ({
  seq: 1,
  papers: [] as Paper[],
  takenOver: false,
  sentAt: at,
  movedAt: at,
  decidedBy: null,
  probationFrom: null,
  probationUntil: null,
  extensions: 0,
  confirmedOn: null,
  endedOn: null,
  forgetOn: null,
  forgottenAt: null,
});

/** Papers of conditions that the standard asks for; others are not kept. */
function papersAsked({ criteria }: Standard, papers: readonly Paper[]): Paper[] {
  const asked = new Set(criteria.map(({ key }) => key));
  return papers.filter(({ criterion }) => asked.has(criterion));
}

/** Whether a file was opened by saying the same, by the standard of its day. Where no account was named, the hall may have chosen one since. */
async function isSameSent(ground: Ground, file: MemberRow, actor: Actor, sent: Sent): Promise<boolean> {
  const { outletId, departmentId, errandIds } = sent;
  const standard = await standardAt(ground, file.outletId, shanghaiDay(file.sentAt));
  const [opening] = await listSteps(ground.db, file.id);
  const accountId = sent.accountId ?? (file.state === 'sent' ? null : file.accountId);
  const papers = papersAsked(standard, sent.papers);
  const said = { outletId, departmentId, accountId, name: sent.name.trim(), errandIds: [...errandIds], papers };
  return (
    isAsSaid(file, { ...said, sentBy: actor.accountId }) &&
    opening?.body === sent.text.trim() &&
    openCriteria(standard, sent).length === 0
  );
}

/** A department sends somebody to the hall; the same `actionId` that says the same is the same file. Throws `criteriaOpen` with what is open. */
export async function sendMember(ground: Ground, actor: Actor, sent: Sent): Promise<MemberRow> {
  const known = await findMember(ground.db, sent.actionId);
  if (known && (await isSameSent(ground, known, actor, sent))) return known;
  if (known) throw windowStaffProblems.actionReused();
  const at = ground.clock.now();
  const today = shanghaiDay(at);
  await getPlace(ground.db, sent.outletId);
  await checkErrands(ground.db, sent.outletId, sent.errandIds);
  if (sent.accountId) await checkOwn(ground.db, sent.accountId, sent.departmentId, at);
  const standard = await standardAt(ground, sent.outletId, today);
  const open = openCriteria(standard, sent);
  if (open.length > 0) throw windowStaffProblems.criteriaOpen({ criteria: open });
  const row: MemberRow = {
    ...fresh(at),
    id: sent.actionId,
    outletId: sent.outletId,
    departmentId: sent.departmentId,
    accountId: sent.accountId,
    name: sent.name.trim(),
    state: 'sent',
    errandIds: [...sent.errandIds],
    papers: papersAsked(standard, sent.papers),
    sentBy: actor.accountId,
  };
  await ground.db.transaction(async (tx) => {
    insertMembers(tx, [row]);
    insertSteps(tx, [openingStep(row, 'send', actor, at, sent.text.trim())]);
    await attachFiles(tx, {
      fileIds: row.papers.map(({ fileId }) => fileId),
      ownerId: actor.accountId!,
      subjectKind,
      subjectId: row.id,
      at,
    });
    emit(tx, memberMoved, row.id, { kind: 'send', departmentId: row.departmentId, ownerId: row.accountId });
    const holders = await postHolders(tx, [], [], today);
    const hall = [...new Set(holders.filter(({ role }) => role === 'office').map((one) => one.standInId ?? one.accountId))]; // prettier-ignore
    tell(
      ground,
      tx,
      hall.map((accountId) => ({ accountId, subjectId: null, template: 'windowStaffSent', facts: { name: row.name } })),
    );
  });
  return row;
}

const openingStep = (row: MemberRow, kind: 'send' | 'takeOver', actor: Actor, at: Date, body: string) => ({
  id: newId(),
  memberId: row.id,
  seq: 1,
  kind,
  toState: row.state,
  at,
  accountId: actor.accountId,
  saidBy: actor.name,
  body,
  untilOn: null,
});

/** Those with a clerk's post at the hall and no open file. */
export async function unfiledAt(ground: Ground, outletId: string) {
  const clerks = await clerksAt(ground.db, outletId, shanghaiDay(ground.clock.now()));
  const filed = await openFilesOf(
    ground.db,
    clerks.map(({ accountId }) => accountId),
  );
  const has = new Set(filed.map(({ accountId }) => accountId));
  return clerks.filter(({ accountId }) => !has.has(accountId));
}

/**
 * Takes those over who were there before: confirmed from the day on which their post began, without the papers and exams of those who come now.
 * Each is named by the manager, who is none of them. A second time finds nobody left. Returns how many were taken over.
 */
export async function takeOver(
  ground: Ground,
  actor: Actor,
  asked: { outletId: string; accountIds: readonly string[]; reason: string },
): Promise<number> {
  const at = ground.clock.now();
  if (asked.accountIds.includes(actor.accountId!)) throw windowStaffProblems.notYourself();
  const clerks = await clerksAt(ground.db, asked.outletId, shanghaiDay(at));
  const byAccount = new Map(clerks.map((one) => [one.accountId, one]));
  if (asked.accountIds.some((id) => !byAccount.has(id))) throw windowStaffProblems.noSuchAccount();
  const filed = new Set((await openFilesOf(ground.db, asked.accountIds)).map(({ accountId }) => accountId));
  const rows = asked.accountIds
    .filter((accountId) => !filed.has(accountId))
    .map((accountId): MemberRow => {
      const { name, departmentId, fromOn } = byAccount.get(accountId)!;
      return {
        ...fresh(at),
        id: newId(),
        outletId: asked.outletId,
        departmentId,
        accountId,
        name,
        state: 'confirmed',
        errandIds: [],
        takenOver: true,
        sentBy: actor.accountId,
        decidedBy: actor.accountId,
        confirmedOn: fromOn,
      };
    });
  if (rows.length === 0) return 0;
  await ground.db.transaction((tx) => {
    insertMembers(tx, rows);
    insertSteps(
      tx,
      rows.map((row) => openingStep(row, 'takeOver', actor, at, asked.reason.trim())),
    );
    for (const { id, departmentId, accountId } of rows)
      emit(tx, memberMoved, id, { kind: 'takeOver', departmentId, ownerId: accountId });
  });
  return rows.length;
}

/** The last day of a probation that begins today. */
export const probationEnd = (today: string, standard: { probationDays: number }): string =>
  addDays(today, standard.probationDays);
