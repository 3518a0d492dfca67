/** The words of the messages about suggestions; part of `templates.ts`. `itemName` is the title of the suggestion, `caseNumber` its number. */
import { template } from './template.ts';

export const ofImprovements = {
  improvementOrder: template(
    'inbox',
    ['收到改进建议单', '“{itemName}”（{caseNumber}）已派给本部门[，请在{dueOn}前处理]。'],
    ['An improvement order', '“{itemName}” ({caseNumber}) was given to your department[: please act by {dueOn}].'],
  ),
  improvementBack: template(
    'inbox',
    ['改进建议单待处理', '“{itemName}”（{caseNumber}）部门已回复[，请在{dueOn}前处理]。'],
    [
      'An improvement order is back',
      'The department has answered on “{itemName}” ({caseNumber})[: please act by {dueOn}].',
    ],
  ),
  improvementAdopted: template(
    'inbox',
    ['您的建议已采纳', '您提出的“{itemName}”（{caseNumber}）已落实并采纳，请登录查看答复。谢谢您。'],
    [
      'Your suggestion was adopted',
      '“{itemName}” ({caseNumber}) was carried out and adopted. Sign in to read the answer. Thank you.',
    ],
  ),
  improvementClosed: template(
    'inbox',
    ['您的建议已答复', '您提出的“{itemName}”（{caseNumber}）已有答复，请登录查看。'],
    ['Your suggestion was answered', 'There is an answer to “{itemName}” ({caseNumber}). Sign in to read it.'],
  ),
};
