/** 食品经营许可证, as a sheet with labels on the left. */
import type { Template } from '../fields/template.ts';

export const foodPermit: Template = {
  kind: 'foodPermit',
  version: 2,
  marks: [
    { text: '食品经营许可证', weight: 6 },
    { text: '主体业态', weight: 2 },
    { text: '经营项目', weight: 1 },
    { text: /JY\d{14}/, weight: 2 },
  ],
  fields: [
    { name: 'permitNumber', zh: '许可证编号', en: 'Permit number', type: 'code', labels: ['许可证编号'], take: /[0-9A-Za-z]{12,20}/, form: /^J[YC]\d{14}$/, anywhere: /(?<v>J[YC]\d{14})/ },
    { name: 'name', zh: '经营者名称', en: 'Name', type: 'organisation', labels: ['经营者名称', '单位名称', '经营者', '名称'], lines: true },
    { name: 'creditCode', zh: '统一社会信用代码', en: 'Credit code', type: 'idOrCreditCode', labels: ['统一社会信用代码(身份证号码)', '社会信用代码(身份证号码)', '统一社会信用代码', '社会信用代码', '(身份证号码)'], take: /[0-9A-Za-z]{15,20}/, anywhere: /(?<![0-9A-Z])(?<v>[159ANY][1239][0-9A-Z]{16})(?![0-9A-Z])/ },
    { name: 'legalRepresentative', zh: '法定代表人（负责人）', en: 'Legal representative', type: 'name', labels: ['法定代表人(负责人)', '法定代表人', '负责人'] },
    { name: 'address', zh: '住所', en: 'Address', type: 'address', labels: ['住所'], lines: true },
    { name: 'premises', zh: '经营场所', en: 'Premises', type: 'address', labels: ['经营场所'], lines: true },
    { name: 'category', zh: '主体业态', en: 'Kind of business', type: 'text', labels: ['主体业态'], lines: true },
    { name: 'items', zh: '经营项目', en: 'What may be sold', type: 'text', labels: ['经营项目'], lines: true },
    { name: 'validUntil', zh: '有效期至', en: 'Valid until', type: 'date', labels: ['有效期至', '有效期限至'] },
    { name: 'authority', zh: '发证机关', en: 'Issued by', type: 'organisation', labels: ['发证机关'], optional: true },
  ], // prettier-ignore
  stops: ['日常监督管理机构', '日常监督管理人员', '投诉举报电话', '签发人', '发证日期', '签发日期'],
};
