/** 毕业证书 of universities, colleges and schools: one sentence, with dates in Chinese figures as often as not. */
import type { Template } from '../fields/template.ts';

const day = '[零〇○Oo0-9一二三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日';

export const diploma: Template = {
  kind: 'diploma',
  version: 1,
  marks: [
    { text: '毕业证书', weight: 5 },
    { text: '准予毕业', weight: 3 },
    { text: /教学计划|成绩合格/, weight: 2 },
    { text: /证书编号/, weight: 1 },
  ],
  fields: [
    { name: 'name', zh: '姓名', en: 'Name', type: 'name', labels: ['姓名'], running: true, anywhere: /(?:学生|研究生|学员)[::]?(?<v>[\p{Script=Han}·]{2,12}?)[,，、]?\s*性?别?[,，]?(?=[男女][,，]|性别)/u },
    { name: 'sex', zh: '性别', en: 'Sex', type: 'sex', labels: ['性别'], running: true, anywhere: /(?:性别[::]?|学生\p{Script=Han}{2,4}[,，])(?<v>[男女])/u },
    { name: 'bornOn', zh: '出生日期', en: 'Born on', type: 'date', labels: [], running: true, anywhere: new RegExp(`(?<v>${day})(?:出?生)`, 'u') },
    { name: 'major', zh: '专业', en: 'Major', type: 'text', labels: [], running: true, anywhere: /(?:在?[本我]校|在)(?<v>\p{Script=Han}{2,20}?)专业/u },
    { name: 'level', zh: '学历层次', en: 'Level', type: 'text', labels: [], running: true, anywhere: /(?<v>博士研究生|硕士研究生|本科|专科|高职|高中|中专)(?:起点)?(?:学习|教学)?/u },
    { name: 'school', zh: '学校', en: 'School', type: 'organisation', labels: ['校名', '学校名称', '学校'], anywhere: /(?<![在于本我])(?<v>\p{Script=Han}{2,14}(?:大学|学院|学校|中学))(?!\p{Script=Han}*专业)/u },
    { name: 'graduatedOn', zh: '毕业日期', en: 'Graduated on', type: 'date', labels: [], running: true, anywhere: new RegExp(`(?<v>${day})(?!出?生)`, 'u') },
    { name: 'certificateNumber', zh: '证书编号', en: 'Certificate number', type: 'code', labels: ['证书编号', '编号'], take: /[0-9A-Za-z]{8,24}/, anywhere: /(?<v>\d{16,18})/ },
  ], // prettier-ignore
  stops: ['校长', '院长', '校(院)长', '学制'],
};
