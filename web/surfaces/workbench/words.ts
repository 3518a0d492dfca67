/** Words of the workbench's frame and first page. */
import { words } from '#web/words/words.ts';

export const workbenchWords = words({
  'zh-CN': {
    name: '工作台',
    nav: '工作台栏目',
    all: '全部栏目',
    search: '按编号、姓名查找',
    searchLabel: '查找办件',
    today: '今日',
    hello: (name: string) => `${name}，您好`,
    noPost: '您的账号没有工作岗位',
    noPostWhat: '工作台给工作人员使用。需要岗位的，请联系政务服务办；要办事的，请到群众端。',
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
    all: 'All sections',
    search: 'Number or name',
    searchLabel: 'Find a case',
    today: 'Today',
    hello: (name) => `Good day, ${name}`,
    noPost: 'Your account has no post',
    noPostWhat:
      'The workbench is for staff. If you work here, ask the service office for a post; to apply for something, go to the portal.',
    keys: 'Keys',
    toPortal: 'Open the portal',
    account: 'My account',
    absence: 'Absence',
    largeType: 'Large type',
    normalType: 'Normal type',
  },
});
