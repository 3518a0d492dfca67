/** What the problems of after-hours service are called. Read by every page of this feature. */
import { doneOtherwise, problemWords } from '#web/words/words.ts';

problemWords({
  'afterhours.notFound': { 'zh-CN': '没有这个申请。请核对查询码', en: 'There is no such request: check the code' },
  'afterhours.noSuchTime': {
    'zh-CN': '这个时段不提供延时服务，或已过申请时间，请另选',
    en: 'This time is not offered, or it is too late to ask for it: choose another one',
  },
  'afterhours.timeFull': { 'zh-CN': '这个时段已排满，请另选', en: 'This time is full: choose another one' },
  'afterhours.haveRequest': {
    'zh-CN': '您已申请过这个时段，请在下方查看',
    en: 'You have asked for this time already: see below',
  },
  'afterhours.ticketUsed': {
    'zh-CN': '这张号已经申请过延时服务，请用申请时的查询码查看',
    en: 'A time was asked for with this ticket already: look it up with the code of that request',
  },
  'afterhours.ticketNotFree': {
    'zh-CN': '这张号不能申请：已办理或已取消，或大厅仍在叫号，或已超过七天。可登录后直接申请',
    en: 'This ticket cannot be used: it was served or given back, its hall still calls, or it is over a week old. Sign in to ask without it',
  },
  'afterhours.wrongStep': {
    'zh-CN': '现在不能这样办，请刷新后再看',
    en: 'This is not possible now: read the request again',
  },
  'afterhours.actionReused': doneOtherwise,
  'afterhours.noSuchWindow': {
    'zh-CN': '这个窗口不在本大厅或已停用，请另选',
    en: 'This window is not of this hall or out of service: choose another one',
  },
  'afterhours.noSuchColleague': {
    'zh-CN': '此人现在没有岗位，请另选',
    en: 'This account has no post that counts: choose somebody else',
  },
  'afterhours.colleagueBusy': {
    'zh-CN': '此人该时段已安排在别的窗口，请另选人员，或选那个窗口',
    en: 'This colleague stays at another window then: choose somebody else, or that window',
  },
  'afterhours.windowBusy': {
    'zh-CN': '这个窗口该时段已安排别人，请另选',
    en: 'Somebody else stays at this window then: choose another one',
  },
  'afterhours.tooEarly': {
    'zh-CN': '时间还没到，开始后再登记',
    en: 'The time has not come yet: record it when it has',
  },
  'afterhours.wrongStart': {
    'zh-CN': '开始时间应在安排的时段内，且不晚于现在。补登时请填写实际开始的时间',
    en: 'The beginning must lie within the time that was granted, and not in the future: give the time at which it began',
  },
  'afterhours.wrongEnd': {
    'zh-CN': '结束时间应在开始之后、当天之内，且不晚于现在',
    en: 'The end must be after the beginning, on that day, and not in the future',
  },
  'afterhours.beyondGrant': {
    'zh-CN': '结束时间晚于核准的时段。请按核准的结束时间登记，超出部分由政务服务管理机构登记确认',
    en: 'It ended after the time that was granted: give the end of that time, or let the service office record the later one',
  },
  'afterhours.begun': {
    'zh-CN': '时段已开始，工作人员正在等候，不能再取消',
    en: 'The time has begun and a colleague stays for it: it cannot be cancelled any more',
  },
  'afterhours.mattersTooFew': {
    'zh-CN': '办件编号多于办理件数，请核对',
    en: 'More cases are named than matters were done: count again',
  },
  'afterhours.whileOpen': {
    'zh-CN': '这段时间大厅本来就开着，没有人需要申请。请选开放时间以外的时间',
    en: 'The hall is open at that time anyway: offer a time before or after its hours',
  },
  'afterhours.timesWrong': { 'zh-CN': '结束时间应晚于开始时间', en: 'It must end after it begins' },
});
