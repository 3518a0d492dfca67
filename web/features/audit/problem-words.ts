/** What the problems of looking into the trail are called. */
import { problemWords } from '#web/words/words.ts';

export const auditProblemWords = problemWords({
  'audit.tooWide': {
    'zh-CN': '范围太大：请填办件编号，或把日期缩短到 31 天以内',
    en: 'Too wide: name a case, or choose at most 31 days',
  },
});
