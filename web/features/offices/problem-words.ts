/** What the problems with departments, outlets, windows and hours are called. Read by every page of this feature. */
import { problemWords } from '#web/words/words.ts';

export const officeProblemWords = problemWords({
  'offices.changedMeanwhile': {
    'zh-CN': '别人刚刚改过这里，请看过最新内容再改',
    en: 'Somebody else changed this meanwhile: look at it again, then change it',
  },
  'offices.keyTaken': {
    'zh-CN': '这个标识已经用过（也许属于已停用的），请换一个',
    en: 'This key is used, perhaps by something retired: choose another',
  },
  'offices.nameTaken': {
    'zh-CN': '已有在用的同名部门或网点，请换一个名称',
    en: 'Another one in service has this name',
  },
  'offices.numberTaken': {
    'zh-CN': '这个网点已有同号的窗口，请换一个号',
    en: 'Another window of this outlet has this number: choose another',
  },
  'offices.departmentInUse': {
    'zh-CN': '还有在用的网点或窗口属于这个部门，请先调整它们',
    en: 'Outlets or windows in service belong to this department: move them first',
  },
  'offices.outletHasChildren': {
    'zh-CN': '下面还有在用的网点，请先停用或移走它们',
    en: 'Outlets in service stand under this one: retire or move them first',
  },
  'offices.outletRetired': {
    'zh-CN': '这个网点已停用，请先恢复',
    en: 'This outlet is out of service: restore it first',
  },
  'offices.wrongReference': {
    'zh-CN': '所选的部门或网点不存在或已停用，请重选',
    en: 'A department or outlet that was chosen is not in service: choose again',
  },
  'offices.windowNeedsDepartment': { 'zh-CN': '专窗要指定所属部门', en: 'A special window belongs to a department' },
  'offices.parentCycle': { 'zh-CN': '网点不能放在自己下面，请重选上级', en: 'An outlet cannot stand under itself' },
  'offices.wrongHours': {
    'zh-CN': '办公时间前后矛盾：同一天的时段不能重叠，结束要晚于开始',
    en: 'The hours contradict themselves: spans of a day may not overlap and must end after they begin',
  },
});
