/** 房屋租赁合同: running text with the parties at its head; every office and agent has its own. */
import type { Template } from '../fields/template.ts';

const day = '(?:[12]\\d{3}(?:年\\d{1,2}月\\d{1,2}日|[.\\-/]\\d{1,2}[.\\-/]\\d{1,2}))';
const words = '[零壹贰叁肆伍陆柒捌玖拾佰仟万元圆整角分]+';
/** In figures with words behind them, or in words with figures behind them; a figure without ¥ or 元 may be anything. */
const amount = `(?:(?:[¥￥][\\d,.]+万?[元圆]?|[\\d,.]+万?[元圆])整?(?:\\((?:人民币)?(?:大写)?[::]?${words}\\))?|[零壹贰叁肆伍陆柒捌玖拾佰仟万]{2,}[元圆]整?(?:\\((?:小写)?[::]?[¥￥]?[\\d,.]+元?\\))?)`;
/** An amount after its name; what may stand between them names no other amount. */
const between = '[^\\d¥￥。;；押租保元]{0,14}?';
const paid = (name: string): RegExp => new RegExp(`${name}${between}(?<v>${amount})`, 'u');

const numberLabels = [
  '身份证号码', '身份证号', '身份证', '证件号码', '证件号', '公民身份号码', '统一社会信用代码', '社会信用代码', '身份证号码(统一社会信用代码)', '统一社会信用代码(身份证号码)', '身份证号/统一社会信用代码',
]; // prettier-ignore
/** (以下简称甲方) is no part of the name. */
const party = /^(?:\((?:以下)?简?称?[^()]{0,3}[甲乙]方[^()]{0,3}\)?[::]?)?(?<v>.+)/u;

export const lease: Template = {
  kind: 'lease',
  version: 2,
  marks: [
    { text: '租赁合同', weight: 5 },
    { text: /租赁协议|租房合同|租房协议/, weight: 5 },
    { text: /出租[方人]/, weight: 2 },
    { text: /承租[方人]/, weight: 2 },
    { text: /月?租金/, weight: 1 },
    { text: /租赁期限|租期/, weight: 1 },
  ],
  fields: [
    { name: 'lessor', zh: '出租方', en: 'Lessor', type: 'organisation', labels: ['出租方(甲方)', '甲方(出租方)', '出租人(甲方)', '甲方(出租人)', '出租方', '出租人', '甲方'], take: party },
    { name: 'lessorNumber', zh: '出租方证件号码', en: 'Lessor’s number', type: 'idOrCreditCode', labels: [], shared: { labels: numberLabels, which: 0 }, take: /[0-9A-Za-z]{15,20}/, optional: true },
    { name: 'lessee', zh: '承租方', en: 'Lessee', type: 'organisation', labels: ['承租方(乙方)', '乙方(承租方)', '承租人(乙方)', '乙方(承租人)', '承租方', '承租人', '乙方'], take: party },
    { name: 'lesseeNumber', zh: '承租方证件号码', en: 'Lessee’s number', type: 'idOrCreditCode', labels: [], shared: { labels: numberLabels, which: 1 }, take: /[0-9A-Za-z]{15,20}/, optional: true },
    { name: 'location', zh: '房屋坐落', en: 'Location', type: 'address', labels: [], running: true, anywhere: /(?:[坐座]落(?:于|干|在|为)?|位[于干]|房屋地址为?|租赁地址为?|租赁物地址为?|地址为)[::]?(?<v>[\p{Script=Han}A-Za-z0-9\-#()]{6,60}?)(?=[,，。;；、]|的房|的[商店厂门办写一]|房屋[,(]|房屋出?租|\(?建筑面积|出租给|租给|\d\.|[二三四五]、)/u },
    { name: 'area', zh: '建筑面积', en: 'Area', type: 'area', labels: [], running: true, anywhere: /面积(?:共计|合计|总计|共有|共|约?为|大?约|是)?[::]?(?<v>\d+(?:\.\d+)?(?:平方米?|平米|m2|㎡))/ },
    { name: 'purpose', zh: '用途', en: 'Use', type: 'text', labels: [], running: true, optional: true, anywhere: /(?:用途(?:为|是|[::])(?:该?房屋)?(?:用途)?[为是]?|仅限?(?:作为|作|用于|供)|乙方用?作为?|作为|用于)(?<v>\p{Script=Han}{2,12}?)(?=使用|用途|之用|[,，。;；])/u },
    { name: 'term', zh: '租赁期限', en: 'Term', type: 'interval', labels: [], running: true, anywhere: new RegExp(`(?<v>${day}(?:起|开始)?[,，]?[至到\\-—~]+${day})`, 'u') },
    { name: 'rent', zh: '租金', en: 'Rent', type: 'money', labels: [], running: true, anywhere: paid(`租金(?:${between}租金)?`) },
    { name: 'deposit', zh: '押金', en: 'Deposit', type: 'money', labels: [], running: true, optional: true, anywhere: paid('(?:押金|保证金)') },
    { name: 'signedOn', zh: '签订日期', en: 'Signed on', type: 'date', labels: ['签订日期', '签约日期', '签订时间', '签署日期', '日期'], optional: true },
  ], // prettier-ignore
  stops: [
    '联系电话',
    '电话',
    '住址',
    '地址',
    '通讯地址',
    '法定代表人',
    '委托代理人',
    '甲方(签字)',
    '乙方(签字)',
    '甲方(签章)',
    '乙方(签章)',
    '甲方(盖章)',
    '乙方(盖章)',
    '甲方签字',
    '乙方签字',
    '甲方签章',
    '乙方签章',
  ],
};
