/** What the problems with reviews by machine are called. Read by every page of this feature. */
import { problemWords } from '#web/words/words.ts';

export const prereviewProblemWords = problemWords({
  'prereview.noRules': {
    'zh-CN': '这个事项还没有发布审查规则，机器没有依据：先写规则并发布',
    en: 'This item has no published rules by which the machine could go: write and publish them first',
  },
  'prereview.notImmediate': {
    'zh-CN': '只有即办件可以由机器秒办，请选“机器受理”或“提示人员”',
    en: 'Only an immediate item may be decided by machine: choose acceptance or advice',
  },
  'prereview.notSampled': {
    'zh-CN': '这一件不需要复核，请从复核列表里选',
    en: 'This act is not to be checked again: choose one of the list',
  },
  'prereview.checkedAlready': {
    'zh-CN': '这一件已经复核过，请看下一件',
    en: 'This act was checked already: take the next one',
  },
  'prereview.changedMeanwhile': {
    'zh-CN': '别人刚刚改过，请刷新后再改',
    en: 'Somebody else changed this meanwhile: refresh, then change it',
  },
  'prereview.noteMissing': { 'zh-CN': '请写明机器错在哪里', en: 'Say what the machine got wrong' },
  'prereview.answerMissing': {
    'zh-CN': '这一件是申请人请人工看的：请写一句看的结果，申请人会看到',
    en: 'The applicant asked for this look: say in a sentence what you found; the applicant reads it',
  },
  'prereview.notByMachine': {
    'zh-CN': '这一件不是机器办的，有疑问请联系办理部门',
    en: 'A person decided this: with questions, turn to the department',
  },
  'prereview.askedAlready': {
    'zh-CN': '已经请人工看过一次，请等答复或看已有的答复',
    en: 'A person was asked already: wait for the answer, or read it',
  },
});
