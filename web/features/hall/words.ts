/** Words that portal, workbench and screens of the hall share. */
import type { Priority, TicketState, WithdrawReason } from '#modules/hall/contract';
import { words } from '#web/words/words.ts';

export const hallWords = words({
  'zh-CN': {
    elsewhere: (errand: string) => `${errand}，附近更快的地方`,
    elsewhereBeside: '附近更快的地方',
    distance: (metres: number) => (metres < 1000 ? `${metres} 米` : `${(metres / 1000).toFixed(1)} 公里`),
    states: {
      waiting: '等候',
      called: '已叫号',
      coming: '正在过来',
      serving: '办理中',
      parked: '暂存',
      missed: '过号',
      finished: '已办结',
      cancelled: '已取消',
      lapsed: '已作废',
    } satisfies Record<TicketState, string>,
    priorities: {
      elderly: '老年人',
      disabled: '残疾人',
      soldier: '军人',
      pregnant: '孕妇、带婴儿',
    } satisfies Record<Priority, string>,
    withdrawn: {
      asked: '本人要求退号',
      left: '叫号前人已离开',
      duplicate: '重复取号',
      hoarded: '囤号、倒号',
    } satisfies Record<WithdrawReason, string>,
    people: (count: number) => `${count} 人`,
    /** In how many minutes the call comes: most likely within these. */
    range: ({ low, high, rough }: { low: number; high: number; rough: boolean }) => {
      if (high <= 1) return '不用等';
      const about = rough ? '约 ' : '';
      if (low < 1) return `${about}${high} 分钟以内`;
      return low === high ? `${about}${high} 分钟` : `${about}${low} 至 ${high} 分钟`;
    },
    noWindow: '暂无窗口',
    window: (number: string) => `${number} 号窗口`,
    party: '几个人一起办',
  },
  en: {
    elsewhere: (errand) => `${errand}: sooner nearby`,
    elsewhereBeside: 'Sooner nearby',
    distance: (metres) => (metres < 1000 ? `${metres} m` : `${(metres / 1000).toFixed(1)} km`),
    states: {
      waiting: 'Waiting',
      called: 'Called',
      coming: 'On the way',
      serving: 'Being served',
      parked: 'Put aside',
      missed: 'Missed',
      finished: 'Done',
      cancelled: 'Given back',
      lapsed: 'Over',
    },
    priorities: {
      elderly: 'Elderly',
      disabled: 'Disabled',
      soldier: 'Soldier',
      pregnant: 'Pregnant, or with an infant',
    },
    withdrawn: {
      asked: 'at the holder’s wish',
      left: 'the holder has left',
      duplicate: 'the holder has another ticket',
      hoarded: 'taken to be kept or sold',
    },
    people: (count) => (count === 1 ? '1 person' : `${count} people`),
    range: ({ low, high, rough }) => {
      if (high <= 1) return 'no wait';
      const about = rough ? 'about ' : '';
      if (low < 1) return `${about}${high} min at most`;
      return low === high ? `${about}${high} min` : `${about}${low} to ${high} min`;
    },
    noWindow: 'no window open',
    window: (number) => `Window ${number}`,
    party: 'People together',
  },
});
