/** Words of the documents of a case. */
import { words } from '#web/words/words.ts';

export const documentWords = words({
  'zh-CN': {
    title: '文书',
    none: '还没有文书',
    served: '送达',
    ways: { collected: '窗口领取', posted: '邮寄', electronic: '电子送达', onSite: '当场送达', left: '留置送达' },
    reviewUntil: '复议截止',
    actionUntil: '诉讼截止',
    slip: '小票',
  },
  en: {
    title: 'Documents',
    none: 'No documents yet',
    served: 'Served',
    ways: { collected: 'collected', posted: 'by post', electronic: 'electronic', onSite: 'on the spot', left: 'left' },
    reviewUntil: 'review until',
    actionUntil: 'action until',
    slip: 'Slip',
  },
});
