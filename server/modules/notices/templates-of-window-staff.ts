/** What those who work at windows, their departments and the hall are told in the inbox of their posts. */
import { template } from './template.ts';

export const ofWindowStaff = {
  windowStaffSent: template(
    'inbox',
    ['有人申请进驻', '派驻单位推荐{name}进驻大厅，请审核进驻条件。'],
    ['Somebody is sent to the hall', 'A department sends {name} to the hall: review the conditions of entry.'],
  ),
  windowStaffMoved: template(
    'inbox',
    ['窗口人员档案有变动', '您的窗口人员档案：{step}。理由和全部记录请在“我的档案”查看；有异议可在那里提出。'],
    [
      'Your file at the hall has changed',
      'Your file at the hall: {stepEn}. The reason and all records are under “My file”, where you can also object.',
    ],
  ),
  windowStaffAnswered: template(
    'inbox',
    ['您的异议已答复', '大厅已答复您的异议，请在“我的档案”查看。'],
    ['Your objection was answered', 'The hall has answered your objection: see “My file”.'],
  ),
  windowStaffProbation: template(
    'inbox',
    ['试用期将满', '{name}的试用期到{dueOn}为止，请在此前决定转正、延长或结束试用。'],
    ['A probation ends soon', 'The probation of {name} ends on {dueOn}: confirm, lengthen or end it before.'],
  ),
  windowStaffQualification: template(
    'inbox',
    ['上岗资格将到期', '{name}的部分上岗资格{dueOn}到期，请及时参加考试。'],
    ['A qualification ends soon', 'Some qualifications of {name} end on {dueOn}: an exam renews them.'],
  ),
  windowStaffThings: template(
    'inbox',
    ['离岗物品未交还', '{name}已于{dueOn}离岗，还有物品没有交还，请跟进。'],
    ['Things were not returned', '{name} left on {dueOn} and still has things of the hall.'],
  ),
  windowExamSet: template(
    'inbox',
    ['有新的考试', '“{title}”已发布，请在{until}前完成。手机和电脑都可以作答。'],
    ['There is an exam for you', '“{titleEn}” is set: sit it by {until}, on a phone or a computer.'],
  ),
  windowExamCancelled: template(
    'inbox',
    ['考试已取消', '“{title}”已取消，您这次作答不评分，也不占考试次数。'],
    ['An exam was cancelled', '“{titleEn}” was cancelled: what you answered is not marked, and costs no try.'],
  ),
  windowExamDoubt: template(
    'inbox',
    ['您质疑的试题已有结论', '您提出的第{no}题已有结论，请在考试结果里查看。'],
    ['A question was decided', 'What you said of question {no} was decided: see the result of your exam.'],
  ),
  windowExamPassed: template(
    'inbox',
    ['考试改判为合格', '“{title}”有一道题被认定有误，重新评分后您已合格。'],
    ['You have passed after all', 'A question of “{titleEn}” was wrong. Marked anew, you have passed.'],
  ),
};
