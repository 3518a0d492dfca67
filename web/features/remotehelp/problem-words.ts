/** What the problems of remote help are called. */
import { problemWords } from '#web/words/words.ts';

export const helpProblemWords = problemWords({
  'remotehelp.noHelp': { 'zh-CN': '没有找到这次求助，请重新求助', en: 'This request is not there: ask again' },
  'remotehelp.nobodyThere': {
    'zh-CN': '现在没有工作人员值守远程帮办。可以到窗口办理、预约，或拨打 12345',
    en: 'No clerk is there for remote help now. Come to a window, book a time, or call 12345',
  },
  'remotehelp.full': {
    'zh-CN': '求助的人太多了，请稍后再试，或到窗口办理',
    en: 'Too many people wait: try again later, or come to a window',
  },
  'remotehelp.haveHelp': {
    'zh-CN': '您已经在求助了，可能在另一个标签页：请在那里继续，或先结束',
    en: 'You have asked already, perhaps in another tab: go on there, or end it first',
  },
  'remotehelp.noItem': {
    'zh-CN': '没有这个事项，请返回重新选择',
    en: 'There is no such item: go back and choose again',
  },
  'remotehelp.wrongAct': { 'zh-CN': '情况已经变化，请看最新状态', en: 'Not possible any more: look at how it stands' },
  'remotehelp.actRepeated': { 'zh-CN': '没有成功，请再按一次', en: 'It did not work: press once more' },
  'remotehelp.noSeat': { 'zh-CN': '请先开始值守', en: 'Say first that you are there' },
  'remotehelp.helping': {
    'zh-CN': '您正在帮办：请先结束或转交',
    en: 'You are helping somebody: finish or hand over first',
  },
  'remotehelp.colleagueAway': {
    'zh-CN': '这位同事现在不空，请另选一位，或转回排队',
    en: 'This colleague is not free: choose another, or hand over to the queue',
  },
  'remotehelp.otherTab': { 'zh-CN': '已在另一个标签页继续，请到那里操作', en: 'It goes on in another tab: go there' },
  'remotehelp.recordTooLong': {
    'zh-CN': '超过 10,000 件：请缩短日期范围再导出',
    en: 'These are more than 10,000: choose fewer days',
  },
  'remotehelp.olderConnection': {
    'zh-CN': '对方重新接入了，请稍等',
    en: 'The other side has begun anew: wait a moment',
  },
});
