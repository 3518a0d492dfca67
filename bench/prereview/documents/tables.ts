/** Documents as tables: 不动产权证书, 户口簿, 食品经营许可证, 基本存款账户信息. */
import type { Random } from '#platform/random';
import type { Paper, Wrong } from '../case.ts';
import {
  altered,
  businessAddress,
  company,
  dayIn,
  homeAddress,
  longDay,
  person,
  plainDay,
  yearsLater,
} from '../invented.ts';
import { at, fonts, seal, spaced, waves, type Font } from '../paper.ts';

/** A table whose cells stand in the middle; widths in pixels. */
const table = (rows: string[][], widths: number[], size: number, font: Font, height: number): string =>
  `<table style="font:400 ${size}px/1.3 ${fonts[font]}">${rows
    .map(
      (row) =>
        `<tr style="height:${height}px">${row.map((text, i) => `<td style="width:${widths[i]}px;${i % 2 === 0 ? 'text-align:center;' : ''}" ${row.length < widths.length && i === row.length - 1 ? `colspan="${widths.length - i}"` : ''}>${text}</td>`).join('')}</tr>`,
    )
    .join('')}</table>`;

export function propertyCertificate(random: Random, wrong?: Wrong): Paper {
  const owner = person(random);
  const year = random.whole(2016, 2025);
  const from = dayIn(random, 1998, 2012);
  const building = `${random.whole(45, 180)}.${random.whole(10, 99)}`;
  const home = random.chance(0.7);
  const e: Record<string, string> = {
    certificateNumber: `浙（${year}）云溪区不动产权第${String(random.whole(1, 99_999)).padStart(7, '0')}号`,
    owner: wrong === 'otherPerson' ? person(random).name : owner.name,
    ownership: random.pick(['单独所有', '共同共有', '按份共有']),
    location: homeAddress(random, '云溪区'),
    unitNumber: `330199${random.whole(100, 999)}${random.whole(100, 999)}GB${String(random.whole(1, 99_999)).padStart(5, '0')}F${String(random.whole(1, 9999)).padStart(8, '0')}`,
    rightType: '国有建设用地使用权/房屋所有权',
    rightNature: random.pick(['出让/市场化商品房', '出让/存量房', '划拨/房改房']),
    usage: home ? '城镇住宅用地/住宅' : '商服用地/商业服务',
    area: random.pick([`土地使用权面积${random.whole(5, 40)}.${random.whole(1, 9)}㎡/房屋建筑面积${building}㎡`, `${building}平方米`, `房屋建筑面积：${building}平方米`]),
    term: `国有建设用地使用权${plainDay(from)}起${plainDay(yearsLater(wrong === 'expired' ? `${1975}${from.slice(4)}` : from, home ? 70 : 40))}止`,
  }; // prettier-ignore
  if (wrong === 'expired')
    e.term = `国有建设用地使用权${plainDay(`1985${from.slice(4)}`)}起${plainDay(`2025${from.slice(4)}`)}止`;
  const rows: [string, string][] = [['权利人', e.owner!], ['共有情况', e.ownership!], ['坐落', e.location!], ['不动产单元号', e.unitNumber!], ['权利类型', e.rightType!], ['权利性质', e.rightNature!], ['用途', e.usage!], ['面积', e.area!], ['使用期限', e.term!], ['权利其他状况', `专有建筑面积：${random.whole(40, 120)}.${random.whole(10, 99)}㎡，分摊建筑面积：${random.whole(5, 30)}.${random.whole(10, 99)}㎡<br>房屋结构：钢筋混凝土结构<br>总层数：${random.whole(6, 33)}，所在层数：${random.whole(1, 6)}`]]; // prettier-ignore
  const font: Font = random.pick(['song', 'hei', 'kai']);
  const html =
    waves('#e7d7d7') + at(120, 70, 24, e.certificateNumber!.replace('浙（', '浙&nbsp;（').replace('）云溪区', '）&nbsp;云溪区&nbsp;').replace('第', '第&nbsp;').replace('号', '&nbsp;号'), { font }) +
    `<div class="at" style="left:70px;top:125px;white-space:normal">${table(rows.map(([label, value]) => [label.length < 4 ? spaced(label, 4) : label, value]), [200, 660], random.pick([22, 23, 24]), font, 88)}</div>`; // prettier-ignore
  return { kind: 'propertyCertificate', expected: e, wrong, html, width: 1000, height: 1300 };
}

export function householdPage(random: Random, wrong?: Wrong): Paper {
  const own = person(random, 1960, 2020);
  const e: Record<string, string> = {
    name: wrong === 'otherPerson' ? person(random).name : own.name,
    relation: random.pick(['户主', '妻', '长子', '次女', '女', '子', '孙女']),
    sex: own.sex, birthPlace: random.pick(['浙江省杭州市', '浙江省长兴县', '安徽省潜山县', '河南省清丰县']), ethnicity: own.ethnicity,
    nativePlace: random.pick(['浙江省杭州市', '浙江省绍兴市', '安徽省潜山县', '江西省鄱阳县']), bornOn: longDay(own.bornOn),
    number: wrong === 'alteredDigit' ? altered(random, own.number) : own.number,
    education: random.pick(['大学本科', '大学专科', '高中', '初中', '硕士研究生', '小学']), maritalStatus: random.pick(['已婚', '未婚', '有配偶', '离婚']),
    employer: company(random).name, occupation: random.pick(['职员', '教师', '工人', '专业技术人员', '学生', '商业服务人员']),
  }; // prettier-ignore
  const font: Font = random.pick(['song', 'kai', 'hei']);
  const rows = [
    ['姓&emsp;名', e.name!, '户主或与<br>户主关系', e.relation!],
    ['曾用名', '', '性&emsp;别', e.sex!],
    ['出生地', e.birthPlace!, '民&emsp;族', `${e.ethnicity!}${random.chance(0.5) ? '族' : ''}`],
    ['籍&emsp;贯', e.nativePlace!, '出生日期', e.bornOn!],
    ['本市（县）<br>其他住址', '', '宗教信仰', ''],
    ['公民身份<br>证件编号', e.number!, '身&emsp;高', `${random.whole(150, 188)}`],
    ['文化程度', e.education!, '婚姻状况', e.maritalStatus!],
    ['兵役状况', random.pick(['未服兵役', '']), '职&emsp;业', e.occupation!],
    ['服务处所', e.employer!],
    ['何时由何地<br>迁来本市（县）', ''],
    ['何时由何地<br>迁来本址', ''],
  ]; // prettier-ignore
  const html =
    waves('#cfe0cf') + at(480, 46, 44, '常住人口登记卡', { bold: true, spacing: 10 }) +
    `<div class="at" style="left:70px;top:130px;white-space:normal">${table(rows, [190, 480, 170, 420], random.pick([23, 24, 25]), font, 72)}</div>` +
    at(150, 960, 20, '承办人签章：', { font }) + at(800, 960, 20, `登记日期：${longDay(dayIn(random, 2005, 2024))}`, { font }) + seal(1000, 860, 150, '云溪派出所'); // prettier-ignore
  e.ethnicity = rows[2]![3]!;
  return { kind: 'householdPage', expected: e, wrong, html, width: 1400, height: 1040 };
}

export function foodPermit(random: Random, wrong?: Wrong): Paper {
  const own = company(random);
  const issued = wrong === 'expired' ? dayIn(random, 2017, 2019) : dayIn(random, 2022, 2025);
  const address = businessAddress(random);
  const e: Record<string, string> = {
    name: own.name,
    creditCode: wrong === 'alteredDigit' ? altered(random, own.creditCode) : own.creditCode,
    legalRepresentative: wrong === 'otherPerson' ? person(random).name : own.legalRepresentative,
    address, premises: random.chance(0.5) ? address : businessAddress(random),
    category: random.pick(['餐饮服务经营者（小型餐饮）', '食品销售经营者', '餐饮服务经营者', '食品销售经营者（网络经营）']),
    items: random.pick(['热食类食品制售，冷食类食品制售（含凉菜）', '预包装食品（含冷藏冷冻食品）销售，散装食品销售', '热食类食品制售；自制饮品制售']),
    permitNumber: `JY${random.whole(1, 3)}330199${String(random.whole(0, 9_999_999)).padStart(7, '0')}`,
    validUntil: longDay(yearsLater(issued, 5)),
  }; // prettier-ignore
  const font: Font = random.pick(['song', 'kai', 'hei']);
  const across = random.chance(0.5);
  let html =
    waves('#e6dcb8') + at(across ? 400 : 210, 90, 68, '食品经营许可证', { font: 'song', bold: true, spacing: 14 });
  const left: [string, string][] = [['经营者名称', e.name!], ['社会信用代码<br>（身份证号码）', e.creditCode!], ['法定代表人（负责人）', e.legalRepresentative!], ['住所', e.address!], ['经营场所', e.premises!], ['主体业态', e.category!], ['经营项目', e.items!]]; // prettier-ignore
  const right: [string, string][] = [['许可证编号', e.permitNumber!], ['日常监督管理机构', '云溪区市场监督管理局'], ['日常监督管理人员', person(random).name], ['投诉举报电话', '12315'], ['发证机关', ''], ['签发人', person(random).name], ['', longDay(issued)], ['有效期至', e.validUntil!]]; // prettier-ignore
  const size = random.pick([20, 21, 22]);
  const wide = across ? 470 : 600;
  let y = 260;
  for (const [label, value] of left) {
    html += at(90, y, size, `${label}：`, { font, bold: true });
    html += at(90 + size * (label.includes('（负责人）') ? 11.2 : 8.4), y, size, value, {
      font,
      wide: label.includes('（负责人）') ? 300 : wide - 60,
    });
    y += Math.max(Math.ceil((value.length * size) / (wide - 60)), label.includes('<br>') ? 2 : 1) * size * 1.45 + 24;
  }
  if (!across) y += 10;
  for (const [i, [label, value]] of right.entries()) {
    const [x, ry] = across ? [800, 260 + i * 68] : [90 + (i % 2) * 450, y + Math.floor(i / 2) * 68];
    html += at(x, ry, size, label ? `${label}：${value}` : value, { font });
  }
  html += seal(across ? 1000 : 620, across ? 560 : 1120, 180, '云溪区市场监督管理局');
  return {
    kind: 'foodPermit',
    expected: e,
    wrong,
    html,
    ...(across ? { width: 1400, height: 990 } : { width: 1000, height: 1400 }),
  };
}

export function bankAccount(random: Random, wrong?: Wrong): Paper {
  const own = company(random);
  const e: Record<string, string> = {
    name: own.name,
    account: `${random.pick(['1202', '3305', '1990', '5719'])}${random.whole(10_000_000, 99_999_999)}${random.whole(1_000_000, 9_999_999)}`,
    bank: random.pick([
      '中国工商银行股份有限公司杭州云溪支行',
      '中国建设银行杭州文三支行',
      '杭州联合农村商业银行三墩支行',
      '招商银行杭州分行',
    ]),
    legalRepresentative: wrong === 'otherPerson' ? person(random).name : own.legalRepresentative,
    approvalNumber: `J331${String(random.whole(0, 9_999_999_999)).padStart(10, '0')}`,
  };
  const font: Font = random.pick(['song', 'kai', 'hei']);
  const old = random.chance(0.4);
  let html = waves('#d8dbe8');
  if (old) {
    html +=
      at(400, 80, 66, '开户许可证', { bold: true, spacing: 20 }) +
      at(90, 210, 24, `核准号：${e.approvalNumber}`, { font });
    html +=
      at(90, 290, 28, `经审核，${e.name}符合开户条件，准予`, { font, wide: 1150 }) +
      at(90, 345, 28, '开立基本存款账户。', { font });
    html +=
      at(90, 430, 26, `法定代表人（单位负责人）&emsp;${e.legalRepresentative}`, { font }) +
      at(90, 500, 26, `开户银行&emsp;${e.bank}`, { font }) +
      at(90, 570, 26, `账&emsp;&emsp;号&emsp;${e.account}`, { font });
    html +=
      at(820, 690, 24, '发证机关（盖章）', { font }) +
      seal(920, 620, 170, '中国人民银行杭州中心支行') +
      at(900, 780, 22, longDay(dayIn(random, 2010, 2018)), { font });
    return { kind: 'bankAccount', expected: e, wrong, html, width: 1300, height: 920 };
  }
  html += at(330, 110, 56, '基本存款账户信息', { bold: true, font: 'hei' });
  const rows: [string, string][] = [['账户名称', e.name!], ['账户号码', e.account!], ['开户银行', e.bank!], ['法定代表人<br>（单位负责人）', e.legalRepresentative!], ['基本存款账户编号', e.approvalNumber!]]; // prettier-ignore
  for (const [i, [label, value]] of rows.entries())
    html +=
      at(110, 260 + i * 92, 26, `${label}${label.includes('<br>') ? '' : '：'}`, { font, line: 1.2 }) +
      at(350, 260 + i * 92, 26, value, { font, wide: 700 });
  html += seal(760, 700, 180, e.bank!.slice(0, 12)) + at(760, 900, 22, longDay(dayIn(random, 2019, 2025)), { font });
  return { kind: 'bankAccount', expected: e, wrong, html, width: 1150, height: 1000 };
}
