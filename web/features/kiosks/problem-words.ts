/** What the problems of kiosks are called. Read by every page of this feature, on every surface. */
import { problemWords } from '#web/words/words.ts';

const until = (facts: Record<string, unknown>): string =>
  new Date(String(facts.until)).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' }); // prettier-ignore

export const kioskProblemWords = problemWords({
  'kiosks.notRegistered': {
    'zh-CN': '这台设备还没有登记，请工作人员用登记码登记',
    en: 'This machine is not registered: ask the staff to register it with a code',
  },
  'kiosks.noSuchKiosk': { 'zh-CN': '没有这台自助机，请刷新列表', en: 'There is no such kiosk: refresh the list' },
  'kiosks.wrongCode': {
    'zh-CN': '登记码不对或已过期，请在工作台重新生成',
    en: 'The code is wrong or over: make a new one in the workbench',
  },
  'kiosks.wrongStaffCode': { 'zh-CN': '管理码不对，请重新输入', en: 'The staff code is wrong: enter it again' },
  'kiosks.codeLocked': {
    'zh-CN': (facts) => `输错次数太多，请 ${until(facts)} 后再试，或在工作台换一个管理码`,
    en: (facts) => `Wrong too often: try again after ${until(facts)}, or make a new staff code in the workbench`,
  },
  'kiosks.noSitting': {
    'zh-CN': '这次使用已经结束，请点“首页”重新开始',
    en: 'This use has ended: press “Home” and begin again',
  },
  'kiosks.noSignIn': {
    'zh-CN': '二维码已过期，请在自助机上点“换一个码”后重新扫',
    en: 'This code is over: have the kiosk show a new one and scan it again',
  },
  'kiosks.notSignedInHere': { 'zh-CN': '请先扫码登录', en: 'Sign in with your phone first' },
  'kiosks.otherPerson': {
    'zh-CN': '自助机上登录的是另一个人。请先在自助机上点“结束并清除信息”，再重新扫码',
    en: 'Somebody else has signed in at this kiosk: press “End and clear” on it first, then scan the new code',
  },
  'kiosks.stayedLongest': {
    'zh-CN': '这次登录已到最长时间，请用手机重新扫码',
    en: 'This sign-in has lasted as long as it may: scan the code with your phone again',
  },
  'kiosks.wrongNumber': {
    'zh-CN': '数字不对，这次登录已取消。请看清自助机上的数字，重新扫码',
    en: 'Not the number on the kiosk: this sign-in has ended. Scan the new code and look again',
  },
  'kiosks.outOfService': {
    'zh-CN': '这台自助机暂停服务，请用旁边的自助机或到窗口',
    en: 'This kiosk is out of service: use another one, or a window',
  },
  'kiosks.noHall': { 'zh-CN': '这里不取号，请到大厅取号', en: 'No tickets are taken here: take one in the hall' },
  'kiosks.actRepeated': {
    'zh-CN': '刚才已经办过了，这次的内容不一样，没有再办。仍要办这次的，请再按一次',
    en: 'That was done already, and this is something else: nothing more was done. Press again to do this one as well',
  },
  'kiosks.otherHall': {
    'zh-CN': (facts) => `这个预约在${String(facts.outlet)}，请到那里取号`,
    en: (facts) => `This appointment is at ${String(facts.outletEn)}: take its ticket there`,
  },
  'kiosks.ticketsUsedUp': {
    'zh-CN': '一次最多取 3 个号，还要取请到咨询台',
    en: 'At most 3 tickets at once: for more, ask at the information desk',
  },
  'kiosks.notAtKiosk': {
    'zh-CN': '这件事自助机上办不了，请用手机办或到窗口',
    en: 'Not possible at a kiosk: use the phone, or come to a window',
  },
  'kiosks.printerElsewhere': {
    'zh-CN': '这台号票打印机在别的网点，请选本网点的',
    en: 'This ticket printer is at another outlet: choose one of the same outlet',
  },
  'kiosks.noPrinter': {
    'zh-CN': '这台自助机没有打印机，请用手机下载或到别的自助机',
    en: 'This kiosk has no printer: download the paper on the phone, or use another kiosk',
  },
  'kiosks.noPaper': {
    'zh-CN': '打印纸不够了，没有打印。请到别的自助机或窗口打印，手机上也能下载',
    en: 'Not enough paper, and nothing was printed. Print at another kiosk or a window, or download it on the phone',
  },
  'kiosks.printerFault': {
    'zh-CN': '打印机出故障了，没有打印。请到别的自助机或窗口打印，手机上也能下载',
    en: 'The printer is out of order, and nothing was printed. Use another kiosk or a window, or download it on the phone',
  },
  'kiosks.noSuchPrint': { 'zh-CN': '这次打印已经结束，请重新选择', en: 'This print has ended: choose again' },
});
