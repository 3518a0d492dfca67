/** 营业执照 across (2019) and upright (2014), of a company or a trader. */
import type { Random } from '#platform/random';
import type { Paper, Wrong } from '../case.ts';
import {
  altered,
  businessAddress,
  capitalNumber,
  company,
  creditCode,
  dayIn,
  longDay,
  person,
  yearsLater,
} from '../invented.ts';
import { at, seal, spaced, waves, type Font } from '../paper.ts';

const scopes = [
  '一般项目：食品销售（仅销售预包装食品）；日用百货销售；服装服饰零售；办公用品销售；互联网销售（除销售需要许可的商品）。',
  '许可项目：餐饮服务；食品销售（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以审批结果为准）。一般项目：餐饮管理；外卖递送服务。',
  '技术开发、技术服务：计算机软硬件、网络信息技术；批发、零售：电子产品（除专控）、通讯设备；服务：企业管理咨询。',
  '零售：五金交电、建筑材料、装饰材料、家用电器；服务：水电安装、室内装饰设计、施工（凭有效资质证书经营）。',
];

export function businessLicence(random: Random, wrong?: Wrong): Paper {
  const trader = random.chance(0.3);
  const own = company(random);
  const code = trader ? creditCode(random, '92') : own.creditCode;
  const founded = dayIn(random, 2004, 2023);
  const amount = random.pick([10, 50, 100, 200, 300, 500, 1000, 2000]);
  const capital = random.pick([
    `${capitalNumber(amount)}万元整`,
    `${amount}万元人民币`,
    `人民币${capitalNumber(amount)}万元整`,
  ]);
  const until = wrong === 'expired' ? `2025-${founded.slice(5)}` : yearsLater(founded, 40);
  const longTerm = wrong !== 'expired' && random.chance(0.4);
  const expected: Record<string, string> = {
    creditCode: wrong === 'alteredDigit' ? altered(random, code) : code,
    name: trader ? `云溪区${own.name.replace(/^(云溪区|云溪|杭州|浙江)|有限公司$/g, '')}店` : own.name,
    type: trader
      ? '个体工商户'
      : random.pick([
          '有限责任公司（自然人投资或控股）',
          '有限责任公司（自然人独资）',
          '一人有限责任公司（私营法人独资）',
        ]),
    legalRepresentative: wrong === 'otherPerson' ? person(random).name : own.legalRepresentative,
    foundedOn: longDay(founded),
    address: businessAddress(random),
    scope: random.pick(scopes),
  };
  if (!trader) {
    expected.capital = capital;
    expected.term = `${longDay(founded)}至${longTerm ? '长期' : longDay(until)}`;
  }
  const across = random.chance(0.6);
  return {
    kind: 'businessLicence',
    expected,
    wrong,
    ...(across ? acrossSheet(random, expected, trader) : uprightSheet(random, expected, trader)),
  };
}

function rowsOf(expected: Record<string, string>, trader: boolean): [string, string][] {
  return trader
    ? [['名称', expected.name!], ['类型', expected.type!], ['经营者', expected.legalRepresentative!], ['经营场所', expected.address!], ['组成形式', '个人经营'], ['注册日期', expected.foundedOn!], ['经营范围', expected.scope!]]
    : [['名称', expected.name!], ['类型', expected.type!], ['法定代表人', expected.legalRepresentative!], ['住所', expected.address!], ['注册资本', expected.capital!], ['成立日期', expected.foundedOn!], ['营业期限', expected.term!], ['经营范围', expected.scope!]];
} // prettier-ignore

function acrossSheet(random: Random, e: Record<string, string>, trader: boolean) {
  const font: Font = random.pick(['song', 'kai', 'hei']);
  const size = random.pick([19, 20, 21, 22]);
  const left: [string, string][] = trader
    ? [
        ['名称', e.name!],
        ['类型', e.type!],
        ['经营者', e.legalRepresentative!],
        ['经营范围', e.scope!],
      ]
    : [
        ['名称', e.name!],
        ['类型', e.type!],
        ['法定代表人', e.legalRepresentative!],
        ['经营范围', e.scope!],
      ];
  const right: [string, string][] = trader
    ? [
        ['组成形式', '个人经营'],
        ['注册日期', e.foundedOn!],
        ['经营场所', e.address!],
      ]
    : [
        ['注册资本', e.capital!],
        ['成立日期', e.foundedOn!],
        ['营业期限', e.term!],
        ['住所', e.address!],
      ];
  let html =
    waves('#e8d9a8') +
    `<div class="at" style="left:24px;top:24px;width:1352px;height:942px;border:10px double #c9a84a"></div>`;
  html += at(480, 110, 76, '<span style="letter-spacing:.35em">营业执照</span>', { font: 'song', bold: true });
  html += at(650, 226, 26, '（副&nbsp;本）', { font: 'song' });
  html += at(90, 150, 20, '统一社会信用代码', { font: 'hei', bold: true });
  html += at(90, 182, 24, e.creditCode!, { font: 'hei', bold: random.chance(0.5) });
  html += at(
    1090,
    230,
    14,
    '扫描二维码登录“国家企业<br>信用信息公示系统”了解<br>更多登记、备案、许可、<br>监管信息。',
    { font: 'hei' },
  );
  html += `<div class="at" style="left:1100px;top:90px;width:130px;height:130px;background:repeating-conic-gradient(#222 0 25%,#fff 0 50%) 0 0/14px 14px"></div>`;
  for (const [i, [label, value]] of left.entries()) {
    html += at(90, 350 + i * 68, size, spaced(label, 5), { font: 'song', bold: true });
    html += at(250, 350 + i * 68, size, value, { font, wide: 520 });
  }
  for (const [i, [label, value]] of right.entries()) {
    html += at(820, 350 + i * 68, size, spaced(label, 4), { font: 'song', bold: true });
    html += at(950, 350 + i * 68, size, value, { font, wide: 370 });
  }
  html +=
    at(820, 790, 24, '登记机关', { font: 'song', bold: true, spacing: 6 }) +
    seal(960, 700, 190, '云溪区市场监督管理局');
  html += at(
    1000,
    880,
    20,
    `20${random.whole(18, 25)}&emsp;年&emsp;${random.whole(1, 12)}&emsp;月&emsp;${random.whole(1, 28)}&emsp;日`,
  );
  html +=
    at(90, 930, 13, '国家企业信用信息公示系统网址：http://www.gsxt.gov.cn') +
    at(900, 930, 13, '国家市场监督管理总局监制');
  return { html, width: 1400, height: 990 };
}

function uprightSheet(random: Random, e: Record<string, string>, trader: boolean) {
  const font: Font = random.pick(['song', 'kai', 'hei']);
  const size = random.pick([22, 24, 26]);
  let html = waves('#dcd2b4') + at(270, 130, 84, '<span style="letter-spacing:.3em">营业执照</span>', { bold: true });
  html += at(300, 265, 24, `统一社会信用代码&nbsp;&nbsp;${e.creditCode!}`, { font: 'hei' });
  let y = 340;
  for (const [label, value] of rowsOf(e, trader)) {
    html += at(130, y, size, spaced(label, 5), { bold: true });
    html += at(300, y, size, value, { font, wide: 600 });
    y += Math.ceil(value.length / (600 / size)) * size * 1.45 + 22;
  }
  html += at(560, 1130, 26, '登记机关', { bold: true, spacing: 8 }) + seal(640, 1080, 200, '云溪区市场监督管理局');
  html += at(560, 1250, 22, `20${random.whole(14, 18)}年${random.whole(1, 12)}月${random.whole(1, 28)}日`);
  html += at(130, 1350, 14, '企业信用信息公示系统网址：http://gsxt.zjaic.gov.cn');
  return { html, width: 1000, height: 1414 };
}
