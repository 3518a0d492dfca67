/** Words of what is to be done today. */
import { words } from '#web/words/words.ts';

export const todayWords = words({
  'zh-CN': {
    counts: '待办数量',
    mine: '我经办的',
    free: '待领取',
    new: '待受理',
    asked: '待批延期',
    decide: '待决定',
    soon: '临期',
    late: '逾期',
    open: '全部在办',
    first: {
      mine: '我经办的，期限近的在前',
      decide: '等我决定的，期限近的在前',
      late: '逾期的，期限早的在前',
      free: '没有人经办的，期限近的在前',
    },
    lateMeans:
      '逾期：承诺期限（没有承诺的，法定期限）最后一日已过的在办件；等待补正的不算。数据页的“超法定期限在办数”只数过了法定期限的。',
    all: (count: number) => `全部 ${count} 件`,
    none: { mine: '您手上没有在办件', decide: '没有等您决定的件', late: '没有逾期的件', free: '没有待领取的件' },
  },
  en: {
    counts: 'What is to be done',
    mine: 'Mine',
    free: 'Held by nobody',
    new: 'To accept',
    asked: 'More time asked',
    decide: 'To decide',
    soon: 'Due soon',
    late: 'Overdue',
    open: 'All open',
    first: {
      mine: 'Mine, due first',
      decide: 'Waiting for my decision, due first',
      late: 'Overdue, due first',
      free: 'Held by nobody, due first',
    },
    lateMeans:
      'Overdue: open, and past the promised day (the legal one where none is promised); waiting for a supplement does not count. “Past the legal limit now” in Figures counts only what the law no longer allows.',
    all: (count) => `All ${count}`,
    none: {
      mine: 'You hold no open case',
      decide: 'Nothing waits for your decision',
      late: 'Nothing is overdue',
      free: 'Everything is held by somebody',
    },
  },
});
