/**
 * Where all must agree (全部同意), a department does not decide by itself: it agrees, and what all have agreed to is decided together, in one
 * transaction, each part in the name of who agreed (行政许可法 art. 26 (2)). So no part is granted while another one is refused.
 */
import { getCaseRow, obstacleToGrant } from '#modules/cases';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { Who } from './apply.ts';
import { agreeFirst } from './grant-together.ts';
import { isDecided } from './matter.ts';
import { matterProblems } from './problems.ts';
import { settleIn } from './settle.ts';
import {
  findMatterByStep,
  findMemberOfCase,
  insertStep,
  lockMatter,
  membersOf,
  updateMatter,
  updateMember,
  type Agreement,
  type MatterRow,
  type MemberRow,
} from './store.ts';

/** Locks the matter of a case and reads its parts. Throws `notByAgreement` for a case by itself and under another policy. */
async function lockPart(tx: Tx, caseId: string) {
  const of = await findMemberOfCase(tx, caseId);
  if (!of) throw matterProblems.notByAgreement();
  const row = await lockMatter(tx, of.matterId);
  if (row.policy !== 'allMustAgree') throw matterProblems.notByAgreement();
  const member = (await membersOf(tx, row.id)).find(({ key }) => key === of.key)!;
  return { row, member };
}

interface Deed {
  actionId: string;
}

/** Whether the act was done before. Throws `actionReused` when the id belongs to another one. */
async function doneBefore(tx: Tx, row: MatterRow, kind: string, { actionId }: Deed): Promise<boolean> {
  const done = await findMatterByStep(tx, actionId);
  if (done && (done.id !== row.id || done.doneKind !== kind)) throw matterProblems.actionReused();
  return done !== undefined;
}

/** Writes the act and what it changes of the part, and brings the matter to where that leads. */
async function note(
  ground: Ground,
  tx: Tx,
  who: Who,
  { row, member }: { row: MatterRow; member: MemberRow },
  step: Deed & { kind: 'agree' | 'takeBackAgreement'; facts?: object },
  to: Pick<MemberRow, 'agreedAt' | 'agreedBy' | 'agreement'>,
): Promise<void> {
  const seq = row.seq + 1;
  insertStep(tx, {
    matterId: row.id,
    seq,
    id: step.actionId,
    kind: step.kind,
    at: ground.clock.now(),
    accountId: who.actor.accountId,
    facts: { member: member.key, ...step.facts },
  });
  updateMatter(tx, { ...row, seq });
  updateMember(tx, { ...member, ...to });
  await settleIn(ground, tx, row.id);
}

/**
 * Agrees for the department of a part; the last one brings the decision of all. The same `actionId` is the same act. Throws
 * `notByAgreement`, `notUndecided`, `agreedAlready`, and what would keep the part from being granted.
 */
export const agreeToPart = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Deed & { opinion?: string; conditions?: string },
): Promise<void> =>
  ground.db.transaction(async (tx) => {
    const part = await lockPart(tx, caseId);
    const row = await getCaseRow(tx, caseId);
    who.allow({ departments: [row.departmentId] });
    if (await doneBefore(tx, part.row, 'agree', deed)) return;
    if (part.member.agreedAt) throw matterProblems.agreedAlready();
    if (isDecided(part.member.fate) || (row.state !== 'accepted' && row.state !== 'examined'))
      throw matterProblems.notUndecided();
    const obstacle = await obstacleToGrant(ground, tx, row, agreeFirst);
    if (obstacle) throw obstacle;
    const { actor } = who;
    const role = actor.posts.some((post) => post.role === 'head') ? ('head' as const) : actor.posts[0]!.role;
    const { opinion, conditions } = deed;
    const said = { ...(opinion ? { opinion } : {}), ...(conditions ? { conditions } : {}) };
    const agreement: Agreement = { name: actor.name, role, ...said };
    await note(ground, tx, who, part, { actionId: deed.actionId, kind: 'agree', facts: said }, {
      agreedAt: ground.clock.now(),
      agreedBy: actor.accountId!,
      agreement,
    }); // prettier-ignore
  });

/** Takes an agreement back before everything is decided. Throws `notByAgreement`, `notAgreedYet`, `alreadyDecided`. */
export const takeBackAgreement = (ground: Ground, who: Who, caseId: string, deed: Deed): Promise<void> =>
  ground.db.transaction(async (tx) => {
    const part = await lockPart(tx, caseId);
    const row = await getCaseRow(tx, caseId);
    who.allow({ departments: [row.departmentId] });
    if (await doneBefore(tx, part.row, 'takeBackAgreement', deed)) return;
    if (isDecided(part.member.fate)) throw matterProblems.alreadyDecided();
    if (!part.member.agreedAt) throw matterProblems.notAgreedYet();
    const none = { agreedAt: null, agreedBy: null, agreement: null };
    await note(ground, tx, who, part, { actionId: deed.actionId, kind: 'takeBackAgreement' }, none);
  });
