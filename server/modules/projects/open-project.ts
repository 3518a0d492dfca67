/** Opening a project: its type is pinned, its steps are planned, its steward is named. */
import { findItemByCode, getVersionInForce } from '#modules/catalogue';
import { addDays, calendarsOf } from '#modules/deadlines';
import { getOrganisation, nameOfAccounts, postsNow } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { BodyOf } from '#platform/contract';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { takeNumber } from '#platform/numbers';
import type { Actor } from '#platform/permissions';
import { Problem } from '#platform/problems';
import type { projectsContract } from './contract.ts';
import { projectMoved } from './events.ts';
import { planOf } from './plan.ts';
import { saveCompanyFacts } from './policy/store.ts';
import { projectProblems } from './problems.ts';
import { stepsOf } from './project-type.ts';
import { findByAct, insertLog, insertProject, insertStep, type ProjectRow } from './store.ts';
import { morningOf } from './time/low-time.ts';
import { insertWatch } from './time/watch-store.ts';
import { getTypeInForce, type TypeVersion } from './type-store.ts';

type Asked = BodyOf<typeof projectsContract.openProject>;

/** Throws `projects.notASteward` unless the account has a post now. */
export async function mustBeStaff(ground: Ground, accountId: string): Promise<void> {
  const posts = await postsNow(ground.db, accountId, ground.clock.now());
  if (posts.length === 0) throw projectProblems.notASteward();
}

/** Stores a project. The same `actionId` gives the same one. */
export async function openProject(ground: Ground, actor: Actor, asked: Asked): Promise<ProjectRow> {
  const stewardId = asked.stewardId ?? actor.accountId!;
  try {
    const day = shanghaiDay(ground.clock.now());
    const [type, organisation] = await Promise.all([
      getTypeInForce(ground.db, asked.typeId, day),
      getOrganisation(ground.db, asked.organisationId),
      mustBeStaff(ground, stewardId),
    ]);
    const serial = await takeNumber(ground.db, `project/${day.slice(0, 4)}`);
    const steps = await itemsOf(ground, type, day);
    return await ground.db.transaction((tx) =>
      openIn(ground, tx, actor.accountId, { ...asked, stewardId }, { type, organisation, serial, steps }),
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const done = await findByAct(ground.db, asked.actionId);
    if (!done) throw error;
    if (done.doneKind !== 'open' || done.organisationId !== asked.organisationId) throw projectProblems.actionReused();
    return done;
  }
}

interface Ready {
  type: TypeVersion;
  organisation: { id: string; name: string };
  serial: number;
  steps: Awaited<ReturnType<typeof itemsOf>>;
}

/** The item of each step as it is now. Throws `projects.typeFaulty` where one has gone since the type was published. */
async function itemsOf(ground: Ground, type: TypeVersion, day: string) {
  return Promise.all(
    stepsOf(type.body).map(async (step) => {
      const item = await findItemByCode(ground.db, step.itemCode);
      const version = item && (await getVersionInForce(ground, item.id, day));
      if (!version) throw projectProblems.typeFaulty({ faults: [{ why: 'noSuchItem', keys: [step.itemCode] }] });
      return { step, version };
    }),
  );
}

async function openIn(
  ground: Ground,
  tx: Tx,
  accountId: string | null,
  asked: Asked & { stewardId: string },
  { type, organisation, serial, steps }: Ready,
): Promise<ProjectRow> {
  const now = ground.clock.now();
  const year = shanghaiDay(now).slice(0, 4);
  const row: ProjectRow = {
    id: newId(),
    number: `${ground.district.code}-X${year}-${String(serial).padStart(6, '0')}`,
    typeId: type.id,
    typeVersion: type.version,
    organisationId: organisation.id,
    organisationName: organisation.name,
    name: asked.name,
    address: asked.address,
    investmentFen: asked.investmentFen,
    facts: asked.facts,
    plannedFrom: asked.plannedFrom,
    stewardId: asked.stewardId,
    stewardContact: asked.stewardContact,
    state: 'open',
    seq: 1,
    openedAt: now,
    endedAt: null,
  };
  insertProject(tx, row);
  insertWatch(tx, row.id, morningOf(addDays(shanghaiDay(now), 1)));
  const plan = new Map(
    planOf(type.body, asked.plannedFrom, calendarsOf(ground).latest.calendar).map((one) => [one.key, one]),
  );
  for (const [position, { step, version }] of steps.entries()) {
    const planned = plan.get(step.key)!;
    insertStep(tx, {
      projectId: row.id,
      key: step.key,
      position,
      stage: step.stage,
      itemId: version.itemId,
      itemName: version.body.name,
      itemNameEn: version.body.nameEn ?? null,
      departmentId: version.departmentId,
      after: step.after,
      plannedPreparesFrom: planned.preparesFrom,
      plannedHandsInOn: planned.handsInOn,
      plannedDecidedOn: planned.decidedOn,
    });
  }
  const steward = (await nameOfAccounts(tx, [asked.stewardId])).get(asked.stewardId) ?? '';
  insertLog(tx, {
    projectId: row.id,
    seq: 1,
    id: asked.actionId,
    kind: 'open',
    at: now,
    accountId,
    facts: { steward, typeVersion: type.version },
  });
  emit(tx, projectMoved, row.id, {
    kind: 'open',
    number: row.number,
    ownerId: row.stewardId,
    organisationId: row.organisationId,
  });
  return row;
}

/** What is told of company and project, for policies; what was said before stays in the trail. */
export function tellFactsIn(
  tx: Tx,
  row: ProjectRow,
  told: BodyOf<typeof projectsContract.tellFacts>,
  by: Actor,
  at: Date,
) {
  saveCompanyFacts(tx, row.organisationId, told.company, at, by.accountId);
  return {
    facts: { company: told.company, project: told.project },
    changes: { facts: told.project },
    reply: undefined,
  };
}
