/** Words of lockers, for the owner and for the window. */
import { words } from '#web/words/words.ts';
import { lockerWordsEnglish } from './words-en.ts';
import { lockerWordsChinese } from './words-zh.ts';

export const lockerWords = words({ 'zh-CN': lockerWordsChinese, en: lockerWordsEnglish });
