/** What the hall does when something happened elsewhere. */
import { caseStepped, type CaseFacts } from '#modules/cases';
import { defineReaction, type Reaction } from '#platform/events';
import { linkHandedIn } from './link-case.ts';

export const reactions = (): Reaction[] => [
  defineReaction<CaseFacts>('hall.linkHandedIn', caseStepped, async (tx, events) => {
    for (const { subject: caseId, facts } of events) {
      const { kind, takenInBy, number: caseNumber, itemName, at } = facts;
      if (kind !== 'submit' || !takenInBy) continue;
      await linkHandedIn(tx, { caseId, caseNumber, itemName: itemName ?? '', accountId: takenInBy, at: new Date(at) });
    }
  }),
];
