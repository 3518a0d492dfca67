/** An item in the words of its reader. */
import type { ItemBody, Limit } from '#modules/catalogue/contract';
import { pick } from '#web/words/language.ts';
import type { Language } from '#web/words/words.ts';
import { catalogueWords } from './words.ts';

interface Named {
  name: string;
  nameEn?: string | null | undefined;
  plainName?: string | null | undefined;
  plainNameEn?: string | null | undefined;
}

/** What a resident would call it. */
export const sayName = (item: Named, language: Language): string =>
  language === 'en' ? (item.plainNameEn ?? item.nameEn ?? item.plainName ?? item.name) : (item.plainName ?? item.name);

/** The legal name, where it is not the one that is shown already. */
export function sayLegalName(item: Named, language: Language): string | undefined {
  const legal = pick(language, item.name, item.nameEn);
  return legal === sayName(item, language) ? undefined : legal;
}

/** 5 个工作日. */
export const sayLimit = ({ value, unit }: Limit, language: Language): string =>
  catalogueWords[language].limit[unit](value);

/** Minutes that filling it in takes: a question half a minute, a material one and a half. */
export function minutesOf(body: Pick<ItemBody, 'situations' | 'form' | 'materials'>): number {
  const questions = body.situations.length + Object.keys(body.form.properties).length;
  const materials = body.materials.filter(({ source, when }) => source !== 'shared' && !when).length;
  return Math.max(3, Math.round((questions * 0.5 + materials * 1.5 + 1) / 5) * 5);
}
