/** HTTP for reviews by machine. */
import type { FastifyInstance } from 'fastify';
import { getVersion } from '#modules/catalogue';
import { getCaseRow, tiesOf } from '#modules/cases';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import type { Actor, Ties } from '#platform/permissions';
import { prereviewContract, type Review } from './contract.ts';
import { askPerson, settleRecheck } from './ask-person.ts';
import { listWaiting } from './asked-store.ts';
import { columnsInWords, explain } from './explain.ts';
import { setLevel, turnMachine } from './govern-machine.ts';
import { listSwitches, wholeDistrict, type SwitchRow } from './machine-store.ts';
import { may } from './may.ts';
import { prereviewProblems } from './problems.ts';
import { errorRate } from './sample.ts';
import { findMachineAct, findReviewsOfCase, listSettings, type ReviewLine } from './store.ts';

/** The departments of which the actor may know; undefined: all. */
const withinOf = ({ posts }: Actor): string[] | undefined =>
  posts.some(({ role }) => role === 'office' || role === 'auditor')
    ? undefined
    : posts.flatMap(({ role, departmentId }) => (['head', 'examiner'].includes(role) && departmentId ? [departmentId] : [])); // prettier-ignore

const worksOn = ({ posts }: Actor, { departments = [], outlets = [] }: Ties): boolean =>
  posts.some(
    ({ departmentId, outletId }) =>
      (departmentId !== null && departments.includes(departmentId)) ||
      (outletId !== null && outlets.includes(outletId)),
  );

const shownSwitch = ({ scope, stopped, reason, at, byName }: SwitchRow) => ({
  departmentId: scope === wholeDistrict ? null : scope,
  stopped,
  reason,
  // Nobody has touched it yet.
  at: byName ? at.toISOString() : null,
  byName,
});

/** Whoever does not work on the case sees which rules counted, not what was written. */
const masked = (judgements: Review['judgements']): Review['judgements'] =>
  judgements.map((judgement) => ({
    ...judgement,
    columns: judgement.columns.map((column) => ({
      ...column,
      value: column.value === null ? null : '***',
      valueEn: column.value === null ? null : '***',
    })),
    fields: judgement.fields.map(({ others: _, ...field }) => ({
      ...field,
      value: field.value === null ? null : '***',
    })),
  }));

const askedOf = (line: ReviewLine): Review['asked'] =>
  line.askedAt && {
    at: line.askedAt.toISOString(),
    reason: line.askedReason ?? '',
    agreed: line.askedAgreed,
    note: line.askedNote ?? '',
    byName: line.askedByName,
    answeredAt: line.answeredAt?.toISOString() ?? null,
  };

/** Figures are of the last ninety days. */
const span = 90 * 86_400_000;

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;
  serve(app, 'prereview', prereviewContract, may, {
    caseReviews: async ({ params, actor, allow }) => {
      const row = await getCaseRow(db, params.id);
      const ties = await tiesOf(ground, row, actor);
      allow(ties);
      const works = worksOn(actor, ties);
      const [rows, { body }] = await Promise.all([
        findReviewsOfCase(db, row.id),
        getVersion(ground, row.itemId, row.itemVersion),
      ]);
      return {
        reviews: rows.map((row) => {
          const { id, caseSeq, rulesVersion, verdict, at, judgements, acted, sampled, agreed, note, byName } = row;
          const shown = judgements.map((one) => ({ ...one, columns: columnsInWords(one, body) })) as unknown as Review['judgements']; // prettier-ignore
          const asked = askedOf(row);
          return {
            id,
            caseSeq,
            rulesVersion,
            verdict,
            at: at.toISOString(),
            judgements: works ? shown : masked(shown),
            acted,
            recheck: sampled ? { agreed, note: note ?? '', byName } : null,
            asked: asked && !works ? { ...asked, reason: '***' } : asked,
          };
        }),
      };
    },
    listSettings: async ({ query, actor, allow }) => {
      const within = withinOf(actor);
      allow({ departments: query.departmentId ? [query.departmentId] : (within ?? []) });
      const { limit = 50, offset = 0, departmentId } = query;
      const now = ground.clock.now();
      const [{ rows, total }, switches] = await Promise.all([
        listSettings(db, { within, departmentId }, new Date(now.getTime() - span), limit, offset),
        listSwitches(db),
      ]);
      return {
        asOf: now.toISOString(),
        total,
        rows: rows.map((row) => ({ ...row, errorRate: errorRate(row.checked, row.differed) })),
        switches: switches
          .filter(({ scope }) => scope === wholeDistrict || !within || within.includes(scope))
          .map(shownSwitch),
      };
    },
    setLevel: ({ params, body, actor }) => setLevel(ground, actor, params.id, body),
    stopMachine: async ({ body, actor, allow }) => {
      allow({ departments: body.departmentId ? [body.departmentId] : [] });
      return shownSwitch(await turnMachine(ground, actor, { ...body, stopped: true }));
    },
    resumeMachine: async ({ body, actor, allow }) => {
      allow({ departments: body.departmentId ? [body.departmentId] : [] });
      return shownSwitch(await turnMachine(ground, actor, { ...body, stopped: false }));
    },
    listRechecks: async ({ query, actor, allow }) => {
      const within = withinOf(actor);
      allow({ departments: query.departmentId ? [query.departmentId] : (within ?? []) });
      const { limit = 50, offset = 0, departmentId } = query;
      const { rows, total } = await listWaiting(db, { within, departmentId }, limit, offset);
      return {
        total,
        rows: rows.map(({ reviewId, caseId, caseNumber, itemId, departmentId: of, kind, at, reason }) => ({ reviewId, caseId, caseNumber, itemId, departmentId: of, kind, at: at.toISOString(), reason })), // prettier-ignore
      };
    },
    explainMachine: async ({ params, actor, allow }) => {
      const row = await getCaseRow(db, params.id);
      allow(await tiesOf(ground, row, actor));
      const line = (await findReviewsOfCase(db, row.id)).find(({ acted }) => acted !== null);
      if (!line) return { acted: null, at: null, rulesVersion: null, rules: [], asked: null };
      const { body } = await getVersion(ground, row.itemId, row.itemVersion);
      return {
        acted: line.acted,
        at: line.actedAt?.toISOString() ?? null,
        rulesVersion: line.rulesVersion,
        rules: explain(line.judgements, body),
        asked: askedOf(line),
      };
    },
    askPerson: async ({ params, body, actor, allow }) => {
      const row = await getCaseRow(db, params.id);
      allow(await tiesOf(ground, row, actor));
      await askPerson(ground, actor, row.id, body.reason);
    },
    settleRecheck: async ({ params, body, actor, allow }) => {
      const act = await findMachineAct(db, params.id);
      if (!act) throw prereviewProblems.notSampled();
      allow({ departments: [act.departmentId] });
      await settleRecheck(ground, actor, params.id, body);
    },
  });
}
