/** What the problems of warnings are called. Read by every page of this feature. */
import { problemWords } from '#web/words/words.ts';

export const warningProblemWords = problemWords({
  'warnings.ladderInvalid': {
    'zh-CN': '预警阶梯有矛盾，请改正标出的地方后再保存',
    en: 'The ladder contradicts itself: put right what is marked, then save',
  },
  'warnings.changedMeanwhile': {
    'zh-CN': '刚才有同事保存了这份预警阶梯，请刷新看过之后再改',
    en: 'A colleague has just saved this ladder: refresh, look at it, then change it',
  },
  'warnings.noOwnLadder': {
    'zh-CN': '现在没有单独设置的预警阶梯，不用恢复',
    en: 'There is no ladder of its own to be taken back',
  },
  'warnings.noSuchFault': {
    'zh-CN': '这个问题已经处理过了，请刷新',
    en: 'This has been settled already: refresh the page',
  },
});
