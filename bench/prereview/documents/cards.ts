/** 居民身份证, both sides, and 健康证明 as a card or a sheet. */
import type { Random } from '#platform/random';
import type { Paper, Wrong } from '../case.ts';
import { altered, dayIn, dottedDay, longDay, person, yearsLater } from '../invented.ts';
import { at, seal, waves, type Font } from '../paper.ts';

const portrait = (x: number, y: number, w: number, h: number): string =>
  `<svg class="at" style="left:${x}px;top:${y}px" width="${w}" height="${h}" viewBox="0 0 100 125"><rect width="100" height="125" fill="#dfe7ee"/><ellipse cx="50" cy="48" rx="22" ry="28" fill="#d9b89c"/><path d="M26 44q4-30 24-30t24 30q-8-16-24-16t-24 16z" fill="#2b2420"/><path d="M8 125q4-42 42-42t42 42z" fill="#34404d"/></svg>`;

/** The front of a card that says this; `bornOn` as YYYY-MM-DD. */
export function cardOf(
  e: { name: string; sex: string; ethnicity: string; address: string; number: string },
  bornOn: string,
) {
  const [y, m, d] = bornOn.split('-').map(Number);
  const blue = { font: 'hei', colour: '#3b78b4' } as const;
  const black = { font: 'hei' } as const;
  const html =
    waves('#bcd6e6') +
    at(70, 70, 30, '姓&nbsp;名', blue) + at(175, 66, 36, e.name, black) +
    at(70, 142, 30, '性&nbsp;别', blue) + at(175, 139, 34, e.sex, black) + at(290, 142, 30, '民&nbsp;族', blue) + at(390, 139, 34, e.ethnicity, black) +
    at(70, 214, 30, '出&nbsp;生', blue) + at(175, 211, 34, `${y}`, black) + at(275, 214, 30, '年', blue) + at(330, 211, 34, `${m}`, black) + at(385, 214, 30, '月', blue) + at(440, 211, 34, `${d}`, black) + at(490, 214, 30, '日', blue) +
    at(70, 288, 30, '住&nbsp;址', blue) + at(175, 284, 34, e.address, { ...black, wide: 420, line: 1.35 }) +
    at(70, 540, 30, '公民身份号码', blue) + at(335, 534, 40, e.number, { ...black, spacing: 5 }) +
    portrait(650, 90, 290, 370); // prettier-ignore
  return { html, width: 1010, height: 640 };
}

export function idCardFront(random: Random, wrong?: Wrong): Paper {
  const own = person(random);
  const e = {
    name: wrong === 'otherPerson' ? person(random, 1960, 2000, own.sex === '男' ? 'male' : 'female').name : own.name,
    sex: own.sex, ethnicity: own.ethnicity, bornOn: longDay(own.bornOn), address: own.address,
    number: wrong === 'alteredDigit' ? altered(random, own.number) : own.number,
  }; // prettier-ignore
  return { kind: 'idCardFront', expected: e, wrong, ...cardOf(e, own.bornOn) };
}

export function idCardBack(random: Random, wrong?: Wrong): Paper {
  const from = wrong === 'expired' ? dayIn(random, 2003, 2014) : dayIn(random, 2017, 2024);
  const until =
    wrong === 'expired' ? yearsLater(from, 10) : random.chance(0.25) ? '长期' : yearsLater(from, random.pick([10, 20]));
  const e = {
    authority: `${random.pick(['杭州市公安局西湖区分局', '云溪区公安局', '长兴县公安局', '义乌市公安局', '毕节市公安局七星关分局'])}`,
    validity: `${dottedDay(from)}-${until === '长期' ? until : dottedDay(until)}`,
  };
  const black = { font: 'hei' } as const;
  const html =
    waves('#d9c4b4') +
    `<div class="at" style="left:70px;top:60px;width:150px;height:150px;border-radius:50%;background:radial-gradient(#e05a3a,#b21f14)"></div>` +
    at(290, 70, 54, '中华人民共和国', { ...black, spacing: 8 }) + at(270, 150, 74, '居民身份证', { ...black, bold: true, spacing: 20 }) +
    at(200, 440, 30, '签发机关', black) + at(380, 438, 33, e.authority, black) +
    at(200, 520, 30, '有效期限', black) + at(380, 518, 33, e.validity, black); // prettier-ignore
  return { kind: 'idCardBack', expected: e, wrong, html, width: 1010, height: 640 };
}

export function healthCertificate(random: Random, wrong?: Wrong): Paper {
  const own = person(random, 1970, 2003);
  const issued = wrong === 'expired' ? dayIn(random, 2022, 2023) : dayIn(random, 2026, 2026);
  const format = random.pick([longDay, (day: string) => day]);
  const e: Record<string, string> = {
    name: wrong === 'otherPerson' ? person(random).name : own.name,
    sex: own.sex,
    number: wrong === 'alteredDigit' ? altered(random, own.number) : own.number,
    category: random.pick(['食品', '公共场所', '餐饮服务', '食品生产经营']),
    certificateNumber: `3301${random.whole(10, 99)}${random.whole(2023, 2026)}${random.whole(100_000, 999_999)}`,
    issuedOn: format(issued),
    validUntil: format(yearsLater(issued, 1)),
    authority: random.pick(['云溪区疾病预防控制中心', '云溪镇社区卫生服务中心', '杭州市云溪区第一人民医院']),
  };
  const font: Font = random.pick(['song', 'hei', 'kai']);
  const card = random.chance(0.6);
  const rows: [string, string][] = [['姓名', e.name!], ['性别', e.sex!], ['身份证号', e.number!], [random.pick(['从业类别', '行业类别']), e.category!], ['编号', e.certificateNumber!], ['发证日期', e.issuedOn!], ['有效期至', e.validUntil!], ['发证单位', e.authority!]]; // prettier-ignore
  let html =
    waves('#cfe6d2') +
    at(card ? 250 : 300, card ? 40 : 110, card ? 50 : 60, random.pick(['食品从业人员健康证明', '从业人员健康证明']), {
      font: 'hei',
      bold: true,
    });
  for (const [i, [label, value]] of rows.entries()) {
    const [x, y, size] = card ? [320, 135 + i * 58, 27] : [150, 280 + i * 92, 30];
    html += at(x, y, size, `${label}：`, { font }) + at(x + size * 5.4, y, size, value, { font });
  }
  html += card
    ? portrait(60, 160, 210, 270) + seal(700, 380, 160, e.authority!)
    : portrait(820, 300, 200, 260) + seal(650, 950, 190, e.authority!);
  return {
    kind: 'healthCertificate',
    expected: e,
    wrong,
    html,
    ...(card ? { width: 1010, height: 640 } : { width: 1100, height: 1400 }),
  };
}
