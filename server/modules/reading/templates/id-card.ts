/** 居民身份证 (GA 490-2013): both sides. */
import type { Template } from '../fields/template.ts';

export const idCardFront: Template = {
  kind: 'idCardFront',
  version: 1,
  marks: [
    { text: '公民身份号码', weight: 4 },
    { text: /住址/, weight: 1 },
    { text: /[1-9]\d{16}[\dXx]/, weight: 1 },
    { text: /登记卡|户主|结婚|健康|出生医学|许可证|毕业|驾驶证|签发机关/, weight: -4 },
  ],
  fields: [
    { name: 'name', zh: '姓名', en: 'Name', type: 'name', labels: ['姓名'], tight: true, take: /[\p{Script=Han}·]{2,15}/u },
    { name: 'sex', zh: '性别', en: 'Sex', type: 'sex', labels: ['性别'], tight: true, take: /[男女]/, anywhere: /(?<v>[男女])民族/ },
    { name: 'ethnicity', zh: '民族', en: 'Ethnicity', type: 'ethnicity', labels: ['民族'], tight: true, take: /\p{Script=Han}{1,5}/u },
    { name: 'bornOn', zh: '出生', en: 'Born on', type: 'date', labels: ['出生'], tight: true, take: /\d{4}年\d{1,2}月\d{1,2}日?/, anywhere: /(?<v>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)/ },
    { name: 'address', zh: '住址', en: 'Address', type: 'address', labels: ['住址'], tight: true, lines: true },
    { name: 'number', zh: '公民身份号码', en: 'Identity number', type: 'idNumber', labels: ['公民身份号码', '身份号码'], tight: true, take: /[0-9A-Za-z]{16,20}/, anywhere: /(?<![0-9])(?<v>[1-9]\d{16}[\dXx])(?!\d)/ },
  ], // prettier-ignore
};

export const idCardBack: Template = {
  kind: 'idCardBack',
  version: 1,
  marks: [
    { text: '签发机关', weight: 3 },
    { text: '居民身份证', weight: 3 },
    { text: '有效期限', weight: 2 },
    { text: '中华人民共和国', weight: 1 },
    { text: /公民身份号码|许可证|登记卡/, weight: -3 },
  ],
  fields: [
    { name: 'authority', zh: '签发机关', en: 'Issued by', type: 'organisation', labels: ['签发机关'], tight: true, lines: true },
    {
      name: 'validity', zh: '有效期限', en: 'Validity', type: 'interval', labels: ['有效期限'], tight: true, take: /\d{4}.*/,
      anywhere: /(?<v>\d{4}[.,·]?\d{2}[.,·]?\d{2}[-—~一至](?:\d{4}[.,·]?\d{2}[.,·]?\d{2}|长期))/,
    },
  ], // prettier-ignore
};
