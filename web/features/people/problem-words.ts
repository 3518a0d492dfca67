/** What the problems of people, accounts and authority are called. Read by every page of this feature, on every surface. */
import { problemWords } from '#web/words/words.ts';

export const peopleProblemWords = problemWords({
  'people.wrongCredentials': {
    'zh-CN': '登录名或密码不对，请检查后再试',
    en: 'The name or the password is wrong: check both and try again',
  },
  'people.locked': {
    'zh-CN': '输错次数太多，账号已临时锁定，请过一会儿再试或找回密码',
    en: 'Too many wrong tries: wait for a while, or recover the password',
  },
  'people.wrongCode': {
    'zh-CN': '验证码不对、已经用过或者过期，请换新的再试',
    en: 'The code is wrong, used or expired: try a new one',
  },
  'people.weakPassword': {
    'zh-CN': '密码太简单，请用更长、不易猜到的密码',
    en: 'The password is too weak: choose a longer one that nobody guesses',
  },
  'people.wrongPassword': { 'zh-CN': '现在的密码不对，请检查', en: 'The present password is wrong: check it' },
  'people.samePassword': {
    'zh-CN': '新密码和现在的一样，请换一个',
    en: 'The new password is the present one: choose another',
  },
  'people.secondFactorNotOpen': {
    'zh-CN': '这个账号现在不需要设置动态验证码',
    en: 'This account has no second factor to set up now',
  },
  'people.loginNameTaken': {
    'zh-CN': '这个登录名已经有人用了，请换一个',
    en: 'This login name is taken: choose another',
  },
  'people.phoneTaken': {
    'zh-CN': '这个手机号已用于另一个账号，请换一个或找回原账号',
    en: 'Another account has this telephone number: use another, or recover that account',
  },
  'people.identityTaken': {
    'zh-CN': '这个证件已经登记过，请找回账号，或带证件到窗口办理',
    en: 'This document is registered already: recover the account, or bring the document to a window',
  },
  'people.wrongIdNumber': {
    'zh-CN': '证件号码有误，请对照证件检查',
    en: 'The number is wrong: compare it with the document',
  },
  'people.wrongCreditCode': {
    'zh-CN': '统一社会信用代码有误，请对照营业执照检查',
    en: 'The credit code is wrong: compare it with the licence',
  },
  'people.organisationTaken': {
    'zh-CN': '这个单位已经登记过，请按信用代码查找',
    en: 'This organisation is registered already: find it by its code',
  },
  'people.notLegalRepresentative': {
    'zh-CN': '只有本单位的法定代表人可以授权，请联系法定代表人',
    en: 'Only the legal representative may name agents of the organisation: ask them',
  },
  'people.windowNeeded': {
    'zh-CN': '这个单位已经登记过。法定代表人请带营业执照和本人身份证件到窗口办理；经办人请法定代表人授权',
    en: 'This organisation is on record already. Its legal representative comes to a window with the licence and an identity document; others ask them for an authority',
  },
  'people.notVerifiedYet': {
    'zh-CN': '请先核对此人的证件原件，做好核验再登记',
    en: 'Compare the person with their document and note that first, then record this',
  },
  'people.licenceFirst': {
    'zh-CN': '营业执照还没有核对过，或者登记的法定代表人是别人，请先核对营业执照',
    en: 'Compare the organisation with its licence first: nobody has seen it, or another legal representative is on record',
  },
  'people.hasAccount': {
    'zh-CN': '此人已经有账号，请用登记的手机或邮箱找回密码',
    en: 'This person has an account already: recover the password with its telephone or mailbox',
  },
  'people.noPerson': { 'zh-CN': '这个账号没有对应的个人信息', en: 'This account is not tied to a person' },
  'people.noSuchPerson': {
    'zh-CN': '没有查到证件和姓名都相符的人，请核对',
    en: 'Nobody is registered with this document and name: check both',
  },
  'people.onePrincipal': {
    'zh-CN': '请只选一个委托人：个人或单位',
    en: 'Name one principal: a person or an organisation',
  },
  'people.notOneself': { 'zh-CN': '不能委托自己，请填写另一个人', en: 'Nobody is their own agent: name somebody else' },
  'people.wrongSpan': {
    'zh-CN': '日期不对：结束日不能早于开始日，也不能太远',
    en: 'The dates are wrong: the last day lies before the first, or too far away',
  },
  'people.alreadyActs': { 'zh-CN': '此人已经可以代本单位办理', en: 'This person acts for the organisation already' },
  'people.alreadyRevoked': { 'zh-CN': '这项授权已经结束', en: 'This authority has ended already' },
  'people.changedMeanwhile': {
    'zh-CN': '别人刚刚改过这里，请看过最新内容再改',
    en: 'Somebody else changed this meanwhile: look at it again, then change it',
  },
  'people.alreadyVerified': { 'zh-CN': '此人的证件已经核验过', en: 'This person was verified already' },
  'people.rolesConflict': {
    'zh-CN': '同一个人不能兼任这些岗位，请分给不同的人',
    en: 'One person may not hold these roles together: give them to different people',
  },
  'people.postNeedsPlace': {
    'zh-CN': '这个岗位需要指定在用的部门或网点',
    en: 'This post needs a department or an outlet that is in service',
  },
  'people.postEnded': { 'zh-CN': '这个岗位已经结束', en: 'This post has ended already' },
  'people.notStaff': { 'zh-CN': '这个账号不是工作人员', en: 'This account has no post' },
  'people.lastAdministrator': {
    'zh-CN': '至少要有一名管理员，请先增加一名',
    en: 'There must be one more administrator first',
  },
  'people.notOnYourself': {
    'zh-CN': '不能对自己的账号这样做，请另一位管理员操作',
    en: 'Somebody else has to do this to your account',
  },
  'people.absenceOverlaps': {
    'zh-CN': '这几天已经登记过外出，请检查日期',
    en: 'There is another absence on these days: check the dates',
  },
  'people.standInAbsent': {
    'zh-CN': '代理人这几天也不在岗，请换一位',
    en: 'The stand-in is absent on these days: choose another',
  },
  'people.absenceCancelled': { 'zh-CN': '这条外出已经取消', en: 'This absence was cancelled already' },
});
