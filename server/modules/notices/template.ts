/** What a message is made of: its words in both languages, and the ways beside the inbox by which it goes. */
export type Language = 'zh-CN' | 'en';

export interface Words {
  title: string;
  text: string;
}

export interface Template {
  /** Ways beside the inbox; people can switch each off, and have to switch e-mail on. */
  sms: boolean;
  email: boolean;
  /** For so many minutes it is worth sending; absent: as long as it takes. */
  goodFor?: number;
  'zh-CN': Words;
  en: Words;
}

/** Words that hold for so many minutes alone: nobody is sent to a window from which they have been missed long ago. */
export const soon = (minutes: number, words: Template): Template => ({ ...words, goodFor: minutes });

export const template = (
  ways: 'inbox' | 'sms' | 'email' | 'both',
  zh: [string, string],
  en: [string, string],
): Template => ({
  sms: ways === 'sms' || ways === 'both',
  email: ways === 'email' || ways === 'both',
  'zh-CN': { title: zh[0], text: zh[1] },
  en: { title: en[0], text: en[1] },
});
