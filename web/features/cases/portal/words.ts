/** Words for applying and for following one's matters. */
import './problems.ts';
import { words } from '#web/words/words.ts';
import { caseWordsChinese } from './words-zh.ts';
import { caseWordsEnglish } from './words-en.ts';

export const caseWords = words({ 'zh-CN': caseWordsChinese, en: caseWordsEnglish });
