/** The usual steps of a case by name, for who takes many of them: a loader that makes histories by the rules. */
import { accept, askSupplement } from './course/acceptance.ts';
import { pause, resume } from './course/clock-acts.ts';
import { supplement } from './course/supplement.ts';
import { deliver, examine, grant, issue, refuse } from './course/decision.ts';

export const acts = {
  accept,
  askSupplement,
  deliver,
  examine,
  grant,
  issue,
  pause,
  refuse,
  resume,
  supplement,
} as const;
