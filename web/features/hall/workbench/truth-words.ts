/** Words of the page that compares what the hall said of waits with what became of them. */
import { words } from '#web/words/words.ts';

export const truthWords = words({
  'zh-CN': {
    title: '等候准不准',
    back: '大厅',
    what: '取号时告诉群众的等候时间，和实际叫号时间相比。说得准，100 次里应有 80 次左右落在所说的范围里。',
    none: '还没有大厅开通取号',
    noneWhat: '开通取号后，这里能看到等候时间说得准不准。',
    nothing: '还没有可以比较的号',
    nothingWhat: '有人取号、被叫到以后，这里会出现。',
    all: (share: number, inside: number, told: number, days: number) =>
      `近 ${days} 天：100 次里 ${share} 次在所说范围内（${told} 个号中 ${inside} 个）`,
    hour: (hour: number) => `${hour} 时`,
    share: (share: number) => `${share}%`,
    rest: (told: number, sooner: number, later: number, width: number) =>
      `${told} 个号，${sooner} 个更早，${later} 个更晚，范围平均 ${width} 分钟`,
    newest: '最近的号',
    ofHour: (hour: string) => `${hour}取的号`,
    number: '号',
    at: '取号',
    ahead: '同窗口在等',
    said: '所说等候',
    waited: '实际等候',
    held: '结果',
    minutes: (minutes: number) => `${minutes} 分钟`,
    inside: '在范围内',
    sooner: '更早',
    later: '更晚',
  },
  en: {
    title: 'Were the waits true?',
    back: 'Hall',
    what: 'The wait that people were told when they took a ticket, against when they were called. If it is told truly, about 80 of 100 lie within the range.',
    none: 'No hall gives out tickets yet',
    noneWhat: 'Once one does, it is shown here how true its waits are.',
    nothing: 'No ticket to compare yet',
    nothingWhat: 'Tickets appear here once they were taken and called.',
    all: (share, inside, told, days) =>
      `Last ${days} days: ${share} of 100 within what was said (${inside} of ${told} tickets)`,
    hour: (hour) => `${hour}:00`,
    share: (share) => `${share} %`,
    rest: (told, sooner, later, width) =>
      `${told} tickets, ${sooner} sooner, ${later} later, range ${width} min on average`,
    newest: 'The newest tickets',
    ofHour: (hour) => `Tickets taken from ${hour}`,
    number: 'Ticket',
    at: 'Taken',
    ahead: 'In line there',
    said: 'Was told',
    waited: 'Waited',
    held: 'Result',
    minutes: (minutes) => `${minutes} min`,
    inside: 'within',
    sooner: 'sooner',
    later: 'later',
  },
});
