/** The words of the messages about applications to other districts; part of `templates.ts`. `toName` is the district, `reason` what it wants. */
import { template } from './template.ts';

/** By inbox alone: the district that decides sends its own messages to the telephone of the applicant. */
export const ofExchange = {
  exchangeWanted: template(
    'inbox',
    ['对方地区要求补正', '“{itemName}”[（{caseNumber}）]：{toName}要求补正，请打开这份跨区申请，按要求提交。'],
    [
      'The other district wants more',
      '“{itemNameEn}”[ ({caseNumber})]: {toName} wants something to be supplemented. Open this application to another district and hand it in.',
    ],
  ),
  exchangeAnswered: template(
    'inbox',
    [
      '跨区申请有结果',
      '“{itemName}”[（{caseNumber}）]：{toName}已有结果，文书已传来或正在传来，请打开这份跨区申请查看。',
    ],
    [
      'An answer from the other district',
      '“{itemNameEn}”[ ({caseNumber})]: {toName} has come to a result. Its documents are in this application to another district, or on their way.',
    ],
  ),
  exchangeNotTaken: template(
    'inbox',
    ['对方地区没有收下申请', '“{itemName}”：{toName}没有收下这份申请，请打开查看原因，改正后重新提交。'],
    [
      'The application was not taken',
      '“{itemNameEn}”: {toName} did not take this application. Open it to see why, put it right and hand it in again.',
    ],
  ),
};
