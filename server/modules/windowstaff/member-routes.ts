/** HTTP for the files of window staff: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { shanghaiDay } from '#modules/deadlines';
import { allowReading } from '#modules/documents';
import { errandsAt, getPlace, guardWindows } from '#modules/hall';
import { findDepartment, getOutlet } from '#modules/offices';
import type { Ground } from '#platform/ground';
import { serve, type Ask } from '#platform/http';
import { newId } from '#platform/ids';
import { rolesOf, type Actor, type Ties } from '#platform/permissions';
import { guard, listAttention } from './guard-windows.ts';
import { answerObjection, giveQualification, giveThing, objectToStep, returnThing, withdrawQualification } from './keep-file.ts'; // prettier-ignore
import { countMembers, insertStandard, listMembers, listStandards } from './list-store.ts';
import { counts, isActive, memberStates, type MemberStep } from './member.ts';
import { memberOperations } from './member-operations.ts';
import { findMember, findOwnFile, getMember, listQualifications, type MemberRow } from './member-store.ts';
import { may } from './may.ts';
import { moveMember, type Deed } from './move-member.ts';
import { windowStaffProblems } from './problems.ts';
import { readOwnWindow } from './own-window.ts';
import { lineOf, qualificationShape, standardShape, wholeOf } from './read-member.ts';
import { sendMember, subjectKind, takeOver, unfiledAt } from './send-member.ts';
import { doubledKeys, standardOn } from './standard.ts';

export const tiesOfMember = ({ accountId, departmentId }: MemberRow): Ties => ({
  owners: [accountId],
  departments: [departmentId],
});

/** The departments whose people the actor may see; undefined: all. */
export const withinOf = (actor: Actor): string[] | undefined =>
  rolesOf(actor).some((role) => role === 'office' || role === 'auditor')
    ? undefined
    : actor.posts.flatMap(({ role, departmentId }) => (role === 'head' && departmentId ? [departmentId] : []));

export function memberRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, clock } = ground;
  const today = (): string => shanghaiDay(clock.now());
  allowReading(subjectKind, async (reader, id) => {
    const row = await findMember(reader, id);
    return row && tiesOfMember(row);
  });
  guardWindows('windowstaff', guard);

  type Stepping = Pick<Ask, 'actor' | 'allow'> & { params: { id: string }; body: Deed };
  const step =
    (kind: MemberStep) =>
    async ({ params, body, actor, allow }: Stepping) => {
      allow({ departments: [(await getMember(db, params.id)).departmentId] });
      return wholeOf(ground, await moveMember(ground, actor, params.id, kind, body));
    };
  const standards = async (outletId: string) => {
    const all = await listStandards(db, outletId);
    const coming = all.filter(({ fromOn }) => fromOn > today()).toReversed();
    return { now: standardShape(standardOn(all, today())), coming: coming.map(standardShape) };
  };

  serve(app, 'windowstaff', memberOperations, may, {
    listMembers: async ({ query, actor, allow }) => {
      const within = withinOf(actor);
      allow({ departments: query.departmentId ? [query.departmentId] : (within ?? []) });
      const { limit, offset, ...filter } = query;
      const { rows, total } = await listMembers(db, { ...filter, within }, today(), limit ?? 50, offset ?? 0);
      const held = await listQualifications(
        db,
        rows.map(({ id }) => id),
      );
      return { rows: rows.map((row) => lineOf(row, held, today())), total };
    },
    countMembers: async ({ query, actor, allow }) => {
      const within = withinOf(actor);
      allow({ departments: query.departmentId ? [query.departmentId] : (within ?? []) });
      const found = await countMembers(db, { ...query, within }, today());
      const byState = memberStates.map((state) => ({ state, count: found.find((one) => one.state === state)?.count ?? 0 })); // prettier-ignore
      const sum = (of: (one: (typeof found)[number]) => number): number => found.reduce((all, one) => all + of(one), 0);
      return {
        asOf: clock.now().toISOString(),
        byState,
        active: byState.reduce((all, { state, count }) => all + (isActive(state) ? count : 0), 0),
        qualified: sum(({ qualified }) => qualified),
        overdue: sum(({ overdue }) => overdue),
      };
    },
    getMember: async ({ params, allow }) => {
      const row = await getMember(db, params.id);
      allow(tiesOfMember(row));
      if (row.forgottenAt) throw windowStaffProblems.noMember();
      return wholeOf(ground, row);
    },
    myFile: async ({ actor }) => {
      const row = await findOwnFile(db, actor.accountId!);
      return { file: row ? await wholeOf(ground, row) : null };
    },
    myWindow: ({ actor }) => readOwnWindow(ground, actor.accountId!),
    sendMember: async ({ body, actor, allow }) => {
      allow({ departments: [body.departmentId] });
      return wholeOf(ground, await sendMember(ground, actor, body));
    },
    withdrawMember: step('withdraw'),
    admitMember: step('admit'),
    refuseMember: step('refuse'),
    beginProbation: step('begin'),
    extendProbation: step('extend'),
    confirmMember: step('confirm'),
    failMember: step('fail'),
    leaveMember: step('leave'),
    giveThing: async ({ params, body, actor }) => wholeOf(ground, await giveThing(ground, actor, params.id, body)),
    returnThing: async ({ params, actor }) => wholeOf(ground, await returnThing(ground, actor, params.id)),
    giveQualification: async ({ params, body, actor }) =>
      wholeOf(ground, await giveQualification(ground, actor, params.id, body)),
    withdrawQualification: async ({ params, body, actor }) =>
      wholeOf(ground, await withdrawQualification(ground, actor, params.id, body.reason)),
    listCertificates: async ({ params, allow }) => {
      const row = await getMember(db, params.id);
      allow(tiesOfMember(row));
      if (row.forgottenAt) throw windowStaffProblems.noMember();
      const [outlet, department, errands, held] = await Promise.all([
        getOutlet(db, row.outletId),
        row.departmentId ? findDepartment(db, row.departmentId) : undefined,
        errandsAt(db, row.outletId),
        listQualifications(db, [row.id]),
      ]);
      const byId = new Map(errands.map((errand) => [errand.id, errand]));
      return {
        name: row.name,
        outletName: outlet.name,
        departmentName: department?.name ?? null,
        asOf: today(),
        rows: held
          .filter((one) => isActive(row.state) && counts(one, today()))
          .map((one) => ({
            ...qualificationShape(one, today()),
            errandName: byId.get(one.errandId)?.name ?? '',
            errandNameEn: byId.get(one.errandId)?.nameEn ?? '',
          })),
      };
    },
    objectToStep: async ({ params, body, allow }) => {
      const row = await getMember(db, params.id);
      allow({ owners: [row.accountId] });
      await objectToStep(ground, row, body);
      return wholeOf(ground, row);
    },
    answerObjection: async ({ params, body, actor }) =>
      wholeOf(ground, await answerObjection(ground, actor, params.id, body)),
    listUnfiled: async ({ query }) =>
      (await unfiledAt(ground, query.outletId)).map(({ accountId, name, departmentId, fromOn }) => ({ accountId, name, departmentId, sinceOn: fromOn })), // prettier-ignore
    takeOver: async ({ body, actor }) => ({ taken: await takeOver(ground, actor, body) }),
    listAttention: async ({ query }) => ({
      asOf: clock.now().toISOString(),
      rows: await listAttention(ground, query.outletId),
    }),
    getStandard: ({ query }) => standards(query.outletId),
    saveStandard: async ({ body: { outletId, ...standard }, actor }) => {
      await getPlace(db, outletId);
      if (standard.fromOn < today()) throw windowStaffProblems.standardPast();
      const criteria = doubledKeys(standard.criteria);
      if (criteria.length > 0) throw windowStaffProblems.conditionTwice({ criteria });
      const row = { id: newId(), outletId, standard, at: clock.now(), saidBy: actor.name };
      await db.transaction(async (tx) => insertStandard(tx, row));
      return standards(outletId);
    },
  });
}
