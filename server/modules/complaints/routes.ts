/** HTTP for complaints: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { shanghaiDay } from '#modules/deadlines';
import type { Ground } from '#platform/ground';
import { serve, type Ask } from '#platform/http';
import { mayAct, rolesOf, type Actor } from '#platform/permissions';
import { sets, type SetOf, type Step } from './complaint.ts';
import { complaintsContract } from './contract.ts';
import { makeComplaint } from './make-complaint.ts';
import { may } from './may.ts';
import { demandFree, handlersOf, namesOf } from './officials.ts';
import { complaintProblems } from './problems.ts';
import { askedOf, lineOf, seenOf, wholeOf } from './read.ts';
import { countComplaints, findStep, getByCode, getComplaint, houseRule, listComplaints, saveHouseRule, type ComplaintRow } from './store.ts'; // prettier-ignore
import { takeStep, type Deed } from './take-step.ts';

/** The departments whose complaints the actor may see; undefined: all. */
const withinOf = (actor: Actor): string[] | undefined =>
  rolesOf(actor).some((role) => role === 'office' || role === 'auditor')
    ? undefined
    : actor.posts.flatMap(({ role, departmentId }) => (role === 'head' && departmentId ? [departmentId] : []));
/** Who handles this very complaint calls whoever complained; an auditor looks at what was done, also one who heads another department. */
const opens = (actor: Actor, { departmentId }: ComplaintRow): boolean => mayAct(may.assignComplaint, actor, { departments: [departmentId] }); // prettier-ignore
const none = Object.fromEntries(sets.map((set) => [set, 0])) as Record<SetOf, number>;

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db, clock } = ground;
  const seen = async (row: ComplaintRow) => (await seenOf(db, [row]))[0]!;
  const today = (): string => shanghaiDay(clock.now());
  /** Whoever it is about finds nothing under its id. */
  const getFor = async (actor: Actor, id: string): Promise<ComplaintRow> => {
    const row = await getComplaint(db, id);
    if (row.aboutId && namesOf(actor).includes(row.aboutId)) throw complaintProblems.notFound();
    return row;
  };
  type Stepping = Pick<Ask, 'actor' | 'allow'> & { params: { id: string }; body: Deed };
  const step =
    (kind: Step) =>
    async ({ params, body, actor, allow }: Stepping) => {
      const row = await getFor(actor, params.id);
      const done = await findStep(db, body.actionId);
      const known = done?.complaintId === row.id;
      const again = known && done.accountId === actor.accountId;
      // What was done already is answered as done: also to whoever has it no more by that, or must not do it once more.
      allow({ departments: [row.departmentId], holder: again ? actor.accountId : row.handlerId });
      if (!known) await demandFree(db, actor, row, kind, clock.now());
      const by = { accountId: actor.accountId, name: actor.name };
      return wholeOf(ground, await takeStep(ground, by, row, kind, body), !again || opens(actor, row));
    };

  serve(app, 'complaints', complaintsContract, may, {
    complainWithTicket: async ({ body, actor }) => seen(await makeComplaint(ground, 'ticket', actor, body)),
    complain: async ({ body, actor }) => seen(await makeComplaint(ground, 'portal', actor, body)),
    takeIn: async ({ body, actor }) => seen(await makeComplaint(ground, 'staff', actor, body)),
    lookComplaint: async ({ params }) => seen(await getByCode(db, params.code)),
    judgeAnswer: async ({ params, body: { satisfied, ...body } }) => {
      const row = await getByCode(db, params.code);
      // In the history it is whoever complained, not whose browser it was.
      const by = { accountId: null, name: '' };
      return seen(await takeStep(ground, by, row, satisfied ? 'satisfy' : 'reopen', body));
    },
    myComplaints: async ({ query, actor }) => {
      const filter = { accountId: actor.accountId! };
      const { rows, total } = await listComplaints(db, filter, 'all', today(), query.limit ?? 50, query.offset ?? 0);
      return { rows: await seenOf(db, rows), total };
    },
    listComplaints: async ({ query: { limit, offset, set, ...filter }, actor, allow }) => {
      const within = withinOf(actor);
      allow({ departments: filter.departmentId ? [filter.departmentId] : (within ?? []) });
      const notAbout = namesOf(actor);
      const { rows, total } = await listComplaints(db, { ...filter, within, notAbout }, set ?? 'all', today(), limit ?? 50, offset ?? 0); // prettier-ignore
      return { rows: rows.map((row) => lineOf(row, today())), total };
    },
    countComplaints: async ({ query, actor, allow }) => {
      const within = withinOf(actor);
      allow({ departments: query.departmentId ? [query.departmentId] : (within ?? []) });
      const departments = await countComplaints(db, { ...query, within, notAbout: namesOf(actor) }, today());
      const sum = { ...none };
      for (const row of departments) for (const set of sets) sum[set] += row[set];
      return { asOf: clock.now().toISOString(), ...sum, departments };
    },
    getComplaint: async ({ params, actor, allow }) => {
      const row = await getFor(actor, params.id);
      allow({ departments: [row.departmentId] });
      return wholeOf(ground, row, opens(actor, row));
    },
    listHandlers: async ({ params, actor, allow }) => {
      const row = await getFor(actor, params.id);
      allow({ departments: [row.departmentId] });
      const free = (await handlersOf(db, [row], clock.now())).get(row.id)!;
      return free.map(({ accountId, name, office }) => ({ accountId, name, office }));
    },
    assignComplaint: step('assign'),
    identify: step('identify'),
    askStatement: step('askStatement'),
    answerComplaint: step('answer'),
    complaintsAboutMe: async ({ query, actor }) => {
      const filter = { askedOf: actor.accountId! };
      const { rows, total } = await listComplaints(db, filter, 'all', today(), query.limit ?? 50, query.offset ?? 0);
      return { rows: rows.map(askedOf), total };
    },
    giveStatement: async ({ params, body, actor, allow }) => {
      const row = await getComplaint(db, params.id);
      // Nobody learns by an id that there is one about them before they are asked.
      if (row.question === '') throw complaintProblems.notFound();
      allow({ owners: [row.aboutId] });
      const by = { accountId: actor.accountId, name: actor.name };
      return askedOf(await takeStep(ground, by, row, 'state', body));
    },
    getHouseRule: () => houseRule(db),
    saveHouseRule: async ({ body, actor }) => {
      await db.transaction(async (tx) => saveHouseRule(tx, body, clock.now(), actor.name));
      return body;
    },
  });
}
