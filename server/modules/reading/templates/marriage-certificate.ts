/** 结婚证: the inner pages. The persons stand one below or beside the other. */
import type { FieldTemplate, Template } from '../fields/template.ts';

/** Fields of the first or second person. */
const spouse = (which: 0 | 1): FieldTemplate[] => {
  const [zh, en] = which === 0 ? ['甲', 'First'] : ['乙', 'Second'];
  const n = which + 1;
  return [
    { name: `name${n}`, zh: `姓名（${zh}）`, en: `${en} person’s name`, type: 'name', labels: [], shared: { labels: ['姓名'], which }, tight: true, take: /[\p{Script=Han}·]{2,15}/u },
    { name: `sex${n}`, zh: `性别（${zh}）`, en: `${en} person’s sex`, type: 'sex', labels: [], shared: { labels: ['性别'], which }, tight: true, take: /[男女]/ },
    { name: `bornOn${n}`, zh: `出生日期（${zh}）`, en: `${en} person’s birth`, type: 'date', labels: [], shared: { labels: ['出生日期'], which }, tight: true },
    { name: `number${n}`, zh: `身份证件号（${zh}）`, en: `${en} person’s number`, type: 'idNumber', labels: [], shared: { labels: ['身份证件号', '身份证号', '身份证件号码', '身份证号码'], which }, tight: true, take: /[0-9A-Za-z]{15,20}/ },
  ]; // prettier-ignore
};

export const marriageCertificate: Template = {
  kind: 'marriageCertificate',
  version: 2,
  marks: [
    { text: /结婚证/, weight: 4 },
    { text: '结婚证字号', weight: 3 },
    { text: '持证人', weight: 2 },
    { text: /登记日期/, weight: 1 },
  ],
  fields: [
    { name: 'holder', zh: '持证人', en: 'Holder', type: 'name', labels: ['持证人'], tight: true, take: /[\p{Script=Han}·]{2,15}/u },
    { name: 'registeredOn', zh: '登记日期', en: 'Registered on', type: 'date', labels: ['登记日期'], tight: true },
    { name: 'certificateNumber', zh: '结婚证字号', en: 'Certificate number', type: 'code', labels: ['结婚证字号', '证字号'], tight: true, form: /^(?:[JLB]\d{6}\d{4}\d{6}|\p{Script=Han}+\d+)$/u, anywhere: /(?<v>J\d{6}-\d{4}-\d{6})/ },
    ...spouse(0),
    ...spouse(1),
  ], // prettier-ignore
  stops: ['国籍', '备注', '登记机关', '婚姻登记员'],
};
