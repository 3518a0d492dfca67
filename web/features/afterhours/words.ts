/** Words of after-hours service that residents and staff share. */
import { words } from '#web/words/words.ts';

export const afterhoursWords = words({
  'zh-CN': {
    title: '延时服务',
    periods: { noon: '中午', evening: '下班后', saturday: '周六' },
    states: { asked: '待审核', granted: '已安排', refused: '未安排', cancelled: '已取消', unanswered: '未答复', started: '办理中', done: '已办结', missed: '未到' },
    window: (number: string) => `${number} 号窗口`,
    when: (day: string, period: string, time: string) => `${day} ${period} ${time}`,
    reason: '理由',
    need: (what: string) => `请填写${what}`,
    phoneForm: '只写号码；分机写作“转12”，不写姓名等其他文字',
    choose: (what: string) => `请选择${what}`,
  },
  en: {
    title: 'After hours',
    periods: { noon: 'Noon', evening: 'Evening', saturday: 'Saturday' },
    states: { asked: 'To be decided', granted: 'Granted', refused: 'Refused', cancelled: 'Cancelled', unanswered: 'Unanswered', started: 'In progress', done: 'Done', missed: 'Nobody came' },
    window: (number) => `window ${number}`,
    when: (day, period, time) => `${day}, ${time} (${period})`,
    reason: 'Reason',
    need: (what) => `Please fill in: ${what}`,
    phoneForm: 'The number alone, without names; an extension as “/ 12”',
    choose: (what) => `Please choose: ${what}`,
  },
}); // prettier-ignore
