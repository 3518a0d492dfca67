/** Words of findings. */
import type { FindingSource, FindingState, FindingStep, Severity } from '#modules/floor/contract';
import { words } from '#web/words/words.ts';

export const findingWords = words({
  'zh-CN': {
    title: '问题整改', sub: '巡查、检查发现的问题，整改和复查到底', subOwn: '您发现的、您参加的巡查检查发现的，和您今天负责的片区的问题', back: '问题整改',
    states: { open: '待整改', corrected: '待复查', closed: '已办结' } satisfies Record<FindingState, string>,
    severities: { minor: '一般', serious: '较重', grave: '严重' } satisfies Record<Severity, string>,
    sources: { patrol: '日常巡查', check: '飞行检查', other: '其他' } satisfies Record<FindingSource, string>,
    steps: { correct: '报告整改', pass: '复查通过', reopen: '退回重改' } satisfies Record<FindingStep, string>,
    kinds: { raise: '发现', correct: '整改', pass: '复查通过', reopen: '退回重改' },
    texts: { correct: '整改情况', pass: '复查情况', reopen: '还差什么' } satisfies Record<FindingStep, string>,
    columns: { body: '问题', severity: '程度', zone: '区域', department: '整改部门', state: '状态', due: '期限', source: '来源', at: '发现', number: '编号' },
    counts: (open: number, corrected: number, overdue: number, all: number) => `待整改 ${open} · 待复查 ${corrected} · 超期 ${overdue} · 共 ${all}`,
    overdue: '超期', onlyOverdue: '只看超期', due: '期限', late: '逾期办理', dueOn: (day: string) => `${day} 前`,
    raise: '记问题', raiseBody: '看到了什么', raiseZone: '区域', raiseDepartment: '由哪个部门整改（不选由大厅整改）', photos: '照片', raised: '已记下，整改人会收到通知',
    again: '没有发出去？再按一次，不会重复记录。',
    none: '没有问题', noneWhat: '巡查时发现的问题记在这里。', history: '整改过程', othersLook: '整改是您报告的，由其他人复查。', done: '已办理', photo: (n: number) => `照片 ${n}`,
    fromWhere: '来源', howBad: '程度', stands: '状态', hall: '大厅', ofRound: '只看这次巡查 ✕', ofCircular: '只看这期通报 ✕', ofYear: (year: string) => `只看 ${year} 年通报的 ✕`, onRound: '在这次巡查中发现',
  },
  en: {
    title: 'Findings', sub: 'What is found on rounds and checks, followed until it is right', subOwn: 'What you found, what was found on your rounds, and what is in the zones that are yours today', back: 'Findings',
    states: { open: 'To be put right', corrected: 'To be looked at', closed: 'Closed' },
    severities: { minor: 'Minor', serious: 'Serious', grave: 'Grave' },
    sources: { patrol: 'Patrol', check: 'Unannounced check', other: 'Other' },
    steps: { correct: 'Report as put right', pass: 'It is right', reopen: 'Not right yet' },
    kinds: { raise: 'Found', correct: 'Put right', pass: 'Looked at: right', reopen: 'Looked at: not right' },
    texts: { correct: 'What was done', pass: 'What was seen', reopen: 'What is missing' },
    columns: { body: 'Finding', severity: 'Severity', zone: 'Zone', department: 'Put right by', state: 'State', due: 'Due', source: 'From', at: 'Found', number: 'Number' },
    counts: (open, corrected, overdue, all) => `${open} to be put right · ${corrected} to be looked at · ${overdue} overdue · ${all} in all`,
    overdue: 'overdue', onlyOverdue: 'Overdue only', due: 'Due', late: 'late', dueOn: (day) => `by ${day}`,
    raise: 'Note a finding', raiseBody: 'What you saw', raiseZone: 'Zone', raiseDepartment: 'Put right by (the hall, unless chosen)', photos: 'Photos', raised: 'Noted: who puts it right is told',
    again: 'Did it not go out? Press again: nothing is noted twice.',
    none: 'No findings', noneWhat: 'What is found on rounds is noted here.', history: 'History', othersLook: 'You put this right yourself: somebody else looks at it again.', done: 'Done', photo: (n) => `Photo ${n}`,
    fromWhere: 'From', howBad: 'Severity', stands: 'State', hall: 'The hall', ofRound: 'Of this round only ✕', ofCircular: 'Of this circular only ✕', ofYear: (year) => `Named in circulars of ${year} only ✕`, onRound: 'Found on this round',
  },
}); // prettier-ignore
