/** What the problems with suggestions are called. Read by every page of this feature. */
import { doneOtherwise, problemWords } from '#web/words/words.ts';

export const improvementProblemWords = problemWords({
  'improvements.notFound': { 'zh-CN': '没有这条建议', en: 'There is no such suggestion' },
  'improvements.wrongStep': {
    'zh-CN': '这一步现在不能办，请刷新后再看',
    en: 'This step is not possible now: read the suggestion again',
  },
  'improvements.planDayWrong': {
    'zh-CN': '完成日期应在今天之后、一年之内',
    en: 'The planned day must be after today and within a year',
  },
  'improvements.noSuchDepartment': {
    'zh-CN': '没有这个部门或已停用，请另选',
    en: 'There is no such department in service: choose another one',
  },
  'improvements.noSuchRating': {
    'zh-CN': '没有您可以查看的这条评价',
    en: 'There is no such rating that you may see',
  },
  'improvements.noSuchItem': {
    'zh-CN': '没有这个在办事项，请另选',
    en: 'There is no such item in force: choose another one',
  },
  'improvements.actionReused': doneOtherwise,
});
