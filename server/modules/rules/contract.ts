/** What can be done with rules over HTTP. The browser checks cells with the same reader as the server. */
import { Type, type Static } from 'typebox';
import { ById, closed, contract, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { columnTypes, RuleSet, sources, verdicts } from './judging/rule-set.ts';

export { columnTypes, hitPolicies, RuleTable, verdicts } from './judging/rule-set.ts';
export type { Column, KnownField, Rule, RuleSet, Source, TestRow, Verdict } from './judging/rule-set.ts';
export { isUnread, readCell, readExpression } from './judging/read-cell.ts';
export { fieldsIn } from './judging/read-cell.ts';

const Field = Type.Object({
  name: Type.String(),
  source: oneOf(...sources),
  type: oneOf(...columnTypes, 'list'),
  label: Type.String(),
  labelEn: Type.String(),
  options: Type.Optional(Type.Array(Type.String())),
});

const Place = { cells: Type.Array(Type.String()), example: Type.Array(Type.String()) };
const silences = ['missing', 'unsure', 'noRule', 'notAllowed', 'contradiction', 'tooMuch'] as const;

/** What was found in a set of rules. Places in `faults` are pointers into it: `/tables/0/rules/2/cells/1`. */
export const Report = Type.Object({
  ready: Type.Boolean(),
  faults: Type.Array(
    Type.Object({
      at: Type.String(),
      fault: oneOf(
        'unreadable',
        'unknownField',
        'noColumns',
        'noRules',
        'wrongNumber',
        'twice',
        'wordsMissing',
        'noTests',
        'tooMuch',
      ),
      column: Type.Optional(Type.Integer()),
      expected: Type.Optional(Type.String()),
      name: Type.Optional(Type.String()),
    }),
  ),
  tables: Type.Array(
    Type.Object({
      tableId: Type.String(),
      /** Fields that its columns read. */
      fields: Type.Array(Type.String()),
      /** False: a cell does more than compare with constants, and gaps cannot be found. */
      looked: Type.Boolean(),
      notLooked: nullable(oneOf('expression', 'mixed', 'order', 'tooLarge')),
      notLookedColumn: nullable(Type.Integer()),
      gaps: Type.Array(Type.Object(Place)),
      overlaps: Type.Array(Type.Object({ ...Place, rules: Type.Array(Type.Integer()), contradictory: Type.Boolean() })),
      /** Rules that never count, from 0. */
      never: Type.Array(Type.Integer()),
      tests: Type.Array(
        Type.Object({
          name: Type.String(),
          expected: oneOf(...verdicts),
          got: oneOf(...verdicts),
          passed: Type.Boolean(),
          rule: nullable(Type.Integer()),
          silence: nullable(oneOf(...silences)),
        }),
      ),
    }),
  ),
});
export type Report = Static<typeof Report>;

const Version = Type.Object({
  version: Type.Integer(),
  publishedAt: Instant,
  publishedBy: Type.String(),
  note: Type.String(),
});
const Draft = Type.Object({ body: RuleSet, revision: Type.Integer(), changedAt: Instant, changedBy: Type.String() });

const Published = Type.Object({ ...Version.properties, body: RuleSet });
export type PublishedRules = Static<typeof Published>;

/** The rules of an item: what judges now, what is being prepared, and what can be asked. */
const ItemRules = Type.Object({
  itemId: Id,
  itemName: Type.String(),
  itemNameEn: Type.String(),
  departmentId: Id,
  fields: Type.Array(Field),
  published: nullable(Published),
  draft: nullable(Draft),
  versions: Type.Array(Version),
});
export type ItemRules = Static<typeof ItemRules>;

const RulesLine = Type.Object({
  itemId: Id,
  itemName: Type.String(),
  departmentId: Id,
  /** Null: nothing is published. */
  version: nullable(Type.Integer()),
  publishedAt: nullable(Instant),
  tables: Type.Integer(),
  hasDraft: Type.Boolean(),
});
export type RulesLine = Static<typeof RulesLine>;

export const rulesContract = contract({
  listRules: {
    method: 'GET',
    path: '/rules',
    summary: 'Items that have rules or a draft of some, what was changed last first',
    query: closed({ ...paging, departmentId: Type.Optional(Id), q: Type.Optional(Type.String({ maxLength: 100 })) }),
    reply: pageOf(RulesLine),
  },
  getRules: {
    method: 'GET',
    path: '/items/:id/rules',
    summary: 'The rules of an item, their draft, and the fields that they may ask for',
    params: ById,
    reply: ItemRules,
    problems: ['rules.noItemInForce'],
  },
  getRulesVersion: {
    method: 'GET',
    path: '/items/:id/rules/versions/:version',
    summary: 'One version of the rules of an item, as it was published',
    params: closed({ id: Id, version: Type.Integer({ minimum: 1 }) }),
    reply: Published,
    problems: ['rules.noVersion', 'rules.noItemInForce'],
  },
  checkRules: {
    method: 'POST',
    path: '/items/:id/rules/check',
    summary: 'Reads rules, runs their test rows and looks for gaps and overlaps; stores nothing',
    params: ById,
    body: closed({ body: RuleSet }),
    reply: Report,
    problems: ['rules.noItemInForce'],
  },
  saveRules: {
    method: 'PUT',
    path: '/items/:id/rules/draft',
    summary: 'Saves the draft; `revision` is the one that was read, 0 for none',
    params: ById,
    body: closed({ body: RuleSet, revision: Type.Integer({ minimum: 0 }) }),
    reply: Draft,
    problems: ['rules.noItemInForce', 'rules.changedMeanwhile'],
  },
  dropRules: {
    method: 'DELETE',
    path: '/items/:id/rules/draft',
    summary: 'Throws the draft away',
    params: ById,
    problems: ['rules.noDraft', 'rules.noItemInForce'],
  },
  publishRules: {
    method: 'POST',
    path: '/items/:id/rules/publish',
    summary: 'Puts the draft into force for what is handed in from now on; every test row has to pass',
    params: ById,
    body: closed({ revision: Type.Integer({ minimum: 1 }), note: Type.String({ maxLength: 500 }) }),
    reply: Type.Object({ version: Type.Integer() }),
    problems: ['rules.noDraft', 'rules.changedMeanwhile', 'rules.notReady', 'rules.noItemInForce'],
  },
  exportRules: {
    method: 'GET',
    path: '/items/:id/rules/dmn',
    summary: 'A version as a DMN 1.5 model; 0 is the draft',
    params: ById,
    query: closed({ version: Type.Integer({ minimum: 0 }) }),
    reply: Type.Object({ fileName: Type.String(), xml: Type.String() }),
    problems: ['rules.noVersion', 'rules.noItemInForce'],
  },
  importRules: {
    method: 'POST',
    path: '/items/:id/rules/dmn',
    summary: 'Reads the decision tables of a DMN model as rules; stores nothing',
    description: 'A table is taken when it has an output named "verdict" ("pass", "fail" or "canNotTell"); "reason", "reasonEn" and "article" are taken too.', // prettier-ignore
    params: ById,
    body: closed({ xml: Type.String({ maxLength: 2_000_000 }) }),
    reply: Type.Object({ body: RuleSet, notTaken: Type.Array(Type.String()) }),
    problems: ['rules.unreadableDmn', 'rules.nothingToTake', 'rules.noItemInForce'],
  },
});
