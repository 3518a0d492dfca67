/** What the problems of investment projects are called. Read by every page of this feature, on every surface. */
import { doneOtherwise, problemWords } from '#web/words/words.ts';

export const projectProblemWords = problemWords({
  'projects.notFound': {
    'zh-CN': '没有这个项目，或者您不能查看',
    en: 'There is no such project, or it is not for you',
  },
  'projects.noSuchType': {
    'zh-CN': '这个项目类型没有生效的版本，请刷新后重选',
    en: 'This type of project is not in force: refresh and choose another one',
  },
  'projects.typeFaulty': {
    'zh-CN': '项目类型还有问题，请按列表逐条改好再发布',
    en: 'The type has faults: mend each one of the list, then publish',
  },
  'projects.dayPassed': { 'zh-CN': '只能从今天或者以后的日期起生效', en: 'Choose today or a later day' },
  'projects.noSuchStep': {
    'zh-CN': '项目里没有这一步，请刷新页面',
    en: 'The project has no such step: refresh the page',
  },
  'projects.stepNotOpen': {
    'zh-CN': '前面的步骤还没办结，可以先申请模拟审批',
    en: 'Steps before it are not decided yet: apply for a simulated approval instead',
  },
  'projects.stepUnderWay': {
    'zh-CN': '这一步已有在办的办件，请先看它的进度',
    en: 'A case of this step is under way: look at that one first',
  },
  'projects.stepDecided': { 'zh-CN': '这一步已经办结，不用再办', en: 'This step is decided: there is nothing to do' },
  'projects.wrongCase': {
    'zh-CN': '这个办件不是本企业办理该事项的，请核对编号',
    en: 'This case is not of this company for this item: check its number',
  },
  'projects.caseLinked': {
    'zh-CN': '这个办件已归入某一步，不用再归',
    en: 'This case belongs to a step already: nothing is left to do',
  },
  'projects.projectEnded': {
    'zh-CN': '项目已经办结或者终止，不能再添加内容',
    en: 'The project has ended: nothing can be added to it',
  },
  'projects.notAllDecided': {
    'zh-CN': '还有步骤没有办成，全部办成后才能办结项目',
    en: 'Some steps are not granted yet: end the project when all are',
  },
  'projects.notASteward': {
    'zh-CN': '帮办专员要是在岗的工作人员，请另选一位',
    en: 'A steward has to be a member of staff with a post: choose somebody else',
  },
  'projects.noSuchEntry': {
    'zh-CN': '菜单里没有这一项，请刷新页面',
    en: 'The menu has no such entry: refresh the page',
  },
  'projects.dayWrong': { 'zh-CN': '提醒日期要在明天或者以后', en: 'Choose tomorrow or a later day' },
  'projects.actionReused': doneOtherwise,
  'projects.nothingMissing': {
    'zh-CN': '条件都具备了，请直接提出正式申请',
    en: 'Nothing is missing: hand in the application itself',
  },
  'projects.noSuchMaterial': {
    'zh-CN': '所选的材料不属于这个事项，请重新选择缺少的条件',
    en: 'The item does not ask for this material: choose again what is missing',
  },
  'projects.noSuchSimulation': {
    'zh-CN': '没有这个模拟审批，或者您不能查看',
    en: 'There is no such simulated approval, or it is not for you',
  },
  'projects.simulatedAlready': {
    'zh-CN': '这一步已有进行中的模拟审批，请先处理它',
    en: 'A simulated approval of this step is under way: go on with that one',
  },
  'projects.wrongAct': {
    'zh-CN': '模拟审批的状态已经变化，请刷新后再看',
    en: 'The simulated approval has moved on: refresh the page',
  },
  'projects.simulationOver': {
    'zh-CN': '模拟审批已过期，请重新申请或者直接正式申请',
    en: 'Its time is over: apply anew, or hand in the application itself',
  },
  'projects.lookAgain': {
    'zh-CN': '有内容在审查后发生变化或者是后来补上的，请逐项核对后再决定',
    en: 'Something has changed or came later: look at each part of the list, then decide',
  },
  'projects.formalMoved': {
    'zh-CN': '正式办件已另行处理，请打开办件查看',
    en: 'The formal case was dealt with in another way: open it',
  },
  'projects.noSuchPolicy': { 'zh-CN': '没有这条政策，请刷新列表', en: 'There is no such policy: refresh the list' },
  'projects.codeTaken': {
    'zh-CN': '这个编码已经用过了，请换一个',
    en: 'This code is used already: choose another one',
  },
  'projects.changedMeanwhile': {
    'zh-CN': '别人刚刚改过，请刷新后再改',
    en: 'Somebody else changed it in the meantime: refresh, then change it again',
  },
  'projects.validityWrong': {
    'zh-CN': '有效期的最后一天早于第一天，请改正',
    en: 'The last day of validity lies before the first: put it right',
  },
});
