/** 户口簿 (常住人口登记卡): the page of one person. */
import type { Template } from '../fields/template.ts';
import { educations, maritalStatuses, relations } from '../fields/word-lists.ts';

export const householdPage: Template = {
  kind: 'householdPage',
  version: 3,
  marks: [
    { text: '常住人口登记卡', weight: 6 },
    { text: /户主或与|户主关系/, weight: 2 },
    { text: '服务处所', weight: 1 },
    { text: '兵役状况', weight: 1 },
    { text: /曾用名/, weight: 1 },
  ],
  fields: [
    { name: 'name', zh: '姓名', en: 'Name', type: 'name', labels: ['姓名'], cell: true },
    { name: 'relation', zh: '户主或与户主关系', en: 'Relation to the head', type: 'text', labels: ['户主或与户主关系', '与户主关系', '户主关系', '户主或与', '主关系', '户主或与户'], cell: true, words: relations },
    { name: 'sex', zh: '性别', en: 'Sex', type: 'sex', labels: ['性别'], cell: true, take: /[男女]/ },
    { name: 'birthPlace', zh: '出生地', en: 'Place of birth', type: 'address', labels: ['出生地'], cell: true, optional: true },
    { name: 'ethnicity', zh: '民族', en: 'Ethnicity', type: 'ethnicity', labels: ['民族'], cell: true },
    { name: 'nativePlace', zh: '籍贯', en: 'Native place', type: 'address', labels: ['籍贯'], cell: true, optional: true },
    { name: 'bornOn', zh: '出生日期', en: 'Born on', type: 'date', labels: ['出生日期'], cell: true },
    { name: 'number', zh: '公民身份号码', en: 'Identity number', type: 'idNumber', labels: ['公民身份证件编号', '公民身份号码', '身份证件编号', '证件编号'], cell: true, take: /[0-9A-Za-z]{15,20}/, anywhere: /(?<![0-9])(?<v>[1-9]\d{16}[\dXx])(?!\d)/ },
    { name: 'education', zh: '文化程度', en: 'Education', type: 'text', labels: ['文化程度'], cell: true, optional: true, words: educations },
    { name: 'maritalStatus', zh: '婚姻状况', en: 'Marital status', type: 'text', labels: ['婚姻状况'], cell: true, optional: true, words: maritalStatuses },
    { name: 'employer', zh: '服务处所', en: 'Place of work', type: 'organisation', labels: ['服务处所'], cell: true, optional: true },
    { name: 'occupation', zh: '职业', en: 'Occupation', type: 'text', labels: ['职业'], cell: true, optional: true },
  ], // prettier-ignore
  columns: [
    ['姓名', '曾用名', '出生地', '籍贯'],
    ['性别', '民族', '出生日期'],
    ['文化程度', '服务处所'],
    ['婚姻状况', '职业'],
  ],
  stops: [
    '曾用名',
    '宗教信仰',
    '身高',
    '血型',
    '兵役状况',
    '本市(县)其他住址',
    '其他住址',
    '何时由何地迁来',
    '何时由何地迁来本市(县)',
    '何时由何地迁来本址',
    '承办人签章',
    '登记日期',
    '本市(县)其',
    '他住址',
    '公民身份',
    '迁来本市(县)',
    '迁来本址',
  ],
};
