/** The jobs of notices: their names and payloads. What runs them is in `jobs.ts`. */
import { defineJob } from '#platform/jobs';

/** Sends what is due. Added by whoever tells something, and by the clock each minute. */
export const sendOutgoing = defineJob<Record<string, never>>('notices.sendOutgoing', 3);
