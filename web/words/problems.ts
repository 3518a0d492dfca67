/** What the problems that any operation can answer with are called, and those of the browser itself. */
import { problemWords } from './words.ts';

/** What is a moment and what is not: somebody who has to wait for a quarter of an hour is told so. `seconds`: as the server has said, if it has. */
const inMinutes = (seconds: unknown, say: (minutes: number) => string, moment: string): string =>
  typeof seconds === 'number' && seconds > 90 ? say(Math.ceil(seconds / 60)) : moment;

problemWords({
  'general.invalid': {
    'zh-CN': '填写的内容有误，请检查标出的地方',
    en: 'Some of this is not right: check what is marked',
  },
  'general.notSignedIn': { 'zh-CN': '请先登录，再继续办理', en: 'Sign in, then go on' },
  'general.forbidden': {
    'zh-CN': '您不能这样做。工作人员因工作需要的，请联系本部门管理员',
    en: 'You may not do this. Staff who need it for their work ask the administrator of their department',
  },
  'general.notFound': {
    'zh-CN': '没有找到，可能已经移走，或者不归您查看',
    en: 'Not found: it may have moved, or it is not for you to see',
  },
  'general.crossSite': {
    'zh-CN': '这次请求来自别的网站，已被拦下。请直接打开本网站再试',
    en: 'The request came from another site and was stopped: open this site directly and try again',
  },
  'general.tooLarge': { 'zh-CN': '内容太大，请减少或压缩后再试', en: 'Too large: make it smaller and try again' },
  'general.tooMany': {
    'zh-CN': ({ retryAfter }) => `操作太频繁，请${inMinutes(retryAfter, (m) => ` ${m} 分钟后`, '稍等片刻')}再试`,
    en: ({ retryAfter }) =>
      `Too many requests: try again ${inMinutes(retryAfter, (m) => `in ${m} minutes`, 'in a moment')}`,
  },
  'general.busy': {
    'zh-CN': '现在办理的人多，这次没有保存，请稍后再试',
    en: 'The service is busy and nothing was stored: try again shortly',
  },
  'general.unavailable': {
    'zh-CN': '系统暂时连不上数据库，这次没有保存，请稍后再试',
    en: 'The database is out of reach and nothing was stored: try again shortly',
  },
  'general.internal': {
    'zh-CN': '系统出了问题，不是您的操作有误。请稍后再试，仍不行请求助，有编号的请报编号',
    en: 'Something went wrong on our side: try again later, or ask for help and give the number if one is shown',
  },
  // For a field that the server refused without a word of its own.
  'general.field': { 'zh-CN': '这一项不符合要求，请检查', en: 'This is not accepted: check it' },
  'client.offline': {
    'zh-CN': '网络不通，请检查网络后再试，已填的内容还在',
    en: 'No connection: check the network and try again. What you entered is kept',
  },
  'client.cancelled': { 'zh-CN': '已取消', en: 'Cancelled' },
});
