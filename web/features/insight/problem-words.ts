/** What the problems with figures are called. Read by every page of this feature. */
import { problemWords } from '#web/words/words.ts';

export const insightProblemWords = problemWords({
  'insight.wrongPeriod': {
    'zh-CN': '起止日期不对：开始不能晚于结束，最长三年',
    en: 'The period must begin before it ends and be at most three years long',
  },
  'insight.tooManyRows': {
    'zh-CN': '一次导出的行数太多，请缩短期间或只选一个部门',
    en: 'Too many rows for one file: choose a shorter period or a department',
  },
});
