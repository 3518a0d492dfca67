/** What the problems with messages are called. Read by every page of this feature, on every surface. */
import { problemWords } from '#web/words/words.ts';

export const noticeProblemWords = problemWords({
  'notices.noSuchNotice': {
    'zh-CN': '没有这条消息，或者不归您查看',
    en: 'There is no such message, or it is not for you',
  },
  'notices.noPerson': {
    'zh-CN': '这个账号没有对应的个人信息，收不到消息',
    en: 'This account has no person, so it gets no messages',
  },
  'notices.noOutbox': { 'zh-CN': '发件记录只在演示中可看', en: 'The outbox is part of the demo only' },
});
