/**
 * Who came to the hall, and as what (elderly, disabled, pregnant), is kept no longer than it is good for something: ratings, complaints and questions about a
 * visit come within months. Tickets and their times stay, without a person. Personal Information Protection Law, articles 19, 28 and 47.
 */
import { shanghaiDay } from '#platform/clock';
import { forgetEnded } from '#platform/forgetting';
import type { Ground } from '#platform/ground';
import { forgetBookings, forgetVisits } from './visitors-store.ts';

/** Days after a visit; a rule of the house, as in remote help. */
export const keptDays = 180;

/** Forgets whoever came more than `keptDays` ago; safe to run twice. Returns how many visits. */
export const forgetVisitors = (ground: Ground): Promise<number> =>
  forgetEnded(ground, keptDays, async (tx, before, _, limit) => {
    forgetBookings(tx, shanghaiDay(before));
    return (await forgetVisits(tx, shanghaiDay(before), limit)).length;
  });
