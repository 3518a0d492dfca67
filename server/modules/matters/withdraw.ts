/** The applicant takes back one part, or everything that is not decided; the policy says what ends with it. */
import { endPart, getCaseRow } from '#modules/cases';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { Who } from './apply.ts';
import { consequencesOf, isDecided } from './matter.ts';
import { matterProblems } from './problems.ts';
import { settleIn } from './settle.ts';
import {
  findMatterByStep,
  getMatterRow,
  insertStep,
  lockMatter,
  membersOf,
  updateMatter,
  updateMember,
  type MatterRow,
  type MemberRow,
} from './store.ts';
import { tiesOfMatter } from './ties.ts';

/** Throws `noSuchMember`, `alreadyDecided`. */
function mustBeOpen(members: readonly MemberRow[], key: string | undefined): MemberRow[] {
  const meant = members.filter((member) => key === undefined || member.key === key);
  if (meant.length === 0) throw matterProblems.noSuchMember();
  const open = meant.filter(({ fate }) => !isDecided(fate));
  if (open.length === 0) throw matterProblems.alreadyDecided();
  return open;
}

/** The members that would end with it, by the keys of the event. */
export async function foreseeWithdrawal(
  ground: Ground,
  who: Who,
  id: string,
  key: string | undefined,
): Promise<string[]> {
  const row = await getMatterRow(ground.db, id);
  who.allow(await tiesOfMatter(ground, row, who.actor));
  const members = await membersOf(ground.db, id);
  mustBeOpen(members, key);
  return consequencesOf(row.policy, members, key).filter((one) => one !== key);
}

/** Takes back. The same `actionId` is the same act. Throws `noSuchMember`, `alreadyDecided`. */
export const withdrawFromMatter = (
  ground: Ground,
  who: Who,
  id: string,
  asked: { actionId: string; member?: string; reason?: string },
): Promise<MatterRow> =>
  ground.db.transaction(async (tx) => {
    const row = await lockMatter(tx, id);
    who.allow(await tiesOfMatter(ground, row, who.actor));
    const done = await findMatterByStep(tx, asked.actionId);
    if (done) {
      if (done.id !== id || done.doneKind !== 'withdraw') throw matterProblems.actionReused();
      return row;
    }
    const open = mustBeOpen(await membersOf(tx, id), asked.member);
    const reason = asked.reason ?? `申请人撤回${asked.member ? '' : '全部'}联办事项`;
    const withdrawn: string[] = [];
    for (const member of open) if (await takeBack(ground, tx, who, member, reason)) withdrawn.push(member.key);
    if (withdrawn.length === 0) throw matterProblems.alreadyDecided();
    const seq = row.seq + 1;
    insertStep(tx, {
      matterId: id,
      seq,
      id: asked.actionId,
      kind: 'withdraw',
      at: ground.clock.now(),
      accountId: who.actor.accountId,
      facts: { members: withdrawn, ...(asked.reason ? { reason: asked.reason } : {}) },
    });
    updateMatter(tx, { ...row, seq });
    return (await settleIn(ground, tx, id)).row;
  });

/** False when it was decided meanwhile. */
async function takeBack(ground: Ground, tx: Tx, who: Who, member: MemberRow, reason: string): Promise<boolean> {
  const at = ground.clock.now();
  if (member.caseId === null) {
    updateMember(tx, { ...member, fate: 'withdrawn', decidedAt: at, endedAt: at });
    return true;
  }
  const row = await getCaseRow(tx, member.caseId);
  return (await endPart(ground, tx, row, { by: 'applicant', reason, actor: who.actor })) !== undefined;
}
