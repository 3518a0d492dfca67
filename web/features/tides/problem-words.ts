/** What the problems of tidal windows are called. Read by every page of this feature. */
import { doneOtherwise, problemWords } from '#web/words/words.ts';

export const tidesProblems = problemWords({
  'tides.noAdvice': {
    'zh-CN': '没有找到这条建议，请刷新列表',
    en: 'There is no such suggestion: refresh the list',
  },
  'tides.noHall': {
    'zh-CN': '这个网点不取号，没有排队可看。请选择别的大厅',
    en: 'No tickets are taken at this place, so nobody waits there: choose another hall',
  },
  'tides.noZone': {
    'zh-CN': '这个大厅没有这个区了，请刷新',
    en: 'This hall has no such zone any more: refresh the page',
  },
  'tides.decidedAlready': {
    'zh-CN': '这条建议已经有人处理了，请刷新看结果',
    en: 'Somebody has decided this already: refresh to see what was done',
  },
  'tides.notAsked': {
    'zh-CN': '这件事已经不用您去了，请刷新',
    en: 'This is no longer asked of you: refresh the page',
  },
  'tides.actReused': doneOtherwise,
  'tides.noManager': {
    'zh-CN': '只能通知今天在政务办有岗位的人，请重新选择',
    en: 'Only somebody of the service office with a post today can be told: choose others',
  },
});
