/** What the module announces. */
import { defineEvent } from '#platform/events';

export interface RulesFacts extends Record<string, unknown> {
  act: 'save' | 'drop' | 'publish';
  version: number;
  departmentId: string;
}

/** The rules of an item were prepared or published. Subject: the item. */
export const rulesChanged = defineEvent<RulesFacts>('rules.changed');
