/** What the problems with items, versions, offers and imports are called. Read by every page of this feature. */
import { problemWords } from '#web/words/words.ts';

export const catalogueProblemWords = problemWords({
  'catalogue.codeTaken': {
    'zh-CN': '已有事项使用这个实施编码，请核对',
    en: 'Another item has this implementing code: check it',
  },
  'catalogue.invalidBody': {
    'zh-CN': '事项内容不完整或前后矛盾，请检查列出的地方',
    en: 'The item contradicts itself or is incomplete: check what is listed',
  },
  'catalogue.changedMeanwhile': {
    'zh-CN': '别人刚刚保存过这份草稿，请看过最新内容再改',
    en: 'Somebody else saved this draft meanwhile: look at it again, then change it',
  },
  'catalogue.noDraft': { 'zh-CN': '这个事项没有草稿，请先编辑', en: 'There is no draft of this item: edit it first' },
  'catalogue.dayPassed': {
    'zh-CN': '生效日不能早于今天，请重选日期',
    en: 'A version comes into force today or later: choose another day',
  },
  'catalogue.notInForce': { 'zh-CN': '这个事项现在没有生效的版本', en: 'This item is not in force' },
  'catalogue.notScheduled': {
    'zh-CN': '只有还没生效的版本可以取消',
    en: 'Only a version that has not begun can be cancelled',
  },
  'catalogue.departmentUnknown': {
    'zh-CN': '所选部门不存在或已停用，请重选',
    en: 'There is no such department in service: choose again',
  },
  'catalogue.outletUnknown': {
    'zh-CN': '所选网点不存在或已停用，请重选',
    en: 'There is no such outlet in service: choose again',
  },
  'catalogue.alreadyOffered': { 'zh-CN': '这个网点已经可以办这个事项', en: 'This outlet offers the item already' },
  'catalogue.notOffered': { 'zh-CN': '这个网点没有这个事项', en: 'This outlet does not offer the item' },
  'catalogue.importRejected': {
    'zh-CN': '清单有错误，没有导入任何内容，请按列出的行修改',
    en: 'Nothing was imported: correct the rows that are listed',
  },
  'catalogue.nothingToPrint': {
    'zh-CN': '没有可以编入手册的生效事项',
    en: 'There is no item in force for this booklet',
  },
});
