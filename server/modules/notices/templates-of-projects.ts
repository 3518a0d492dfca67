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
  simulationArrived: template(
    'inbox',
    [
      '收到模拟审批申请',
      '{toName}就“{itemName}”（项目{caseNumber}）申请模拟审批，尚缺的条件已列明[，{until}前有效]。请出具意见；意见没有法律效力。',
    ],
    [
      'A simulated approval was asked for',
      '{toName} asks for a simulated approval of “{itemNameEn}” (project {caseNumber}); what is missing is named.[ It lapses after {until}.] Give your opinion: it has no legal effect.',
    ],
  ),
  simulationFormal: template(
    'inbox',
    [
      '模拟审批已转正式',
      '{toName}的“{itemName}”（项目{caseNumber}）模拟审批已转为正式申请。请核对补齐和变化的部分后决定，其余不再重复审查。',
    ],
    [
      'A simulated approval has become formal',
      '{toName} has applied formally for “{itemNameEn}” (project {caseNumber}). Look at what was missing or has changed, then decide; the rest is not examined twice.',
    ],
  ),
  projectTimeLow: template(
    'inbox',
    [
      '项目审批用时将到上限',
      '项目“{itemName}”（{caseNumber}）的审批用时[还剩{leftWorking}个工作日][还剩{leftCalendar}天][，不停表将在{dueOn}用完][。正在办理：{departmentName}]。请抓紧办理。',
    ],
    [
      'The days of a project run low',
      'Project “{itemName}” ({caseNumber}):[ working days left: {leftWorking}.][ days left: {leftCalendar}.][ They will be used up on {dueOn} if nothing stops the clock.][ In hand: {departmentName}.] Please hurry.',
    ],
  ),
  projectTimeUsedUp: template(
    'inbox',
    [
      '项目审批用时已到上限',
      '项目“{itemName}”（{caseNumber}）的[{limitWorking}个工作日][{limitCalendar}天]审批用时已经用完，仍未办结[。正在办理：{departmentName}]。请查明原因并尽快办结。',
    ],
    [
      'The days of a project are used up',
      'Project “{itemName}” ({caseNumber}) has used all of its[ {limitWorking} working days][ {limitCalendar} days] and is not done.[ In hand: {departmentName}.] Find out why, and see that it is decided.',
    ],
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
