/** What goes wrong with people and accounts, said to residents: what to do next. */
import { problemWords, type Facts } from '#web/words/words.ts';

const minutes = (facts: Facts): number => {
  const until = Date.parse(String(facts.until ?? ''));
  return Number.isNaN(until) ? 15 : Math.max(1, Math.ceil((until - Date.now()) / 60_000));
};

export const peopleProblems = problemWords({
  'people.wrongCredentials': {
    'zh-CN': '登录名或密码不对，请检查后再试',
    en: 'The name or the password is wrong: check them and try again',
  },
  'people.locked': {
    'zh-CN': (facts) => `输错次数太多，请等约 ${minutes(facts)} 分钟再试，或者用验证码找回密码`,
    en: (facts) => `Too many wrong tries: wait about ${minutes(facts)} minutes, or set a new password with a code`,
  },
  'people.wrongCode': {
    'zh-CN': '验证码不对、已用过或者已过期，请重新获取',
    en: 'The code is wrong, used or expired: ask for a new one',
  },
  'people.weakPassword': {
    'zh-CN': '密码太简单，请换一个更长或更复杂的',
    en: 'The password is too weak: choose a longer or less usual one',
  },
  'people.wrongPassword': { 'zh-CN': '现在的密码不对，请重新输入', en: 'The present password is wrong: type it again' },
  'people.samePassword': { 'zh-CN': '新密码和现在的一样，请换一个', en: 'This is the present password: choose another' },
  'people.loginNameTaken': { 'zh-CN': '这个登录名已有人使用，请换一个', en: 'Somebody has this name: choose another' },
  'people.phoneTaken': {
    'zh-CN': '这个手机号已用于另一个账号，请换一个号码，或者用它找回账号',
    en: 'Another account has this number: use a different one, or recover that account',
  },
  'people.identityTaken': {
    'zh-CN': '这个证件已经注册过。请找回账号；不是您注册的，请带证件到窗口处理',
    en: 'This document is registered already: recover the account, or bring the document to a counter if it was not you',
  },
  'people.wrongIdNumber': {
    'zh-CN': '证件号码不对，请对照证件检查',
    en: 'The number of the document is wrong: compare it with the document',
  },
  'people.wrongCreditCode': {
    'zh-CN': '统一社会信用代码不对，请对照营业执照检查',
    en: 'The credit code is wrong: compare it with the licence',
  },
  'people.organisationTaken': { 'zh-CN': '这家单位已经登记过', en: 'This organisation is registered already' },
  'people.notLegalRepresentative': {
    'zh-CN': '登记的法定代表人不是您。请由法定代表人登录后授权给您',
    en: 'You are not its legal representative on record: ask them to authorise you here',
  },
  'people.noPerson': {
    'zh-CN': '这个账号没有对应的个人，不能这样做',
    en: 'This account belongs to no person, so this is not possible',
  },
  'people.noSuchPerson': {
    'zh-CN': '没有找到这个人。请核对证件和姓名；对方需要先在本网站注册',
    en: 'Nobody is registered with this document and name: check both; the person has to register here first',
  },
  'people.onePrincipal': { 'zh-CN': '请只选择一个委托人', en: 'Choose one principal only' },
  'people.notOneself': { 'zh-CN': '不能委托给自己', en: 'You cannot authorise yourself' },
  'people.wrongSpan': {
    'zh-CN': '截止日期不对：不能早于今天，最长五年',
    en: 'The last day is wrong: not before today, and at most five years away',
  },
  'people.alreadyActs': { 'zh-CN': '您已经可以为这家单位办事', en: 'You act for this organisation already' },
  'people.alreadyRevoked': { 'zh-CN': '这项授权已经结束', en: 'This authority has ended already' },
  'people.changedMeanwhile': {
    'zh-CN': '这些信息刚刚在别处改过，请刷新后再改',
    en: 'This was changed elsewhere meanwhile: refresh, then change it',
  },
  'people.secondFactorNotOpen': {
    'zh-CN': '这个账号现在不能设置双重验证',
    en: 'A second factor cannot be set up for this account now',
  },
});
