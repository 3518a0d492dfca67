/** What the problems with bulletins are called. Read by every page of this feature. */
import { problemWords } from '#web/words/words.ts';

export const bulletinProblemWords = problemWords({
  'bulletins.monthNotBegun': {
    'zh-CN': '这个月还没有开始，或者太久远：请选择本月或以前的月份',
    en: 'This month has not begun or lies too far back: choose a month up to the present one',
  },
  'bulletins.madeMeanwhile': {
    'zh-CN': '有人刚刚生成了同一月份的新一版：请刷新列表查看',
    en: 'Somebody made an edition of this month at the same moment: open the list again',
  },
});
