/** Words of the item editor: its sections and fields. */
import { words } from '#web/words/words.ts';
import { editorEn } from './editor-en.ts';
import { editorZh } from './editor-zh.ts';

export const editorWords = words({ 'zh-CN': editorZh, en: editorEn });
