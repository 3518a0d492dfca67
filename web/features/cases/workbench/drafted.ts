/** What every body of a step is made with: filled in, well or badly, and on another day than today. Pure. */
import { today } from '#web/words/dates.ts';
import type { DraftFault, StepDraft } from './step-draft.ts';

export type Body = Record<string, unknown>;
export type Drafted = { ok: true; body: Body } | { ok: false; fault: DraftFault };

export const filled = (pairs: Record<string, string>): Body =>
  Object.fromEntries(
    Object.entries(pairs)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
export const good = (body: Body): Drafted => ({ ok: true, body });
export const bad = (fault: DraftFault): Drafted => ({ ok: false, fault });

/** With the day, where it is another one than today. */
export function dated({ on, because }: StepDraft, body: Body): Drafted {
  if (on === '' || on === today()) return good(body);
  return because.trim() === '' ? bad('becauseNeeded') : good({ ...body, on, because: because.trim() });
}
