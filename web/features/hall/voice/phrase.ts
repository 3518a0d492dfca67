/** A call as a row of clips, and which languages say it. Pure. */
import type { Voice } from '#modules/hall/contract';

export type Spoken = 'zh' | 'en';
export interface Called {
  number: string;
  windowNumber: string;
}

/** Letters and digits one by one, as a voice would otherwise make an amount of a number; anything else is left out. */
const spelled = (text: string): string[] => [...text.toUpperCase()].filter((one) => /[0-9A-Z]/.test(one));

/**
 * The clips of a call in their order: 请 A 零 幺 二 号 到 五 号窗口办理. A row of one letter and digits is always known: clips are
 * made for each of them.
 */
export const phraseOf = (language: Spoken, { number, windowNumber }: Called): string[] => [
  'please',
  ...spelled(number),
  'number',
  'window',
  ...spelled(windowNumber),
  ...(language === 'zh' ? ['end'] : []),
];

/** A number alone, for whoever has just got it: A 零 幺 二 号, or ticket A 0 1 2. */
export const numberPhrase = (language: Spoken, number: string): string[] =>
  language === 'zh' ? [...spelled(number), 'number'] : ['please', ...spelled(number)];

export const spokenIn = (languages: Voice['languages']): Spoken[] =>
  languages === 'both' ? ['zh', 'en'] : [languages === 'en' ? 'en' : 'zh'];
