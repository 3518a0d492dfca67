/** Words that every surface needs: actions, states, tables, dates, forms. */
import { general as english } from './en/general.ts';
import { words } from './words.ts';
import { general as chinese } from './zh-CN/general.ts';

export const generalWords = words({ 'zh-CN': chinese, en: english });
