import { expect, it } from 'vitest';
import { countsOf, writeCircular, type CircularData, type NamedFinding } from './circular.ts';

const finding = (over: Partial<NamedFinding>): NamedFinding => ({ number: 'XC2026-0001', zone: 'A', source: 'check', severity: 'minor', body: '指南是旧版', state: 'open', department: null, dueOn: '2026-06-15', raisedOn: '2026-06-10', ...over }); // prettier-ignore
const said = (name: string) => ({ 'zh-CN': name, en: name });
const data: CircularData = {
  hall: said('区政务服务中心'),
  issuer: said('区政务服务管理办公室'),
  from: '2026-06-01',
  to: '2026-06-10',
  patrols: 4,
  checks: 1,
  looked: 30,
  findings: [
    finding({}),
    finding({ number: 'XC2026-0002', severity: 'grave', state: 'closed', department: said('市场监管局'), dueOn: null }),
    finding({ number: 'XC2026-0003', severity: 'serious', state: 'corrected', department: said('市场监管局') }),
  ],
  demand: '请各单位按期整改。\n办公室将复查。',
};

it('a circular says each finding once, and its sums are those of its list', () => {
  const n = countsOf(data.findings);
  expect([n.minor + n.serious + n.grave, n.closed]).toEqual([n.all, 1]);
  const edition = { year: 2026, serial: 3, data, hash: 'h', madeAt: new Date('2026-06-11T01:00:00Z') };
  for (const language of ['zh-CN', 'en'] as const) {
    const { blocks, title } = writeCircular(edition, '2026-06-11', language);
    const tables = blocks.flatMap((block) => ('table' in block ? [block.table] : []));
    expect(tables[0]!.rows.map(([number]) => number)).toEqual(data.findings.map(({ number }) => number));
    const sums = tables[1]!.rows;
    expect(sums.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(3);
    for (const row of sums) expect(Number(row[2]) + Number(row[3])).toBe(Number(row[1]));
    expect(title).toMatch(/2026.*3/);
  }
  const { blocks } = writeCircular(edition, '2026-06-11', 'zh-CN');
  expect(blocks[1]).toEqual({ p: '期间共开展巡查4次、飞行检查1次，查看点位和窗口30处；通报问题3个，其中一般1个、较重1个、严重1个；已办结1个，未办结2个。' }); // prettier-ignore
  expect(blocks.slice(-2)).toEqual([{ p: '请各单位按期整改。' }, { p: '办公室将复查。' }]);
});
