/** What happens on the floor of a hall, for the screens of those who run it. The facts name nobody. */
import { defineEvent } from '#platform/events';

export type FloorPart = 'turns' | 'inspection' | 'complaint' | 'firstAsked' | 'extraHours' | 'file';

/** Something changed in one part of the floor of a hall. Subject: what it is about. Whoever is signed in may hear that it did, and not what. */
export const floorChanged = defineEvent<{ outletId: string; part: FloorPart; everybody: true }>('floor.changed');
