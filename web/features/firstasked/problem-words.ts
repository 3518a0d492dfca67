/** What the problems with questions are called. Read by every page of this feature. */
import { doneOtherwise, problemWords } from '#web/words/words.ts';

problemWords({
  'firstasked.notFound': { 'zh-CN': '没有找到。请核对查询码', en: 'There is no such question: check the code' },
  'firstasked.wrongStep': {
    'zh-CN': '现在不能这样办，请刷新后再看',
    en: 'This is not possible now: read the question again',
  },
  'firstasked.actionReused': doneOtherwise,
  'firstasked.sayWhat': {
    'zh-CN': '请写明答复，或选择转给哪个部门（二选一）',
    en: 'Say what was answered, or to which department it goes: one of the two',
  },
  'firstasked.noSuchDepartment': {
    'zh-CN': '没有这个部门或已停用，请另选',
    en: 'There is no such department in service: choose another one',
  },
  'firstasked.noSuchColleague': {
    'zh-CN': '此人在该部门没有岗位，请另选，或只选部门',
    en: 'This person has no post there: choose somebody else, or the department alone',
  },
  'firstasked.officeDecides': {
    'zh-CN': '转交次数已满，请由政务服务办确定由谁办',
    en: 'It was handed over too often: the service office says whose it is',
  },
  'firstasked.isFinal': {
    'zh-CN': '政务服务办已确定由本部门办，不能再退回。有异议请联系政务服务办',
    en: 'The service office said that it is yours: answer it, or talk to the office',
  },
});
