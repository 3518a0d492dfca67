/** What kiosks announce. The facts name nobody. */
import { defineEvent } from '#platform/events';

/** A kiosk was added, registered, changed, filled with paper, or taken out of service. Subject: the kiosk. */
export const kioskChanged = defineEvent<{ outletId: string; everybody: true }>('kiosks.kioskChanged');
