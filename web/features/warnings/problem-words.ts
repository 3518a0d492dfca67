/** What the problems of warnings are called. Read by every page of this feature. */
import { doneOtherwise, problemWords } from '#web/words/words.ts';

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
  'warnings.notOverdue': {
    'zh-CN': '这件事没有超期，不用督办；请刷新',
    en: 'This case is not overdue and needs no reminder: refresh the page',
  },
  'warnings.standing': {
    'zh-CN': '计时已停，恢复后如超期再督办',
    en: 'The clock stands still: remind when it goes on, if it is overdue then',
  },
  'warnings.remindedAlready': {
    'zh-CN': '上一份督办单还没有答复，请等答复后再发',
    en: 'A reminder waits for its answer already: wait for it first',
  },
  'warnings.actionReused': doneOtherwise,
  'warnings.answeredAlready': {
    'zh-CN': '这份督办单已经答复过了，请刷新',
    en: 'This reminder was answered already: refresh the page',
  },
  'warnings.noSuchReminder': {
    'zh-CN': '没有找到这份督办单，请从办件页面打开',
    en: 'There is no such reminder: open it from the page of its case',
  },
  'warnings.noSuchFault': {
    'zh-CN': '这个问题已经处理过了，请刷新',
    en: 'This has been settled already: refresh the page',
  },
});
