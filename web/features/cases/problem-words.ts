/** What the problems of cases are called. Read by every page of this feature, on every surface. */
import { problemWords } from '#web/words/words.ts';

export const caseProblemWords = problemWords({
  'cases.notFound': {
    'zh-CN': '没有这个办件，或者不归您查看',
    en: 'There is no such case, or it is not for you to see',
  },
  'cases.wrongStep': {
    'zh-CN': '办件的状态已经变了，这一步现在不能办。请看过最新情况再办',
    en: 'The case has moved on and this step is not possible now: look at it again',
  },
  'cases.changedMeanwhile': {
    'zh-CN': '您查看期间有人办理过这件，请先看过再决定',
    en: 'Somebody acted on the case while you looked at it: see what was done, then decide',
  },
  'cases.answersInvalid': {
    'zh-CN': '有些内容没填或者填得不对，请检查标出的地方',
    en: 'Some answers are missing or wrong: check what is marked',
  },
  'cases.materialsMissing': {
    'zh-CN': '还缺必须提交的材料，请逐项检查',
    en: 'Some materials that are needed are missing: check the list',
  },
  'cases.fileNotYours': {
    'zh-CN': '有文件已被移除或不是您上传的，请重新上传',
    en: 'A file was removed or is not yours: upload it again',
  },
  'cases.notForApplicant': {
    'zh-CN': '这个事项不能由这类申请人申请，请更换申请人',
    en: 'This kind of applicant cannot apply for this item: choose another one',
  },
  'cases.mayNotActFor': {
    'zh-CN': '您没有代其办理的授权，请先取得授权',
    en: 'You have no authority to act for them: ask for one first',
  },
  'cases.applicantMissing': { 'zh-CN': '请先选定申请人', en: 'Say for whom the application is made' },
  'cases.notSigned': { 'zh-CN': '还没有签名，请申请人签名确认', en: 'Not signed yet: let the applicant sign' },
  'cases.itemNotOpen': {
    'zh-CN': '这个事项现在不能申请，请向受理部门咨询',
    en: 'This item cannot be applied for now: ask the department',
  },
  'cases.feeOutstanding': {
    'zh-CN': '还有费用没有缴清，缴清或者免收以后才能发放结果',
    en: 'A fee is outstanding: it is paid or waived before the result is handed over',
  },
  'cases.notImmediate': {
    'zh-CN': '只有即办件可以当场办结，这件请按流程办理',
    en: 'Only an immediate item can be finished at once: take this one through its course',
  },
  'cases.draftChanged': {
    'zh-CN': '这份草稿在另一台设备上改过了，请刷新后接着填',
    en: 'This draft was changed on another device: refresh and go on from there',
  },
  'cases.heldByOther': {
    'zh-CN': '这件正由同事办理，请联系同事移交',
    en: 'A colleague holds this case: ask them to hand it over',
  },
  'cases.actionReused': {
    'zh-CN': '这次操作已经提交过，请刷新后查看结果',
    en: 'This act was sent before: refresh to see its result',
  },
  'cases.notOfferedHere': {
    'zh-CN': '这个网点没有承接这个事项，请到政务服务中心或主管部门办理',
    en: 'This counter does not offer the item: go to the service hall or the department',
  },
  'cases.notDecidedHere': {
    'zh-CN': '这个网点只能受理，不能当场办结，请改为提交',
    en: 'This counter takes the item in and does not decide it: hand it in instead',
  },
  'cases.addressMissing': { 'zh-CN': '选了邮寄，请填写邮寄地址', en: 'It is to be posted: enter the address' },
  'cases.nothingSupplemented': {
    'zh-CN': '没有补交任何内容，请至少补一项',
    en: 'Nothing was supplemented: change an answer or hand in a material',
  },
  'cases.askedAlready': {
    'zh-CN': '补正要一次告知。只能就上次告知过、还没补好的内容再次告知',
    en: 'Everything is told at once: only what was asked for before can be asked for again',
  },
  'cases.noSuchColleague': {
    'zh-CN': '对方没有能办这件的岗位，请选择本部门或收件网点的同事',
    en: 'This account has no post that reaches the case: choose a colleague of the department or the outlet',
  },
  'cases.servedOnWrong': {
    'zh-CN': '送达日期要在决定日和今天之间',
    en: 'The day of service lies between the decision and today',
  },
  'cases.heardOnWrong': {
    'zh-CN': '告知的日期要在决定日和今天之间',
    en: 'The day on which the holder was told lies between the decision and today',
  },
  'cases.ruleNeeded': {
    'zh-CN': '请写明依据哪部法律哪一条可以撤销：这个事项本身没有规定',
    en: 'Name the law and article that allow this revocation: the item itself does not',
  },
  'cases.tooManyDrafts': {
    'zh-CN': '草稿太多了，请先删除不要的',
    en: 'There are too many drafts: throw some away first',
  },
  'cases.clockDayWrong': {
    'zh-CN': '日期要在起算日和今天之间，以前的日期要写明原因',
    en: 'The day must lie between the beginning of the clock and today; a day in the past needs a reason',
  },
  'cases.plannedEndWrong': {
    'zh-CN': '预计结束不能早于今天，请改日期',
    en: 'The planned end is over already: correct it',
  },
  'cases.notPaused': {
    'zh-CN': '这个特别程序已经结束或撤销，请看最新情况',
    en: 'This special procedure has ended or was taken back: look at the case again',
  },
  'cases.clockStandsStill': {
    'zh-CN': '正在停表，请先结束特别程序再延期',
    en: 'The clock stands still: end the special procedure first',
  },
  'cases.extendedTooLong': {
    'zh-CN': (facts) => `依法最多延长 ${String(facts.most)} 天，还可以延长 ${String(facts.left)} 天`,
    en: (facts) => `The law allows ${String(facts.most)} days more, of which ${String(facts.left)} are left`,
  },
  'cases.alreadyOverdue': {
    'zh-CN': '办理期限已经过了，延期要在期满前批准。请尽快作出决定',
    en: 'The time is over: more can only be approved before it ends. Decide as soon as you can',
  },
  'cases.nothingAsked': {
    'zh-CN': '没有待批准的延期申请，请看最新情况',
    en: 'Nobody waits for more time: look at the case again',
  },
  'cases.noSuchClockEvent': {
    'zh-CN': '这条停表或延期记录不存在或已经撤销，请看最新情况',
    en: 'This pause or extension is not there, or was taken back already: look at the case again',
  },
  'cases.decisionHindered': {
    'zh-CN': (facts) =>
      facts.why === 'notAgreed'
        ? '被征求意见的部门不同意，按联办规则不能准予'
        : facts.why === 'notAsked'
          ? '还有应当征求的部门没有征求意见：请在“征求意见”里发出'
          : facts.why === 'agreeFirst'
            ? '本件要各部门全部同意才一并决定：请在右侧“联办”里点“同意”'
            : '征求的意见还没有全部回复，请等回复或者到期后再决定',
    en: (facts) =>
      facts.why === 'notAgreed'
        ? 'A consulted department does not agree: by the rule of this matter it cannot be granted'
        : facts.why === 'notAsked'
          ? 'A department that has to be asked was not: ask for its opinion first'
          : facts.why === 'agreeFirst'
            ? 'All departments have to agree, and then everything is decided together: press “Agree” under “Joint handling”'
            : 'Not all opinions are in: wait for the answers, or for the end of their time',
  },
  'cases.hearingUnderWay': {
    'zh-CN': '已经告知过听证权利，或者听证已经举行，请看最新情况',
    en: 'A hearing was offered or held already: look at the case again',
  },
  'cases.hearingPending': {
    'zh-CN': '还可以申请听证，或者听证还没有结束。笔录登记以后才能决定',
    en: 'A hearing can still be asked for, or is to be held: its record comes before the decision',
  },
  'cases.noHearingOffered': {
    'zh-CN': '现在没有可以申请或放弃的听证，请看最新情况',
    en: 'There is no hearing now that could be asked for or done without: look at the case again',
  },
  'cases.hearingTooLate': {
    'zh-CN': (facts) => `申请听证的期限到${String(facts.askBy)}为止，已经过了`,
    en: (facts) => `A hearing could be asked for until ${String(facts.askBy)}`,
  },
  'cases.notAParty': {
    'zh-CN': '只有申请人和告知书上的利害关系人可以申请听证',
    en: 'Only the applicant and those whom the letter names can ask for the hearing',
  },
  'cases.notAskedByYou': {
    'zh-CN': '听证由申请的人自己撤回',
    en: 'Only who has asked for the hearing can take the request back',
  },
  'cases.hearingReasonMissing': {
    'zh-CN': '变更时间或者主动举行听证，要写明理由',
    en: 'A hearing that is moved, or called by the office, needs a reason',
  },
  'cases.hearingDayWrong': {
    'zh-CN': (facts) =>
      `要提前七个工作日通知，最早${String(facts.earliest)}${facts.latest ? `，最晚${String(facts.latest)}` : ''}`,
    en: (facts) =>
      `Told seven working days before: ${String(facts.earliest)} at the earliest${facts.latest ? `, ${String(facts.latest)} at the latest` : ''}`,
  },
  'cases.presidingExamined': {
    'zh-CN': '审查这件申请的人不能主持它的听证（行政许可法第四十八条），请由另一位来做',
    en: 'Who examines a case cannot preside over its hearing (行政许可法 art. 48): somebody else has to do it',
  },
  'cases.noHearingSet': {
    'zh-CN': '还没有通知听证的时间地点',
    en: 'No time and place have been set yet',
  },
  'cases.hearingNotYet': {
    'zh-CN': (facts) => `听证定在${String(facts.on)}，举行以后才能登记笔录`,
    en: (facts) => `The hearing is set for ${String(facts.on)}: its record comes afterwards`,
  },
  'cases.endsWithRecord': {
    'zh-CN': '听证的停表在登记笔录或者撤回申请时结束',
    en: 'The clock of a hearing runs on with its record, or when the request is taken back',
  },
  'cases.undertakingNotSigned': {
    'zh-CN': '有材料后补或告知承诺，请在承诺书上签名',
    en: 'Something follows later or is promised: sign the undertaking',
  },
  'cases.barredFromUndertaking': {
    'zh-CN': (facts) => `以前的承诺没有兑现，${String(facts.until)}以前不适用容缺受理和告知承诺，请交齐材料再申请`,
    en: (facts) =>
      `An earlier undertaking was broken: until ${String(facts.until)} everything has to be handed in with the application`,
  },
  'cases.withheldUntilCured': {
    'zh-CN': (facts) =>
      `承诺后补的材料补齐以前不能颁发结果：${((facts.materials as string[] | undefined) ?? []).join('、')}`,
    en: (facts) =>
      `The result is held back until this is handed in: ${((facts.materials as string[] | undefined) ?? []).join(', ')}`,
  },
  'cases.nothingToCure': {
    'zh-CN': '这份材料没有承诺后补，或者已经补交，请看最新情况',
    en: 'This was not undertaken, or was handed in already: look at the case again',
  },
  'cases.nothingToReturn': {
    'zh-CN': '这份材料没有补交过，请看最新情况',
    en: 'This was not handed in later: look at the case again',
  },
  'cases.nothingToCheck': {
    'zh-CN': '没有待核查的这项承诺，请看最新情况',
    en: 'There is no such promise to be checked: look at the case again',
  },
  'cases.noSuchEntry': {
    'zh-CN': '没有这条承诺记录',
    en: 'There is no such entry in the record of promises',
  },
  'cases.nothingToTrack': {
    'zh-CN': '没有查到。请核对查询码，或扫描收件单上的二维码；按编号查的，编号和姓名都要一致',
    en: 'Nothing found: check the code, or scan it from the receipt; by number, both number and name have to match',
  },
});
