/** Words for rating a service. */
import { words } from '#web/words/words.ts';

export const rateWords = words({
  'zh-CN': {
    title: '办得怎么样？',
    line: '满意的，点一下就好；不满意的，请说明原因再提交',
    whatWrong: '哪里没做好？可以选几项',
    comment: '想说的话',
    commentOptional: '选填',
    send: '提交评价',
    thanks: '谢谢，您的评价已经收到',
    given: (level: string) => `您的评价：${level}`,
    notSent: '还没有提交。',
    badLine: '差评会有专人核实并回复您。',
  },
  en: {
    title: 'How was it?',
    line: 'If it was good, one tap is all it takes. If not, say why and send it',
    whatWrong: 'What was wrong? Choose all that fit',
    comment: 'In your words',
    commentOptional: 'optional',
    send: 'Send the rating',
    thanks: 'Thank you, we have your rating',
    given: (level) => `Your rating: ${level}`,
    notSent: 'Not sent yet.',
    badLine: 'Somebody will look into it and answer you.',
  },
});
