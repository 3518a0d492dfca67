/** 开户许可证 and, since 2019, 基本存款账户信息. */
import type { Template } from '../fields/template.ts';

export const bankAccount: Template = {
  kind: 'bankAccount',
  version: 2,
  marks: [
    { text: '开户许可证', weight: 5 },
    { text: '基本存款账户信息', weight: 5 },
    { text: '基本存款账户编号', weight: 2 },
    { text: /开户银行/, weight: 1 },
    { text: /核准号/, weight: 1 },
  ],
  fields: [
    { name: 'name', zh: '账户名称', en: 'Name of the account', type: 'organisation', labels: ['账户名称', '存款人名称', '存款人', '单位名称'], lines: true, anywhere: /经审核[,，]?(?<v>[\p{Script=Han}()A-Za-z0-9]{4,40}?)符合开户条件/u },
    { name: 'account', zh: '账户号码', en: 'Account number', type: 'code', labels: ['账户号码', '银行账号', '账号'], take: /\d{8,30}/ },
    { name: 'bank', zh: '开户银行', en: 'Bank', type: 'organisation', labels: ['开户银行', '开户行'], lines: true },
    { name: 'legalRepresentative', zh: '法定代表人', en: 'Legal representative', type: 'name', labels: ['法定代表人(单位负责人)', '法定代表人(负责人)', '法定代表人', '单位负责人'] },
    { name: 'approvalNumber', zh: '基本存款账户编号', en: 'Number of the account record', type: 'code', labels: ['基本存款账户编号', '核准号', '编号'], take: /[0-9A-Za-z]{12,16}/, form: /^[JLZ]\d{13}$/, anywhere: /(?<v>J\d{13})/ },
  ], // prettier-ignore
  stops: ['发证机关', '发证机关(盖章)', '账户性质', '(单位负责人)'],
};
