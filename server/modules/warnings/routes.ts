/** HTTP for warnings: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { getCaseRow, tiesOf } from '#modules/cases';
import { getDepartment } from '#modules/offices';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { warningsContract } from './contract.ts';
import { listFaults, settleFault } from './ladder-store.ts';
import { may } from './may.ts';
import { warningProblems } from './problems.ts';
import { previewLadder, readCaseWarnings } from './read-warnings.ts';
import { answerReminder, getReminder, readReminders, remind } from './remind.ts';
import { readLadderState, readLadderStates, saveLadder } from './save-ladder.ts';

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db, clock } = ground;
  serve(app, 'warnings', warningsContract, may, {
    listLadders: () => readLadderStates(db),
    getLadder: ({ query }) => readLadderState(db, query.departmentId ?? null),
    saveLadder: async ({ query: { departmentId = null }, body, actor, allow }) => {
      allow({ departments: [departmentId] });
      if (departmentId) await getDepartment(db, departmentId);
      return saveLadder(ground, actor.accountId!, departmentId, body);
    },
    previewLadder: async ({ query: { departmentId = null }, body, allow }) => {
      allow({ departments: [departmentId] });
      return previewLadder(ground, departmentId, body);
    },
    caseWarnings: async ({ params, actor, allow }) => {
      const row = await getCaseRow(db, params.id);
      allow(await tiesOf(ground, row, actor));
      return readCaseWarnings(ground, row);
    },
    caseReminders: async ({ params, actor, allow }) => {
      const row = await getCaseRow(db, params.id);
      allow(await tiesOf(ground, row, actor));
      return readReminders(ground, row);
    },
    remind: async ({ params, body, actor }) => remind(ground, actor.accountId!, await getCaseRow(db, params.id), body),
    answerReminder: async ({ params, body, actor, allow }) => {
      const reminder = await getReminder(ground, params.id);
      allow({ departments: [reminder.departmentId] });
      return answerReminder(ground, actor.accountId!, reminder, body.text);
    },
    listFaults: async ({ query: { open, limit = 50, offset = 0 } }) => {
      const { rows, total } = await listFaults(db, { open, limit, offset });
      return {
        total,
        rows: rows.map((row) => ({
          ...row,
          firstAt: row.firstAt.toISOString(),
          lastAt: row.lastAt.toISOString(),
          settledAt: row.settledAt?.toISOString() ?? null,
        })),
      };
    },
    settleFault: ({ params, actor }) =>
      db.transaction(async (tx) => {
        if (!(await settleFault(tx, params.id, actor.accountId!, clock.now()))) throw warningProblems.noSuchFault();
      }),
  });
}
