/**
 * What this tab keeps of a help while it runs, so that a page that is loaded again goes on with it: its code, whose it is, and what was written. It
 * goes with the help and with the tab. On machines that others use after the person nothing is kept.
 */
import type { Line } from '../written.ts';

const key = 'yichuang.help';

interface Kept {
  code: string;
  /** Who had signed in; null for nobody. */
  accountId: string | null;
  lines: readonly Line[];
}

export function keptHelp(): Kept | undefined {
  try {
    const found = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Partial<Kept> | null;
    if (typeof found?.code !== 'string' || !Array.isArray(found.lines)) return undefined;
    return { code: found.code, accountId: found.accountId ?? null, lines: found.lines };
  } catch {
    return undefined;
  }
}

export function keepHelp(kept: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A browser that stores nothing goes on until the page is left.
  }
}

/** What was written, while its help is the one that is kept: what comes after its end is not. */
export function keepLines(code: string, lines: readonly Line[]): void {
  const kept = keptHelp();
  if (kept?.code === code) keepHelp({ ...kept, lines });
}

export function forgetHelp(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
