/** Words of ratings wherever they are given, read or counted. */
import type { Level, Reason } from '#modules/ratings/contract';
import { words } from '#web/words/words.ts';

export const ratingWords = words({
  'zh-CN': {
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
  },
  en: {
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
  },
});
