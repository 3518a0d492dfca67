/** The jobs of the exchange: their names and payloads. What runs them is in `jobs.ts`; whoever leaves a message adds one. */
import { defineJob } from '#platform/jobs';

/** Sends what is due. */
export const deliver = defineJob<Record<string, never>>('exchange.deliver', 3);

/** Asks every partner what it offers, and clears what never became whole. */
export const refresh = defineJob<Record<string, never>>('exchange.refresh', 3);
