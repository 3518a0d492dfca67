/**
 * The words of every message, in both languages, in one place. `{name}` is replaced by the fact of that name; a part in
 * `[...]` is left out when one of its facts is missing. An SMS carries no more than it must: it may lie open on a table.
 */

import { template, type Language, type Template, type Words } from './template.ts';
import { ofExchange } from './templates-of-exchange.ts';
import { ofFloor } from './templates-of-floor.ts';
import { ofHall } from './templates-of-hall.ts';
import { ofHearings } from './templates-of-hearings.ts';
import { ofKiosks } from './templates-of-kiosks.ts';
import { ofMachine } from './templates-of-machine.ts';
import { ofProjects } from './templates-of-projects.ts';
import { ofImprovements } from './templates-of-improvements.ts';
import { ofStaff } from './templates-of-staff.ts';
import { ofWindowStaff } from './templates-of-window-staff.ts';
import { ofTides } from './templates-of-tides.ts';

export type { Language } from './template.ts';

/**
 * Facts that messages use: `caseNumber`, `itemName`, `itemNameEn`, `departmentName`, `dueOn`, `until`, `amount` (yuan as text),
 * `place`, `toName`, `reason`. All optional.
 */
export const templates = {
  caseReceived: template(
    'both',
    ['已收到您的申请', '您申请的“{itemName}”已收到，编号{caseNumber}。[{departmentName}将在{dueOn}前告知是否受理。]'],
    [
      'We have your application',
      'Your application for “{itemNameEn}” has been received. Number: {caseNumber}.[ You will hear by {dueOn} whether it is accepted.]',
    ],
  ),
  supplementWanted: template(
    'both',
    ['请补正材料', '您申请的“{itemName}”（{caseNumber}）需要补正材料，请[在{until}前]登录查看全部内容并补交。'],
    [
      'Please supplement materials',
      'Your application for “{itemNameEn}” ({caseNumber}) needs more materials. Sign in to see all of them and hand them in[ by {until}].',
    ],
  ),
  accepted: template(
    'both',
    ['已受理', '您申请的“{itemName}”（{caseNumber}）已受理。[将在{dueOn}前办结。]'],
    [
      'Accepted',
      'Your application for “{itemNameEn}” ({caseNumber}) has been accepted.[ It will be decided by {dueOn}.]',
    ],
  ),
  notAccepted: template(
    'both',
    ['不予受理', '您申请的“{itemName}”（{caseNumber}）未被受理，理由和救济途径请查看决定书。'],
    [
      'Not accepted',
      'Your application for “{itemNameEn}” ({caseNumber}) was not accepted. The decision states the reasons and what you can do.',
    ],
  ),
  noLicenceNeeded: template(
    'both',
    ['无需办理', '您申请的“{itemName}”（{caseNumber}）依法不需要办理，详情请查看告知书。'],
    ['No licence needed', 'What you applied for, “{itemNameEn}” ({caseNumber}), needs no licence. See the notice.'],
  ),
  referred: template(
    'both',
    ['请向主管部门办理', '您申请的“{itemName}”（{caseNumber}）应由{toName}办理，详情请查看告知书。'],
    [
      'Another office is in charge',
      'Your application for “{itemNameEn}” ({caseNumber}) is for {toName}. See the notice.',
    ],
  ),
  sentOn: template(
    'both',
    [
      '已转到主管部门',
      '您申请的“{itemName}”（{caseNumber}）已转到{departmentName}办理，您不用再提交[，{dueOn}前告知是否受理]。',
    ],
    [
      'Sent on to the right department',
      'Your application for “{itemNameEn}” ({caseNumber}) was sent on to {departmentName}; there is nothing to hand in again.[ You will hear by {dueOn} whether it is accepted.]',
    ],
  ),
  extended: template(
    'both',
    ['办理期限延长', '您申请的“{itemName}”（{caseNumber}）办理期限延长至{dueOn}，理由请查看告知书。'],
    [
      'More time is needed',
      'The decision on “{itemNameEn}” ({caseNumber}) is now due by {dueOn}. The notice states why.',
    ],
  ),
  specialProcedure: template(
    'inbox',
    ['进入特别程序', '您申请的“{itemName}”（{caseNumber}）进入特别程序，所需时间不计入办理期限，详情请查看告知书。'],
    [
      'A special procedure has begun',
      'Your application for “{itemNameEn}” ({caseNumber}) needs a special procedure. Its time does not count. See the notice.',
    ],
  ),
  procedureEnded: template(
    'inbox',
    ['特别程序已结束', '您申请的“{itemName}”（{caseNumber}）特别程序已结束[，将在{dueOn}前作出决定]。'],
    [
      'The special procedure has ended',
      'The special procedure for “{itemNameEn}” ({caseNumber}) has ended.[ A decision is due by {dueOn}.]',
    ],
  ),
  datesMoved: template(
    'both',
    [
      '办理期限有调整',
      '国家放假安排有变动，您申请的“{itemName}”（{caseNumber}）办理期限重新计算[，为{dueOn}]。其他办件请在“我的”中查看。',
    ],
    [
      'A date has moved',
      'The public holidays have changed: the time for “{itemNameEn}” ({caseNumber}) was counted again[ and ends on {dueOn}]. See “Me” for your other matters.',
    ],
  ),
  ...ofExchange,
  ...ofHearings,
  decided: template(
    'both',
    ['已作出决定', '您申请的“{itemName}”（{caseNumber}）已作出决定，请登录查看决定书。'],
    ['Decided', 'Your application for “{itemNameEn}” ({caseNumber}) has been decided. Sign in to read the decision.'],
  ),
  resultReady: template(
    'both',
    ['结果可以领取', '您申请的“{itemName}”（{caseNumber}）已办结[，请到{place}领取]。'],
    ['The result is ready', 'The result of “{itemNameEn}” ({caseNumber}) is ready.[ Collect it at {place}.]'],
  ),
  resultPosted: template(
    'sms',
    ['结果已寄出', '您申请的“{itemName}”（{caseNumber}）的结果已寄出[，单号{trackingNumber}]。'],
    ['The result was posted', 'The result of “{itemNameEn}” ({caseNumber}) was posted[, number {trackingNumber}].'],
  ),
  feeAsked: template(
    'both',
    ['请缴费', '您申请的“{itemName}”（{caseNumber}）需缴费{amount}元，请登录缴纳。'],
    ['A fee is due', 'A fee of CNY {amount} is due for “{itemNameEn}” ({caseNumber}). Sign in to pay.'],
  ),
  feePaid: template(
    'inbox',
    ['缴费成功', '“{itemName}”（{caseNumber}）的费用{amount}元已收到，收据可下载。'],
    [
      'Payment received',
      'CNY {amount} for “{itemNameEn}” ({caseNumber}) has been received. The receipt can be downloaded.',
    ],
  ),
  feeRefunded: template(
    'both',
    ['费用已退还', '“{itemName}”（{caseNumber}）的费用{amount}元已退还，将原路返回。'],
    ['Refunded', 'CNY {amount} for “{itemNameEn}” ({caseNumber}) is being returned the way it was paid.'],
  ),
  withdrawn: template(
    'inbox',
    ['已撤回申请', '您申请的“{itemName}”（{caseNumber}）已按您的意愿撤回。'],
    ['Withdrawn', 'Your application for “{itemNameEn}” ({caseNumber}) has been withdrawn as you wished.'],
  ),
  endedByPolicy: template(
    'both',
    ['已终止办理', '您申请的“{itemName}”（{caseNumber}）因所属联办事项的规则已终止办理，原因见终止办理通知书。'],
    [
      'Ended',
      '“{itemNameEn}” ({caseNumber}) has ended by the rule of the joint matter that it was a part of. See the notice for the reason.',
    ],
  ),
  matterReceived: template(
    'both',
    ['一件事已收到', '您申请的“{itemName}”已收到，联办编号{caseNumber}，由{departmentName}牵头办理。'],
    [
      'We have your application',
      'Your application for “{itemNameEn}” has been received and is handled by several departments together. Number: {caseNumber}.',
    ],
  ),
  matterDecided: template(
    'both',
    ['一件事已有结果', '您申请的“{itemName}”（{caseNumber}）各事项都有了结果，请登录查看。'],
    ['Everything is decided', 'All parts of “{itemNameEn}” ({caseNumber}) have been decided. Sign in to see them.'],
  ),
  lapsed: template(
    'both',
    ['已终止办理', '您申请的“{itemName}”（{caseNumber}）因未在期限内补正材料，已终止办理。您可以重新申请。'],
    [
      'Ended',
      'Your application for “{itemNameEn}” ({caseNumber}) has ended because nothing was supplemented in time. You can apply again.',
    ],
  ),
  corrected: template(
    'inbox',
    ['登记信息已更正', '您申请的“{itemName}”（{caseNumber}）的登记信息已更正，详情请查看更正通知。'],
    ['Corrected', 'The record of “{itemNameEn}” ({caseNumber}) has been corrected. See the notice.'],
  ),
  closed: template(
    'inbox',
    ['已办结', '您申请的“{itemName}”（{caseNumber}）已全部办结。'],
    ['Closed', 'Your application for “{itemNameEn}” ({caseNumber}) is closed.'],
  ),
  rateUs: template(
    'inbox',
    ['请评价本次服务', '您的“{itemName}”（{caseNumber}）已办结，点一下即可评价。'],
    ['How was it?', 'Your matter “{itemNameEn}” ({caseNumber}) is closed. Rate the service with one tap.'],
  ),
  badRatingAnswered: template(
    'sms',
    ['您的评价已回复', '您对“{itemName}”（{caseNumber}）的评价已回复，请登录查看。'],
    ['Your rating was answered', 'Your rating of “{itemNameEn}” ({caseNumber}) has been answered. Sign in to read it.'],
  ),
  proxyGranted: template(
    'inbox',
    ['委托已生效', '{otherName}委托您代为办理事项，您可以在“我的”中查看和放弃。'],
    [
      'You may act for somebody',
      '{otherName} has authorised you to act. See it under “Me”, where you can also decline.',
    ],
  ),
  proxyRevoked: template(
    'inbox',
    ['委托已撤销', '{otherName}撤销了对您的委托。'],
    ['An authority has ended', '{otherName} has revoked your authority to act.'],
  ),
  ...ofStaff,
  ...ofHall,
  ...ofKiosks,
  ...ofTides,
  ...ofMachine,
  ...ofProjects,
  ...ofFloor,
  ...ofImprovements,
  ...ofWindowStaff,
} as const satisfies Record<string, Template>;

export type TemplateKey = keyof typeof templates;
export const templateKeys = Object.keys(templates) as TemplateKey[];

/** Facts of a message: short texts and numbers, no more personal data than the message needs. */
export type NoticeFacts = Record<string, string | number>;

const fill = (text: string, facts: Record<string, string>): string =>
  text
    .replace(/\[([^\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => facts[name!] !== undefined) ? part : '',
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Days are facts like 2026-07-10; people read 7月10日 and 10 Jul 2026. */
function sayFact(fact: string | number, language: Language): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(fact));
  if (!found) return String(fact);
  const [year, month, date] = [found[1]!, Number(found[2]), Number(found[3])];
  return language === 'en' ? `${date} ${months[month - 1]} ${year}` : `${year}年${month}月${date}日`;
}

/** The words of a message. An English one falls back to the Chinese name of an item or a zone that has no English name. */
export function say(key: TemplateKey, language: Language, facts: NoticeFacts): Words {
  const words = templates[key][language];
  const known: Record<string, string> = { itemNameEn: String(facts.itemName ?? ''), zoneEn: String(facts.zone ?? '') };
  for (const [name, fact] of Object.entries(facts)) known[name] = sayFact(fact, language);
  return { title: fill(words.title, known), text: fill(words.text, known) };
}

/** The words of a verification code, in both languages because nobody has said yet which. `minutes` it is valid. */
export const sayCode = (code: string, minutes: number): Words => ({
  title: '验证码 Your code',
  text: `验证码${code}，${minutes}分钟内有效，请勿告诉他人。Your code, valid for ${minutes} minutes: give it to nobody.`,
});
