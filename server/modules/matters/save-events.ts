/** Life events for a loader: completed, checked and in force. */
import { legalLimit } from '#modules/deadlines';
import type { ItemBody } from '#modules/catalogue/contract';
import type { Tx } from '#platform/db';
import { dropDraft, insertVersion, writeDraft } from './event-store.ts';
import { eventFaults } from './event-faults.ts';
import type { LifeEventBody } from './life-event.ts';
import { proposeMapping } from './propose.ts';

export interface EventToSave {
  id: string;
  code: string;
  body: LifeEventBody;
  inForceFrom: string;
}

/** Completes the mapping of an event with the bodies of its items. Throws an Error that names its faults. */
export function completeEvent(
  begun: LifeEventBody,
  bodyOf: (itemId: string) => ItemBody | undefined,
  day: string,
): LifeEventBody {
  const itemOf = new Map(begun.members.map(({ key, itemId }) => [key, itemId]));
  const byKey = (key: string): ItemBody | undefined => bodyOf(itemOf.get(key) ?? '');
  const body = proposeMapping(begun, byKey);
  const faults = eventFaults(body, {
    bodyOf: byKey,
    atMost: legalLimit('decideJointly', day).value,
    isDepartment: () => true,
  });
  if (faults.length > 0)
    throw new Error(`${begun.name}: ${faults.map(({ why, names }) => `${why} ${names.join(' ')}`).join('; ')}`);
  return body;
}

/** Stores events that are complete. */
export async function saveEvents(tx: Tx, at: Date, events: readonly EventToSave[]): Promise<void> {
  for (const { id, code, body, inForceFrom } of events) {
    await writeDraft(tx, { id, code, draft: body, revision: 0, at });
    insertVersion(tx, { id, version: 1, body, inForceFrom, at, accountId: null });
    dropDraft(tx, id, at);
  }
}
