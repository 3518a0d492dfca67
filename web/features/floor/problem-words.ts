/** What the problems of the floor are called. Read by every page of this feature. */
import { problemWords } from '#web/words/words.ts';

problemWords({
  'floor.spanTooLong': { 'zh-CN': '一次最多看 31 天，请把日期改短', en: 'At most 31 days at once: choose fewer' },
  'floor.dayOver': { 'zh-CN': '只能给今天和以后的日期排班', en: 'Plan for today and later only' },
  'floor.wrongSpan': { 'zh-CN': '班次的结束要晚于开始，同一天的班次不能重叠', en: 'A turn ends after it starts, and turns of a day do not overlap' },
  'floor.turnsOverlap': {
    'zh-CN': ({ name, day }) => `${String(name ?? '有人')}在${String(day ?? '这一天')}已有时间重叠的班次，请先删去`,
    en: ({ name, day }) => `${String(name ?? 'Somebody')} has another turn then${day ? ` (${String(day)})` : ''}: take it away first`,
  },
  'floor.noSuchStaff': { 'zh-CN': '所选人员里有人没有岗位，请重新选择', en: 'Somebody of these has no post: choose again' },
  'floor.windowNotHere': { 'zh-CN': '这个窗口不在本大厅，请选本大厅的窗口', en: 'This window is elsewhere: choose one of this hall' },
  'floor.noTurn': { 'zh-CN': '这个班次已经不在了，请刷新', en: 'This turn is gone: refresh' },
  'floor.turnBegun': { 'zh-CN': '班次已经开始，不能删去，请用更正', en: 'The turn has begun: correct it instead' },
  'floor.turnNotBegun': { 'zh-CN': '班次还没开始，可以直接删去', en: 'The turn has not begun: take it away instead' },
  'floor.ownTurn': { 'zh-CN': '不能更正自己的考勤，请由他人办理', en: 'Your own turn is for somebody else to correct' },
  'floor.noFinding': { 'zh-CN': '没有找到这个问题，请刷新列表', en: 'There is no such finding: refresh the list' },
  'floor.wrongStep': { 'zh-CN': '这一步现在不能办，请刷新后再看', en: 'Not possible now: refresh the page' },
  'floor.noSuchDepartment': { 'zh-CN': '这个部门已停用，请选别的部门', en: 'This department is out of service: choose another one' },
  'floor.actRepeated': { 'zh-CN': '刚才已经办过了，请刷新', en: 'That was done already: refresh' },
}); // prettier-ignore
