/** Words of the overview of a hall. */
import { words } from '#web/words/words.ts';

interface Minutes {
  priorityMinutes: number;
  appointmentMinutes: number;
  graceMinutes: number;
  returnMinutes: number;
}

export const overviewWords = words({
  'zh-CN': {
    sub: '现在的排队和窗口',
    subSetup: '设置、屏幕和告示',
    none: '还没有大厅开通取号',
    noneWhat: '开通后，这里能看到每个窗口和每项业务的排队。',
    choose: '选择大厅',
    screens: '屏幕和告示',
    setup: '设置',
    more: '让别的网点也能取号',
    moreWhat: '选一个网点',
    screen: '打开大屏',
    floor: '现场总览',
    truth: '等候准不准',
    waiting: '排队',
    windows: (count: number) => `${count} 个窗口`,
    longest: (minutes: number) => `最久 ${minutes} 分钟`,
    full: '已停止取号',
    windowsTitle: '窗口',
    open: (open: number, all: number) => `${all} 个中 ${open} 个有人`,
    states: { closed: '未开', open: '开放', break: '暂停' },
    since: (minutes: number) => `${minutes} 分钟`,
    nothing: '未设业务',
    everything: '全部业务',
    duty: '改业务',
    dutyTitle: (number: string) => `${number} 号窗口办哪些业务`,
    dutyLine: '保存后马上生效，正在办的不受影响。',
    evenSo: '没有别的窗口办，仍要改',
    save: '保存',
    close: '关闭',
    closeTitle: (number: string) => `关闭 ${number} 号窗口`,
    closeWhat: '用于同事离开时忘了签退。已叫还没到的号退回原来的位置；正在办的号先暂存，别的窗口可以接着叫。',
    closeAlone: (count: number) => `${count} 人在等，没有别的窗口能办：仍要关闭`,
    rule: '谁先叫',
    ruleIs: (m: Minutes) =>
      `按取号时间先后。优先人群算早来 ${m.priorityMinutes} 分钟；预约的人在约定时间前 ${m.appointmentMinutes} 分钟排队，迟到 ${m.graceMinutes} 分钟内有效；过号重排算早来 ${m.returnMinutes} 分钟。`,
    bound: (minutes: number) => `任何人都不会排在比自己晚来 ${minutes} 分钟以上的人后面。`,
  },
  en: {
    sub: 'The queue and the windows now',
    subSetup: 'How it is set up, its screens and postings',
    none: 'No hall gives out tickets yet',
    noneWhat: 'Once one does, every window and every queue is shown here.',
    choose: 'Choose a hall',
    screens: 'Screens and postings',
    setup: 'Set up',
    more: 'Let tickets be taken elsewhere too',
    moreWhat: 'Choose an outlet',
    screen: 'Open the screen',
    floor: 'The floor now',
    truth: 'Were the waits true?',
    waiting: 'Waiting',
    windows: (count) => (count === 1 ? '1 window' : `${count} windows`),
    longest: (minutes) => `longest ${minutes} min`,
    full: 'no more tickets',
    windowsTitle: 'Windows',
    open: (open, all) => `${open} of ${all} staffed`,
    states: { closed: 'closed', open: 'open', break: 'break' },
    since: (minutes) => `${minutes} min`,
    nothing: 'does nothing yet',
    everything: 'everything',
    duty: 'Change',
    dutyTitle: (number) => `What window ${number} does`,
    dutyLine: 'It holds at once; whoever is being served stays.',
    evenSo: 'No other window does it: change it all the same',
    save: 'Save',
    close: 'Close',
    closeTitle: (number) => `Close window ${number}`,
    closeWhat:
      'For a colleague who left without signing out. Who was called and is not there goes back to the old place; who is being served is put aside, and any window calls them from there.',
    closeAlone: (count) => `${count} wait and no other window does it: close it all the same`,
    rule: 'Who goes first',
    ruleIs: (m) =>
      `By the time of the ticket. Priority groups count as ${m.priorityMinutes} minutes earlier; an appointment queues ${m.appointmentMinutes} minutes before its time and holds up to ${m.graceMinutes} minutes late; after a missed call one counts as ${m.returnMinutes} minutes earlier.`,
    bound: (minutes) => `Nobody waits behind somebody who came more than ${minutes} minutes later.`,
  },
});
