/** What the problems of ratings are called. Read by every page of this feature, on every surface. */
import { doneOtherwise, problemWords } from '#web/words/words.ts';

export const ratingProblemWords = problemWords({
  'ratings.nothingToRate': {
    'zh-CN': '没有查到对应的办件，请核对回执上的二维码',
    en: 'No matter has this code: check the code on the receipt',
  },
  'ratings.noSuchTicket': {
    'zh-CN': '没有查到这个号，请核对取号单上的号码',
    en: 'No ticket has this code: check the slip',
  },
  'ratings.notServed': { 'zh-CN': '办完以后就可以评价', en: 'Rate the visit once you have been served' },
  'ratings.tooLate': { 'zh-CN': '已经过了七天，不能再评价了', en: 'More than seven days ago: it can be rated no more' },
  'ratings.visitRated': { 'zh-CN': '这次来办事已经评价过了', en: 'Rated already: each visit is rated once' },
  'ratings.notEnded': { 'zh-CN': '还没有办完，办完后就可以评价', en: 'Still in progress: rate it when it is done' },
  'ratings.alreadyRated': {
    'zh-CN': '这件事已经评价过了，每件事评价一次',
    en: 'Rated already: each matter is rated once',
  },
  'ratings.actionReused': doneOtherwise,
  'ratings.reasonsMissing': {
    'zh-CN': '请至少选一个原因，方便我们改进',
    en: 'Choose at least one reason, so that we can improve',
  },
  'ratings.reasonsNotAsked': {
    'zh-CN': '满意的评价不用选原因',
    en: 'Reasons are asked for the two lowest levels only',
  },
  'ratings.commentMissing': { 'zh-CN': '请写几个字，说说其他原因', en: 'Say in a few words what the other reason is' },
});
