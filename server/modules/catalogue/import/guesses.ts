/** What a column may be whose heading no list of words has: by a part of it. A heading that is known comes first. Pure. */
import type { ColumnField } from './headers.ts';

/** Patterns meet headings as `normalise` leaves them; the first that fits counts. */
export const guesses: readonly { pattern: RegExp; field: ColumnField }[] = [
  { pattern: /^(?!.*(区划|地区|行政区|邮|部门|机构|主体|单位|目录)).*(编码|编号|代码)$/, field: 'code' },
  {
    pattern: /(service|item|procedure|permit|licen[cs]e|programme?|form|tramite)(id|code|no|number|key|uuid)$/,
    field: 'code',
  },
  {
    pattern: /^(?!.*(部门|机构|主体|单位|区划|地区|文件|材料|法规|人员|结果)).*(事项|服务|项目|业务|办理项).*名称?$/,
    field: 'name',
  },
  { pattern: /(service|item|procedure|permit|licen[cs]e|programme?|form|tramite)(name|title|label)$/, field: 'name' },
  { pattern: /^(?!.*(编码|代码|电话|地址|类型|性质)).*(部门|主体|机构|单位)(名称)?$/, field: 'department' },
  {
    pattern:
      /^(?!.*(id|code|phone|url|email|address)).*(department|agency|ministry|authority|organi[sz]ation|bureau|council)(name|title)?$/,
    field: 'department',
  },
  { pattern: /法定.*(期限|时限)/, field: 'statutoryLimit' },
  { pattern: /承诺.*(期限|时限)/, field: 'promisedLimit' },
  { pattern: /(咨询|联系|窗口).*电话/, field: 'telephone' },
  { pattern: /(投诉|监督).*电话/, field: 'complaintTelephone' },
  { pattern: /(设定|法律|实施|办理|政策).*依据/, field: 'basis' },
  { pattern: /(申请|申报|提交|所需|办理).*材料/, field: 'materials' },
  { pattern: /(受理|申请|办理|申报).*条件/, field: 'conditions' },
  { pattern: /(办理|审批|办事|申报).*(流程|程序|步骤)/, field: 'procedure' },
];
