/** What an application to another district, its course and its form are called, on both surfaces. */
import { words } from '#web/words/words.ts';
import './problem-words.ts';

export const exchangeWords = words({
  'zh-CN': {
    states: {
      submitted: '待受理', supplementing: '待补正', accepted: '已受理', examined: '审查中', granted: '准予', refused: '不予许可', issued: '已制证',
      delivered: '已送达', closed: '办结', notAccepted: '不予受理', notNeeded: '无需办理', referredOut: '已告知向其他单位申请', withdrawn: '已撤回',
      lapsed: '逾期未补正，已终止', revoked: '已撤销',
    },
    kinds: {
      submit: '对方收到申请', accept: '受理', askSupplement: '一次性告知补正', supplement: '补正', refuseAcceptance: '不予受理', sayNotNeeded: '无需办理',
      sendOn: '转办', referOut: '告知向其他单位申请', grant: '准予', refuse: '不予许可', issue: '制证', deliver: '送达', close: '办结', withdraw: '撤回',
      lapse: '逾期终止', correct: '更正', askFee: '通知缴费', payFee: '缴费', waiveFee: '免收', refundFee: '退费', deemedAccepted: '逾期未告知，视为受理',
      pause: '启动特别程序', resume: '结束特别程序', extend: '延长期限', cancelClock: '期限更正', recount: '放假安排变动，重新计算期限', offerHearing: '告知听证权利',
      askForHearing: '申请听证', waiveHearing: '放弃听证', setHearing: '通知听证', recordHearing: '听证', deemGranted: '届满未决定，视为准予', cure: '补交容缺材料',
      returnCure: '退回补交材料', lapseUndertaking: '容缺承诺逾期', checkPromise: '核查承诺', revoke: '撤销决定',
    },
    waiting: '等待发送', refusedThere: '对方未收件', sent: '已送达对方',
    waitingSince: (when: string) => `自 ${when} 起等待发送，系统会自动重发，不必重新收件`,
    faults: { unreachable: '对方暂时无法连接', wrongAnswer: '对方的回复未通过验签', refused: '对方拒收，请政务服务办核对公钥和时钟' },
    refusalLine: '对方地区没有收下这份申请：', refusalDo: '改正后请重新收件。', fieldsWrong: (fields: string) => `填写有误：${fields}`, materialsWrong: (names: string) => `材料有误：${names}`,
    decides: (name: string) => `由${name}办理和决定`, number: '对方办件编号', trackCode: '查询码', applicant: '申请人', takenAt: '收件时间', course: '办理进度', results: '文书和结果',
    noResults: '对方作出文书后会自动传来。', noCourse: '对方收到后，这里显示每一步。', opening: '打开', coming: '正在传来', noFile: '等待传来',
    form: '申请表', materials: '材料', noMaterials: '不需要材料', paper: '纸质件已核对', upload: '上传', missing: '没有', byItself: '由对方自行核查', requirement: { must: '必须', optional: '可选', tolerable: '必须', byPromise: '必须' },
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
      sendOn: 'Sent on', referOut: 'Referred elsewhere', grant: 'Granted', refuse: 'Refused', issue: 'Made out', deliver: 'Delivered', close: 'Closed', withdraw: 'Withdrawn',
      lapse: 'Lapsed', correct: 'Corrected', askFee: 'Fee asked', payFee: 'Fee paid', waiveFee: 'Fee waived', refundFee: 'Fee refunded', deemedAccepted: 'Counts as accepted',
      pause: 'Special procedure begun', resume: 'Special procedure ended', extend: 'Time extended', cancelClock: 'Time corrected', recount: 'Recounted after a new calendar', offerHearing: 'Hearing offered',
      askForHearing: 'Hearing asked for', waiveHearing: 'Hearing waived', setHearing: 'Hearing set', recordHearing: 'Hearing held', deemGranted: 'Counts as granted', cure: 'Material followed',
      returnCure: 'Material returned', lapseUndertaking: 'Undertaking lapsed', checkPromise: 'Promise checked', revoke: 'Revoked',
    },
    waiting: 'Waiting to be sent', refusedThere: 'Not taken there', sent: 'Sent over',
    waitingSince: (when) => `Waiting since ${when}; it is sent again by itself, do not take it in twice`,
    faults: { unreachable: 'The other district cannot be reached now', wrongAnswer: 'The answer was not signed as it should be', refused: 'Refused over there: the service office compares keys and clocks' },
    refusalLine: 'The other district did not take this application:', refusalDo: 'Put it right and take it in again.', fieldsWrong: (fields) => `Wrong answers: ${fields}`, materialsWrong: (names) => `Wrong materials: ${names}`,
    decides: (name) => `Handled and decided by ${name}`, number: 'Case number there', trackCode: 'Tracking code', applicant: 'Applicant', takenAt: 'Taken in', course: 'Course', results: 'Documents and result',
    noResults: 'Documents come by themselves once they are made there.', noCourse: 'Each step is shown here once it has arrived there.', opening: 'Open', coming: 'On its way', noFile: 'On its way',
    form: 'Application', materials: 'Materials', noMaterials: 'No materials are needed', paper: 'Seen on paper', upload: 'Upload', missing: 'Not there', byItself: 'Looked up there', requirement: { must: 'Needed', optional: 'Optional', tolerable: 'Needed', byPromise: 'Needed' },
    sign: 'The applicant confirms that this is true', draw: 'Sign by hand', notSigned: 'The applicant has to confirm or sign', send: 'Send the application', busyFiles: 'Files are still on their way up: wait a moment', sentTitle: 'Taken in', sentLine: (name) => `It goes to ${name} by itself; the case number comes once it is there.`,
    wanted: 'The other district wants', supplement: 'Send the supplement', supplementAnswers: 'Answers to be corrected', supplementSent: 'Supplement handed in, on its way', supplementGot: (when) => `Supplemented ${when}, received there`, supplementRefused: (when) => `The supplement of ${when} was not taken:`, handed: 'What was handed in',
    show: 'Show', back: 'Back',
  },
}); // prettier-ignore
