/** 房屋租赁合同: running text with the parties at its head; every office and agent has its own. */
import type { Template } from '../fields/template.ts';

const day = '(?:[12]\\d{3}年\\d{1,2}月\\d{1,2}日)';
const amount =
  '[¥￥]?[\\d,.]+(?:万)?元?(?:整)?(?:\\((?:人民币)?(?:大写)?[::]?[零壹贰叁肆伍陆柒捌玖拾佰仟万元圆整角分]+\\))?';

export const lease: Template = {
  kind: 'lease',
  version: 1,
  marks: [
    { text: '租赁合同', weight: 5 },
    { text: /租赁协议|租房合同|租房协议/, weight: 5 },
    { text: /出租[方人]/, weight: 2 },
    { text: /承租[方人]/, weight: 2 },
    { text: /月?租金/, weight: 1 },
    { text: /租赁期限|租期/, weight: 1 },
  ],
  fields: [
    { name: 'lessor', zh: '出租方', en: 'Lessor', type: 'organisation', labels: ['出租方(甲方)', '甲方(出租方)', '出租人(甲方)', '甲方(出租人)', '出租方', '出租人', '甲方'] },
    { name: 'lessorNumber', zh: '出租方证件号码', en: 'Lessor’s number', type: 'idOrCreditCode', labels: [], shared: { labels: ['身份证号码', '身份证号', '证件号码', '公民身份号码', '统一社会信用代码'], which: 0 }, take: /[0-9A-Za-z]{15,20}/, optional: true },
    { name: 'lessee', zh: '承租方', en: 'Lessee', type: 'organisation', labels: ['承租方(乙方)', '乙方(承租方)', '承租人(乙方)', '乙方(承租人)', '承租方', '承租人', '乙方'] },
    { name: 'lesseeNumber', zh: '承租方证件号码', en: 'Lessee’s number', type: 'idOrCreditCode', labels: [], shared: { labels: ['身份证号码', '身份证号', '证件号码', '公民身份号码', '统一社会信用代码'], which: 1 }, take: /[0-9A-Za-z]{15,20}/, optional: true },
    { name: 'location', zh: '房屋坐落', en: 'Location', type: 'address', labels: [], running: true, anywhere: /(?:坐落[于干在]?|位[于干]|房屋地址为?|租赁地址|租赁物地址)[::]?(?<v>[\p{Script=Han}A-Za-z0-9\-#()]{6,60}?)(?=[,，。;；、]|的房|房屋,|建筑面积|出租给|租给|\d\.|[二三四五]、)/u },
    { name: 'area', zh: '建筑面积', en: 'Area', type: 'area', labels: [], running: true, anywhere: /面积(?:共计|合计|约?为|约|是)?[::]?(?<v>\d+(?:\.\d+)?(?:平方米|平米|m2|㎡))/ },
    { name: 'purpose', zh: '用途', en: 'Use', type: 'text', labels: [], running: true, optional: true, anywhere: /(?:用途为|用途[::]|仅作为|仅作|作为|用于)(?<v>\p{Script=Han}{2,12}?)(?=使用|用途|之用|[,，。;；])/u },
    { name: 'term', zh: '租赁期限', en: 'Term', type: 'interval', labels: [], running: true, anywhere: new RegExp(`(?<v>${day}起?[至到\\-—~]+${day})`, 'u') },
    { name: 'rent', zh: '租金', en: 'Rent', type: 'money', labels: [], running: true, anywhere: new RegExp(`租金(?:标准)?(?:为|是)?(?:每月|每年|每季度)?(?:为|是)?(?:人民币)?[::]?(?<v>${amount})`, 'u') },
    { name: 'deposit', zh: '押金', en: 'Deposit', type: 'money', labels: [], running: true, optional: true, anywhere: new RegExp(`(?:押金|保证金)(?:为|是)?(?:人民币)?[::]?(?<v>${amount})`, 'u') },
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
