/** What people type, against a small catalogue: sayings, sounds, misspellings, English, actions, many items. */
import { expect, test } from 'vitest';
import { plainItem } from '../items/plain-item.ts';
import { ItemIndex } from './index-of-items.ts';
import { meantBy } from './meant.ts';
import { rank } from './rank.ts';
import { normalise } from './text.ts';
import { groups, sayings } from './thesaurus/sayings.ts';
import { splitSyllables } from './typed-pinyin.ts';

const index = new ItemIndex();
const put = (
  code: string,
  name: string,
  more: { plainName?: string; plainNameEn?: string; synonyms?: string[] } = {},
) =>
  index.put({
    itemId: code,
    code,
    departmentName: '',
    departmentNameEn: '',
    topicNames: [],
    body: { ...plainItem(name, { materials: [] }), ...more },
  });
put('birth', '出生登记', { plainName: '孩子上户口', plainNameEn: 'Register a birth' });
put('death', '死亡登记（户口注销）');
put('food', '食品经营许可（新办）', { plainName: '开饭店', plainNameEn: 'Open a restaurant' });
put('food-change', '食品经营许可变更、延续、注销', { plainName: '食品经营许可证到期、变更' });
put('fund', '住房公积金提取', { plainName: '提取公积金' });
put('unemployed', '失业保险金申领', { plainName: '领失业金' });
put('elder', '高龄津贴给付', { plainName: '领高龄老人津贴' });
put('licence', '机动车驾驶证有效期满换证', { plainName: '驾照到期换证' });
put('tax', '税务注销');
put('vet', '动物诊疗许可', { plainName: '开宠物医院', plainNameEn: 'Open a veterinary clinic' });
put('clinic', '医疗机构执业登记', { plainName: '开诊所、门诊部、医院', plainNameEn: 'Open a clinic or hospital' });
put('lift', '既有住宅加装电梯联合审查', { plainName: '老小区装电梯' });
put('trader', '个体工商户设立登记', { plainName: '办个体户执照' });
put('refund', '医疗费用手工（零星）报销', { plainName: '报销医药费' });
put('complaint', '消费投诉调解', { plainName: '投诉商家' });
put('invoice', '发票票种核定及领用', { plainName: '领发票' });
put('files', '民生档案查询利用', { plainName: '查档案' });
const first = (request: string): string | undefined => rank(index, request)[0]?.item.code;

test.each([
  ['我想开一家奶茶店要办什么手续', 'food'],
  ['饭店搬地方了许可证怎么换', 'food-change'],
  ['爷爷去世了户口怎么办', 'death'],
  ['老人高龄补贴', 'elder'],
  ['我被公司裁掉了', 'unemployed'],
  ['換駕照', 'licence'],
  ['駕駛證 到期', 'licence'],
  ['kai fan dian', 'food'],
  ['gongjijin tiqu', 'fund'],
  ['danganchaxun', 'files'],
  ['gjj', 'fund'],
  ['公几金', 'fund'],
  ['失业今', 'unemployed'],
  ['how do I open a small cafe', 'food'],
  ['register my newborn', 'birth'],
  ['公司不开了税怎么清', 'tax'],
  ['install elevator old building', 'lift'],
  ['pet hospital', 'vet'],
  ['medical bills refund', 'refund'],
])('%s', (request, code) => expect(first(request)).toBe(code));

test('nothing is found for what no item is about, and odd input does no harm', () => {
  expect(rank(index, 'qqqqqq zzzz')).toEqual([]);
  for (const odd of ['', ' ', '？？', '%_\\', '(((', '𠮷', '我'.repeat(500), 'a'.repeat(500), '\u0000'])
    rank(index, odd);
});

test('an item is found by its code, and by a piece of it that is long enough', () => {
  put('11330199MB00000191-330101001000', '出生医学登记');
  for (const typed of [
    '11330199mb00000191-330101001000',
    '330101001000',
    ' MB00000191-3301 ',
    '３３０１０１００１０００',
  ])
    expect(first(typed), typed).toBe('11330199MB00000191-330101001000');
  expect(rank(index, '33010')).toEqual([]);
  index.remove('11330199MB00000191-330101001000');
});

test('what shares no more than a character with a request is no answer to it; a single character is enough alone', () => {
  for (const request of ['核酸', 'qwertyuiop', '今天吃什么', '股票会涨吗'])
    expect(
      rank(index, request).map(({ item }) => item.code),
      request,
    ).toEqual([]);
  expect(first('税')).toBe('tax');
  expect(first('税怎么办')).toBe('tax');
});

test('an item that was taken out is found no more; the best come in order', () => {
  put('gone', '驴友登记');
  expect(first('驴友登记')).toBe('gone');
  index.remove('gone');
  expect(rank(index, '驴友登记').map(({ item }) => item.code)).not.toContain('gone');
  const scores = rank(index, '食品经营许可', 3).map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(rank(index, '许可', 1)).toHaveLength(1);
});

test('letters are cut into syllables, in every way that they can be', () => {
  expect(splitSyllables('xian')).toEqual([['xian'], ['xi', 'an']]);
  expect(splitSyllables('danganchaxun')).toContainEqual(['dang', 'an', 'cha', 'xun']);
  expect(splitSyllables('gjj')).toEqual([]);
  expect(splitSyllables('fangchanguohu')[0]).toEqual(['fang', 'chan', 'guo', 'hu']);
});

test('each saying is a pattern that can be met, in the characters and letters of requests', () => {
  for (const line of sayings.filter(Boolean)) {
    expect(line.split(' => '), line).toHaveLength(2);
    for (const [, name] of line.matchAll(/\{([a-z]+)\}/g)) expect(groups, line).toHaveProperty(name!);
  }
  expect(meantBy(normalise('奶奶走了戶口怎麼銷')).map(({ official }) => official)).toContain('死亡登记 注销户口');
  expect(meantBy('你好')).toEqual([]);
  expect(meantBy('stall').length).toBeGreaterThan(0);
  expect(meantBy('install')).toEqual([]);
});
