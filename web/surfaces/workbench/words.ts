/** Words of the workbench's frame and first page. */
import { words } from '#web/words/words.ts';

export const workbenchWords = words({
  'zh-CN': {
    name: '工作台',
    nav: '工作台栏目',
    search: '按编号、姓名查找',
    searchLabel: '查找办件',
    today: '今日',
    todayLine: '从左侧选择要办的工作',
    keys: '快捷键',
    toPortal: '打开群众端',
    account: '我的账号',
    absence: '外出代班',
    largeType: '大字显示',
    normalType: '标准字号',
  },
  en: {
    name: 'Workbench',
    nav: 'Sections of the workbench',
    search: 'Number or name',
    searchLabel: 'Find a case',
    today: 'Today',
    todayLine: 'Choose at the left what to work on',
    keys: 'Keys',
    toPortal: 'Open the portal',
    account: 'My account',
    absence: 'Absence',
    largeType: 'Large type',
    normalType: 'Normal type',
  },
});
