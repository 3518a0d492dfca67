/** Words of the rules at the workbench. */
import { words } from '#web/words/words.ts';
import { en } from './words-en.ts';
import { zh } from './words-zh.ts';

export const rulesWords = words({ 'zh-CN': zh, en });
