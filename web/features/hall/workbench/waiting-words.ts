/** Words of the list of those who wait, and of taking a ticket back. */
import { words } from '#web/words/words.ts';

export const waitingWords = words({
  'zh-CN': {
    see: '看排队',
    title: (errand: string) => `${errand}：谁在等`,
    nobody: '没有人在等',
    nobodyWhat: '叫到的、办完的不在这里。',
    withdraw: '收回',
    withdrawTitle: (number: string) => `收回 ${number} 号`,
    withdrawWhat: '这张号不再叫。取号页面会写明原因；用账号取的，除本人要求外还会收到消息。',
    why: '原因',
    whyMissing: '请选一个原因',
  },
  en: {
    see: 'Who waits',
    title: (errand) => `Who waits: ${errand}`,
    nobody: 'Nobody waits',
    nobodyWhat: 'Who was called or served is not in this list.',
    withdraw: 'Take back',
    withdrawTitle: (number) => `Take number ${number} back`,
    withdrawWhat:
      'It will not be called any more. The page of the ticket says why; who took it with an account also gets a message, unless they asked for it.',
    why: 'Why',
    whyMissing: 'Choose why',
  },
});
