/** Which language this reader has chosen: one value for the whole page, remembered in this browser. */
import { useSyncExternalStore } from 'react';
import { languages, type Language, type Same, type WordList } from './words.ts';

const key = 'yichuang.language';
const listeners = new Set<() => void>();
let current: Language = firstChoice();

function firstChoice(): Language {
  const asked = new URLSearchParams(globalThis.location?.search).get('lang') ?? read();
  if (languages.includes(asked as Language)) return asked as Language;
  // Chinese unless the browser prefers another language: most readers are residents of the district.
  return globalThis.navigator?.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** The language now, for code outside of components. */
export const language = (): Language => current;

/** Changes the language everywhere at once, and remembers it. */
export function setLanguage(next: Language): void {
  current = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(key, next);
  } catch {
    // A browser that stores nothing still shows the chosen language until the page is left.
  }
  for (const listener of listeners) listener();
}

if (globalThis.document) document.documentElement.lang = current;

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The language, kept current in a component. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, language, () => 'zh-CN');

/** The words of a list in the reader's language: `const say = useWords(caseWords)`, then `say.title`. */
export function useWords<T>(list: WordList<T>): Same<T> {
  return list[useLanguage()];
}

/** Picks the English text where there is one and the reader wants it: catalogue texts are Chinese with optional English. */
export function pick(language: Language, chinese: string, english: string | undefined | null): string {
  return language === 'en' && english ? english : chinese;
}

/** Names one after the other, as the language sets them. Drawn anew with the words around it. */
export const oneByOne = (names: readonly string[]): string => names.join(current === 'en' ? ', ' : '、');

/** Between a name and what is said of it. */
export const colon = (): string => (current === 'en' ? ': ' : '：');
/** Said besides. */
export const inBrackets = (text: string): string => (current === 'en' ? ` (${text})` : `（${text}）`);
