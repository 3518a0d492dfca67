/** What stewards and companies are told about investment projects. `note` is what a person wrote. */
import { template } from './template.ts';

export const ofProjects = {
  stewardReminder: template(
    'inbox',
    ['帮办提醒', '您要我们提醒项目“{itemName}”（{caseNumber}）[：{note}]。'],
    ['A reminder', 'You wanted to be reminded of “{itemName}” ({caseNumber})[: {note}].'],
  ),
  stewardAppointed: template(
    'inbox',
    ['您成为项目帮办专员', '项目“{itemName}”（{caseNumber}）已移交给您帮办[：{note}]。'],
    ['A project is in your hands', 'Project “{itemName}” ({caseNumber}) was handed over to you[: {note}].'],
  ),
  simulationExamined: template(
    'both',
    [
      '模拟审批有了意见',
      '“{itemName}”（项目{caseNumber}）的模拟审批已有意见，没有法律效力；条件具备后请在{until}前提出正式申请。',
    ],
    [
      'Your simulated approval was examined',
      'There is an opinion on “{itemName}” (project {caseNumber}). It has no legal effect: apply formally by {until} once the conditions are met.',
    ],
  ),
  simulationLapsed: template(
    'both',
    ['模拟审批已失效', '“{itemName}”（项目{caseNumber}）的模拟审批已超过{until}，自行失效。您仍可以提出正式申请。'],
    [
      'Your simulated approval has lapsed',
      'The simulated approval of “{itemName}” (project {caseNumber}) was not made formal by {until}. You can still apply.',
    ],
  ),
};
