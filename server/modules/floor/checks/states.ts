/** Where an unannounced check can stand, and who may know of it. Pure; the browser has it from the contract. */
export const checkStates = ['drawn', 'begun', 'ended', 'cancelled', 'missed'] as const;
export type CheckState = (typeof checkStates)[number];

/** Where a check stands: what was done with it, and whether its day is over. */
export function stateOf(
  { kind, endedAt, day }: { kind: 'begin' | 'cancel' | null; endedAt: Date | null; day: string },
  today: string,
): CheckState {
  if (kind === 'cancel') return 'cancelled';
  if (kind === 'begin') return endedAt ? 'ended' : 'begun';
  return day < today ? 'missed' : 'drawn';
}

/** Until it begins, whoever drew it, its team and the auditor know of a check; afterwards the office as well. */
export const mayKnow = (
  check: { drawnBy: string; teamIds: readonly string[]; state: CheckState },
  reader: { accountId: string; office: boolean; auditor: boolean },
): boolean =>
  reader.auditor ||
  check.drawnBy === reader.accountId ||
  check.teamIds.includes(reader.accountId) ||
  (reader.office && check.state !== 'drawn');
