/** What the problems of the floor are called. Read by every page of this feature. */
import { doneOtherwise, problemWords, type Facts } from '#web/words/words.ts';

/** The turn that is there already: its hours, its hall where that is another one, and its window. */
const turnThere = ({ starts, ends, window }: Facts, outlet: unknown, named: string): string[] => [
  `${String(starts)}–${String(ends)}`,
  ...(outlet ? [String(outlet)] : []),
  ...(window ? [`${named} ${String(window)}`] : []),
];

problemWords({
  'floor.spanTooLong': { 'zh-CN': '一次最多看 31 天，请把日期改短', en: 'At most 31 days at once: choose fewer' },
  'floor.dayOver': { 'zh-CN': '只能给今天和以后的日期排班', en: 'Plan for today and later only' },
  'floor.turnsOver': { 'zh-CN': '这些班次今天已经结束：请从明天排起，或排更晚的时段', en: 'These turns are over today: plan from tomorrow on, or later hours' },
  'floor.wrongSpan': { 'zh-CN': '班次的结束要晚于开始，同一天的班次不能重叠', en: 'A turn ends after it starts, and turns of a day do not overlap' },
  'floor.turnsOverlap': {
    'zh-CN': (facts) => `${String(facts.name ?? '有人')}在${String(facts.day ?? '这一天')}已有另一个班次（${turnThere(facts, facts.outlet, '窗口').join('，')}），请先删去，或不排这一天`,
    en: (facts) => `${String(facts.name ?? 'Somebody')} has another turn on ${String(facts.day ?? 'that day')} (${turnThere(facts, facts.outletEn, 'window').join(', ')}): take it away first, or leave the day out`,
  },
  'floor.noSuchStaff': { 'zh-CN': '所选人员里有人没有岗位，请重新选择', en: 'Somebody of these has no post: choose again' },
  'floor.windowNotHere': { 'zh-CN': '这个窗口不在本大厅，请选本大厅的窗口', en: 'This window is elsewhere: choose one of this hall' },
  'floor.noTurn': { 'zh-CN': '这个班次已经不在了，请刷新', en: 'This turn is gone: refresh' },
  'floor.turnBegun': { 'zh-CN': '班次已经开始，不能删去，请用更正', en: 'The turn has begun: correct it instead' },
  'floor.turnNotBegun': { 'zh-CN': '班次还没开始，可以直接删去', en: 'The turn has not begun: take it away instead' },
  'floor.ownTurn': { 'zh-CN': '不能更正自己的考勤，请由他人办理', en: 'Your own turn is for somebody else to correct' },
  'floor.noFinding': { 'zh-CN': '没有找到这个问题，请刷新列表', en: 'There is no such finding: refresh the list' },
  'floor.wrongStep': { 'zh-CN': '这一步现在不能办，请刷新后再看', en: 'Not possible now: refresh the page' },
  'floor.ownCorrection': { 'zh-CN': '自己报告的整改，请由政务服务办的其他人复查', en: 'You put this right yourself: somebody else of the office looks at it again' },
  'floor.noSuchDepartment': { 'zh-CN': '这个部门已停用，请选别的部门', en: 'This department is out of service: choose another one' },
  'floor.actRepeated': doneOtherwise,
  'floor.noSuchZone': { 'zh-CN': '这个大厅没有这个区域，请从窗口所在区域里选', en: 'This hall has no such zone: choose one of its windows' },
  'floor.noWarden': { 'zh-CN': '没有找到这个片区安排，请刷新', en: 'This half-day is gone: refresh' },
  'floor.halfOver': { 'zh-CN': '这个半天已经过了，请选以后的', en: 'This half-day is over: choose a later one' },
  'floor.handOverInstead': {
    'zh-CN': ({ name }) => `这个半天已经开始，由${String(name ?? '他人')}负责，请用交接`,
    en: ({ name }) => `This half-day has begun with ${String(name ?? 'somebody else')}: hand it over instead`,
  },
  'floor.sameWarden': { 'zh-CN': '已经由这个人负责，请选别人', en: 'They look after it already: choose somebody else' },
  'floor.noPoints': { 'zh-CN': '还没有巡查点位，请先设置巡查路线', en: 'There are no points to walk: set the way first' },
  'floor.noPoint': { 'zh-CN': '点位有变动，请刷新后再试', en: 'The points have changed: refresh and try again' },
  'floor.noRound': { 'zh-CN': '没有找到这次巡查，请刷新列表', en: 'There is no such round: refresh the list' },
  'floor.roundOpen': { 'zh-CN': '你还有一次没有结束的巡查，请先结束它', en: 'You have a patrol that is not finished: finish it first' },
  'floor.roundOver': { 'zh-CN': '这次巡查已经结束，请另记问题', en: 'This round has ended: note it as a finding of its own' },
  'floor.pointsLeft': {
    'zh-CN': ({ left }) => `还有 ${String(left ?? '')} 处没有看，请看完，或写明原因`,
    en: ({ left }) => `Nobody looked at ${String(left ?? 'some')} points: look, or say why not`,
  },
  'floor.noCheck': { 'zh-CN': '没有找到这次飞行检查，请刷新列表', en: 'There is no such check: refresh the list' },
  'floor.checkDayOver': { 'zh-CN': '请选今天或以后的日期', en: 'Choose today or a later day' },
  'floor.tooFewWindows': {
    'zh-CN': ({ there }) => `除去检查人员所在部门，只有 ${String(there ?? '')} 个窗口可抽，请少抽或换人`,
    en: ({ there }) => `Without those of the team there are ${String(there ?? 'too few')} windows: draw fewer or choose others`,
  },
  'floor.checkNotToday': { 'zh-CN': '飞行检查只能在当天开始', en: 'A check begins on its day' },
  'floor.checkGone': { 'zh-CN': '这次检查已经开始或取消，请刷新', en: 'This check has begun or was given up: refresh' },
  'floor.noCircular': { 'zh-CN': '没有找到这期通报，请刷新列表', en: 'There is no such circular: refresh the list' },
  'floor.wrongDays': { 'zh-CN': '开始日期不能晚于结束日期，结束日期不能晚于今天', en: 'The first day is not after the last, and the last is not to come' },
  'floor.nothingToSum': { 'zh-CN': '这几天没有还未通报的问题，请换日期', en: 'Everything found in these days stands in a circular already: choose other days' },
  'floor.tooManyToSum': {
    'zh-CN': ({ most }) => `一期最多通报 ${String(most ?? '')} 个问题，请缩短日期`,
    en: ({ most }) => `A circular names at most ${String(most ?? '')} findings: choose fewer days`,
  },
  'floor.summedMeanwhile': { 'zh-CN': '刚才有人做了一期通报，请刷新后再试', en: 'Somebody made a circular just now: refresh' },
}); // prettier-ignore
