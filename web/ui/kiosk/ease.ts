/** What makes a kiosk easier for whoever stands before it now: contrast, large type, low controls, reading aloud. Kept nowhere; gone with the person. */
import { useSyncExternalStore } from 'react';

export interface Ease {
  contrast: boolean;
  large: boolean;
  /** What is pressed lies in the lower half, for who sits. */
  low: boolean;
  /** Each page is read when it appears. */
  aloud: boolean;
}

const usual: Ease = { contrast: false, large: false, low: false, aloud: false };
let now = usual;
const listeners = new Set<() => void>();

export function setEase(change: Partial<Ease>): void {
  now = { ...now, ...change };
  for (const listener of listeners) listener();
}
/** For the next person. */
export const forgetEase = (): void => setEase(usual);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useEase = (): Ease => useSyncExternalStore(subscribe, () => now);
