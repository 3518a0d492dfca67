/** Words of the inbox and of how one is told. */
import { problemWords, words } from '#web/words/words.ts';

export const noticeWords = words({
  'zh-CN': {
    inbox: '消息',
    unread: (count: number) => `${count} 条未读`,
    unreadMark: '未读',
    allRead: '全部标为已读',
    none: '没有消息',
    noneLine: '办件有进展时，会在这里告诉您。',
    toCase: '看这件事',
    more: '显示更多',
    onlyUnread: '只看未读',
    preference: '怎么通知您',
    preferenceLine: '站内消息总会收到，另外还可以：',
    sms: '发短信到手机',
    email: '发邮件到邮箱',
    language: '通知的语言',
    chinese: '中文',
    english: 'English',
    saved: '已保存',
    quiet: '晚上 9 点到早上 8 点不发短信和邮件。',
  },
  en: {
    inbox: 'Messages',
    unread: (count) => `${count} unread`,
    unreadMark: 'unread',
    allRead: 'Mark all as read',
    none: 'No messages',
    noneLine: 'When something happens in a matter of yours, it is said here.',
    toCase: 'See this matter',
    more: 'Show more',
    onlyUnread: 'Unread only',
    preference: 'How we tell you',
    preferenceLine: 'Messages always arrive here. In addition:',
    sms: 'SMS to my mobile',
    email: 'E-mail to my mailbox',
    language: 'Language of messages',
    chinese: '中文',
    english: 'English',
    saved: 'Saved',
    quiet: 'No SMS or e-mail between 9 pm and 8 am.',
  },
});

export const noticeProblemWords = problemWords({
  'notices.noSuchNotice': { 'zh-CN': '没有这条消息', en: 'There is no such message' },
  'notices.noPerson': {
    'zh-CN': '这个账号没有对应的个人，不能设置',
    en: 'This account belongs to no person, so this cannot be set',
  },
  'notices.noOutbox': { 'zh-CN': '只有演示环境可以查看', en: 'Only a demonstration shows this' },
});
