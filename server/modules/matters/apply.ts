/** Applying for a life event: a case for each part and one receipt, all of them or none. */
import { checkPart, endDraftIn, lockDraft, type Part } from '#modules/cases';
import { getVersionInForce, type ItemVersion } from '#modules/catalogue';
import { attachFiles } from '#modules/documents';
import { getDepartment } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newCode, newId } from '#platform/ids';
import { takeNumber } from '#platform/numbers';
import type { Actor, Ties } from '#platform/permissions';
import { Problem } from '#platform/problems';
import { matterMoved } from './events.ts';
import { findEventInForce, type EventVersion } from './event-store.ts';
import type { Member } from './life-event.ts';
import { askedQuestions, chosenMembers, keyOfMaterial, keyOfName, partOf } from './merge.ts';
import { aboutMatter, paper } from './papers.ts';
import { matterProblems } from './problems.ts';
import { settleIn } from './settle.ts';
import type { Application } from './shapes.ts';
import { tellOwners } from './tell-owners.ts';
import { findMatterByStep, insertMatter, insertMember, insertStep, type MatterRow, type MemberRow } from './store.ts';

export interface Who {
  actor: Actor;
  allow(ties: Ties): void;
}

interface Prepared {
  event: EventVersion;
  members: { member: Member; item: ItemVersion; part: Part }[];
}

/** Stores the whole. The same `actionId` gives the same matter. Throws with everything that is wrong, under the names of the one form. */
export async function applyForMatter(ground: Ground, who: Who, asked: Application): Promise<MatterRow> {
  who.allow({ owners: [who.actor.accountId] });
  try {
    const prepared = await prepare(ground, who.actor, asked);
    return await ground.db.transaction((tx) => store(ground, tx, who.actor, asked, prepared));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const done = await findMatterByStep(ground.db, asked.actionId);
    if (!done) throw error;
    const { personId, accountId } = who.actor;
    const theirs = [done.personId, done.agentId].includes(personId) || done.outletId !== null;
    if (done.doneKind !== 'apply' || !theirs || accountId === null) throw matterProblems.actionReused();
    return done;
  }
}

async function prepare(ground: Ground, actor: Actor, asked: Application): Promise<Prepared> {
  const day = shanghaiDay(ground.clock.now());
  const event = await findEventInForce(ground.db, asked.eventId, day);
  if (!event) throw matterProblems.notInForce();
  const open = askedQuestions(event.body, asked.questions).filter(
    ({ id, options }) => !options.some((option) => option.id === asked.questions[id]),
  );
  if (open.length > 0)
    throw matterProblems.questionsOpen({
      fields: Object.fromEntries(open.map(({ id }) => [`/questions/${id}`, 'required'])),
    });
  const chosen = chosenMembers(event.body, asked.questions);
  if (chosen.length === 0) throw matterProblems.nothingChosen();
  const members = await Promise.all(
    chosen.map(async (member) => {
      const item = await getVersionInForce(ground, member.itemId, day);
      if (!item) throw matterProblems.notInForce({ member: member.key });
      return { member, item };
    }),
  );
  const unknown = Object.keys(asked.answers).filter(
    (key) =>
      !event.body.asks.some(
        (ask) => ask.key === key && ask.of.some(({ member }) => chosen.some((one) => one.key === member)),
      ),
  );
  const checked = await Promise.allSettled(
    members.map(({ member, item }) => {
      const part = partOf(event.body, member.key, item.body, asked);
      const undertakes = part.materials.some(({ how }) => how === 'later' || how === 'promised');
      return checkPart(ground, actor, {
        actionId: newId(),
        itemId: member.itemId,
        applicant: asked.applicant,
        ...(asked.agentId ? { agentId: asked.agentId } : {}),
        ...part,
        ...(undertakes && asked.undertaking ? { undertaking: asked.undertaking } : {}),
        delivery: asked.delivery,
        signature: asked.signature,
      });
    }),
  );
  throwAll(event, members, checked, unknown);
  return {
    event,
    members: members.map((one, at) => ({ ...one, part: (checked[at] as PromiseFulfilledResult<Part>).value })),
  };
}

/** Everything that is wrong with any of the parts, told at once and under the names of the one form. */
function throwAll(
  event: EventVersion,
  members: readonly { member: Member }[],
  checked: readonly PromiseSettledResult<Part>[],
  unknown: readonly string[],
): void {
  const fields: Record<string, unknown> = Object.fromEntries(unknown.map((key) => [`/answers/${key}`, 'unknown']));
  const materials = new Map<string, unknown>();
  let answersWrong: Problem | undefined;
  let materialsWrong: Problem | undefined;
  for (const [at, result] of checked.entries()) {
    if (result.status === 'fulfilled') continue;
    const problem: unknown = result.reason;
    const { key: member } = members[at]!.member;
    if (!(problem instanceof Problem)) throw problem;
    if (problem.code === 'cases.answersInvalid') {
      answersWrong = problem;
      for (const [pointer, why] of Object.entries(problem.facts.fields as Record<string, unknown>)) {
        const [, part = '', name = ''] = pointer.split('/');
        fields[`/${part}/${keyOfName(event.body, member, name) ?? `${member}.${name}`}`] = why;
      }
    } else if (problem.code === 'cases.materialsMissing') {
      materialsWrong = problem;
      for (const fault of problem.facts.materials as { materialId: string; name: string }[]) {
        const key = keyOfMaterial(event.body, member, fault.materialId) ?? `${member}.${fault.materialId}`;
        if (!materials.has(key)) materials.set(key, { ...fault, materialId: key });
      }
    } else throw problem;
  }
  if (answersWrong || unknown.length > 0)
    throw new Problem('cases.answersInvalid', 422, answersWrong?.message ?? 'Some answers are missing or wrong', {
      facts: { fields },
    });
  if (materialsWrong)
    throw new Problem(materialsWrong.code, materialsWrong.status, materialsWrong.message, {
      facts: { materials: [...materials.values()] },
    });
}

async function store(ground: Ground, tx: Tx, actor: Actor, asked: Application, prepared: Prepared): Promise<MatterRow> {
  const { event, members } = prepared;
  const now = ground.clock.now();
  const year = shanghaiDay(now).slice(0, 4);
  const serial = await takeNumber(ground.db, `matter/${year}`);
  const number = `${ground.district.code}-L${year}-${String(serial).padStart(6, '0')}`;
  const { applicant, door, outletId, atCounter } = members[0]!.part;
  const row: MatterRow = {
    id: newId(),
    number,
    // People type it: small letters.
    trackCode: `${number}-${newCode(14)}`.toLowerCase(),
    eventId: event.id,
    eventVersion: event.version,
    eventName: event.body.name,
    leadDepartmentId: event.body.leadDepartmentId,
    policy: event.body.policy,
    personId: applicant.personId,
    organisationId: applicant.organisationId,
    agentId: applicant.agentId,
    applicantName: applicant.name,
    door,
    outletId,
    state: 'open',
    outcome: null,
    submittedAt: now,
    startedOn: null,
    extendedDays: 0,
    decidedAt: null,
    endedAt: null,
    readyAt: null,
    seq: 1,
  };
  const fileIds = [...new Set(asked.materials.flatMap((handed) => handed.fileIds))];
  if (asked.draftId) lockDraft(tx, asked.draftId);
  if (fileIds.length > 0)
    await attachFiles(tx, { fileIds, ownerId: actor.accountId!, subjectKind: 'matterFiles', subjectId: row.id });
  insertMatter(tx, row, Object.fromEntries(members.map(({ member, part }) => [member.key, part])));
  const chosen = new Set(members.map(({ member }) => member.key));
  for (const [position, { member, item }] of members.entries())
    insertMember(tx, firstRow(row, position, member, item, chosen));
  insertStep(tx, {
    matterId: row.id,
    seq: 1,
    id: asked.actionId,
    kind: 'apply',
    at: now,
    accountId: actor.accountId,
    facts: { questions: asked.questions, members: [...chosen] },
  });
  const settled = await settleIn(ground, tx, row.id, actor);
  await receipt(ground, tx, row, settled.members, asked, event, atCounter);
  if (asked.draftId) endDraftIn(tx, asked.draftId, actor.accountId!, now);
  await tellOwners(ground, tx, row, 'matterReceived');
  emit(tx, matterMoved, row.id, {
    number,
    departmentId: row.leadDepartmentId,
    ownerId: row.agentId ?? row.personId,
    kind: 'apply',
  });
  return settled.row;
}

const firstRow = (
  row: MatterRow,
  position: number,
  member: Member,
  item: ItemVersion,
  chosen: ReadonlySet<string>,
): MemberRow => ({
  matterId: row.id,
  key: member.key,
  position,
  itemId: item.itemId,
  itemVersion: item.version,
  itemName: item.body.plainName ?? item.body.name,
  departmentId: item.departmentId,
  after: member.after.filter((key) => chosen.has(key)),
  fate: 'waiting',
  caseId: null,
  caseNumber: null,
  caseState: null,
  why: null,
  openedAt: null,
  decidedAt: null,
  endedAt: null,
  agreedAt: null,
  agreedBy: null,
  agreement: null,
});

/** One receipt for the whole: what came in, whose part is which, and what follows by itself. */
async function receipt(
  ground: Ground,
  tx: Tx,
  row: MatterRow,
  members: readonly MemberRow[],
  asked: Application,
  event: EventVersion,
  atCounter: boolean,
): Promise<void> {
  const names = new Map<string, string>();
  for (const { key, of } of event.body.materials)
    for (const { member, material } of of) {
      const version = members.find((one) => one.key === member);
      const item = version && (await getVersionInForce(ground, version.itemId, shanghaiDay(row.submittedAt)));
      const name = item?.body.materials.find(({ id }) => id === material)?.name;
      if (name && !names.has(key)) names.set(key, name);
    }
  const byKey = new Map(members.map((member) => [member.key, member.itemName]));
  const parts = await Promise.all(
    members.map(async ({ itemName, departmentId, caseNumber, after }) => ({
      itemName,
      departmentName: (await getDepartment(ground.db, departmentId)).name,
      ...(caseNumber ? { caseNumber } : { after: after.map((key) => byKey.get(key) ?? key).join('、') }),
    })),
  );
  await paper(ground, tx, 'receipt', aboutMatter(row), {
    submittedAt: row.submittedAt.toISOString(),
    channel: `${atCounter ? '窗口' : '网上'}（一件事联办）`,
    materials: asked.materials
      .filter(({ how }) => how !== 'missing')
      .map(({ materialId }) => ({ name: names.get(materialId) ?? materialId })),
    parts,
  });
}
