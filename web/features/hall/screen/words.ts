/** Words of the screens of a hall, and what is said aloud. */
import { words } from '#web/words/words.ts';

/** Letters and digits one by one: a voice would otherwise read a number as an amount. */
const spelled = (text: string): string => [...text].join(' ');

export const screenWords = words({
  'zh-CN': {
    choose: '选择这块大屏显示的内容',
    whole: '全部区域',
    board: '信息屏',
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
    code: '输入这块屏的代码',
    codeLine: '代码在工作台“大厅 → 屏幕”里。输入一次即可，以后显示什么在工作台里改。',
    open: '打开',
    staleHere: '和服务器的连接断了，正在重连。',
    windowStates: { open: '开放', break: '暂停', closed: '未开放' },
    windowFree: { open: '请等叫号', break: '暂停办理，请稍候', closed: '本窗口未开放' },
    ticketStates: { called: '请到本窗口', coming: '正在过来', serving: '正在办理' },
    next: '下一位',
    andMore: ' 等',
    clerk: (name: string) => `工作人员：${name}`,
    urgent: '重要',
    hours: (spans: readonly { opens: string; closes: string }[]) =>
      `今日开放 ${spans.map(({ opens, closes }) => `${opens}–${closes}`).join('、')}`,
    elsewhere: '其他网点现在',
    waits: (count: number) => (count === 0 ? '无人等候' : `${count} 人等候`),
    windowsOpen: (count: number) => `开放 ${count} 个窗口`,
    noWindows: '现在没有窗口开放',
    takes: { closed: '不取号', full: '今日号已取完，请预约' },
  },
  en: {
    choose: 'What this screen shows',
    whole: 'All zones',
    board: 'Information',
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
    code: 'Code of this screen',
    codeLine:
      'It stands in the workbench under “Hall → Screens”. Typed in once; what is shown is changed there afterwards.',
    open: 'Open',
    staleHere: 'The connection is lost and being made anew.',
    windowStates: { open: 'Open', break: 'Break', closed: 'Closed' },
    windowFree: { open: 'Please wait for your call', break: 'Back soon', closed: 'This window is closed' },
    ticketStates: { called: 'Please come here', coming: 'On the way', serving: 'Being served' },
    next: 'Next',
    andMore: ' and more',
    clerk: (name) => `At this window: ${name}`,
    urgent: 'Important',
    hours: (spans) => `Open today ${spans.map(({ opens, closes }) => `${opens}–${closes}`).join(', ')}`,
    elsewhere: 'Elsewhere now',
    waits: (count) => (count === 0 ? 'Nobody waits' : count === 1 ? '1 waits' : `${count} wait`),
    windowsOpen: (count) => (count === 1 ? '1 window open' : `${count} windows open`),
    noWindows: 'No window is open now',
    takes: { closed: 'no tickets now', full: 'no tickets left today: make an appointment' },
  },
});

/** What the device's own voice says, by the language it is said in. */
export const spokenWords = {
  zh: (number: string, window: string) => `请 ${spelled(number)} 号，到 ${spelled(window)} 号窗口办理`,
  en: (number: string, window: string) => `Ticket ${spelled(number)}, please go to window ${spelled(window)}`,
};
