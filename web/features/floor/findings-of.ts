/** Where the figures of the floor lead: to the findings behind them, of the hall that they were counted in. */
import type { FindingState } from '#modules/floor/contract';
import type { Role } from '#platform/permissions';

/** Whose list has all findings of a hall; that of others is shorter than what a circular counts. */
export const seeAllFindings: readonly Role[] = ['office', 'auditor'];

type Which = { round: string } | { circular: string } | { year: string; state?: FindingState };

/** The address of a list of findings, for a link: without the hall it would be that of the first one. */
export const findingsOf = (hall: string, which: Which) => ({
  to: '/hall/findings',
  search: { hall, ...which } as never,
});
