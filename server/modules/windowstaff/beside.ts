/** Who may sit at a window alone: somebody on probation sits beside somebody who is through it. Pure. */
import type { MemberState } from './member.ts';

/** Somebody at a window now; `state` null for those without a file, who were there before the files were. */
export interface Seated {
  accountId: string;
  zone: string;
  state: MemberState | null;
}

/** A file that was only sent is none yet: a department cannot hold anybody up, and who was there before goes on as before. */
const unfiled = (state: MemberState | null): boolean => state === null || state === 'sent';

/** Whether somebody is there whom one may sit beside. Breaks are short: who takes one is still there. */
export const hasCompany = (who: { accountId: string; zone: string }, seated: readonly Seated[]): boolean =>
  seated.some(
    ({ accountId, zone, state }) =>
      accountId !== who.accountId && zone === who.zone && (state === 'confirmed' || unfiled(state)),
  );

/** Why somebody may not open a window; undefined when they may. Those in training serve nobody yet. */
export function refusalOf(
  who: Seated,
  seated: readonly Seated[],
  standard: { beside: boolean },
): 'training' | 'alone' | undefined {
  if (!standard.beside || unfiled(who.state)) return undefined;
  if (who.state === 'training') return 'training';
  return who.state === 'probation' && !hasCompany(who, seated) ? 'alone' : undefined;
}
