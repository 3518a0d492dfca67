/** 出生医学证明, of its fourth to seventh editions. */
import type { Template } from '../fields/template.ts';

const numberLabels = ['有效身份证件号码', '有效身份证件号', '身份证件号码', '身份证号码', '身份证号'];

export const birthCertificate: Template = {
  kind: 'birthCertificate',
  version: 3,
  marks: [
    { text: '出生医学证明', weight: 6 },
    { text: /新生儿/, weight: 2 },
    { text: /出生孕周|出生身长|出生体重/, weight: 2 },
    { text: /母亲姓名/, weight: 1 },
  ],
  fields: [
    { name: 'name', zh: '新生儿姓名', en: 'Child’s name', type: 'name', labels: ['新生儿姓名', '婴儿姓名'], take: /[\p{Script=Han}·]{2,15}/u, shared: { labels: ['姓名'], which: 0 } },
    { name: 'sex', zh: '性别', en: 'Sex', type: 'sex', labels: ['性别'], tight: true, take: /[男女]/ },
    { name: 'bornOn', zh: '出生时间', en: 'Born on', type: 'date', labels: ['出生时间', '出生日期'], take: /\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?/ },
    { name: 'weeks', zh: '出生孕周', en: 'Weeks of pregnancy', type: 'text', labels: ['出生孕周'], optional: true },
    { name: 'weight', zh: '出生体重', en: 'Weight', type: 'text', labels: ['出生体重', '体重'], optional: true },
    { name: 'birthPlace', zh: '出生地点', en: 'Place of birth', type: 'address', labels: ['出生地点', '出生地'], lines: true, optional: true },
    { name: 'hospital', zh: '医疗机构名称', en: 'Hospital', type: 'organisation', labels: ['医疗机构名称', '接生机构名称', '接生机构', '助产机构'], lines: true },
    { name: 'mother', zh: '母亲姓名', en: 'Mother’s name', type: 'name', labels: ['母亲姓名'], take: /[\p{Script=Han}·]{2,15}/u },
    { name: 'motherNumber', zh: '母亲身份证号', en: 'Mother’s number', type: 'idNumber', labels: ['母亲身份证号', '母亲身份证件号码'], shared: { labels: numberLabels, which: 0 }, take: /[0-9A-Za-z]{15,20}/ },
    { name: 'father', zh: '父亲姓名', en: 'Father’s name', type: 'name', labels: ['父亲姓名'], take: /[\p{Script=Han}·]{2,15}/u, optional: true },
    { name: 'fatherNumber', zh: '父亲身份证号', en: 'Father’s number', type: 'idNumber', labels: ['父亲身份证号', '父亲身份证件号码'], shared: { labels: numberLabels, which: 1 }, take: /[0-9A-Za-z]{15,20}/, optional: true },
    { name: 'certificateNumber', zh: '出生证编号', en: 'Certificate number', type: 'birthCode', labels: ['出生医学证明编号', '出生证编号', '证明编号', '编号'], take: /[A-Z0]\d{9}/i, anywhere: /(?<![0-9A-Z])(?<v>[A-Z]\d{9})(?!\d)/ },
  ], // prettier-ignore
  columns: [
    ['新生儿姓名', '出生时间', '出生体重', '医疗机构名称', '母亲姓名', '父亲姓名'],
    ['性别', '出生孕周', '出生身长', '出生地点'],
  ],
  stops: ['出生身长', '身长', '年龄', '国籍', '民族', '住址', '签发机构', '签发日期', '签发人员', '健康状况', '领证人'],
};
