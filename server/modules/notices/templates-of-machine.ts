/**
 * The words of the messages about what the machine decided: the department hears that somebody asks for a person, who asked hears the answer.
 * Part of `templates.ts`.
 */
import { template } from './template.ts';

export const ofMachine = {
  machineAsked: template(
    'inbox',
    ['请人工看一件机器办的件', '“{itemName}”（{caseNumber}）由机器办理，申请人请您人工看一遍，请到“机器预审”里答复。'],
    [
      'An applicant asks for a person',
      'The machine acted on “{itemNameEn}” ({caseNumber}), and the applicant asks you to look. Answer under “Review by machine”.',
    ],
  ),
  machineAnswered: template(
    'both',
    ['人工已看过您的办件', '您请人工看的“{itemName}”（{caseNumber}）已有答复，请登录查看。'],
    [
      'A person has looked',
      'There is an answer to what you asked about “{itemNameEn}” ({caseNumber}). Sign in to read it.',
    ],
  ),
};
