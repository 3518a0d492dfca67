/** What tides announce. Whoever is signed in may hear it: the facts name nobody. */
import { defineEvent } from '#platform/events';

/** An advice was made, decided, followed or has ended; or the settings of a hall changed. Subject: the outlet. */
export const adviceChanged = defineEvent<{ outletId: string; everybody: true }>('tides.adviceChanged');
