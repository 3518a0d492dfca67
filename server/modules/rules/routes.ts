/** HTTP for rules: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { getItem } from '#modules/catalogue';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import type { Actor, Ties } from '#platform/permissions';
import { rulesContract, type Report } from './contract.ts';
import { rulesOfModel, writeModel } from './dmn/exchange.ts';
import { readModel } from './dmn/read-model.ts';
import { XmlFault } from './dmn/xml.ts';
import { dropRules, itemOf, publishRules, saveRules } from './edit-rules.ts';
import { checkRules, type RulesReport } from './judging/check-rules.ts';
import { knownFields } from './judging/known-fields.ts';
import { readRuleSet } from './judging/read-table.ts';
import type { RuleSet } from './judging/rule-set.ts';
import { may } from './may.ts';
import { rulesProblems } from './problems.ts';
import { findDraft, findHistory, findLastVersion, findVersion, listLines, type RulesDraft, type RulesVersion } from './store.ts'; // prettier-ignore

const shownDraft = ({ body, revision, changedAt, changedBy }: RulesDraft) => ({
  body,
  revision,
  changedAt: changedAt.toISOString(),
  changedBy,
});
const shownVersion = ({ version, note, publishedAt, publishedBy }: Omit<RulesVersion, 'body'>) => ({
  version,
  note,
  publishedAt: publishedAt.toISOString(),
  publishedBy,
});

const shownReport = ({ ready, faults, tables }: RulesReport): Report => ({
  ready,
  faults,
  tables: tables.map(({ tableId, fields, tests, analysis }) => ({
    tableId,
    fields,
    tests,
    looked: analysis.looked,
    notLooked: analysis.looked ? null : analysis.why,
    notLookedColumn: analysis.looked ? null : analysis.column,
    gaps: analysis.looked ? analysis.gaps.map(({ cells, example }) => ({ cells, example })) : [],
    overlaps: analysis.looked ? analysis.overlaps.map(({ cells, example, rules, contradictory }) => ({ cells, example, rules, contradictory })) : [], // prettier-ignore
    never: analysis.looked ? analysis.never : [],
  })),
});

/** The departments whose rules the actor may read; undefined: all. */
const withinOf = ({ posts }: Actor): string[] | undefined =>
  posts.some(({ role }) => ['office', 'admin', 'auditor'].includes(role))
    ? undefined
    : posts.flatMap(({ role, departmentId }) => (['head', 'examiner'].includes(role) && departmentId ? [departmentId] : [])); // prettier-ignore

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;
  /** The item in force; whoever may not see its rules learns nothing of it. */
  const tied = async (id: string, allow: (ties: Ties) => void) => {
    const { departmentId } = await getItem(db, id);
    allow({ departments: [departmentId] });
    return itemOf(ground, id);
  };

  serve(app, 'rules', rulesContract, may, {
    listRules: async ({ query, actor, allow }) => {
      const within = withinOf(actor);
      allow({ departments: query.departmentId ? [query.departmentId] : (within ?? []) });
      const { limit, offset, ...filter } = query;
      const { rows, total } = await listLines(db, { ...filter, within }, limit ?? 50, offset ?? 0);
      return {
        total,
        rows: rows.map(({ itemId, itemName, departmentId, version, publishedAt, tables, hasDraft }) => ({
          itemId,
          itemName,
          departmentId,
          version,
          publishedAt: publishedAt?.toISOString() ?? null,
          tables,
          hasDraft,
        })),
      };
    },
    getRules: async ({ params, allow }) => {
      const { itemId, departmentId, body } = await tied(params.id, allow);
      const [published, draft, versions] = await Promise.all([
        findLastVersion(db, itemId),
        findDraft(db, itemId),
        findHistory(db, itemId),
      ]);
      return {
        itemId,
        itemName: body.plainName ?? body.name,
        itemNameEn: body.plainNameEn ?? body.nameEn ?? body.name,
        departmentId,
        fields: knownFields(body),
        published: published ? { ...shownVersion(published), body: published.body } : null,
        draft: draft ? shownDraft(draft) : null,
        versions: versions.map(shownVersion),
      };
    },
    getRulesVersion: async ({ params, allow }) => {
      const { itemId } = await tied(params.id, allow);
      const found = await findVersion(db, itemId, params.version);
      if (!found) throw rulesProblems.noVersion();
      return { ...shownVersion(found), body: found.body };
    },
    checkRules: async ({ params, body, allow }) => {
      const item = await tied(params.id, allow);
      return shownReport(checkRules(body.body, knownFields(item.body), ground.clock.now()));
    },
    saveRules: async ({ params, body, actor, allow }) =>
      shownDraft(await saveRules(ground, actor, await tied(params.id, allow), body)),
    dropRules: async ({ params, allow }) => dropRules(ground, await tied(params.id, allow)),
    publishRules: async ({ params, body, actor, allow }) =>
      publishRules(ground, actor, await tied(params.id, allow), body),
    exportRules: async ({ params, query, allow }) => {
      const { itemId, code, body } = await tied(params.id, allow);
      const found = await (query.version === 0 ? findDraft(db, itemId) : findVersion(db, itemId, query.version));
      if (!found) throw rulesProblems.noVersion();
      const { tables } = readRuleSet(found.body, knownFields(body));
      const needs = new Map(
        tables.map(({ table, columns }) => [table, [...new Set(columns.flatMap((one) => one.needs))]]),
      );
      return {
        fileName: `${code}-${query.version || 'draft'}.dmn`,
        xml: writeModel(found.body, body.name, (table) => needs.get(table) ?? []),
      };
    },
    importRules: async ({ params, body, allow }) => {
      await tied(params.id, allow);
      const taken = readDmn(body.xml);
      if (taken.body.tables.length === 0) throw rulesProblems.nothingToTake({ notTaken: taken.notTaken });
      return taken;
    },
  });
}

function readDmn(xml: string): { body: RuleSet; notTaken: string[] } {
  try {
    return rulesOfModel(readModel(xml));
  } catch (error) {
    if (error instanceof XmlFault)
      throw rulesProblems.unreadableDmn({ line: error.line, reason: error.message }, error);
    throw error;
  }
}
