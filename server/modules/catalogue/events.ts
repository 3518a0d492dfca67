/** What others may hear of the catalogue. Everybody's screens show it, so everybody's are refreshed. */
import { defineEvent } from '#platform/events';

export interface ItemFacts extends Record<string, unknown> {
  act: 'publish' | 'withdraw' | 'cancel';
  version: number;
  /** The day from which it is so. */
  fromDay: string;
  departmentId: string;
  everybody: true;
}
/** The subject is the item. */
export const itemChanged = defineEvent<ItemFacts>('catalogue.itemChanged');

/** Many items at once, by an import or a loader. */
export const itemsLoaded = defineEvent<{ source: string; added: number; changed: number; everybody: true }>(
  'catalogue.itemsLoaded',
);

/** An item was handed down to outlets or taken back. The subject is the item. */
export const offersChanged = defineEvent<{
  act: 'handDown' | 'takeBack';
  outletIds: string[];
  departmentId: string;
  everybody: true;
}>('catalogue.offersChanged');
