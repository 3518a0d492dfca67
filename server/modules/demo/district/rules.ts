/** The rules of the district's items, and how far the machine goes with them. */
import { insertSetting } from '#modules/prereview';
import { saveRulesVersion, type RuleSet } from '#modules/rules';
import type { Tx } from '#platform/db';
import type { Matter } from '../cases/matters.ts';
import { readDemo } from '../read-demo.ts';

interface WrittenRules {
  items: { code: string; note: string; tables: RuleSet['tables'] }[];
  levels: { code: string; level: 'advise' | 'accept' | 'decide'; share: number; reason: string }[];
}

/** As they are written in `data/demo/rules.json`; codes are the ends of implementing codes. */
export const writtenRules = (): WrittenRules => readDemo<WrittenRules>('rules.json');

/** The machine has acted for so many days: before, it advised. */
export const trialDays = 40;

/** Stores them as the first version of each item, and how far the machine goes since its trial began. */
export function saveRules(tx: Tx, matters: readonly Matter[], at: Date, by: string, trialFrom: Date): void {
  const { items, levels } = writtenRules();
  const matterOf = (code: string): Matter => matters.find((matter) => matter.code.endsWith(`-${code}`))!;
  for (const { code, note, tables } of items) {
    const { id: itemId, departmentId, body } = matterOf(code);
    saveRulesVersion(tx, {
      itemId,
      version: 1,
      departmentId,
      itemName: body.plainName ?? body.name,
      body: { tables },
      note,
      publishedAt: at,
      publishedBy: by,
      accountId: null,
    });
  }
  for (const { code, level, share, reason } of levels) {
    const { id: itemId, departmentId, body } = matterOf(code);
    insertSetting(tx, { itemId, no: 1, departmentId, itemName: body.plainName ?? body.name, level, share, reason, at: level === 'advise' ? at : trialFrom, byName: by }); // prettier-ignore
  }
}
