/**
 * What is told around the hall: service after hours. `itemName` is the errand, `caseNumber` the number of the request, `dueOn` its day,
 * `until` its time.
 */
import { template } from './template.ts';

export const ofHall = {
  afterhoursAsked: template(
    'inbox',
    [
      '有延时服务申请待审核',
      '“{itemName}”（{caseNumber}）申请{dueOn}{until}办理，请安排人员和窗口，或说明不能安排的理由。',
    ],
    [
      'Somebody asks for service after hours',
      '“{itemNameEn}” ({caseNumber}) is asked for on {dueOn}, {until}: say who stays and where, or why nobody can.',
    ],
  ),
  afterhoursGranted: template(
    'both',
    ['延时服务已安排', '您申请的“{itemName}”（{caseNumber}）安排在{dueOn}{until}，请到{place}号窗口。'],
    ['Your time is granted', 'Somebody stays for “{itemNameEn}” ({caseNumber}) on {dueOn}, {until}: come to {place}.'],
  ),
  afterhoursRefused: template(
    'both',
    ['延时服务未能安排', '您申请的“{itemName}”（{caseNumber}，{dueOn}{until}）未能安排：{reason}'],
    [
      'Your time cannot be granted',
      'What you asked for, “{itemNameEn}” ({caseNumber}, {dueOn}, {until}), cannot be arranged: {reason}',
    ],
  ),
  afterhoursUnanswered: template(
    'both',
    [
      '延时服务未及时安排',
      '您申请的“{itemName}”（{caseNumber}，{dueOn}{until}）未及时答复，请不要前往，可另选时间。对此我们很抱歉。',
    ],
    [
      'Your request was not answered in time',
      'Nobody has decided on “{itemNameEn}” ({caseNumber}, {dueOn}, {until}). Do not come; choose another time. We are sorry.',
    ],
  ),
  afterhoursStay: template(
    'inbox',
    ['请延时服务', '{dueOn}{until}请在{place}号窗口为“{itemName}”（{caseNumber}）的申请人延时服务，办理后请登记。'],
    [
      'You stay after hours',
      'On {dueOn}, {until}, please stay at {place} for “{itemNameEn}” ({caseNumber}), and record what was done.',
    ],
  ),
  afterhoursFreed: template(
    'inbox',
    ['延时服务已取消', '“{itemName}”（{caseNumber}，{dueOn}{until}）不再需要您延时服务。'],
    ['You need not stay', 'You need not stay for “{itemNameEn}” ({caseNumber}) on {dueOn}, {until} any more.'],
  ),
};
