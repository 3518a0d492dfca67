/** HTTP for questions: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { shanghaiDay } from '#modules/deadlines';
import { findDepartment } from '#modules/offices';
import { maskName, maskPhone, staffOf } from '#modules/people';
import type { Ground } from '#platform/ground';
import { serve, type Ask } from '#platform/http';
import { mayAct, rolesOf, type Actor, type Ties } from '#platform/permissions';
import { firstaskedContract, type QuestionLine, type QuestionWhole } from './contract.ts';
import { may } from './may.ts';
import { sets, type SetOf, type Step } from './question.ts';
import { countQuestions, findStep, getByCode, getQuestion, houseRule, listQuestions, readSteps, saveHouseRule, type QuestionFilter, type QuestionRow } from './store.ts'; // prettier-ignore
import { recordQuestion, takeStep, type Deed } from './take-step.ts';

/** What the actor may see: all, or that of the own departments and what one was asked, or given, oneself. */
const withinOf = (actor: Actor): QuestionFilter['within'] =>
  rolesOf(actor).some((role) => role === 'office' || role === 'auditor')
    ? undefined
    : {
        departments: actor.posts.flatMap(({ departmentId }) => (departmentId ? [departmentId] : [])),
        accountId: actor.accountId!,
      };

const lineOf = (row: QuestionRow, at: Date): QuestionLine => ({
  id: row.id,
  number: row.number,
  door: row.door,
  topic: row.topic,
  state: row.state,
  firstName: row.firstName,
  firstDepartmentId: row.firstDepartmentId,
  departmentId: row.departmentId,
  askedAt: row.askedAt.toISOString(),
  dueAt: row.dueAt?.toISOString() ?? null,
  overdue: row.dueAt !== null && row.dueAt < at,
  late: row.late,
  handOvers: row.handOvers,
});

const { auditor: _, ...whoHandle } = may.getQuestion;
/** All of it; `open` for those who handle it. Who oversees and does not handle it sees that somebody asked, not who. */
async function wholeOf(ground: Ground, row: QuestionRow, open: boolean): Promise<QuestionWhole> {
  const [steps, rule] = [await readSteps(ground.db, row.id), await houseRule(ground.db)];
  return {
    ...lineOf(row, ground.clock.now()),
    code: open ? row.code : '',
    firstId: row.firstId,
    colleagueId: row.colleagueId,
    askerName: open ? row.askerName : maskName(row.askerName),
    askerPhone: open ? row.askerPhone : maskPhone(row.askerPhone),
    forgotten: row.forgottenAt !== null,
    answer: row.answer,
    final: row.final,
    officeDecides: row.handOvers >= rule.handOvers,
    steps: steps.map(({ kind, at, saidBy, body, departmentId, colleagueName, late }) => ({
      kind,
      at: at.toISOString(),
      by: saidBy,
      text: body,
      departmentId,
      colleagueName,
      late,
    })),
  };
}

const none = Object.fromEntries(sets.map((set) => [set, 0])) as Record<SetOf, number>;

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db, clock } = ground;
  const receivers = (row: QuestionRow): Ties => ({ departments: [row.departmentId], owners: [row.colleagueId] });
  /** What came back lies with the department of whoever was asked first. */
  const first = (row: QuestionRow): Ties => ({ departments: [row.state === 'returned' ? row.firstDepartmentId : null], owners: [row.firstId] }); // prettier-ignore
  const both = (row: QuestionRow): Ties => ({ departments: [row.departmentId, ...first(row).departments!], owners: [row.colleagueId, row.firstId] }); // prettier-ignore
  type Stepping = Pick<Ask, 'actor' | 'allow'> & { params: { id: string }; body: Deed };
  const step =
    (kind: Step, tiesOf: (row: QuestionRow) => Ties) =>
    async ({ params, body, actor, allow }: Stepping) => {
      const [row, done] = [await getQuestion(db, params.id), await findStep(db, body.actionId)];
      const { departments = [], owners = [] } = tiesOf(row);
      // What somebody did may have taken it out of their hands: they may say so again when the answer was lost.
      allow({ departments, owners: [...owners, done?.questionId === row.id ? done.accountId : null] });
      return wholeOf(ground, await takeStep(ground, actor, row, kind, body), mayAct(whoHandle, actor, both(row)));
    };

  serve(app, 'firstasked', firstaskedContract, may, {
    recordQuestion: async ({ body, actor }) => wholeOf(ground, await recordQuestion(ground, actor, body), true),
    lookQuestion: async ({ params }) => {
      const row = await getByCode(db, params.code);
      const department = row.departmentId ? await findDepartment(db, row.departmentId) : undefined;
      const { number, topic, state, answer } = row;
      return {
        number,
        topic,
        state,
        departmentName: department?.name ?? null,
        departmentNameEn: department?.nameEn ?? null,
        departmentTelephone: department?.telephone ?? null,
        askedAt: row.askedAt.toISOString(),
        dueAt: row.dueAt?.toISOString() ?? null,
        answer,
        answeredAt: row.answeredAt?.toISOString() ?? null,
      };
    },
    listQuestions: async ({ query: { limit, offset, set, ...filter }, actor }) => {
      const at = clock.now();
      const within = withinOf(actor);
      const { rows, total } = await listQuestions(db, { ...filter, within }, set ?? 'all', at, limit ?? 50, offset ?? 0); // prettier-ignore
      return { rows: rows.map((row) => lineOf(row, at)), total };
    },
    countQuestions: async ({ query, actor }) => {
      const at = clock.now();
      const departments = await countQuestions(db, { ...query, within: withinOf(actor) }, at);
      const sum = { ...none };
      for (const row of departments) for (const set of sets) sum[set] += row[set];
      return { asOf: at.toISOString(), ...sum, departments };
    },
    getQuestion: async ({ params, actor, allow }) => {
      const row = await getQuestion(db, params.id);
      allow(both(row));
      return wholeOf(ground, row, mayAct(whoHandle, actor, both(row)));
    },
    listReceivers: async ({ params }) =>
      (await staffOf(db, params.id, shanghaiDay(clock.now())))
        .filter(({ roles }) => roles.some((role) => role !== 'auditor' && role !== 'admin'))
        .slice(0, 500)
        .map(({ accountId, name }) => ({ accountId, name })),
    handOver: step('handOver', first),
    acknowledge: step('acknowledge', receivers),
    giveBack: step('giveBack', receivers),
    settle: step('settle', (row) => (row.state === 'returned' ? { owners: [row.firstId] } : receivers(row))),
    getHouseRule: () => houseRule(db),
    saveHouseRule: async ({ body, actor }) => {
      await db.transaction(async (tx) => saveHouseRule(tx, body, clock.now(), actor.name));
      return body;
    },
  });
}
