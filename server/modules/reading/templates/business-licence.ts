/** 营业执照, in the layouts of 2014 (upright) and 2019 (across), of companies, branches, partnerships and traders. */
import type { Template } from '../fields/template.ts';

export const businessLicence: Template = {
  kind: 'businessLicence',
  version: 2,
  marks: [
    { text: '营业执照', weight: 5 },
    { text: '统一社会信用代码', weight: 2 },
    { text: '国家企业信用信息公示系统', weight: 2 },
    { text: '登记机关', weight: 1 },
    { text: /许可证|开户|存款账户/, weight: -5 },
  ],
  fields: [
    {
      name: 'creditCode', zh: '统一社会信用代码', en: 'Credit code', type: 'creditCode', where: 'either',
      labels: ['统一社会信用代码', '社会信用代码'], take: /[0-9A-Za-z]{15,20}/,
      anywhere: /(?<![0-9A-Z])(?<v>[159ANY][1239][0-9A-Z]{16})(?![0-9A-Z])/,
    },
    { name: 'name', zh: '名称', en: 'Name', type: 'organisation', labels: ['名称', '企业名称', '字号名称', '公司名称', '商号名称', '字号'], lines: true },
    { name: 'type', zh: '类型', en: 'Type', type: 'text', labels: ['类型', '主体类型', '公司类型', '企业类型', '市场主体类型', '经济性质'], lines: true },
    {
      name: 'legalRepresentative', zh: '法定代表人', en: 'Legal representative', type: 'name',
      labels: ['法定代表人', '经营者', '负责人', '投资人', '执行事务合伙人', '经营者姓名', '法定代表人姓名', '法定代表人(负责人)', '代表人'],
    },
    { name: 'composition', zh: '组成形式', en: 'Form of composition', type: 'text', labels: ['组成形式'], optional: true },
    { name: 'capital', zh: '注册资本', en: 'Registered capital', type: 'money', labels: ['注册资本', '注册资金', '资金数额', '出资额', '成员出资总额'], optional: true },
    { name: 'foundedOn', zh: '成立日期', en: 'Founded on', type: 'date', labels: ['成立日期', '注册日期', '登记日期', '设立日期'] },
    { name: 'term', zh: '营业期限', en: 'Term', type: 'interval', labels: ['营业期限', '合伙期限', '经营期限', '营业期限自', '有效期限'], lines: true, optional: true },
    { name: 'address', zh: '住所', en: 'Address', type: 'address', labels: ['住所', '经营场所', '营业场所', '主要经营场所', '主要营业场所', '注册地址', '地址', '主要经营场', '住所(经营场所)', '经营场所地址'], lines: true },
    { name: 'scope', zh: '经营范围', en: 'Scope of business', type: 'text', labels: ['经营范围', '业务范围'], lines: true },
  ], // prettier-ignore
  stops: ['登记机关', '扫描二维码', '国家企业信用信息公示系统网址', '市场主体应当于每年', '副本编号'],
};
