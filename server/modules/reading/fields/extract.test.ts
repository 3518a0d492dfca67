import { describe, expect, test } from 'vitest';
import type { ReadKind } from '../kinds.ts';
import { templates } from '../templates/all.ts';
import { lineAt, pageOf } from '../testing/lines.ts';
import { classify } from './classify.ts';
import { extract, plainOf } from './extract.ts';
import { hasHole, rowsOf, textOf, type Row } from './glyphs.ts';

const today = '2026-11-28';
const fieldsOf = (kind: ReadKind, rows: readonly Row[]): Record<string, string> =>
  Object.fromEntries(
    extract(templates[kind], rows, today)
      .filter(({ parts }) => parts.length > 0)
      .map(({ field, parts }) => [field.name, plainOf(parts)]),
  );
const kindOf = (rows: readonly Row[]): string | undefined => classify(Object.values(templates), rows)?.template.kind;

describe('a business licence', () => {
  const across = pageOf(
    [90, 100, '统一社会信用代码'], [90, 130, '91330106MA2H3K9X7P'], [480, 90, '营业执照', 60],
    [90, 300, '名    称'], [250, 300, '杭州云帆餐饮管理有限公司'], [820, 300, '注册资本'], [950, 300, '壹佰万元整'],
    [90, 360, '类    型'], [250, 360, '有限责任公司'], [820, 360, '成立日期'], [950, 360, '2018年03月12日'],
    [90, 420, '法定代表人'], [250, 420, '诸葛明'], [820, 420, '住    所'], [950, 420, '浙江省杭州市云溪区三墩镇'], [950, 450, '古墩路12号'],
    [90, 480, '经营范围'], [250, 480, '许可项目：餐饮服务；食品销售（依法须经批准的项目）。'], [250, 510, '一般项目：餐饮管理。'],
    [820, 700, '登记机关'],
  ); // prettier-ignore

  test('in two columns: values beside and below, lines that run on, nothing of the other column', () => {
    expect(kindOf(across)).toBe('businessLicence');
    expect(fieldsOf('businessLicence', across)).toEqual({
      creditCode: '91330106MA2H3K9X7P',
      name: '杭州云帆餐饮管理有限公司',
      type: '有限责任公司',
      legalRepresentative: '诸葛明',
      capital: '壹佰万元整',
      foundedOn: '2018年03月12日',
      address: '浙江省杭州市云溪区三墩镇古墩路12号',
      scope: '许可项目:餐饮服务;食品销售(依法须经批准的项目)。一般项目:餐饮管理。',
    });
  });

  test('with labels in pieces, a letter misread in a long one, and a word that looks like one inside a value', () => {
    const rows = pageOf(
      [300, 90, '营业执照', 60], [300, 200, '统一杜会信用代码 91330106MA2H3K9X7P'],
      [130, 300, '名'], [210, 300, '称'], [300, 300, '云溪区名称美发店'],
      [130, 350, '经营者'], [300, 350, '张三'],
    ); // prettier-ignore
    expect(fieldsOf('businessLicence', rows)).toMatchObject({
      creditCode: '91330106MA2H3K9X7P',
      name: '云溪区名称美发店',
      legalRepresentative: '张三',
    });
  });
});

test('an identity card: labels grown together with their values, an address in two lines', () => {
  const rows = pageOf(
    [70, 70, '姓名诸葛明'], [70, 140, '性别男民族汉'], [70, 210, '出生1988年3月12日'],
    [70, 290, '住址浙江省长兴县雉城街道'], [130, 325, '云溪村3组12号'], [70, 540, '公民身份号码330522198803123215'],
  ); // prettier-ignore
  expect(kindOf(rows)).toBe('idCardFront');
  expect(fieldsOf('idCardFront', rows)).toEqual({
    name: '诸葛明',
    sex: '男',
    ethnicity: '汉',
    bornOn: '1988年3月12日',
    address: '浙江省长兴县雉城街道云溪村3组12号',
    number: '330522198803123215',
  });
});

test('a table: values above and below the middle of their label belong to it', () => {
  const rows = pageOf(
    [300, 40, '浙（2020）云溪区不动产权第0012345号'],
    [100, 140, '权利人'], [330, 140, '张三'], [100, 230, '共有情况'], [330, 230, '共同共有'],
    [100, 330, '坐落'], [330, 316, '云溪区三墩镇古墩路12号翡翠城花园一期北区'], [330, 344, '3幢2单元1801室'],
    [100, 430, '不动产单元号'], [330, 430, '330199001001GB00012F00030018'],
    [100, 530, '面积'], [330, 516, '土地使用权面积12.5㎡'], [330, 544, '房屋建筑面积89.52㎡'],
    [100, 640, '使用期限'], [330, 640, '国有建设用地使用权2010年5月6日起2080年5月5日止'],
  ); // prettier-ignore
  expect(kindOf(rows)).toBe('propertyCertificate');
  expect(fieldsOf('propertyCertificate', rows)).toMatchObject({
    certificateNumber: '浙(2020)云溪区不动产权第0012345号',
    owner: '张三',
    location: '云溪区三墩镇古墩路12号翡翠城花园一期北区3幢2单元1801室',
    unitNumber: '330199001001GB00012F00030018',
    area: '土地使用权面积12.5m2房屋建筑面积89.52m2',
  });
  const meanings = extract(templates.propertyCertificate, rows, today);
  expect(meanings.find(({ field }) => field.name === 'area')!.meaning.normalised).toBe('89.52');
  expect(meanings.find(({ field }) => field.name === 'term')!.meaning.normalised).toBe('2010-05-06/2080-05-05');
});

test('running text: parties, place, period and an amount said twice', () => {
  const rows = pageOf(
    [350, 60, '房屋租赁合同', 40], [100, 150, '出租方（甲方）：张三'], [100, 190, '身份证号码：330522198803123215'],
    [100, 230, '承租方（乙方）：云溪某某有限公司'], [100, 270, '统一社会信用代码：91330106MA2H3K9X7P'],
    [140, 340, '一、甲方将坐落于杭州市云溪区三墩镇古墩路12号的房屋'], [100, 380, '出租给乙方使用，建筑面积89.52平方米。'],
    [140, 420, '二、租赁期限自2025年1月8日起至2027年1月7日止。'],
    [140, 460, '三、租金为每月人民币3500元（大写：叁仟伍佰元整）。'],
  ); // prettier-ignore
  expect(kindOf(rows)).toBe('lease');
  const meanings = new Map(extract(templates.lease, rows, today).map(({ field, meaning }) => [field.name, meaning]));
  expect(meanings.get('lessor')!.normalised).toBe('张三');
  expect(meanings.get('lessee')!.normalised).toBe('云溪某某有限公司');
  expect(meanings.get('location')!.normalised).toBe('杭州市云溪区三墩镇古墩路12号');
  expect(meanings.get('term')!.normalised).toBe('2025-01-08/2027-01-07');
  expect(meanings.get('rent')!.normalised).toBe('350000');
});

test('the same labels twice are told apart by their order', () => {
  const rows = pageOf(
    [430, 60, '结婚证', 50], [120, 190, '持证人 张三'], [120, 250, '登记日期 2015年03月12日'], [120, 310, '结婚证字号 J330199-2015-000123'],
    [120, 500, '姓名 张三'], [620, 500, '性别 男'], [120, 560, '出生日期 1988年03月12日'], [120, 620, '身份证件号 330522198803123215'],
    [120, 740, '姓名 李四'], [620, 740, '性别 女'], [120, 800, '出生日期 1989年01月02日'], [120, 860, '身份证件号 330522198901023220'],
  ); // prettier-ignore
  expect(kindOf(rows)).toBe('marriageCertificate');
  expect(fieldsOf('marriageCertificate', rows)).toMatchObject({
    holder: '张三', name1: '张三', sex1: '男', number1: '330522198803123215', name2: '李四', sex2: '女', number2: '330522198901023220', certificateNumber: 'J330199-2015-000123',
  }); // prettier-ignore
});

test('a diploma: dates in Chinese figures; of birth and of the degree', () => {
  const rows = pageOf(
    [380, 60, '毕业证书', 60], [430, 200, '学生张三性别男，一九九八年三月十二日生，于二〇一六年九月'],
    [430, 240, '至二〇二〇年六月在本校食品科学与工程专业四年制本科学习，修完'], [430, 280, '教学计划规定的全部课程，成绩合格，准予毕业。'],
    [430, 500, '校名：云溪大学'], [430, 600, '证书编号：103351202005000123'], [920, 600, '二〇二〇年六月三十日'],
  ); // prettier-ignore
  expect(kindOf(rows)).toBe('diploma');
  const taken = new Map(extract(templates.diploma, rows, today).map((one) => [one.field.name, one]));
  expect(taken.get('bornOn')!.meaning.normalised).toBe('1998-03-12');
  expect(taken.get('graduatedOn')!.meaning.normalised).toBe('2020-06-30');
  expect(plainOf(taken.get('major')!.parts)).toBe('食品科学与工程');
  expect(plainOf(taken.get('school')!.parts)).toBe('云溪大学');
  expect(plainOf(taken.get('certificateNumber')!.parts)).toBe('103351202005000123');
});

test('words of no document are no document', () => {
  expect(kindOf(pageOf([10, 10, '今天天气很好'], [10, 50, '我们去公园看猫']))).toBeUndefined();
  expect(kindOf([])).toBeUndefined();
});

test('a letter cut in two by two boxes is one letter', () => {
  const left = lineAt(0, 0, 20, '姓名享');
  const right = lineAt(42, 0, 20, '郭晓燕');
  const narrow = left.letters.map((letter, i) => (i === 2 ? { ...letter, to: letter.from + 0.15 } : letter));
  expect(rowsOf([{ ...left, letters: narrow }, right], 0).map(({ glyphs }) => textOf(glyphs))).toEqual(['姓名郭晓燕']);
});

test('room for a letter that was not read is noticed', () => {
  const [whole] = pageOf([0, 0, '张家港市良渚街道']);
  const [holed] = pageOf([0, 0, '张家港市良 \u2003街道'.replace('\u2003', ' ')]);
  expect(hasHole(whole!.glyphs)).toBe(false);
  expect(hasHole(holed!.glyphs)).toBe(true);
});

describe('what stands in the way', () => {
  test('a seal beside a value is no part of it, but a number printed in red is one', () => {
    const rows = rowsOf(
      [lineAt(0, 0, 20, '常住人口登记卡'), lineAt(0, 60, 20, '职业'), lineAt(80, 60, 20, '粮农'), { ...lineAt(130, 62, 20, '专'), red: true }, { ...lineAt(80, 120, 20, '330522198803123215'), red: true }, lineAt(0, 120, 20, '公民身份号码'.slice(0, 2)), lineAt(0, 200, 20, '姓名 张三')],
      0,
    ); // prettier-ignore
    expect(fieldsOf('householdPage', rows).occupation).toBe('粮农');
    const permit = rowsOf(
      [lineAt(0, 0, 20, '许可证编号'), { ...lineAt(140, 0, 20, 'JY13301060012345'), red: true }],
      0,
    );
    expect(fieldsOf('foodPermit', permit).permitNumber).toBe('JY13301060012345');
  });

  test('a line that runs through a column from further left is no value of its table', () => {
    const rows = pageOf(
      [90, 90, '京（2017）昆山市不动产权第7533758号'],
      [100, 120, '权利人'], [260, 120, '迪丽娜尔·艾合买提'], [100, 200, '共有情况'], [260, 200, '单独所有'], [100, 280, '坐落'], [260, 280, '昆山市前进路1号'],
    ); // prettier-ignore
    expect(fieldsOf('propertyCertificate', rows).owner).toBe('迪丽娜尔·艾合买提');
  });

  test('a line whose end was not read is noticed by the lines of its column', () => {
    const page = (first: string): Row[] =>
      pageOf(
        [300, 20, '营业执照', 40], [60, 120, '住所'], [200, 120, first], [200, 148, '层751-3室'],
        [60, 200, '经营范围'], [200, 200, '许可项目：食品销售；餐饮服务（依法须经批准的项目，经相'], [200, 228, '关部门批准后方可开展经营活动）'],
      ); // prettier-ignore
    const early = (rows: readonly Row[]): boolean | undefined =>
      extract(templates.businessLicence, rows, today).find(({ field }) => field.name === 'address')?.early;
    expect(early(page('黑龙江省哈尔滨市'))).toBe(true);
    expect(early(page('黑龙江省哈尔滨市道里区玉山镇前进西路人民中段七号甲座'))).toBe(false);
  });
});

describe('leases in the words of others', () => {
  const meanings = (...lines: string[]): Record<string, string | null> =>
    Object.fromEntries(
      extract(templates.lease, pageOf([350, 60, '房屋租赁合同', 40], ...lines.map((line, i) => [100, 150 + i * 40, line] as const)), today).map(({ field, meaning }) => [field.name, meaning.normalised]),
    ); // prettier-ignore

  test('blanks filled in on lines, amounts after a comma, a deposit that is handed over', () => {
    expect(
      meanings(
        '甲方（出租方）：_张三_', '乙方（承租方）：_李四_', '一、甲方将位于_云溪区古墩路12号_的房屋出租给乙方作_商业经营_使用，面积共_126_平方米。',
        '二、租期：从_2025年7月24日_起至_2029年7月23日_止，共计4年。', '三、租金每月_4100_元，大写_肆仟壹佰元整_，先付后用。', '四、乙方向甲方交纳保证金_8200_元。',
      ),
    ).toMatchObject({ lessor: '张三', lessee: '李四', location: '云溪区古墩路12号', purpose: '商业经营', area: '126', term: '2025-07-24/2029-07-23', rent: '410000', deposit: '820000' }); // prettier-ignore
  });

  test('parties with what they are called below, the use of the room, a period with a comma in it', () => {
    expect(
      meanings(
        '出租方（以下简称甲方）：张三', '承租方（以下简称乙方）：云溪某某有限公司', '第一条 租赁期限自2026年11月28日起，至2030年11月27日止。',
        '第三条 房屋用途：该房屋用途为仓储。', '第四条 租金标准：每月￥3,500.00元（人民币叁仟伍佰元整），按6个月支付。', '第五条 押金为人民币7000元整。',
      ),
    ).toMatchObject({ lessor: '张三', lessee: '云溪某某有限公司', term: '2026-11-28/2030-11-27', purpose: '仓储', rent: '350000', deposit: '700000' }); // prettier-ignore
    expect(meanings('甲方：张三', '第四条 租金按6个月支付，押金，月租金3500元。').deposit).toBeNull();
  });
});

describe('labels that were not read whole', () => {
  test('one of two lines beside a value leads to it, and is no part of the value before', () => {
    const rows = pageOf(
      [300, 40, '常住人口登记卡', 36], [700, 100, '户主或与户'], [100, 113, '姓名'], [250, 113, '诸葛刚'], [850, 113, '孙女'], [720, 126, '主关系'],
      [100, 180, '曾用名'], [700, 180, '性别'], [850, 180, '女'],
    ); // prettier-ignore
    expect(fieldsOf('householdPage', rows)).toMatchObject({ name: '诸葛刚', relation: '孙女', sex: '女' });
  });

  test('one that has lost its first letter far away begins with the rest of it', () => {
    const rows = pageOf(
      [300, 40, '健康证明', 40], [300, 150, '名:余婷'], [300, 200, '别:男'], [300, 250, '身份证号:510107198504270618'],
      [300, 300, '从业类别:公共场所'], [300, 350, '发证日期:2025年03月16日'], [300, 400, '有效期至:2026年03月16日'],
    ); // prettier-ignore
    expect(fieldsOf('healthCertificate', rows)).toMatchObject({ name: '余婷', sex: '男', category: '公共场所' });
  });

  const certificate = (location: string, nature: string) =>
    pageOf(
      [300, 40, '浙(2018)云溪区不动产权第0012345号', 24], [100, 100, '权利人'], [300, 100, '陈小满'], [90, 150, '共有情况'], [300, 150, '单独所有'],
      [110, 200, location], [300, 200, '云溪区望溪路8号'], [80, 250, '不动产单元号'], [300, 250, '330199001001GB00012F00010001'],
      [90, 300, '权利类型'], [300, 300, '房屋所有权'], [90, 350, nature], [300, 350, '市场化商品房'], [110, 400, '用途'], [300, 400, '住宅'],
    ); // prettier-ignore

  test('one that was not legible is known by its place between two that were', () => {
    expect(fieldsOf('propertyCertificate', certificate('鸿', '权利性'))).toMatchObject({
      ownership: '单独所有',
      location: '云溪区望溪路8号',
      rightNature: '市场化商品房',
      usage: '住宅',
    });
  });

  test('where more or fewer rows lie between two labels than names are missing, nothing is guessed', () => {
    const rows = pageOf(
      [100, 100, '权利人'], [300, 100, '陈小满'], [110, 130, '鸿'], [300, 130, '其他内容'], [90, 150, '共有情况'], [300, 150, '单独所有'],
      [110, 180, '甲'], [300, 180, '一'], [110, 210, '乙'], [300, 210, '二'], [80, 250, '不动产单元号'], [300, 250, '330199001001GB00012F00010001'],
    ); // prettier-ignore
    expect(fieldsOf('propertyCertificate', rows)).not.toHaveProperty('location');
  });
});
