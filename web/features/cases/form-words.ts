/** Words of the application form and of its signature, at the workbench and on the portal. */
import { words } from '#web/words/words.ts';

export const formWords = words({
  'zh-CN': {
    form: '申请表',
    open: '查看申请表 PDF',
    signature: '申请人签名',
    ofAgent: '代办人签名',
    ways: { drawn: '手写签名', confirmed: '本人确认' },
    broken: '手写签名无法显示',
  },
  en: {
    form: 'Application form',
    open: 'Open the application form as PDF',
    signature: 'Signature of the applicant',
    ofAgent: 'Signature of the agent',
    ways: { drawn: 'Drawn by hand', confirmed: 'Confirmed' },
    broken: 'The drawing cannot be shown',
  },
});
