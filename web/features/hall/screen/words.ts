/** Words of the screens of a hall, and what is said aloud. */
import { words } from '#web/words/words.ts';

/** Letters and digits one by one: a voice would otherwise read a number as an amount. */
const spelled = (text: string): string => [...text].join(' ');

export const screenWords = words({
  'zh-CN': {
    choose: '选择这块大屏显示的内容',
    whole: '全部区域',
    none: '现在没有可以显示的大厅',
    now: '请到窗口',
    number: '号码',
    window: '窗口',
    nobody: '请留意叫号',
    waiting: '等候',
    people: (count: number) => `${count} 人`,
    missed: '过号，请找工作人员或扫码重排',
    sound: '打开声音',
    soundLine: '浏览器要点一下才会出声',
    stale: '和服务器的连接断了，正在重连。请看窗口上的显示。',
    say: (number: string, window: string) => `请 ${spelled(number)} 号，到 ${spelled(window)} 号窗口`,
  },
  en: {
    choose: 'What this screen shows',
    whole: 'All zones',
    none: 'There is no hall to be shown',
    now: 'Please come',
    number: 'Ticket',
    window: 'Window',
    nobody: 'Please wait for your call',
    waiting: 'Waiting',
    people: (count) => String(count),
    missed: 'Missed: ask the staff, or scan your slip',
    sound: 'Switch the sound on',
    soundLine: 'A browser wants a tap before it makes a sound',
    stale: 'The connection is lost and being made anew. Look at the display at the window.',
    say: (number, window) => `Ticket ${spelled(number)}, please go to window ${spelled(window)}`,
  },
});
