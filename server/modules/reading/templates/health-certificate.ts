/** 从业人员健康证明, 健康合格证: a card or a sheet. */
import type { Template } from '../fields/template.ts';

/** 有效期 is printed as its end, or as beginning and end. */
const lastDay = /(?<v>\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?)(?!.*\d{4}[年.\-/])/;

export const healthCertificate: Template = {
  kind: 'healthCertificate',
  version: 2,
  marks: [
    { text: /健康证/, weight: 4 },
    { text: /健康合格证/, weight: 4 },
    { text: /从业人员|预防性健康/, weight: 2 },
    { text: /体检/, weight: 1 },
    { text: /出生医学|结婚/, weight: -4 },
  ],
  fields: [
    { name: 'name', zh: '姓名', en: 'Name', type: 'name', labels: ['姓名'], tight: true, take: /[\p{Script=Han}·]{2,15}/u },
    { name: 'sex', zh: '性别', en: 'Sex', type: 'sex', labels: ['性别'], tight: true, take: /[男女]/, anywhere: /别[::](?<v>[男女])/ },
    { name: 'age', zh: '年龄', en: 'Age', type: 'text', labels: ['年龄'], tight: true, take: /\d{1,3}/, optional: true },
    { name: 'number', zh: '身份证号', en: 'Identity number', type: 'idNumber', labels: ['身份证号码', '身份证号', '公民身份号码', '身份证', '证件号码'], take: /[0-9A-Za-z]{15,20}/, anywhere: /(?<![0-9])(?<v>[1-9]\d{16}[\dXx])(?!\d)/ },
    { name: 'category', zh: '从业类别', en: 'Line of work', type: 'text', labels: ['从业类别', '行业类别', '体检类别', '从业种类', '类别', '工种', '行业', '从事行业'], optional: true },
    { name: 'certificateNumber', zh: '编号', en: 'Certificate number', type: 'code', labels: ['健康证编号', '证书编号', '证件编号', '健康证号', '编号', '证号'] },
    { name: 'issuedOn', zh: '发证日期', en: 'Issued on', type: 'date', labels: ['发证日期', '体检日期', '签发日期', '发证时间'] },
    { name: 'validUntil', zh: '有效期至', en: 'Valid until', type: 'date', labels: ['有效期至', '有效期限至', '有效日期', '有效期限', '有效期'], take: lastDay },
    { name: 'authority', zh: '发证单位', en: 'Issued by', type: 'organisation', labels: ['发证单位', '发证机构', '体检机构', '体检单位', '发证机关', '体检医院'], lines: true },
  ], // prettier-ignore
  stops: ['单位', '工作单位', '体检结果', '检查结果', '结论'],
};
