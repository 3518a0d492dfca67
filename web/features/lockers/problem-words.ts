/** What the problems of lockers are called. Read by every page of this feature, and where an application is handed in. */
import { problemWords } from '#web/words/words.ts';

export const lockerProblemWords = problemWords({
  'lockers.noSuchEntry': {
    'zh-CN': '材料柜里没有这份材料，或者不归您查看',
    en: 'There is no such paper in the locker, or it is not for you to see',
  },
  'lockers.notTheirs': {
    'zh-CN': '这份证照是别人的：只能使用申请人自己的，请换一份或者另行提交',
    en: 'This certificate belongs to somebody else: use one of the applicant’s own, or hand it in another way',
  },
  'lockers.expired': {
    'zh-CN': '这份证照已经过期，请提交新的',
    en: 'This certificate has expired: hand in the new one',
  },
  'lockers.notYet': {
    'zh-CN': '这份证照还没到生效日期，请另行提交',
    en: 'This certificate is not valid yet: hand it in another way',
  },
  'lockers.revoked': {
    'zh-CN': '这份证照已被发证机关撤销，不能再用，请另行提交',
    en: 'The office that issued this certificate has revoked it: hand in another one',
  },
  'lockers.superseded': {
    'zh-CN': '这份证照已经换发了新的，请选用新的那份',
    en: 'A newer certificate has taken its place: choose the newer one',
  },
  'lockers.removed': {
    'zh-CN': '这份材料已从材料柜中取出，请换一种方式提交',
    en: 'This paper was taken out of the locker: hand it in another way',
  },
  'lockers.wrongKind': {
    'zh-CN': '这份证照不是这里要的那一种，请换一份或者另行提交',
    en: 'This is not the kind of certificate that is needed here: choose another, or hand it in',
  },
  'lockers.lowTrust': {
    'zh-CN': '这份材料还没有人核对过原件：请带原件到窗口核一次，或者这次另行提交',
    en: 'Nobody has compared this with the original yet: bring it to a window once, or hand it in anew this time',
  },
  'lockers.notConsented': {
    'zh-CN': '本人没有同意这样使用，或者已收回同意：请先征得本人同意',
    en: 'The owner has not agreed to this use, or has taken the consent back: ask the owner first',
  },
  'lockers.notRemovable': {
    'zh-CN': '机关制发的证照不能取出；没有您的同意，也没有人能用它',
    en: 'What an office issued stays in the locker; nobody uses it without your consent',
  },
  'lockers.notRevocable': {
    'zh-CN': '只能撤销本部门制发或者核对过原件、且尚未撤销的证照',
    en: 'Only what your department issued or compared with the original, and has not revoked yet, can be revoked',
  },
  'lockers.datesWrong': {
    'zh-CN': '有效期不对：开始日期要早于截止日期，截止日期不能是过去的日子',
    en: 'Check the dates: the first day comes before the last one, and the last one is not over',
  },
  'lockers.notForOwner': {
    'zh-CN': '这种证照不属于这类主体，请换一个类别',
    en: 'A certificate of this kind does not belong here: choose another kind',
  },
  'lockers.tooMany': {
    'zh-CN': '自己上传的材料太多了，请先取出几份再上传',
    en: 'There are too many own uploads: take some out first',
  },
  'lockers.consentAboutNothing': {
    'zh-CN': '请选择同意哪个部门、或者哪件事使用',
    en: 'Choose the department or the service that may use the locker',
  },
  'lockers.consentEnded': {
    'zh-CN': '这项同意已经收回或到期了，不需要再操作',
    en: 'This consent has ended or was taken back already: nothing more is needed',
  },
});
