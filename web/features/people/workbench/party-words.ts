/** Words about a party of a case: masked, unmasked. */
import { words } from '#web/words/words.ts';

export const partyWords = words({
  'zh-CN': {
    idNumber: '证件号码',
    creditCode: '统一社会信用代码',
    phone: '电话',
    address: '地址',
    email: '电子邮箱',
    unmask: '查看完整信息',
    unmaskGo: '查看',
    mask: '重新遮盖',
    unmaskReason: '查看的理由',
    unmaskWhat: '谁在什么时候因为什么查看了完整信息，都会记录下来。',
  },
  en: {
    idNumber: 'Number of document',
    creditCode: 'Credit code',
    phone: 'Telephone',
    address: 'Address',
    email: 'E-mail',
    unmask: 'Show in full',
    unmaskGo: 'Show',
    mask: 'Mask again',
    unmaskReason: 'Why you need it',
    unmaskWhat: 'Who saw the full data, when and why, is recorded.',
  },
});
