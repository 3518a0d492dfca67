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
};
