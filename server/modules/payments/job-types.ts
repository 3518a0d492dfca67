/** The jobs of payments: their names and payloads. What runs them is in `jobs.ts`. */
import { defineJob } from '#platform/jobs';

/** Gives back through the provider what was refunded in the books. */
export const carryOutRefunds = defineJob<Record<string, never>>('payments.carryOutRefunds', 3);
/** Asks the provider about payments of which nothing was heard. */
export const askUnheard = defineJob<Record<string, never>>('payments.askUnheard', 3);
