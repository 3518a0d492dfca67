/** The face of `rules`: decision tables by which applications for an item are judged. */
import type { Module } from '#platform/module';
import { commands } from './commands.ts';
import { rulesContract } from './contract.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'rules',
  uses: ['catalogue', 'reading'],
  contract: rulesContract,
  permissions: may,
  routes,
  commands,
};

/** Rules were prepared or published. */
export { rulesChanged, type RulesFacts } from './events.ts';
/** The versions by which things that were handed in at some instants are judged, and the one published last. */
export { findVersionsAt as rulesAtMany, findLastVersion as lastRules, type RulesVersion } from './store.ts';
/** Judging: what may be asked, tables that were read, and what they say. Pure. */
export { fieldsRead, knownFields } from './judging/known-fields.ts';
export { readRuleSet } from './judging/read-table.ts';
export { judge, together, type Judgement, type UsedField } from './judging/judge.ts';
export { checkRules } from './judging/check-rules.ts';
export type { FieldValue, FieldValues, KnownField, ReadBox, RuleSet, Verdict } from './judging/rule-set.ts';
/** Many versions at once, for a loader. */
export { insertVersion as saveRulesVersion } from './store.ts';
