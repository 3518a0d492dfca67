/** Where a step of a project stands, from its cases and those of the steps before it. Pure. */
import type { StageKey } from './project-type.ts';

export type StepState = 'waiting' | 'ready' | 'open' | 'granted' | 'failed';

export interface StepSeen {
  key: string;
  stage: StageKey;
  after: readonly string[];
  /** Its cases, the oldest first. */
  cases: readonly { state: string; outcome: string | null }[];
}

/** A case says yes once it is granted and not taken back. `notNeeded` says that no licence is needed: nothing waits for it any more. */
const fateOf = ({ state, outcome }: StepSeen['cases'][number]): 'granted' | 'open' | 'failed' => {
  if (state === 'revoked') return 'failed';
  if (outcome === 'granted' || state === 'notNeeded') return 'granted';
  return outcome === 'refused' || ['closed', 'notAccepted', 'referredOut', 'withdrawn', 'lapsed'].includes(state)
    ? 'failed'
    : 'open';
};

/** The state of each step. A step may be handed in when those that it names are granted; a failed one may be tried again. */
export function statesOf(steps: readonly StepSeen[]): Map<string, StepState> {
  const fates = new Map(
    steps.map(({ key, cases }) => {
      const all = cases.map(fateOf);
      return [
        key,
        all.includes('granted') ? 'granted' : all.includes('open') ? 'open' : all.length > 0 ? 'failed' : null,
      ];
    }),
  );
  return new Map(
    steps.map(({ key, after }): [string, StepState] => {
      const fate = fates.get(key);
      if (fate) return [key, fate as StepState];
      return [key, after.every((one) => !fates.has(one) || fates.get(one) === 'granted') ? 'ready' : 'waiting'];
    }),
  );
}

/** The stage in which the project is: the first with a step that is not granted; null when all are. */
export const stageNow = (steps: readonly StepSeen[], states: ReadonlyMap<string, StepState>): StageKey | null =>
  steps.find(({ key }) => states.get(key) !== 'granted')?.stage ?? null;
