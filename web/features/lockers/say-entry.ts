/** How an entry is called and how long it is valid, in a few words. */
import { certificateKinds, trustMeanings, type Certificate, type Trust } from '#modules/catalogue/contract';
import { sayDay } from '#web/words/dates.ts';
import type { Language } from '#web/words/words.ts';
import { lockerWords } from './words.ts';

const chinese = (language: Language): boolean => language === 'zh-CN';

export const sayKind = (kind: Certificate, language: Language): string =>
  chinese(language) ? certificateKinds[kind].zh : certificateKinds[kind].en;

export const sayTrust = (trust: Trust, language: Language): string =>
  chinese(language) ? trustMeanings[trust].zh : trustMeanings[trust].en;

/** Its own name; in English its kind, which everybody can read, where that is known. */
export const sayName = ({ kind, name }: { kind: Certificate; name: string }, language: Language): string =>
  chinese(language) || kind === 'other' ? name : sayKind(kind, language);

export const sayValidity = (
  { validFrom = null, validUntil }: { validFrom?: string | null; validUntil: string | null },
  language: Language,
  today: string,
): string => {
  const say = lockerWords[language];
  if (validFrom !== null && validFrom > today) return say.from(sayDay(validFrom, language));
  return validUntil === null ? say.always : say.until(sayDay(validUntil, language));
};
