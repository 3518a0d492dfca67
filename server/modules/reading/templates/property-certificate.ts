/** 不动产权证书: the table page, as a booklet or as a single sheet. */
import type { Template } from '../fields/template.ts';
import { houseUses, ownerships, rightNatures, rightTypes } from '../fields/word-lists.ts';

export const propertyCertificate: Template = {
  kind: 'propertyCertificate',
  version: 3,
  marks: [
    { text: '不动产单元号', weight: 3 },
    { text: '不动产权', weight: 4 },
    { text: '共有情况', weight: 1 },
    { text: '权利性质', weight: 1 },
    { text: /租赁合同|不动产登记证明/, weight: -6 },
  ],
  fields: [
    {
      name: 'certificateNumber', zh: '不动产权证号', en: 'Certificate number', type: 'text', labels: ['不动产权证号', '不动产权证书号'], optional: true,
      anywhere: /(?<v>\p{Script=Han}?[(（〔]?(?:19|20)\d\d[)）〕]{0,2}\p{Script=Han}{2,15}不动产权第\d{4,10}号)/u,
    },
    { name: 'owner', zh: '权利人', en: 'Owner', type: 'organisation', labels: ['权利人'], cell: true },
    { name: 'ownership', zh: '共有情况', en: 'Kind of ownership', type: 'text', labels: ['共有情况'], cell: true, words: ownerships },
    { name: 'location', zh: '坐落', en: 'Location', type: 'address', labels: ['坐落'], cell: true },
    { name: 'unitNumber', zh: '不动产单元号', en: 'Unit number', type: 'code', labels: ['不动产单元号'], cell: true },
    { name: 'rightType', zh: '权利类型', en: 'Kind of right', type: 'text', labels: ['权利类型'], cell: true, words: rightTypes },
    { name: 'rightNature', zh: '权利性质', en: 'Nature of the right', type: 'text', labels: ['权利性质'], cell: true, words: rightNatures },
    { name: 'usage', zh: '用途', en: 'Use', type: 'text', labels: ['用途'], cell: true, words: houseUses },
    { name: 'area', zh: '面积', en: 'Area', type: 'area', labels: ['面积'], cell: true },
    { name: 'term', zh: '使用期限', en: 'Term', type: 'interval', labels: ['使用期限'], cell: true },
  ], // prettier-ignore
  columns: [['权利人', '共有情况', '坐落', '不动产单元号', '权利类型', '权利性质', '用途', '面积', '使用期限']],
  stops: ['权利其他状况', '权利其他', '附记', '登记机构'],
};
