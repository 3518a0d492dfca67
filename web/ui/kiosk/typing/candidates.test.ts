import { beforeAll, describe, expect, it } from 'vitest';
import { pinyin } from 'pinyin-pro';
import { gzipSync } from 'node:zlib';
import { candidatesFor, spelledOut } from './candidates.ts';
import { readLexicon, type Lexicon } from './lexicon.ts';
import { charactersOfGb2312, wordList } from './word-list.ts';

let list: string;
let lexicon: Lexicon;
beforeAll(() => {
  list = wordList();
  lexicon = readLexicon(list);
});
const texts = (letters: string, most = 10): string[] =>
  candidatesFor(lexicon, letters)
    .slice(0, most)
    .map(({ text }) => text);
/** What somebody gets who always takes the first. */
function firstOf(letters: string): string {
  const [first] = candidatesFor(lexicon, letters);
  return first ? first.text + firstOf(letters.slice(first.used)) : '';
}

describe('candidates', () => {
  it('are whole words first, then what fits only the beginning', () => {
    expect(texts('fangan', 3)).toEqual(['方案', '反感', '方']);
    expect(texts('changshou', 1)).toEqual(['长寿']);
    expect(texts('yingyezhizhao', 2)).toEqual(['营业执照', '营业']);
    expect(candidatesFor(lexicon, 'changshou').find(({ text }) => text === '长')).toMatchObject({ used: 5 });
  });

  it('divide letters in each way, and where a divider says', () => {
    expect(texts('xian')).toEqual(expect.arrayContaining(['先', '西安']));
    expect(texts('xian', 1)).toEqual(['先']);
    expect(texts("xi'an", 1)).toEqual(['西安']);
    // The 感 of 反感 may be divided off, the g of 方案 as well.
    expect(texts("fan'gan", 1)).toEqual(['反感']);
    expect(texts("fang'an", 1)).toEqual(['方案']);
    const [first] = candidatesFor(lexicon, "xi'an");
    expect(first).toMatchObject({ used: 5, ends: [3, 5] });
  });

  it('take a syllable that is only begun', () => {
    expect(texts('xiaom', 60)).toEqual(expect.arrayContaining(['小米', '小麦']));
    expect(texts('shenfenzh', 1)).toEqual(['身份证']);
    expect(texts('x')).toEqual(expect.arrayContaining(['下', '小']));
    expect(texts('m', 3)).toContain('没');
  });

  it('take words by their initials', () => {
    expect(texts('sfz', 1)).toEqual(['身份证']);
    expect(texts('yyzz', 1)).toEqual(['营业执照']);
    expect(texts('zhg', 1)).toEqual(['中国']);
    expect(texts('zg', 1)).toEqual(['中国']);
    expect(texts('chongq', 1)).toEqual(['重庆']);
    expect(texts('xsmg', 60)).toEqual(expect.arrayContaining(['小市民', '小说']));
    expect(texts('tam', 200)).toContain('天安门');
  });

  it('are put together where there is no such word, and the rest can be chosen piece by piece', () => {
    expect(firstOf('changshouqu')).toBe('长寿区');
    expect(firstOf('womenzhuzaizheli')).toMatch(/^我们.{2}这里$/);
    expect(texts('zhongshanlushibahao', 3)).toContain('中山路');
    for (const letters of ['qqq', 'xsmg', 'nver', 'tianqihenhao', 'zzzzzz'])
      expect(firstOf(letters), letters).not.toBe('');
  });

  it('take a word for a place only after the name of one', () => {
    for (const [letters, text] of [
      ['keyishi', '可以是'],
      ['tashilaoshi', '他是老师'],
      ['nihaoshijie', '你好世界'],
      ['zhunbeihao', '准备好'],
      ['changshouqu', '长寿区'],
      ['chongqingshi', '重庆市'],
    ] as const)
      expect(firstOf(letters), letters).toBe(text);
  });

  it('know the papers that people come for', () => {
    expect(['juzhuzheng', 'fangchanzheng', 'chushengzheng', 'canjizheng', 'lihunzheng', 'xueshengzheng'].map((one) => texts(one, 1)[0])).toEqual(['居住证', '房产证', '出生证', '残疾证', '离婚证', '学生证']); // prettier-ignore
  });

  it('know ü as v, and as u where nothing else is meant', () => {
    expect(texts('nver', 1)).toEqual(['女儿']);
    expect(texts('lvshi', 1)).toEqual(['律师']);
    expect(texts('zhanlue', 1)).toEqual(['战略']);
    expect(texts('zhanlve', 1)).toEqual(['战略']);
  });

  it('are read as in the word', () => {
    expect(texts('yinhang', 1)).toEqual(['银行']);
    expect(texts('zhongqing')).not.toContain('重庆');
    expect(texts('di', 3)).not.toContain('的');
    expect(texts('de', 1)).toEqual(['的']);
  });

  it('name no text twice, and what they use is there', () => {
    for (const letters of ['shi', 'xian', 'zhg', 'xiaomianguan', "xi'an'", 'v', "'"]) {
      const all = candidatesFor(lexicon, letters);
      expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
      expect(all.every(({ used }) => used > 0 && used <= letters.length)).toBe(true);
    }
    expect(candidatesFor(lexicon, '')).toEqual([]);
  });

  it('say how the letters are understood', () => {
    const said = (letters: string): string => spelledOut(letters, candidatesFor(lexicon, letters)[0]);
    expect(said('fangan')).toBe('fang an');
    expect(said("xi'an")).toBe('xi an');
    expect(said('xiaomiang')).toBe('xiao mian g');
    expect(said('v')).toBe('v');
  });
});

describe('the list of words', () => {
  it('has every character of GB 2312 under each of its readings, and those of rare names', () => {
    const everyday = charactersOfGb2312();
    expect(everyday.size).toBe(6763);
    const byReading = new Map<string, Set<string>>();
    const lacking: string[] = [];
    for (const character of [...everyday, ...'堃喆珺玥翀垚祎彧赟璟骉翯頔'])
      for (const reading of pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true })) {
        if (!byReading.has(reading))
          byReading.set(reading, new Set(candidatesFor(lexicon, reading).map(({ text }) => text)));
        if (!byReading.get(reading)!.has(character)) lacking.push(`${character} ${reading}`);
      }
    expect(lacking).toEqual([]);
  });

  it('stays small enough for the line of a kiosk', () => {
    expect(gzipSync(list).length).toBeLessThan(400_000);
  });
});
