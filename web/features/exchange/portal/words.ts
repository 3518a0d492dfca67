/** The pages of the exchange on the portal. */
import { words } from '#web/words/words.ts';

export const exchangePortalWords = words({
  'zh-CN': {
    title: '跨区办理', line: '在本区提交，由其他地区办理和决定，结果传回本区。', find: '想办什么，或在哪个地区', choose: '申请', none: '没有找到可以跨区办理的事项', noneLine: '换个说法试试，或到窗口咨询。',
    mine: '跨区办理的事项', all: '我的办件', follow: '查看进度', apply: '跨区申请',
  },
  en: {
    title: 'In another district', line: 'Hand it in here; another district handles and decides it, and the result comes back here.', find: 'What, or which district', choose: 'Apply', none: 'Nothing found', noneLine: 'Try other words, or ask at a window.',
    mine: 'In other districts', all: 'My matters', follow: 'Follow it', apply: 'Apply in another district',
  },
}); // prettier-ignore
