/** Where applicants need other words than staff for the same problem: these replace the ones of the feature on the portal. */
import '#web/features/cases/problem-words.ts';
import { problemWords } from '#web/words/words.ts';

problemWords({
  'cases.notFound': {
    'zh-CN': '没有找到这件事，可能不是用这个账号办的',
    en: 'There is no such matter, or it was made from another account',
  },
  'cases.wrongStep': {
    'zh-CN': '现在已经不能这样做了，事情可能刚有新进展，请看最新状态',
    en: 'This is no longer possible: the matter has moved on, look at where it stands now',
  },
  'cases.changedMeanwhile': {
    'zh-CN': '这件事刚有新进展，请看过最新状态再操作',
    en: 'Something has just happened in this matter: look at it again first',
  },
  'cases.materialsMissing': {
    'zh-CN': '有些材料还没有交齐，请检查标出的材料',
    en: 'Some materials are missing: check those that are marked',
  },
  'cases.fileNotYours': {
    'zh-CN': '有文件已经失效，请移除后重新上传',
    en: 'A file is no longer there: remove it and upload it again',
  },
  'cases.notForApplicant': {
    'zh-CN': '这件事不能由您选择的申请人办理，请重新选择为谁办',
    en: 'This applicant cannot apply for it: choose again for whom you apply',
  },
  'cases.mayNotActFor': {
    'zh-CN': '您没有代办这件事的授权，或者授权已经到期。请让对方在“代办与授权”里委托您',
    en: 'You have no authority for this, or it has ended: ask them to authorise you under “Acting for others”',
  },
  'cases.applicantMissing': {
    'zh-CN': '请先选择为谁办理。这个账号没有对应的个人时，请用居民账号登录',
    en: 'Say for whom you apply; an account without a person cannot apply',
  },
  'cases.notSigned': { 'zh-CN': '请先签名', en: 'Sign first' },
  'cases.itemNotOpen': {
    'zh-CN': '这件事现在不能申请，请看办事指南或者打咨询电话',
    en: 'This cannot be applied for now: see its guide, or call',
  },
  'cases.feeOutstanding': { 'zh-CN': '还有费用没缴，缴费后才能领取结果', en: 'A fee is to be paid before the result' },
  'cases.actionReused': {
    'zh-CN': '刚才已经提交过，这次的改动没有提交，请刷新后查看',
    en: 'This was sent before, and what was changed since was not: refresh to see it',
  },
  'cases.nothingToTrack': {
    'zh-CN': '没有查到。请核对受理编号和申请人姓名，两项都要和回执上一致',
    en: 'Nothing found: compare number and name with the receipt, both have to match',
  },
});
