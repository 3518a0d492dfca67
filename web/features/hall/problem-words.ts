/** What the problems of the hall are called. Read by every page of this feature. */
import { doneOtherwise, problemWords } from '#web/words/words.ts';

problemWords({
  'hall.noPlace': { 'zh-CN': '这个网点不取号，请直接到窗口', en: 'No tickets are taken here: go straight to a window' },
  'hall.noErrand': {
    'zh-CN': '这个大厅不办这项业务了，请选别的业务',
    en: 'This hall does not do that any more: choose something else',
  },
  'hall.whereTo': { 'zh-CN': '请选转到哪项业务或哪个窗口', en: 'Choose to which errand or window' },
  'hall.partyTooLarge': {
    'zh-CN': ({ most }) => `一个预约最多 ${String(most)} 人，人多请分几个预约，或到现场取号`,
    en: ({ most }) => `${String(most)} at most in one appointment: make several, or come without one`,
  },
  'hall.windowClosed': { 'zh-CN': '这个窗口已经关了', en: 'This window is closed already' },
  'hall.noZone': {
    'zh-CN': '这个大厅没有这个区了，请刷新后再改',
    en: 'This hall has no such zone any more: read the page again',
  },
  'hall.noTicket': {
    'zh-CN': '没有找到这张号。请核对小票上的查询码',
    en: 'There is no such ticket: check the code on the slip',
  },
  'hall.noPrinter': {
    'zh-CN': '没有这台打印机，请换一台，或直接看屏幕上的号',
    en: 'No such printer: choose another one, or read the number off the screen',
  },
  'hall.noPrint': { 'zh-CN': '没有这次打印，请重新打印', en: 'Nothing was to be printed so: print again' },
  'hall.noBooking': {
    'zh-CN': '没有找到这个预约。请核对预约码',
    en: 'There is no such appointment: check its code',
  },
  'hall.notOpen': {
    'zh-CN': '大厅现在不取号，请在开放时间来，或者预约',
    en: 'The hall gives out no tickets now: come when it is open, or make an appointment',
  },
  'hall.notRemote': { 'zh-CN': '这个大厅只能现场取号', en: 'Tickets of this hall are taken on the spot only' },
  'hall.nameFirst': {
    'zh-CN': '这个大厅实名取号：请先登录，或到咨询台',
    en: 'Tickets of this hall are taken by name: sign in first, or ask at the information desk',
  },
  'hall.holdsOther': {
    'zh-CN': ({ number }) =>
      `群众已有这项业务的 ${String(number)} 号：这张办结即可，到时叫 ${String(number)}（若已过号，从过号名单里叫）`,
    en: ({ number }) =>
      `They hold ${String(number)} for that already: finish this one, then they are called with the other (from the list of missed ones, if it is there)`,
  },
  'hall.notConfirmed': {
    'zh-CN': '这个预约还没有确认，请先确认再签到',
    en: 'This appointment is not confirmed yet: confirm it, then check in',
  },
  'hall.dayFull': {
    'zh-CN': '今天剩下的时间已经排满，请预约改天，或到别的网点办',
    en: 'The rest of today is full: make an appointment for another day, or go to another place',
  },
  'hall.haveTicket': { 'zh-CN': '您已经有这项业务的号，不用再取', en: 'You hold a ticket for this already' },
  'hall.ticketsUsedUp': {
    'zh-CN': '您今天取的号已到上限，请到咨询台',
    en: 'You have taken as many tickets as one may in a day: ask at the information desk',
  },
  'hall.wrongAct': {
    'zh-CN': '这张号现在不能这样办，请看一下它的最新状态',
    en: 'Not possible with this ticket now: look at how it stands',
  },
  'hall.actRepeated': doneOtherwise,
  'hall.returnsUsedUp': {
    'zh-CN': '这张号过号次数太多，请重新取号',
    en: 'This ticket missed its call too often: take a new one',
  },
  'hall.notCarried': {
    'zh-CN': '这张号不能再用了，请重新取号',
    en: 'This ticket cannot be taken up again: take a new one',
  },
  'hall.noShift': { 'zh-CN': '请先在窗口签到', en: 'Sign in at a window first' },
  'hall.shiftElsewhere': {
    'zh-CN': '您在另一个窗口签到了，请先离开那个窗口',
    en: 'You are signed in at another window: leave it first',
  },
  // Whoever objects says why, in both languages.
  'hall.windowRefused': {
    'zh-CN': ({ zh }) => (typeof zh === 'string' ? zh : '按大厅规定，您现在不能开这个窗口，请联系大厅管理员'),
    en: ({ en }) => (typeof en === 'string' ? en : 'The house does not let you open this window now: ask its manager'),
  },
  'hall.windowTaken': {
    'zh-CN': '这个窗口有同事在岗，请选别的窗口',
    en: 'A colleague is signed in at this window: choose another one',
  },
  'hall.windowBusy': {
    'zh-CN': '窗口还有一位，请先办结、暂存或转出',
    en: 'There is somebody at the window: finish, park or hand on first',
  },
  'hall.windowOnBreak': { 'zh-CN': '窗口暂停中，请先恢复', en: 'The window takes a break: open it first' },
  'hall.windowNotHere': {
    'zh-CN': '这个窗口已停用，或不在这个大厅',
    en: 'This window is out of service, or elsewhere',
  },
  'hall.servingStill': {
    'zh-CN': '正在为群众办理，请先办结、暂存或转出',
    en: 'Somebody is being served: finish, park or hand on first',
  },
  'hall.lastForErrand': {
    'zh-CN': '还有人在等这项业务，没有别的窗口在办。请先让别的窗口接着办',
    en: 'People wait for something that no other open window does: let another window do it first',
  },
  'hall.nobodyDoesIt': {
    'zh-CN': '现在没有窗口办这项业务，请选别的',
    en: 'No open window does this now: choose something else',
  },
  'hall.lastForBooked': {
    'zh-CN': ({ booked }) =>
      `还有 ${Number(booked)} 人预约了这项业务，没有别的窗口办。请先让别的窗口接着办；仍要这样做，预约就取消并通知本人`,
    en: ({ booked }) =>
      `${Number(booked)} have appointments for something that no other window does: let another window do it first, or do it all the same, and they are called off and told`,
  },
  'hall.errandWaitedFor': {
    'zh-CN': '现在还有人在等或已预约这项业务：等办完再停，或者仍要停，已取的号和预约照办',
    en: 'People wait for this now or have appointments: let them be served first, or retire it all the same and they still are',
  },
  'hall.prefixLike': {
    'zh-CN': ({ prefix }) => `号码会和“${String(prefix)}”的号混淆（如 A 1001 和 A1 001），请换一个字母`,
    en: ({ prefix }) => `Numbers of ${String(prefix)} would look the same (A 1001 and A1 001): choose another letter`,
  },
  'hall.prefixTaken': { 'zh-CN': '这个字母已经被别的业务用了', en: 'Another errand has these letters' },
  'hall.noSlots': { 'zh-CN': '这项业务不用预约，直接来取号', en: 'No appointments for this: come and take a ticket' },
  'hall.noSuchSlot': {
    'zh-CN': '没有这个时间，请选列出的时间',
    en: 'There is no such time: choose one of those shown',
  },
  'hall.slotFull': { 'zh-CN': '这个时间刚被约满，请选别的时间', en: 'This time was just taken: choose another one' },
  'hall.haveBooking': {
    'zh-CN': '您这一天已经约了这项业务：在“取号和预约”里可以看，也可以取消后重约',
    en: 'You have an appointment for this on that day: see it under “Tickets and appointments”, or cancel it there and make another',
  },
  'hall.bookingsUsedUp': {
    'zh-CN': '您的预约已到上限，请先取消一个',
    en: 'You have as many appointments as one may: cancel one first',
  },
  'hall.holdOver': {
    'zh-CN': '为您保留的时间已过，请重新选',
    en: 'The time was kept for some minutes and is over: choose again',
  },
  'hall.bookingOver': {
    'zh-CN': '这个预约已取消、已用过或已过期',
    en: 'This appointment was cancelled, used or is over',
  },
  'hall.notToday': { 'zh-CN': '预约不是今天，请在预约当天来', en: 'The appointment is for another day' },
  'hall.tooEarly': {
    'zh-CN': '来早了，预约前 1 小时内再取号',
    en: 'You are early: come back within an hour of your time',
  },
  'hall.noScreen': {
    'zh-CN': '这块屏已撤下，或已用新代码在别处打开，请输入工作台上的新代码',
    en: 'This screen was taken away, or opened anew: type in the code that the workbench shows',
  },
  'hall.wrongScreen': {
    'zh-CN': '窗口屏要选窗口，其他屏不选窗口，请重新选',
    en: 'A screen of a window needs the window, no other screen has one: choose again',
  },
  'hall.wrongScreenCode': {
    'zh-CN': '没有这个代码，或已过期，请在工作台重新取一个',
    en: 'No screen has this code, or it is over: get a new one in the workbench',
  },
  'hall.noPosting': {
    'zh-CN': '这条告示属于别的大厅，请在这里新发一条',
    en: 'This is posted in another hall: post it here anew',
  },
  'hall.wrongDays': { 'zh-CN': '最后一天早于第一天，请重新选', en: 'The last day lies before the first: choose again' },
});
