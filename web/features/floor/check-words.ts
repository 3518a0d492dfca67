/** Words of unannounced checks and of circulars. */
import type { CheckState, FindingSource } from '#modules/floor/contract';
import { words } from '#web/words/words.ts';

export const checkWords = words({
  'zh-CN': {
    title: '飞行检查', sub: '随机抽取、事先留痕、不打招呼；开始之前，只有检查人员、抽取人和审计员看得到', back: '飞行检查',
    states: { drawn: '待进行', begun: '检查中', ended: '已结束', cancelled: '已取消', missed: '到期未查' } satisfies Record<CheckState, string>,
    columns: { day: '日期', state: '状态', windows: '抽中窗口', team: '检查人员', findings: '问题', number: '编号' },
    none: '没有飞行检查', noneWhat: '抽取后，检查人员会在收件箱里收到任务。',
    draw: '抽取检查', day: '哪天检查', wanted: '抽几个窗口', team: '检查人员（至少两人）', look: '检查内容', basis: '检查依据', drawWhat: '从在用窗口里随机抽取，检查人员所在部门的窗口和他们当天值守的窗口不参加抽取。抽取结果立即留痕，不能更改。', need: (what: string) => `请填写${what}`, drawn: '已抽取，检查人员会收到任务',
    lookUsual: '人员在岗、亮牌服务、一次性告知、指南现行、不要求重复提交', basisUsual: '年度检查计划',
    begin: '开始检查', seeRound: '看检查记录', cancel: '取消检查', cancelWhat: '抽取记录仍会保留，取消人和原因一起显示。', why: '原因', cancelledBy: (name: string, why: string) => `${name} 取消：${why}`,
    notToday: '检查当天才能开始', team2: '检查人员', picked: '抽中的窗口', draws: '抽取记录', seed: '随机种子', from: (count: number) => `参加抽取的 ${count} 个窗口`, hash: '留痕校验值', repeats: '按种子重新抽取，结果一致', differs: '按种子重新抽取，结果不一致', drawnBy: '抽取', secret: '尚未开始，请勿告知被查窗口',
    circulars: '通报', circularsSub: '把检查发现的问题汇总成文，每个问题只通报一次', year: '年份', yearOf: (year: string) => `${year} 年`,
    sums: (circulars: number, year: string) => `${year} 年通报 ${circulars} 期`, sumFindings: (findings: number) => `问题 ${findings} 个`, sumClosed: (closed: number) => `其中已办结 ${closed} 个`,
    issue: (year: number, serial: number) => `${year} 年第 ${serial} 期`, of: (findings: number) => `${findings} 个`,
    circularColumns: { issue: '期号', days: '检查期间', findings: '问题', closed: '已办结', at: '通报', by: '编制人', file: '文件' },
    noCirculars: '还没有通报', noCircularsWhat: '有了巡查或检查发现的问题，就可以编一期。',
    make: '编一期通报', fromDay: '从哪天', toDay: '到哪天', sources: '问题来源', sayDemand: '整改要求', demandUsual: '请各责任单位对照清单逐项整改，按期报送整改情况；大厅将逐项复查。', made: '已编好，可以打开和打印', open: '打开', makeWhat: '汇总期间内还没有通报过的问题，编好后不能更改。',
    sourceNames: { patrol: '巡查', check: '飞行检查', other: '其他' } satisfies Record<FindingSource, string>,
  },
  en: {
    title: 'Unannounced checks', sub: 'Drawn by chance, written down before, not announced: until one begins, only its team, who drew it and the auditor see it', back: 'Unannounced checks',
    states: { drawn: 'To be made', begun: 'Under way', ended: 'Ended', cancelled: 'Given up', missed: 'Not made' },
    columns: { day: 'Day', state: 'State', windows: 'Windows drawn', team: 'Team', findings: 'Findings', number: 'Number' },
    none: 'No unannounced checks', noneWhat: 'Once one is drawn, its team finds it in the inbox.',
    draw: 'Draw a check', day: 'On which day', wanted: 'How many windows', team: 'Team (two at least)', look: 'What is looked at', basis: 'On what ground', drawWhat: 'Windows in service are drawn by chance, without those of the team’s departments and those where it has turns that day. The draw is written down at once and never changed.', need: (what) => `Fill in: ${what}`, drawn: 'Drawn: the team is told',
    lookUsual: 'Presence, name plates, everything missing told at once, guides in force, nothing asked for twice', basisUsual: 'Plan of checks of the year',
    begin: 'Begin the check', seeRound: 'See the record', cancel: 'Give the check up', cancelWhat: 'The draw stays readable, with who gave it up and why.', why: 'Reason', cancelledBy: (name, why) => `${name} gave it up: ${why}`,
    notToday: 'It begins on its day', team2: 'Team', picked: 'Windows drawn', draws: 'The draw', seed: 'Seed', from: (count) => `Drawn from ${count} windows`, hash: 'Fingerprint', repeats: 'Drawn again from the seed: the same', differs: 'Drawn again from the seed: not the same', drawnBy: 'Drawn', secret: 'Not begun: do not tell those who are checked',
    circulars: 'Circulars', circularsSub: 'What checks found, summed up in writing; each finding is named once', year: 'Year', yearOf: (year) => year,
    sums: (circulars, year) => (circulars === 1 ? `1 circular in ${year}` : `${circulars} circulars in ${year}`), sumFindings: (findings) => (findings === 1 ? '1 finding' : `${findings} findings`), sumClosed: (closed) => `${closed} of them closed`,
    issue: (year, serial) => `${year} no. ${serial}`, of: (findings) => String(findings),
    circularColumns: { issue: 'Issue', days: 'Days', findings: 'Findings', closed: 'Closed', at: 'Made', by: 'By', file: 'File' },
    noCirculars: 'No circulars yet', noCircularsWhat: 'Once patrols or checks have found something, it can be summed up.',
    make: 'Make a circular', fromDay: 'First day', toDay: 'Last day', sources: 'Found on', sayDemand: 'What is asked', demandUsual: 'Please put right what is listed, each point by its day, and report it; the hall will look at each again.', made: 'Made: it can be opened and printed', open: 'Open', makeWhat: 'Sums up what was found in these days and stands in no circular yet; it is not changed afterwards.',
    sourceNames: { patrol: 'Patrols', check: 'Unannounced checks', other: 'Other' },
  },
}); // prettier-ignore
