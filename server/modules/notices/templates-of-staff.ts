/**
 * What colleagues are told in the inbox of their posts: warnings before the dates of a case, and what comes of them. `note` is what a
 * department adds to the rung of its ladder, `left` working days.
 */
import { template } from './template.ts';

export const ofStaff = {
  targetNear: template(
    'inbox',
    ['承诺期限将到', '“{itemName}”（{caseNumber}）的承诺期限是{dueOn}[，还剩{left}个工作日]，请抓紧办理。[{note}]'],
    [
      'The promised date is near',
      '“{itemNameEn}” ({caseNumber}) was promised by {dueOn}[; working days left: {left}].[ {note}]',
    ],
  ),
  targetPassed: template(
    'inbox',
    [
      '已超过承诺期限',
      '“{itemName}”（{caseNumber}）已超过承诺期限{dueOn}，请尽快办结[，法定期限是{fatalOn}]。[{note}]',
    ],
    [
      'The promised date is over',
      '“{itemNameEn}” ({caseNumber}) was promised by {dueOn} and is not done.[ The statutory date is {fatalOn}.][ {note}]',
    ],
  ),
  fatalNear: template(
    'inbox',
    ['法定期限将到', '“{itemName}”（{caseNumber}）的法定期限是{dueOn}[，还剩{left}个工作日]，请立即处理。[{note}]'],
    [
      'The statutory date is near',
      'The statutory date of “{itemNameEn}” ({caseNumber}) is {dueOn}[; working days left: {left}].[ {note}]',
    ],
  ),
  fatalPassed: template(
    'inbox',
    ['已超过法定期限', '“{itemName}”（{caseNumber}）已超过法定期限{dueOn}，仍未办结，请核查原因并督办。[{note}]'],
    [
      'The statutory date is over',
      '“{itemNameEn}” ({caseNumber}) should have been done by {dueOn} at the latest. Find out why, and see that it is done.[ {note}]',
    ],
  ),
  ladderFault: template(
    'inbox',
    [
      '预警设置有问题',
      '{departmentName}的预警设置无法照用，已改按全区设置预警，其他部门不受影响。请到“预警设置”查看。',
    ],
    [
      'A ladder of warnings needs a look',
      'The ladder of {departmentName} cannot be followed as it is. Its cases are warned of by the ladder of the district; no other department is affected. See “Warnings”.',
    ],
  ),
  reminderAsked: template(
    'inbox',
    ['收到督办单', '“{itemName}”（{caseNumber}）：政务服务办发来督办单，请在{dueOn}前答复。'],
    ['The office asks for an answer', '“{itemNameEn}” ({caseNumber}): the service office wants an answer by {dueOn}.'],
  ),
  consultationOverdue: template(
    'inbox',
    [
      '征求意见逾期未回复',
      '{departmentName}就“{itemName}”（{caseNumber}）征求本部门意见，应在{dueOn}前回复，现已逾期。请尽快回复，本件因此不能决定。',
    ],
    [
      'An opinion is overdue',
      '{departmentName} asked for the opinion of your department on “{itemNameEn}” ({caseNumber}) by {dueOn}. Answer now: the case cannot be decided before.',
    ],
  ),
  opinionOverdue: template(
    'inbox',
    [
      '被征求部门逾期未回复',
      '“{itemName}”（{caseNumber}）征求{departmentName}的意见，应在{dueOn}前回复，现已逾期。已提醒该部门负责人，请联系催办；不再需要的可以撤回。',
    ],
    [
      'A department has not answered',
      '{departmentName} was to give its opinion on “{itemNameEn}” ({caseNumber}) by {dueOn} and has not. Its head was told; call them, or take the request back if it is not needed any more.',
    ],
  ),
  reminderAnswered: template(
    'inbox',
    ['督办单已答复', '“{itemName}”（{caseNumber}）：{departmentName}已答复督办单。'],
    ['A reminder was answered', '“{itemNameEn}” ({caseNumber}): {departmentName} has answered the reminder.'],
  ),
};
