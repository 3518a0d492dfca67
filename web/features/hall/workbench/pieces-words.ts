/** Words of a long list that is shown piece by piece. */
import { words } from '#web/words/words.ts';

export const piecesWords = words({
  'zh-CN': {
    shown: (from: number, to: number, all: number) => `第 ${from}–${to} 条，共 ${all} 条`,
    newer: '较新的',
    older: '较早的',
  },
  en: {
    shown: (from, to, all) => `${from}–${to} of ${all}`,
    newer: 'Newer',
    older: 'Older',
  },
});
