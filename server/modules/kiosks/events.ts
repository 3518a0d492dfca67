/** What kiosks announce. The facts name nobody. */
import type { Tx } from '#platform/db';
import { defineEvent, emit } from '#platform/events';

/** A kiosk was added, registered, changed, taken out of service, or has other paper, in it or left behind. Subject: the kiosk. */
export const kioskChanged = defineEvent<{ outletId: string; everybody: true }>('kiosks.kioskChanged');

/** Has the lists of kiosks and of papers read again. */
export const announce = (tx: Tx, { id, outletId }: { id: string; outletId: string }): void =>
  emit(tx, kioskChanged, id, { outletId, everybody: true });
