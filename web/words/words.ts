/**
 * Words in both languages. A word list is one object with the same keys twice; a key that is missing in one language, or
 * superfluous, is a type error. A word with values in it is a function. This file knows nothing of React, so that a check
 * can read every list.
 */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

type Word = string | ((...values: never[]) => string);
export interface WordTree {
  readonly [key: string]: Word | WordTree;
}

/** The same keys as `T`, and functions that take the same values. */
export type Same<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer A) => string
      ? (...values: A) => string
      : Same<T[K]>;
};

export type WordList<T> = { readonly [L in Language]: Same<T> };

/** Makes a word list: `words({ 'zh-CN': { title: '我的办件' }, en: { title: 'My matters' } })`. */
export const words = <const T extends WordTree>(lists: { 'zh-CN': T; en: NoInfer<Same<T>> }): WordList<T> =>
  lists as unknown as WordList<T>;

/** Facts that came with a problem. */
export type Facts = Record<string, unknown>;
type ProblemWord = string | ((facts: Facts) => string);
const problemLists: Record<Language, Map<string, ProblemWord>> = { 'zh-CN': new Map(), en: new Map() };

/**
 * Declares what a module's problems are called; each says what to do. Called once in the feature's `problem-words.ts`:
 * `problemWords({ 'cases.wrongStep': { 'zh-CN': '这一步现在不能办，请刷新后再看', en: 'Not possible now: refresh the page' } })`.
 */
export function problemWords<const T extends Record<string, Record<Language, ProblemWord>>>(list: T): T {
  for (const [code, both] of Object.entries(list)) {
    for (const language of languages) problemLists[language].set(code, both[language]);
  }
  return list;
}

/** The words for a problem's code, if any feature or the general list has them. */
export function wordsOfProblem(code: string, language: Language, facts: Facts = {}): string | undefined {
  const word = problemLists[language].get(code);
  return typeof word === 'function' ? word(facts) : word;
}

/** Another act was done under the same key: the answer to it was lost, and what was said has changed since. Pressed once more, it has a key of its own (`useAct`). */
export const doneOtherwise = {
  'zh-CN': '上一次其实已经办成，内容和这次不同：请先看看办成了什么，仍要办这次的再按一次',
  en: 'An earlier try was done after all, and said something else: see what it was, or press again to do this one as well',
} as const;
