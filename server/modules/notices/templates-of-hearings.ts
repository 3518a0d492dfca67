/** The words of the messages about hearings and about what was undertaken; part of `templates.ts`. */
import { template } from './template.ts';

export const ofHearings = {
  hearingOffered: template(
    'both',
    [
      '您可以要求听证',
      '您申请的“{itemName}”（{caseNumber}）涉及他人重大利益，您可以在五个工作日内要求听证，详情请登录查看告知书。',
    ],
    [
      'You may ask for a hearing',
      'For “{itemNameEn}” ({caseNumber}) you may ask for a hearing within five working days. Sign in to read the letter.',
    ],
  ),
  hearingSet: template(
    'both',
    ['听证时间已定', '您申请的“{itemName}”（{caseNumber}）将举行听证，时间、地点和主持人请登录查看通知书。'],
    [
      'The hearing is set',
      'There will be a hearing for “{itemNameEn}” ({caseNumber}). Sign in to see when, where and who presides.',
    ],
  ),
  cureSoon: template(
    'both',
    ['请按承诺补交材料', '您办理“{itemName}”（{caseNumber}）时承诺后补的材料，请在{until}前补交。'],
    [
      'Please hand in what you undertook',
      'What you undertook to hand in for “{itemNameEn}” ({caseNumber}) is due by {until}.',
    ],
  ),
  cureReturned: template(
    'both',
    ['补交的材料被退回', '您为“{itemName}”（{caseNumber}）补交的材料不符合要求，请登录查看原因并重新补交。'],
    [
      'A material was sent back',
      'What you handed in later for “{itemNameEn}” ({caseNumber}) does not do. Sign in to see why, and hand it in again.',
    ],
  ),
  undertakingLapsed: template(
    'both',
    [
      '承诺已逾期',
      '您办理“{itemName}”（{caseNumber}）时承诺补交的材料没有按期补齐，处理结果和救济途径请登录查看告知书。',
    ],
    [
      'An undertaking has lapsed',
      'What you undertook for “{itemNameEn}” ({caseNumber}) did not come in time. Sign in to read what follows and what you can do.',
    ],
  ),
  promiseChecked: template(
    'both',
    ['承诺已核查', '您办理“{itemName}”（{caseNumber}）时所作的承诺已经核查，结果请登录查看告知书。'],
    [
      'Your promise was checked',
      'The promise you made for “{itemNameEn}” ({caseNumber}) was checked. Sign in to read the result.',
    ],
  ),
  paperRevoked: template(
    'both',
    [
      '证照已被撤销',
      '您材料柜里的“{itemName}”已被{departmentName}撤销，不能再用来办事。撤销原因请登录查看“我的材料柜”，有异议可以向该部门提出。',
    ],
    [
      'A certificate was revoked',
      'The paper “{itemNameEn}” in your locker was revoked by {departmentName} and serves nowhere any more. Sign in and open “My locker” to read why; turn to that department if you object.',
    ],
  ),
  revoked: template(
    'both',
    ['决定已撤销', '您办理的“{itemName}”（{caseNumber}）的决定已被撤销，理由和救济途径请登录查看决定书。'],
    [
      'The decision was revoked',
      'The decision on “{itemNameEn}” ({caseNumber}) was revoked. Sign in to read the reasons and what you can do.',
    ],
  ),
};
