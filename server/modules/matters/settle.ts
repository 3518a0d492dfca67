/**
 * Brings a matter to where its cases have led it: opens what waited, ends what the policy ends, and says how the whole ended. It looks at
 * where the cases stand, so it may run again at any time and changes nothing twice.
 */
import { endPart, getCaseRow, openPart, type CaseRow, type Part } from '#modules/cases';
import { getDepartment } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { nobody, type Actor } from '#platform/permissions';
import { allFree, grantAgreed } from './grant-together.ts';
import { matterMoved } from './events.ts';
import { breakerOf, isDecided, nextOf, outcomeOf, type Fate } from './matter.ts';
import { aboutMatter, paper } from './papers.ts';
import { fateWords, policyWords } from './policy-words.ts';
import {
  insertStep,
  lockMatter,
  membersOf,
  partsOf,
  updateMatter,
  updateMember,
  type MatterRow,
  type MemberRow,
  type StepRow,
} from './store.ts';
import { tellOwners } from './tell-owners.ts';

/** What became of a part, by where its case stands. */
export function fateOf({ state, outcome }: Pick<CaseRow, 'state' | 'outcome'>, before: Fate): Fate {
  switch (state) {
    case 'submitted':
    case 'supplementing':
    case 'accepted':
    case 'examined':
      return 'open';
    case 'notAccepted':
      return 'refused';
    case 'notNeeded':
      return 'notNeeded';
    case 'referredOut':
    case 'lapsed':
      return 'failed';
    case 'withdrawn':
      return before === 'stopped' ? 'stopped' : 'withdrawn';
    default:
      return outcome === 'refused' ? 'refused' : 'granted';
  }
}

interface Settled {
  row: MatterRow;
  members: MemberRow[];
}

/** The matter and its parts while they are moved; written once at the end. */
class Moving {
  readonly ground: Ground;
  readonly tx: Tx;
  readonly before: MatterRow;
  row: MatterRow;
  members: MemberRow[];
  readonly changed = new Set<string>();
  #parts: Record<string, Part> | undefined;

  constructor(ground: Ground, tx: Tx, row: MatterRow, members: MemberRow[]) {
    this.ground = ground;
    this.tx = tx;
    this.before = row;
    this.row = row;
    this.members = members;
  }

  set(key: string, to: Partial<MemberRow>): void {
    this.members = this.members.map((member) => (member.key === key ? { ...member, ...to } : member));
    this.changed.add(key);
  }
  step(kind: StepRow['kind'], facts: StepRow['facts']): void {
    this.row = { ...this.row, seq: this.row.seq + 1 };
    const { id: matterId, seq } = this.row;
    insertStep(this.tx, { matterId, seq, id: newId(), kind, at: this.ground.clock.now(), accountId: null, facts });
  }
  async part(key: string): Promise<Part> {
    this.#parts ??= await partsOf(this.tx, this.row.id);
    return this.#parts[key]!;
  }

  /** Takes in where a case stands now. */
  look(key: string, row: CaseRow): void {
    const member = this.members.find((one) => one.key === key)!;
    const fate = fateOf(row, member.fate);
    const at = this.ground.clock.now();
    if (row.acceptedAt) {
      const day = shanghaiDay(row.acceptedAt);
      if (this.row.startedOn === null || day < this.row.startedOn) this.row = { ...this.row, startedOn: day };
    }
    const same = fate === member.fate && row.state === member.caseState && row.departmentId === member.departmentId;
    if (same) return;
    if (isDecided(fate) && !isDecided(member.fate)) this.step('decide', { member: key, fate });
    this.set(key, {
      fate,
      caseState: row.state,
      departmentId: row.departmentId,
      decidedAt: isDecided(fate) ? (member.decidedAt ?? row.decidedAt ?? at) : null,
      endedAt: row.endedAt,
    });
  }
}

/** Locks the matter and brings it to where its cases have led it. `actor` acts in what is opened; the rule itself when nobody is named. */
export async function settleIn(ground: Ground, tx: Tx, matterId: string, actor: Actor = nobody): Promise<Settled> {
  const row = await lockMatter(tx, matterId);
  const moving = new Moving(ground, tx, row, await membersOf(tx, matterId));
  if (row.state === 'ended') return { row, members: moving.members };
  for (const { key, caseId } of moving.members) if (caseId) moving.look(key, await getCaseRow(tx, caseId));
  // Each round decides at least one part; there are twenty at most.
  for (;;) {
    const next = nextOf(
      row.policy,
      moving.members.map((member) => ({ ...member, agreed: member.agreedAt !== null })),
    );
    const waits = next.grant.length === 0 || !(await grantTogether(moving, next.grant));
    if (waits && next.open.length + next.stop.length + next.drop.length === 0) break;
    await stop(moving, next.stop);
    drop(moving, next.drop);
    for (const key of next.open) await open(moving, key, actor);
  }
  await conclude(moving);
  for (const key of moving.changed)
    updateMember(
      tx,
      moving.members.find((member) => member.key === key)!,
    );
  // Decided, ended, or no longer agreed by all: nothing waits any more.
  if (row.readyAt !== null && !stillReady(moving)) moving.row = { ...moving.row, readyAt: null };
  if (moving.row !== moving.before) updateMatter(tx, moving.row);
  if (moving.row.seq !== moving.before.seq || moving.changed.size > 0)
    emit(tx, matterMoved, matterId, {
      number: row.number,
      departmentId: row.leadDepartmentId,
      ownerId: row.agentId ?? row.personId,
      kind: 'settle',
    });
  return { row: moving.row, members: moving.members };
}

const stillReady = ({ row, members }: Moving): boolean =>
  row.state === 'open' &&
  nextOf(
    row.policy,
    members.map((member) => ({ ...member, agreed: member.agreedAt !== null })),
  ).grant.length > 0;

async function open(moving: Moving, key: string, actor: Actor): Promise<void> {
  const row = await openPart(moving.ground, moving.tx, actor, await moving.part(key));
  moving.step('open', { member: key, caseId: row.id });
  moving.set(key, {
    fate: 'open',
    caseId: row.id,
    caseNumber: row.number,
    caseState: row.state,
    openedAt: row.submittedAt,
  });
}

/** Decides everything to which all have agreed. False while something keeps one of them from being decided: then nothing is. */
async function grantTogether(moving: Moving, keys: readonly string[]): Promise<boolean> {
  const { ground, tx } = moving;
  const parts = keys.map((key) => moving.members.find((member) => member.key === key)!);
  const rows = await Promise.all(parts.map(({ caseId }) => getCaseRow(tx, caseId!)));
  if (!(await allFree(ground, tx, rows))) {
    moving.row = { ...moving.row, readyAt: moving.row.readyAt ?? ground.clock.now() };
    return false;
  }
  // Each opens its own document; one after the other, in the order of the event.
  for (const part of parts) moving.look(part.key, await grantAgreed(ground, tx, part));
  return true;
}

/** The policy ends what is undecided. What was decided meanwhile stands. */
async function stop(moving: Moving, keys: readonly string[]): Promise<void> {
  const breaker = breakerOf(moving.row.policy, moving.members);
  if (!breaker) return;
  const { ground, tx, row } = moving;
  for (const key of keys) {
    const { caseId } = moving.members.find((member) => member.key === key)!;
    const reason = `本件是“${row.eventName}”（${row.number}）的一部分，其中“${breaker.itemName}”${fateWords[breaker.fate]}。联办规则：${policyWords[row.policy]}`;
    const now = await getCaseRow(tx, caseId!);
    const ended = await endPart(ground, tx, now, { by: 'policy', reason });
    if (!ended) {
      moving.look(key, await getCaseRow(tx, caseId!));
      continue;
    }
    moving.step('stop', { member: key, because: breaker.key });
    moving.set(key, {
      fate: 'stopped',
      caseState: ended.state,
      why: breaker.key,
      decidedAt: ground.clock.now(),
      endedAt: ended.endedAt,
    });
  }
}

function drop(moving: Moving, keys: readonly string[]): void {
  const { members, row } = moving;
  const at = moving.ground.clock.now();
  for (const key of keys) {
    const { after } = members.find((member) => member.key === key)!;
    const bad = members.find(
      (member) =>
        after.includes(member.key) && isDecided(member.fate) && !['granted', 'notNeeded'].includes(member.fate),
    );
    const because = bad?.key ?? breakerOf(row.policy, members)?.key ?? after[0] ?? null;
    moving.step('drop', { member: key, because });
    moving.set(key, { fate: 'dropped', why: because, decidedAt: at, endedAt: at });
  }
}

/** Says how the whole ended once everything is decided, and ends it once no case is open any more. */
async function conclude(moving: Moving): Promise<void> {
  const { ground, tx, members } = moving;
  const outcome = outcomeOf(moving.row.policy, members);
  if (!outcome) return;
  const at = ground.clock.now();
  if (moving.row.state === 'open') {
    moving.step('conclude', { outcome });
    moving.row = { ...moving.row, state: 'decided', outcome, decidedAt: at };
    const parts = await Promise.all(
      members.map(async ({ itemName, departmentId, caseNumber, fate }) => ({
        itemName,
        departmentName: (await getDepartment(ground.db, departmentId)).name,
        ...(caseNumber ? { caseNumber } : {}),
        what: fateWords[fate],
      })),
    );
    await paper(ground, tx, 'jointOutcome', aboutMatter(moving.row), {
      submittedOn: shanghaiDay(moving.row.submittedAt),
      outcome,
      policy: policyWords[moving.row.policy],
      parts,
      decidedOn: shanghaiDay(at),
    });
    await tellOwners(ground, tx, moving.row, 'matterDecided');
  }
  if (members.every(({ caseId, endedAt }) => caseId === null || endedAt !== null)) {
    moving.step('end', {});
    moving.row = { ...moving.row, state: 'ended', endedAt: at };
  }
}
