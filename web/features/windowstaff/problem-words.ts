/** What the problems with window staff are called. Read by every page of this feature. */
import { doneOtherwise, problemWords } from '#web/words/words.ts';

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

problemWords({
  'windowstaff.noMember': { 'zh-CN': '没有这份档案，或已按期清除', en: 'There is no such file, or its time is over' },
  'windowstaff.noCourse': { 'zh-CN': '没有这门课程', en: 'There is no such course' },
  'windowstaff.noQuestion': { 'zh-CN': '没有这道题', en: 'There is no such question' },
  'windowstaff.noExam': { 'zh-CN': '没有这场考试', en: 'There is no such exam' },
  'windowstaff.noSitting': { 'zh-CN': '没有这份答卷', en: 'There is no such sitting' },
  'windowstaff.noDoubt': { 'zh-CN': '没有这条试题质疑', en: 'There is no such doubt' },
  'windowstaff.noObjection': { 'zh-CN': '没有这条异议', en: 'There is no such objection' },
  'windowstaff.noThing': { 'zh-CN': '档案里没有这件物品', en: 'There is no such thing on this file' },
  'windowstaff.noQualification': { 'zh-CN': '没有这项上岗资格', en: 'There is no such qualification' },
  'windowstaff.noFile': {
    'zh-CN': '您还没有窗口人员档案，请联系大厅管理员',
    en: 'You have no file at this hall: ask the hall manager',
  },
  'windowstaff.wrongStep': {
    'zh-CN': '这一步现在不能办，请刷新后再看',
    en: 'This step is not possible now: read the file again',
  },
  'windowstaff.actionReused': doneOtherwise,
  'windowstaff.criteriaOpen': {
    'zh-CN': '还有进驻条件没有确认，或缺少证明材料，请补齐后再提交',
    en: 'Some conditions of entry are not met, or a paper is missing: complete them first',
  },
  'windowstaff.noSuchAccount': {
    'zh-CN': '请选一位在职人员的账号（审计人员除外）',
    en: 'Choose the account of somebody of the staff who is no auditor',
  },
  'windowstaff.notOfDepartment': {
    'zh-CN': '账号要是推荐单位在任人员的：请另选；档案里已有账号的，请先给其设岗位，或不予进驻后重新推荐',
    en: 'The account has to be of somebody with a post at the department that sends them: choose another; where the file has one already, give its person a post first, or refuse it and let them be sent again',
  },
  'windowstaff.accountNeeded': {
    'zh-CN': '请先选这个人的账号，培训和考试要用',
    en: 'Choose the account of this person first: courses and exams need it',
  },
  'windowstaff.otherAccount': {
    'zh-CN': '这份档案已有账号，不能换成别人的；选错了请不予进驻，由派驻单位重新推荐',
    en: 'This file is of another account already: refuse it and let the right person be sent',
  },
  'windowstaff.hasFile': { 'zh-CN': '此人已有在用的档案', en: 'This person has an open file already' },
  'windowstaff.notYourself': {
    'zh-CN': '不能给自己作决定，请由同事办理',
    en: 'Nobody decides about themselves: let a colleague do it',
  },
  'windowstaff.senderDecides': {
    'zh-CN': '推荐人不能审核进驻，请由同事办理',
    en: 'Whoever sent somebody does not decide on the entry: let a colleague do it',
  },
  'windowstaff.trainingLacking': {
    'zh-CN': ({ minutes, needed }) =>
      `培训学时还不够：已有 ${Math.round(Number(minutes) / 6) / 10} 小时，需要 ${Math.round(Number(needed) / 6) / 10} 小时，请先登记课程出勤`,
    en: ({ minutes, needed }) =>
      `The training is not complete: ${Math.round(Number(minutes) / 6) / 10} of ${Math.round(Number(needed) / 6) / 10} hours. Note the courses first`,
  },
  'windowstaff.tooEarly': {
    'zh-CN': ({ from }) => `试用期还没到，${String(from)} 起可以转正`,
    en: ({ from }) => `The probation still runs: confirm from ${String(from)} on`,
  },
  'windowstaff.qualificationLacking': {
    'zh-CN': '还没有有效的上岗资格，请先安排考试',
    en: 'Nobody is confirmed without a qualification: let them pass an exam first',
  },
  'windowstaff.wrongDay': {
    'zh-CN': ({ from, until }) =>
      from && until ? `日期应在 ${String(from)} 至 ${String(until)} 之间` : '日期应在今天之后、五年之内',
    en: ({ from, until }) =>
      from && until
        ? `Choose a day from ${String(from)} to ${String(until)}`
        : 'Choose a day after today, within five years',
  },
  'windowstaff.thingsOut': {
    'zh-CN': ({ things }) => `还有物品没有交还：${listed(things).join('、')}。请先收回，或写明去向`,
    en: ({ things }) => `Not returned: ${listed(things).join(', ')}. Take them back, or say what happened to them`,
  },
  'windowstaff.noErrand': {
    'zh-CN': '这个大厅不办所选的业务，请另选',
    en: 'This hall does nothing of this kind: choose other errands',
  },
  'windowstaff.objectionOpen': {
    'zh-CN': '您的上一条异议还在办理，请等答复',
    en: 'Your last objection is not answered yet',
  },
  'windowstaff.objectionAnswered': { 'zh-CN': '这条异议已答复', en: 'This objection was answered' },
  'windowstaff.notTheDecider': {
    'zh-CN': '作出决定的人不能答复对它的异议，请由同事办理',
    en: 'Whoever decided does not answer the objection to it: let a colleague do it',
  },
  'windowstaff.standardThere': {
    'zh-CN': '这一天已有一份规定，请换一天',
    en: 'There is a standard from this day on already: choose another day',
  },
  'windowstaff.standardPast': {
    'zh-CN': '新规定从今天或以后起用，以前的决定不受影响',
    en: 'A standard begins today or later: what was decided before stays as it was',
  },
  'windowstaff.conditionTwice': {
    'zh-CN': '有两条进驻条件用了同一个代号，请重新打开表单再填',
    en: 'Two conditions have the same key: open the form again',
  },
  'windowstaff.courseNotHeld': {
    'zh-CN': '课程已取消或还没开始，请在课后登记出勤',
    en: 'The course is cancelled, or has not begun: note attendance afterwards',
  },
  'windowstaff.attendanceTooLong': {
    'zh-CN': ({ minutes }) => `出勤不能超过课程时长（${String(minutes)} 分钟）`,
    en: ({ minutes }) => `Nobody attends longer than the course lasted (${String(minutes)} minutes)`,
  },
  'windowstaff.questionFaulty': {
    'zh-CN': '这道题还不能用，请检查题干、选项和答案',
    en: 'This question cannot be asked as it is: check stem, options and answer',
  },
  'windowstaff.codeTaken': { 'zh-CN': '这个编号已有别的题用了', en: 'Another question has this code' },
  'windowstaff.listUnreadable': {
    'zh-CN': '读不出这份表格，请按样表的列名另存为 CSV 再传',
    en: 'This list cannot be read: save it as CSV with the column names of the sample',
  },
  'windowstaff.tooFewQuestions': {
    'zh-CN': '题库的题不够抽，请减少题数或先补充题库',
    en: 'The bank has too few questions: ask for fewer, or add some first',
  },
  'windowstaff.examSpan': {
    'zh-CN': '截止时间应在开始之后、一年之内',
    en: 'An exam closes after it opens, and within a year',
  },
  'windowstaff.examBegun': {
    'zh-CN': '已有人作答，只能调整截止时间或取消考试',
    en: 'Somebody has sat this exam: only its end can be changed, or it can be cancelled',
  },
  'windowstaff.examNotOpen': { 'zh-CN': '这场考试现在不开放', en: 'This exam is not open now' },
  'windowstaff.notForYou': { 'zh-CN': '这场考试不是给您安排的', en: 'This exam is for others' },
  'windowstaff.examPassed': { 'zh-CN': '您已通过这场考试', en: 'You have passed this exam' },
  'windowstaff.sittingsUsedUp': {
    'zh-CN': '考试次数已用完，请联系大厅管理员',
    en: 'You have sat this exam as often as it allows: talk to the hall manager',
  },
  'windowstaff.tooSoon': {
    'zh-CN': ({ from }) => `${String(from)} 起可以补考`,
    en: ({ from }) => `You may sit this exam again from ${String(from)} on`,
  },
  'windowstaff.timeOver': {
    'zh-CN': '考试时间已到，已按到时保存的答案评分',
    en: 'The time is over: what arrived before was marked',
  },
  'windowstaff.sittingOver': { 'zh-CN': '这份答卷已交', en: 'This exam was handed in' },
  'windowstaff.examCancelled': {
    'zh-CN': '这场考试已取消，本次作答不评分，也不占考试次数',
    en: 'This exam was cancelled: nothing of it counts, and it costs no try',
  },
  'windowstaff.sittingRuns': { 'zh-CN': '这份答卷还没有交', en: 'This exam is not handed in yet' },
  'windowstaff.doubted': { 'zh-CN': '您已质疑过这道题', en: 'You have said this of the question already' },
  'windowstaff.doubtDecided': { 'zh-CN': '这条质疑已有结论', en: 'This was decided' },
});
