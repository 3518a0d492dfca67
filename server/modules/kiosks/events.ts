/** What kiosks announce. The facts name nobody. */
import type { Tx } from '#platform/db';
import { defineEvent, emit } from '#platform/events';
import type { Ending } from './kiosk.ts';

/** A kiosk was added, registered, changed, taken out of service, or has other paper, in it or left behind. Subject: the kiosk. */
export const kioskChanged = defineEvent<{ outletId: string; everybody: true }>('kiosks.kioskChanged');

/** The use of a kiosk has ended, by whatever way; what was announced before which use and how was said has neither. Subject: the kiosk. */
export const sittingEnded = defineEvent<{ outletId: string; sittingId?: string; how?: Ending }>('kiosks.sittingEnded');

/** Has the lists of kiosks and of papers read again. */
export const announce = (tx: Tx, { id, outletId }: { id: string; outletId: string }): void =>
  emit(tx, kioskChanged, id, { outletId, everybody: true });
