/** Words for rating a service. */
import '#web/features/ratings/problem-words.ts';
import type { Level, Reason } from '#modules/ratings/contract';
import { words } from '#web/words/words.ts';

export const ratingWords = words({
  'zh-CN': {
    title: '办得怎么样？',
    line: '点一下就评价好了',
    whatWrong: '哪里没做好？可以选几项',
    comment: '想说的话',
    commentOptional: '选填',
    send: '提交评价',
    thanks: '谢谢，您的评价已经收到',
    given: (level: string) => `您的评价：${level}`,
    levels: {
      verySatisfied: '非常满意',
      satisfied: '满意',
      basicallySatisfied: '基本满意',
      dissatisfied: '不满意',
      veryDissatisfied: '非常不满意',
    } satisfies Record<Level, string>,
    reasons: {
      slow: '办得慢、等得久',
      attitude: '态度不好',
      unclear: '没有一次说清楚',
      needlessPapers: '要了不必要的材料',
      manyTrips: '跑了好几趟',
      hardToUse: '网上不好用',
      wrongResult: '结果有错',
      fees: '收费有问题',
      other: '其他',
    } satisfies Record<Reason, string>,
    badLine: '差评会有专人核实并回复您。',
  },
  en: {
    title: 'How was it?',
    line: 'One tap is all it takes',
    whatWrong: 'What was wrong? Choose all that fit',
    comment: 'In your words',
    commentOptional: 'optional',
    send: 'Send the rating',
    thanks: 'Thank you, we have your rating',
    given: (level) => `Your rating: ${level}`,
    levels: {
      verySatisfied: 'Very satisfied',
      satisfied: 'Satisfied',
      basicallySatisfied: 'Fairly satisfied',
      dissatisfied: 'Dissatisfied',
      veryDissatisfied: 'Very dissatisfied',
    },
    reasons: {
      slow: 'It took too long',
      attitude: 'Unfriendly',
      unclear: 'Not told everything at once',
      needlessPapers: 'Needless papers',
      manyTrips: 'Too many trips',
      hardToUse: 'Hard to use online',
      wrongResult: 'The result is wrong',
      fees: 'The fees',
      other: 'Something else',
    },
    badLine: 'Somebody will look into it and answer you.',
  },
});
