/** What stands in the files: a file is read without the browser's words. */
import type { State } from '#modules/cases';
import type { FigureCase } from './contract.ts';
import type { SetId } from './figures.ts';

export type Language = 'zh-CN' | 'en';

export const heads: Record<Language, readonly string[]> = {
  'zh-CN': ['办件编号', '事项', '部门', '渠道', '申请人', '状态', '结果', '提交日期', '受理日期', '决定日期', '办结日期', '当前期限', '承诺工作日', '实用工作日', '法定工作日', '跑动次数', '所需材料', '免提交材料', '法定时限内', '已评价'],
  en: ['Case', 'Item', 'Department', 'Channel', 'Applicant', 'State', 'Outcome', 'Submitted', 'Accepted', 'Decided', 'Closed', 'Running limit', 'Working days promised', 'Working days used', 'Working days of the law', 'Visits', 'Materials needed', 'Materials spared', 'In time', 'Rated'],
}; // prettier-ignore

export const setNames: Record<SetId, Record<Language, string>> = {
  received: { 'zh-CN': '收件', en: 'Received' },
  online: { 'zh-CN': '网上收件', en: 'Received online' },
  inPerson: { 'zh-CN': '现场收件', en: 'Received in person' },
  atSharedCounter: { 'zh-CN': '综窗收件', en: 'Taken at shared counters' },
  accepted: { 'zh-CN': '受理', en: 'Accepted' },
  decided: { 'zh-CN': '作出决定', en: 'Decided' },
  inTime: { 'zh-CN': '法定时限内决定', en: 'Decided in time' },
  late: { 'zh-CN': '超期决定', en: 'Decided late' },
  inPromise: { 'zh-CN': '承诺时限内决定', en: 'Decided as promised' },
  closed: { 'zh-CN': '办结', en: 'Closed' },
  rated: { 'zh-CN': '已评价', en: 'Rated' },
  withMaterials: { 'zh-CN': '需交材料', en: 'Needing materials' },
  open: { 'zh-CN': '在办', en: 'Open' },
  overdue: { 'zh-CN': '超法定期限在办', en: 'Past the legal limit' },
};

interface Words {
  doors: Record<FigureCase['door'], string>;
  states: Record<State, string>;
  outcomes: Record<'granted' | 'refused', string>;
  yesNo(yes: boolean): string;
}

export const words: Record<Language, Words> = {
  'zh-CN': {
    doors: { portal: '网上门户', window: '窗口', outlet: '基层网点', kiosk: '自助机', phone: '电话', field: '上门', exchange: '平台交换' },
    states: {
      submitted: '待受理', supplementing: '待补正', accepted: '已受理', examined: '已审查', granted: '准予', refused: '不予许可',
      issued: '已出证', delivered: '已送达', closed: '已办结', notAccepted: '不予受理', notNeeded: '无需办理', referredOut: '转外',
      withdrawn: '已撤回', lapsed: '逾期未补正', revoked: '已撤销',
    },
    outcomes: { granted: '准予', refused: '不予许可' },
    yesNo: (yes) => (yes ? '是' : '否'),
  },
  en: {
    doors: { portal: 'Portal', window: 'Window', outlet: 'Outlet', kiosk: 'Kiosk', phone: 'Telephone', field: 'At home', exchange: 'Exchange' },
    states: {
      submitted: 'Submitted', supplementing: 'Supplement asked', accepted: 'Accepted', examined: 'Examined', granted: 'Granted',
      refused: 'Refused', issued: 'Issued', delivered: 'Delivered', closed: 'Closed', notAccepted: 'Not accepted',
      notNeeded: 'Not needed', referredOut: 'Referred out', withdrawn: 'Withdrawn', lapsed: 'Lapsed', revoked: 'Revoked',
    },
    outcomes: { granted: 'Granted', refused: 'Refused' },
    yesNo: (yes) => (yes ? 'yes' : 'no'),
  },
}; // prettier-ignore
