/** What people of the district asked for after hours, asked the staff, and complained about; invented. */
import type { Period } from '#modules/afterhours/contract';

export interface Stay {
  daysAgo: number;
  period: Period;
  /** The name of its windows. */
  errand: string;
  wish: string;
  until: 'asked' | 'granted' | 'refused' | 'missed' | 'done';
  matters?: number;
  answer?: string;
}
export const stays: readonly Stay[] = [
  { daysAgo: 27, period: 'noon', errand: '不动产登记', wish: '夫妻双方都只有中午有空', until: 'done', matters: 2 },
  { daysAgo: 26, period: 'evening', errand: '无差别综合受理', wish: '白天在外地工地', until: 'done' },
  { daysAgo: 24, period: 'saturday', errand: '户籍与身份证', wish: '带老人一起来办', until: 'done', matters: 3 },
  { daysAgo: 21, period: 'noon', errand: '医疗保障', wish: '', until: 'done' },
  { daysAgo: 20, period: 'noon', errand: '企业开办与变更', wish: '股东当天要赶飞机', until: 'done', matters: 2 },
  { daysAgo: 18, period: 'saturday', errand: '不动产登记', wish: '', until: 'missed' },
  { daysAgo: 15, period: 'evening', errand: '社会保险与就业', wish: '下班后能到', until: 'done' },
  { daysAgo: 14, period: 'evening', errand: '税费服务', wish: '', until: 'refused', answer: '当晚税务系统停机维护，请另选时间，或网上办理' },
  { daysAgo: 12, period: 'noon', errand: '无差别综合受理', wish: '', until: 'done', matters: 2 },
  { daysAgo: 10, period: 'saturday', errand: '无差别综合受理', wish: '孩子上学材料', until: 'done' },
  { daysAgo: 7, period: 'noon', errand: '住房公积金', wish: '', until: 'done' },
  { daysAgo: 5, period: 'evening', errand: '不动产登记', wish: '买卖双方约好下班后来', until: 'done', matters: 2 },
  { daysAgo: 3, period: 'noon', errand: '户籍与身份证', wish: '', until: 'done' },
  { daysAgo: 1, period: 'saturday', errand: '户籍与身份证', wish: '一家三口换证', until: 'granted' },
  { daysAgo: 1, period: 'saturday', errand: '不动产登记', wish: '', until: 'asked' },
  { daysAgo: 1, period: 'saturday', errand: '企业开办与变更', wish: '合伙人周末才到', until: 'asked' },
]; // prettier-ignore

export interface Question {
  daysAgo: number;
  by: 'desk' | 'phone' | 'town';
  topic: string;
  /** Handed over to it; answered on the spot without. */
  department?: string;
  until?: 'handedOver' | 'returned' | 'acknowledged' | 'settled';
  late?: boolean;
  answer?: string;
}
export const questionsAsked: readonly Question[] = [
  { daysAgo: 20, by: 'desk', topic: '居住证到期前多久可以签注', answer: '到期前三十日内，网上和社区都能办' },
  { daysAgo: 18, by: 'phone', topic: '小面馆要不要单独办排水许可', department: 'housing-construction', until: 'settled', answer: '有隔油设施并接入市政管网的要办，材料已短信告知' },
  { daysAgo: 15, by: 'town', topic: '农房翻建先找谁', department: 'planning-resources', until: 'settled', answer: '先到村里申请，由镇里统一受理，我们派人现场放样' },
  { daysAgo: 12, by: 'desk', topic: '退役军人创业有没有贴息', department: 'human-resources', until: 'settled', late: true, answer: '有，最高二十万元，持优待证到社保窗口申请' },
  { daysAgo: 9, by: 'desk', topic: '身份证丢了能不能当天办临时证', answer: '可以，C 区户籍窗口当场办' },
  { daysAgo: 7, by: 'phone', topic: '广告牌换字要不要重新审批', department: 'market-supervision', until: 'returned', answer: '户外招牌设置由城管审批' },
  { daysAgo: 5, by: 'town', topic: '外地生育登记能不能在镇里办', department: 'health', until: 'settled', answer: '可以，镇便民服务中心直接受理' },
  { daysAgo: 5, by: 'desk', topic: '充电桩报装物业不同意怎么办', department: 'housing-construction', until: 'acknowledged' },
  { daysAgo: 4, by: 'phone', topic: '校外托管要办什么证', department: 'market-supervision', until: 'handedOver' },
  { daysAgo: 4, by: 'desk', topic: '公积金提取到账要几天', answer: '审核通过后一个工作日内' },
]; // prettier-ignore

export interface Complained {
  daysAgo: number;
  /** The name of the windows, of which it is one. */
  window: string;
  body: string;
  until: 'received' | 'asked' | 'answered' | 'satisfied' | 'reopened';
  late?: boolean;
  question: string;
  statement: string;
  answer: string;
}
export const complaintsMade: readonly Complained[] = [
  { daysAgo: 24, window: '不动产登记', body: '材料第一次没说全，让我跑了两趟', until: 'satisfied', question: '有群众反映材料没有一次告知，请说明当天情况', statement: '房屋有抵押，是看到原件才发现要补银行材料，没有提前问清', answer: '向您道歉。已在取号时增加“是否有抵押”的提示，今后一次说清' },
  { daysAgo: 19, window: '社会保险与就业', body: '叫到号窗口没人，等了二十分钟', until: 'reopened', question: '有群众反映叫号后窗口无人，请说明', statement: '系统卡顿去找技术人员，没有先暂停窗口', answer: '您反映的情况属实，已要求离岗必须先暂停叫号' },
  { daysAgo: 14, window: '医疗保障', body: '问政策说不知道，也不帮问', until: 'satisfied', late: true, question: '有群众反映咨询没有得到答复，请说明', statement: '异地备案新政策当时还没培训到', answer: '您问的异地备案现在可以直接结算，已组织全员培训。答复晚了，请谅解' },
  { daysAgo: 6, window: '税费服务', body: '说话不耐烦，当着很多人的面催我', until: 'answered', question: '有群众反映语气不耐烦，请说明', statement: '当天排队人多，语速快了，愿意当面道歉', answer: '已对当事人提醒谈话，本人愿意当面向您道歉' },
  { daysAgo: 5, window: '户籍与身份证', body: '先来的没办，后来的先办了', until: 'asked', question: '有群众反映叫号次序不对，请说明', statement: '', answer: '' },
  { daysAgo: 4, window: '无差别综合受理', body: '中午明明有人却不办', until: 'received', question: '', statement: '', answer: '' },
]; // prettier-ignore
