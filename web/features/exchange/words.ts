/** What an application to another district, its course and its form are called, on both surfaces. */
import type { Kind, State } from '#modules/cases/contract';
import { words } from '#web/words/words.ts';

export const exchangeWords = words({
  'zh-CN': {
    states: {
      submitted: '待受理', supplementing: '待补正', accepted: '已受理', examined: '审查中', granted: '准予', refused: '不予许可', issued: '已制证',
      delivered: '已送达', closed: '办结', notAccepted: '不予受理', notNeeded: '无需办理', referredOut: '已告知向其他单位申请', withdrawn: '已撤回',
      lapsed: '逾期未补正，已终止', revoked: '已撤销',
    } satisfies Record<State, string>,
    kinds: {
      submit: '对方收到申请', accept: '受理', askSupplement: '一次性告知补正', supplement: '补正', refuseAcceptance: '不予受理', sayNotNeeded: '无需办理',
      sendOn: '转办', examine: '审查', referOut: '告知向其他单位申请', grant: '准予', refuse: '不予许可', issue: '制证', deliver: '送达', close: '办结', withdraw: '撤回',
      lapse: '逾期终止', correct: '更正', askFee: '通知缴费', payFee: '缴费', waiveFee: '免收', refundFee: '退费', deemAccepted: '逾期未告知，视为受理', take: '领办', handOver: '转交经办', note: '备注', askExtension: '申请延长期限', declineExtension: '未同意延长期限',
      pause: '启动特别程序', resume: '结束特别程序', extend: '延长期限', cancelClock: '期限更正', recount: '放假安排变动，重新计算期限', offerHearing: '告知听证权利',
      askForHearing: '申请听证', waiveHearing: '放弃听证', setHearing: '通知听证', recordHearing: '听证', deemGranted: '届满未决定，视为准予', cure: '补交容缺材料',
      returnCure: '退回补交材料', lapseUndertaking: '容缺承诺逾期', checkPromise: '核查承诺', revoke: '撤销决定',
    } satisfies Record<Kind, string>,
    waiting: '等待发送', refusedThere: '对方未收件', sent: '已送达对方',
    waitingSince: (when: string) => `自 ${when} 起等待发送，系统会自动重发，不必重新收件`,
    faults: { unreachable: '对方暂时无法连接', innerAddress: '对方地址在内部网络，尚未允许访问，请联系运维人员', wrongAnswer: '对方的回复未通过验签或格式不符', refused: '对方拒收这条消息，请政务服务办与对方联系', notHandled: '本系统未能处理这条消息，请运维人员查看日志' },
    refusedFor: {
      'exchange.unknownKey': '对方还没有登记本地区的公钥：请把邀请发给对方，核对指纹后由对方添加', 'exchange.keyNotValid': '本地区的公钥在对方那里已过期或被吊销：请更换密钥，或请对方重新登记',
      'exchange.clockApart': '双方时钟相差超过五分钟：请校准两边服务器的时间', 'exchange.notForUs': '对方的地区代码与登记的不符：请与对方核对代码', 'exchange.wrongSignature': '对方验签未通过：请与对方重新核对指纹',
      'exchange.fileBroken': '材料文件未完整到达对方：系统会重发，如一直不行请重新收件', 'exchange.tooEarly': '对方尚未收到前面的消息，系统会自动重发', 'exchange.notUnderstood': '双方版本不一致，对方读不懂这条消息：请双方运维人员核对版本', 'exchange.tooMuch': '对方积压的材料文件过多，请与对方联系',
    } as Readonly<Record<string, string>>,
    refusalLine: '对方地区没有收下这份申请：', refusalDo: '改正后请重新收件。', fieldsWrong: (fields: string) => `填写有误：${fields}`, materialsWrong: (names: string) => `材料有误：${names}`,
    decides: (name: string) => `由${name}办理和决定`, number: '对方办件编号', trackCode: '查询码', applicant: '申请人', takenAt: '收件时间', course: '办理进度', results: '文书和结果',
    noResults: '对方作出文书后会自动传来。', noCourse: '对方收到后，这里显示每一步。', opening: '打开', coming: '正在传来', askAgain: '重新索取', documentFaults: { notGiven: '对方没有给出这份文书', notWhole: '传来的文书不完整', notReadable: '传来的文件不是可以打开的文书，未保存' },
    form: '申请表', materials: '材料', noMaterials: '不需要材料', paper: '纸质件已核对', upload: '上传', missing: '没有', byItself: '由对方自行核查', drawn: '按上面填写的内容生成', requirement: { must: '必须', optional: '可选', tolerable: '必须', byPromise: '必须' },
    sign: '申请人确认内容属实', draw: '手写签名', notSigned: '请申请人确认或签名', send: '提交申请', busyFiles: '文件还在上传，请稍候', sentTitle: '已收件', sentLine: (name: string) => `申请会自动发往${name}，对方收到后生成办件编号。`,
    wanted: '对方要求补正', supplement: '提交补正', supplementAnswers: '需要更正的内容', supplementSent: '补正已提交，等待对方收到', supplementGot: (when: string) => `${when} 提交补正，对方已收到`, supplementRefused: (when: string) => `${when} 提交的补正未被收下：`, handed: '已提交的内容',
    show: '查看', back: '返回',
  },
  en: {
    states: {
      submitted: 'To be accepted', supplementing: 'Supplement wanted', accepted: 'Accepted', examined: 'Being examined', granted: 'Granted', refused: 'Refused', issued: 'Made out',
      delivered: 'Delivered', closed: 'Closed', notAccepted: 'Not accepted', notNeeded: 'Not needed', referredOut: 'Referred elsewhere', withdrawn: 'Withdrawn',
      lapsed: 'Lapsed without supplement', revoked: 'Revoked',
    },
    kinds: {
      submit: 'Received there', accept: 'Accepted', askSupplement: 'Told what is missing', supplement: 'Supplemented', refuseAcceptance: 'Not accepted', sayNotNeeded: 'Not needed',
      sendOn: 'Sent on', examine: 'Examined', referOut: 'Referred elsewhere', grant: 'Granted', refuse: 'Refused', issue: 'Made out', deliver: 'Delivered', close: 'Closed', withdraw: 'Withdrawn',
      lapse: 'Lapsed', correct: 'Corrected', askFee: 'Fee asked', payFee: 'Fee paid', waiveFee: 'Fee waived', refundFee: 'Fee refunded', deemAccepted: 'Counts as accepted', take: 'Taken over', handOver: 'Handed over', note: 'Note', askExtension: 'Extension asked for', declineExtension: 'Extension declined',
      pause: 'Special procedure begun', resume: 'Special procedure ended', extend: 'Time extended', cancelClock: 'Time corrected', recount: 'Recounted after a new calendar', offerHearing: 'Hearing offered',
      askForHearing: 'Hearing asked for', waiveHearing: 'Hearing waived', setHearing: 'Hearing set', recordHearing: 'Hearing held', deemGranted: 'Counts as granted', cure: 'Material followed',
      returnCure: 'Material returned', lapseUndertaking: 'Undertaking lapsed', checkPromise: 'Promise checked', revoke: 'Revoked',
    },
    waiting: 'Waiting to be sent', refusedThere: 'Not taken there', sent: 'Sent over',
    waitingSince: (when) => `Waiting since ${when}; it is sent again by itself, do not take it in twice`,
    faults: { unreachable: 'The other district cannot be reached now', innerAddress: 'Its address is inside a network that is not allowed yet: ask the operators', wrongAnswer: 'The answer was not signed or not written as it should be', refused: 'Refused over there: the service office asks the other district', notHandled: 'This system could not deal with it: the operators find the reason in the log' },
    refusedFor: {
      'exchange.unknownKey': 'They do not have our key yet: send them the invitation, compare the fingerprint, and let them add it', 'exchange.keyNotValid': 'Our key has ended or was revoked over there: change the key, or let them enter it again',
      'exchange.clockApart': 'The clocks are more than five minutes apart: set both servers’ time', 'exchange.notForUs': 'Their code is another one than is entered here: compare it', 'exchange.wrongSignature': 'The signature does not fit over there: compare the fingerprint again',
      'exchange.fileBroken': 'A file did not arrive whole: it is sent again; if that does not help, take it in once more', 'exchange.tooEarly': 'What comes before it has not arrived there yet: it is sent again by itself', 'exchange.notUnderstood': 'The versions of both systems differ: the operators of both compare them', 'exchange.tooMuch': 'Too many files wait over there: ask the other district',
    },
    refusalLine: 'The other district did not take this application:', refusalDo: 'Put it right and take it in again.', fieldsWrong: (fields) => `Wrong answers: ${fields}`, materialsWrong: (names) => `Wrong materials: ${names}`,
    decides: (name) => `Handled and decided by ${name}`, number: 'Case number there', trackCode: 'Tracking code', applicant: 'Applicant', takenAt: 'Taken in', course: 'Course', results: 'Documents and result',
    noResults: 'Documents come by themselves once they are made there.', noCourse: 'Each step is shown here once it has arrived there.', opening: 'Open', coming: 'On its way', askAgain: 'Ask for it again', documentFaults: { notGiven: 'The other district did not give it', notWhole: 'It did not arrive whole', notReadable: 'What came is no document that can be opened; it was not kept' },
    form: 'Application', materials: 'Materials', noMaterials: 'No materials are needed', paper: 'Seen on paper', upload: 'Upload', missing: 'Not there', byItself: 'Looked up there', drawn: 'Made from the answers above', requirement: { must: 'Needed', optional: 'Optional', tolerable: 'Needed', byPromise: 'Needed' },
    sign: 'The applicant confirms that this is true', draw: 'Sign by hand', notSigned: 'The applicant has to confirm or sign', send: 'Send the application', busyFiles: 'Files are still on their way up: wait a moment', sentTitle: 'Taken in', sentLine: (name) => `It goes to ${name} by itself; the case number comes once it is there.`,
    wanted: 'The other district wants', supplement: 'Send the supplement', supplementAnswers: 'Answers to be corrected', supplementSent: 'Supplement handed in, on its way', supplementGot: (when) => `Supplemented ${when}, received there`, supplementRefused: (when) => `The supplement of ${when} was not taken:`, handed: 'What was handed in',
    show: 'Show', back: 'Back',
  },
}); // prettier-ignore
