/** The words of the messages about findings in a hall; part of `templates.ts`. `itemName` is what was found, `caseNumber` its number. */
import { template } from './template.ts';

export const ofFloor = {
  floorFinding: template(
    'inbox',
    ['大厅问题待处理', '“{itemName}”（{caseNumber}）[请在{dueOn}前处理]。'],
    ['A finding in the hall', '“{itemName}” ({caseNumber})[: please act by {dueOn}].'],
  ),
  floorOverdue: template(
    'inbox',
    ['大厅问题已超期', '“{itemName}”（{caseNumber}）[应在{dueOn}前处理，]已超期，请尽快处理。'],
    ['A finding is overdue', '“{itemName}” ({caseNumber}) is overdue[; it was due by {dueOn}]: please act.'],
  ),
  floorWarden: template(
    'inbox',
    ['片区交接给你', '“{itemName}”（{dueOn}）交接给你负责[：{note}]。'],
    ['A zone was handed over to you', '“{itemName}” ({dueOn}) is yours to look after[: {note}].'],
  ),
  floorCheck: template(
    'inbox',
    ['飞行检查任务', '你是飞行检查{caseNumber}的检查人员，{dueOn}进行。请勿告知被查窗口。'],
    [
      'An unannounced check',
      'You are of the team of check {caseNumber} on {dueOn}. Do not tell those who are checked.',
    ],
  ),
};
