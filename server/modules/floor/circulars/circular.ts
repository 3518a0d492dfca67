/** What a circular says and how it is drawn. Pure: nothing is read but what was frozen. */
import type { Block, Report } from '#modules/documents';
import type { Severity } from '../house-rule.ts';
import type { FindingSource, FindingState } from '../inspection/finding.ts';

export type Language = 'zh-CN' | 'en';
type Said = Record<Language, string>;

export interface NamedFinding {
  number: string;
  zone: string;
  source: FindingSource;
  severity: Severity;
  body: string;
  state: FindingState;
  /** Null: the hall itself. */
  department: Said | null;
  dueOn: string | null;
  raisedOn: string;
}
/** All that a circular says, stored as it is. */
export interface CircularData {
  hall: Said;
  issuer: Said;
  from: string;
  to: string;
  patrols: number;
  checks: number;
  /** Points and windows that were looked at on them. */
  looked: number;
  findings: NamedFinding[];
  demand: string;
}

/** Counts of the findings, each a part of the list that stands beside it. */
export const countsOf = (findings: readonly NamedFinding[]) => ({
  all: findings.length,
  closed: findings.filter(({ state }) => state === 'closed').length,
  minor: findings.filter(({ severity }) => severity === 'minor').length,
  serious: findings.filter(({ severity }) => severity === 'serious').length,
  grave: findings.filter(({ severity }) => severity === 'grave').length,
});

/** The template of new circulars. Older ones stay. */
export const templateVersion = 1;

const words = {
  'zh-CN': {
    title: (year: number, serial: number) => `检查情况通报（${year}年第${serial}期）`,
    days: (from: string, to: string) => `${from} 至 ${to}`,
    asOf: (at: string) => `整改情况截至 ${at}`,
    did: '一、检查情况',
    list: '二、问题清单',
    departments: '三、各部门情况',
    demand: '四、整改要求',
    sum: (data: CircularData, n: ReturnType<typeof countsOf>) =>
      `期间共开展巡查${data.patrols}次、飞行检查${data.checks}次，查看点位和窗口${data.looked}处；通报问题${n.all}个，其中一般${n.minor}个、较重${n.serious}个、严重${n.grave}个；已办结${n.closed}个，未办结${n.all - n.closed}个。`,
    head: ['编号', '问题', '程度', '责任单位', '状态', '期限'],
    byHead: ['责任单位', '问题', '已办结', '未办结'],
    severities: { minor: '一般', serious: '较重', grave: '严重' },
    states: { open: '待整改', corrected: '待复查', closed: '已办结' },
    hall: '大厅',
  },
  en: {
    title: (year: number, serial: number) => `Circular on checks, ${year} no. ${serial}`,
    days: (from: string, to: string) => `${from} to ${to}`,
    asOf: (at: string) => `As of ${at}`,
    did: '1. Checks',
    list: '2. Findings',
    departments: '3. By department',
    demand: '4. What is asked',
    sum: (data: CircularData, n: ReturnType<typeof countsOf>) =>
      `In these days there were ${data.patrols} patrols and ${data.checks} unannounced checks, which looked at ${data.looked} points and windows. This circular names ${n.all} findings: ${n.minor} minor, ${n.serious} serious, ${n.grave} grave; ${n.closed} are closed and ${n.all - n.closed} are not.`,
    head: ['Number', 'Finding', 'Severity', 'Put right by', 'State', 'Due'],
    byHead: ['Put right by', 'Findings', 'Closed', 'Not closed'],
    severities: { minor: 'Minor', serious: 'Serious', grave: 'Grave' },
    states: { open: 'To be put right', corrected: 'To be looked at', closed: 'Closed' },
    hall: 'The hall',
  },
} as const;

export interface Edition {
  year: number;
  serial: number;
  data: CircularData;
  hash: string;
  madeAt: Date;
}

/** The circular in a language, to be drawn. `at` is when it was made, as papers say it. */
export function writeCircular({ year, serial, data, hash, madeAt }: Edition, at: string, language: Language): Report {
  const say = words[language];
  const { findings } = data;
  const whose = ({ department }: NamedFinding): string => department?.[language] ?? say.hall;
  const groups = [...Map.groupBy(findings, whose)].toSorted(([, one], [, other]) => other.length - one.length);
  const blocks: Block[] = [
    { heading: say.did },
    { p: say.sum(data, countsOf(findings)) },
    { heading: say.list },
    {
      table: {
        head: say.head,
        widths: [3.6, 7.4, 2, 3.4, 2.6, 3],
        rows: findings.map((one) => [one.number, one.zone ? `${one.zone}：${one.body}` : one.body, say.severities[one.severity], whose(one), say.states[one.state], one.dueOn ?? '–']), // prettier-ignore
      },
    },
    { heading: say.departments, whole: true },
    {
      table: {
        head: say.byHead,
        widths: [8, 3, 3, 3],
        rows: groups.map(([name, own]) => {
          const { all, closed } = countsOf(own);
          return [name, String(all), String(closed), String(all - closed)];
        }),
        right: [1, 2, 3],
      },
    },
  ];
  if (data.demand) blocks.push({ heading: say.demand }, ...data.demand.split('\n').map((p): Block => ({ p })));
  return {
    title: say.title(year, serial),
    subtitle: `${data.hall[language]} · ${say.days(data.from, data.to)}`,
    number: `${year}-${serial}`,
    issuer: data.issuer[language],
    asOf: say.asOf(at),
    blocks,
    at: madeAt.toISOString(),
    hash,
    language,
  };
}
