/** What the problems of joint handling are called. Read by every page of this feature, on every surface. */
import { doneOtherwise, problemWords } from '#web/words/words.ts';

export const matterProblemWords = problemWords({
  'matters.noSuchEvent': {
    'zh-CN': '没有这个“一件事”，请从首页重新查找',
    en: 'There is no such life event: look for it from the home page',
  },
  'matters.notInForce': {
    'zh-CN': '这件事现在不能申请，请看办事指南或者拨打 12345',
    en: 'This cannot be applied for now: see the guides of its parts, or call 12345',
  },
  'matters.eventFaulty': {
    'zh-CN': '还有没改好的问题，请按列表逐条改好再发布',
    en: 'There are faults: mend each one of the list, then publish',
  },
  'matters.codeTaken': {
    'zh-CN': '这个编码已经用过了，请换一个',
    en: 'Another life event has this code: choose another one',
  },
  'matters.changedMeanwhile': {
    'zh-CN': '别人刚改过这件事，请重新打开再改',
    en: 'Somebody else has just changed it: open it again before you go on',
  },
  'matters.noDraft': { 'zh-CN': '没有可以发布的草稿，请先保存', en: 'There is nothing to publish: save a draft first' },
  'matters.dayPassed': { 'zh-CN': '生效日期不能早于今天，请改日期', en: 'Choose today or a later day' },
  'matters.questionsOpen': {
    'zh-CN': '请先回答前面的问题，再往下填',
    en: 'Answer the questions at the beginning first',
  },
  'matters.nothingChosen': {
    'zh-CN': '按您的回答没有需要办的事，请改一下回答',
    en: 'With these answers there is nothing to apply for: change them',
  },
  'matters.notFound': {
    'zh-CN': '没有找到这件事，可能不是用这个账号办的',
    en: 'There is no such matter, or it was made from another account',
  },
  'matters.nothingToTrack': {
    'zh-CN': '没有查到，请核对回执上的查询码',
    en: 'Nothing found: compare the code with the receipt',
  },
  'matters.actionReused': doneOtherwise,
  'matters.noSuchMember': {
    'zh-CN': '这件事里没有这一项，请刷新页面',
    en: 'The matter has no such part: refresh the page',
  },
  'matters.alreadyDecided': {
    'zh-CN': '已经作出决定，不能再撤回了，请看最新进度',
    en: 'It is decided already and cannot be taken back: see where it stands',
  },
  'matters.notRunning': {
    'zh-CN': '还没有受理，或者已经全部有了结果，不用延期',
    en: 'Nothing is accepted yet, or all is decided: no more time is needed',
  },
  'matters.extendedTooLong': {
    'zh-CN': '依法最多延长 15 个工作日，请减少天数',
    en: 'The law allows 15 working days more at the most: ask for less',
  },
  'matters.notByAgreement': {
    'zh-CN': '本件不需要各部门全部同意，请直接作出决定',
    en: 'Nobody else has to agree to this case: decide it',
  },
  'matters.agreedAlready': { 'zh-CN': '本部门已经同意，请刷新', en: 'The department has agreed already: refresh' },
  'matters.notAgreedYet': {
    'zh-CN': '本部门还没有同意，不需要撤回，请刷新',
    en: 'The department has not agreed, so nothing is to be taken back: refresh',
  },
  'matters.alreadyOverdue': {
    'zh-CN': '已经超过期限，不能再延期，请尽快办结',
    en: 'The time is over and cannot be extended: decide now',
  },
  'matters.noSuchConsultation': {
    'zh-CN': '没有这份征求意见函，或者不是发给你们部门的',
    en: 'There is no such consultation, or it is not for your department',
  },
  'matters.notUndecided': {
    'zh-CN': '受理后、作出决定前才能征求意见',
    en: 'Opinions can be asked between acceptance and decision only',
  },
  'matters.ownDepartment': {
    'zh-CN': '不用征求本部门的意见，请选别的部门',
    en: 'Choose another department than your own',
  },
  'matters.noSuchDepartment': { 'zh-CN': '没有这个部门，请重新选择', en: 'There is no such department: choose again' },
  'matters.nothingOfThis': {
    'zh-CN': '办件里没有要提供的这一项，请重新勾选',
    en: 'The case has no such answer or material: choose again',
  },
  'matters.alreadyAnswered': {
    'zh-CN': '已经回复或者撤回了，请刷新',
    en: 'It was answered or taken back already: refresh',
  },
  'matters.reasonMissing': {
    'zh-CN': '请写明不同意的理由或者同意的条件',
    en: 'Say why you do not agree, or on what conditions',
  },
});
