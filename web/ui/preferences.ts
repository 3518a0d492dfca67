/** Small choices of one reader, kept in this browser: elder mode, light or dark, columns of a table. */
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const kept = new Map<string, string | null>();

/** A kept choice, or null. Storage may be forbidden: then choices last until the page is left. */
export function preference(name: string): string | null {
  if (!kept.has(name)) {
    try {
      kept.set(name, localStorage.getItem(`yichuang.${name}`));
    } catch {
      kept.set(name, null);
    }
  }
  return kept.get(name) ?? null;
}

/** Keeps a choice. */
export function setPreference(name: string, value: string): void {
  kept.set(name, value);
  try {
    localStorage.setItem(`yichuang.${name}`, value);
  } catch {
    // See `preference`.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A kept choice and how to change it: `const [elder, setElder] = usePreference('elder', 'off')`. */
export function usePreference(name: string, otherwise: string): [value: string, set: (value: string) => void] {
  const value = useSyncExternalStore(subscribe, () => preference(name)) ?? otherwise;
  return [value, (next) => setPreference(name, next)];
}

/** Whether a media query holds now, kept current. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
