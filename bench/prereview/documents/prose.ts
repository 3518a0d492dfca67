/** Documents as text: 租赁合同, 毕业证书; and two with lines: 结婚证, 出生医学证明. */
import type { Random } from '#platform/random';
import type { Paper, Wrong } from '../case.ts';
import {
  altered,
  capitalNumber,
  chineseDay,
  dayIn,
  homeAddress,
  longDay,
  person,
  plainDay,
  two,
  yearsLater,
} from '../invented.ts';
import { at, fonts, seal, waves, type Font } from '../paper.ts';

export function lease(random: Random, wrong?: Wrong): Paper {
  const [lessor, lessee] = [person(random), person(random)];
  const from = wrong === 'expired' ? dayIn(random, 2021, 2022) : dayIn(random, 2026, 2026);
  const rent = random.whole(18, 220) * 100;
  const e: Record<string, string> = {
    lessor: wrong === 'otherPerson' ? person(random).name : lessor.name,
    lessorNumber: wrong === 'alteredDigit' ? altered(random, lessor.number) : lessor.number,
    lessee: lessee.name,
    lesseeNumber: lessee.number,
    location: homeAddress(random, '杭州市云溪区'),
    area: `${random.whole(30, 260)}.${random.whole(10, 99)}平方米`,
    term: `${plainDay(from)}起至${plainDay(yearsLater(from, random.whole(1, 3)))}`,
    rent: `${rent}元（大写：${capitalNumber(rent)}元整）`,
  };
  const font: Font = random.pick(['song', 'kai', 'hei']);
  const size = random.pick([21, 22, 23]);
  const first = random.pick([['出租方（甲方）', '承租方（乙方）'], ['甲方（出租方）', '乙方（承租方）'], ['出租人（甲方）', '承租人（乙方）']]); // prettier-ignore
  const head = [
    `${first[0]}：${e.lessor}`,
    `身份证号码：${e.lessorNumber}`,
    `${first[1]}：${e.lessee}`,
    `身份证号码：${e.lesseeNumber}`,
  ];
  const body = [
    '根据《中华人民共和国民法典》及有关规定，甲乙双方在平等、自愿的基础上，就房屋租赁事宜达成如下协议：',
    `一、甲方将${random.pick(['坐落于', '位于'])}${e.location}的房屋出租给乙方使用，建筑面积${e.area}。`,
    `二、租赁期限自${e.term}止。租赁期满，乙方应如期归还。`,
    `三、租金为每月人民币${e.rent}，按${random.pick(['季', '半年', '月'])}支付，先付后用。`,
    `四、乙方租用该房屋作为${random.pick(['办公', '商业经营', '餐饮经营', '居住'])}使用，未经甲方书面同意不得转租。`,
    '五、租赁期间水、电、燃气、物业管理等费用由乙方承担。',
    '六、任何一方违反本合同约定的，应当承担违约责任。本合同一式两份，双方各执一份，自签字之日起生效。',
  ];
  let html = at(350, 80, 46, random.pick(['房屋租赁合同', '租赁合同', '商铺租赁合同']), {
    font,
    bold: true,
    spacing: 6,
  });
  head.forEach((line, i) => (html += at(110, 190 + i * 46, size, line, { font })));
  html += `<div class="at" style="left:110px;top:390px;width:790px;white-space:normal;font:400 ${size}px/1.75 ${fonts[font]}">${body.map((line) => `<p style="text-indent:2em">${line}</p>`).join('')}</div>`;
  html += at(110, 1180, size, '甲方（签字）：', { font }) + at(560, 1180, size, '乙方（签字）：', { font });
  html += at(560, 1250, size, `签订日期：${plainDay(from)}`, { font });
  return { kind: 'lease', expected: e, wrong, html, width: 1000, height: 1400 };
}

export function diploma(random: Random, wrong?: Wrong): Paper {
  const own = person(random, 1975, 2003);
  const graduated = `${Number(own.bornOn.slice(0, 4)) + 22}-06-${random.whole(10, 30)}`;
  const chinese = random.chance(0.5);
  const say = chinese ? chineseDay : plainDay;
  const [school, major] = [random.pick(['云溪大学', '浙江工业学院', '江南师范大学', '杭州商贸职业技术学院']), random.pick(['计算机科学与技术', '会计学', '汉语言文学', '食品科学与工程', '护理', '土木工程'])]; // prettier-ignore
  const level = school.includes('职业') ? '专科' : '本科';
  const year = (y: number): string => (chinese ? say(`${y}-09-01`).slice(0, 5) : `${y}年`);
  const e: Record<string, string> = {
    name: wrong === 'otherPerson' ? person(random).name : own.name,
    sex: own.sex, bornOn: say(own.bornOn), school, major, level, graduatedOn: say(graduated),
    certificateNumber: `${random.whole(10_000, 14_999)}1${graduated.slice(0, 4)}05${random.whole(100_000, 999_999)}`,
  }; // prettier-ignore
  const entered = Number(graduated.slice(0, 4)) - (level === '本科' ? 4 : 3);
  const text = `学生&nbsp;${e.name}&nbsp;性别${e.sex}，${e.bornOn}生，于${year(entered)}${chinese ? '九' : '9'}月至${year(Number(graduated.slice(0, 4)))}${chinese ? '六' : '6'}月在本校${major}专业${level === '本科' ? '四' : '三'}年制${level}学习，修完教学计划规定的全部课程，成绩合格，准予毕业。`;
  const font: Font = random.pick(['song', 'kai', 'hei']);
  const html =
    waves('#f0dcb8') + at(380, 90, 72, '毕业证书', { bold: true, spacing: 40 }) + at(250, 220, 34, '普通高等学校', { font }) +
    `<div class="at" style="left:430px;top:300px;width:820px;white-space:normal;font:400 30px/1.9 ${fonts[font]};text-indent:2em">${text}</div>` +
    `<svg class="at" style="left:110px;top:320px" width="220" height="290"><rect width="220" height="290" fill="#dfe7ee"/></svg>` +
    at(430, 680, 28, `校&emsp;名：${school}`, { font }) + at(900, 680, 28, `校（院）长：${person(random).name}`, { font }) + seal(560, 640, 190, school) +
    at(430, 800, 24, `证书编号：${e.certificateNumber}`, { font }) + at(920, 800, 26, e.graduatedOn!, { font }); // prettier-ignore
  return { kind: 'diploma', expected: e, wrong, html, width: 1400, height: 930 };
}

export function marriageCertificate(random: Random, wrong?: Wrong): Paper {
  const [man, woman] = [person(random, 1970, 1998, 'male'), person(random, 1970, 1999, 'female')];
  const registered = dayIn(random, 2012, 2025);
  const e: Record<string, string> = {
    holder: man.name, registeredOn: longDay(registered),
    certificateNumber: `J330199-${registered.slice(0, 4)}-${String(random.whole(1, 9999)).padStart(6, '0')}`,
    name1: wrong === 'otherPerson' ? person(random, 1970, 1998, 'male').name : man.name, sex1: '男', bornOn1: longDay(man.bornOn), number1: wrong === 'alteredDigit' ? altered(random, man.number) : man.number,
    name2: woman.name, sex2: '女', bornOn2: longDay(woman.bornOn), number2: woman.number,
  }; // prettier-ignore
  const font: Font = random.pick(['song', 'kai', 'hei']);
  const rows = (n: 1 | 2, y: number): string =>
    at(120, y, 27, `姓&emsp;&emsp;名&emsp;${e[`name${n}`]}`, { font }) + at(620, y, 27, `性&emsp;&emsp;别&emsp;${e[`sex${n}`]}`, { font }) +
    at(120, y + 62, 27, '国&emsp;&emsp;籍&emsp;中国', { font }) + at(620, y + 62, 27, `出生日期&emsp;${e[`bornOn${n}`]}`, { font }) +
    at(120, y + 124, 27, `身份证件号&emsp;${e[`number${n}`]}`, { font }); // prettier-ignore
  const html =
    waves('#f2cfcf') + at(430, 60, 56, '结婚证', { bold: true, spacing: 30 }) +
    at(120, 190, 27, `持证人&emsp;&emsp;${e.holder}`, { font }) + at(120, 252, 27, `登记日期&emsp;${e.registeredOn}`, { font }) + at(120, 314, 27, `结婚证字号&emsp;${e.certificateNumber}`, { font }) + at(120, 376, 27, '备&emsp;&emsp;注', { font }) +
    rows(1, 500) + rows(2, 740) + seal(760, 200, 190, '云溪区民政局婚姻登记处'); // prettier-ignore
  return { kind: 'marriageCertificate', expected: e, wrong, html, width: 1100, height: 1000 };
}

export function birthCertificate(random: Random, wrong?: Wrong): Paper {
  const [mother, father] = [person(random, 1985, 2000, 'female'), person(random, 1983, 2000, 'male')];
  const child = person(random, 2015, 2025);
  const e: Record<string, string> = {
    name: child.name, sex: child.sex, bornOn: longDay(child.bornOn), weeks: `${random.whole(36, 41)}周`, weight: `${random.whole(2500, 4200)}克`,
    birthPlace: '浙江省杭州市云溪区', hospital: random.pick(['云溪区妇幼保健院', '杭州市云溪区第一人民医院', '云溪区中西医结合医院']),
    mother: wrong === 'otherPerson' ? person(random, 1985, 2000, 'female').name : mother.name, motherNumber: wrong === 'alteredDigit' ? altered(random, mother.number) : mother.number,
    father: father.name, fatherNumber: father.number, certificateNumber: `${random.pick(['O', 'P', 'Q', 'R', 'T', 'U', 'V'])}33${random.whole(1_000_000, 9_999_999)}`,
  }; // prettier-ignore
  const font: Font = random.pick(['song', 'kai', 'hei']);
  const born = `${e.bornOn}${two(random.whole(0, 23))}时${two(random.whole(0, 59))}分`;
  const cells: [string, string, string, string][] = [
    ['新生儿姓名', e.name!, '性别', e.sex!],
    ['出生时间', born, '出生孕周', e.weeks!],
    ['出生体重', e.weight!, '出生身长', `${random.whole(46, 54)}厘米`],
    ['出生地点', e.birthPlace!, '医疗机构名称', e.hospital!],
    ['母亲姓名', e.mother!, '有效身份证件号码', e.motherNumber!],
    ['父亲姓名', e.father!, '有效身份证件号码', e.fatherNumber!],
  ];
  let html =
    waves('#d3e4f0') +
    at(430, 80, 60, '出生医学证明', { bold: true, spacing: 12 }) +
    at(380, 170, 22, 'MEDICAL CERTIFICATE OF BIRTH', { font: 'hei' });
  for (const [i, [a, b, c, d]] of cells.entries()) {
    const y = 270 + i * 84;
    html +=
      at(90, y, 25, `${a}：`, { font }) +
      at(270, y, 25, b, { font }) +
      at(720, y, 25, `${c}：`, { font }) +
      at(720 + c.length * 25 + 40, y, 25, d, { font });
  }
  html +=
    at(90, 820, 25, `出生证编号：${e.certificateNumber}`, { font: 'hei' }) +
    seal(960, 740, 170, e.hospital!) +
    at(720, 820, 24, `签发日期：${longDay(yearsLater(child.bornOn, 0))}`, { font });
  return { kind: 'birthCertificate', expected: e, wrong, html, width: 1400, height: 960 };
}
