/** Invented people, companies, places and days: the same for the same seed. */
import { creditCheckDigit, idCheckDigit } from '../../server/modules/people/identity/id-numbers.ts';
import { businessName, chineseName, type Sex } from '../../server/modules/demo/names.ts';
import type { Random } from '#platform/random';

export interface Person {
  name: string;
  sex: '男' | '女';
  ethnicity: string;
  /** YYYY-MM-DD. */
  bornOn: string;
  number: string;
  address: string;
}

export interface Company {
  name: string;
  creditCode: string;
  legalRepresentative: string;
  address: string;
  trade: string;
}

export const two = (n: number): string => String(n).padStart(2, '0');

/** A day between two years. */
export const dayIn = (random: Random, from: number, to: number): string =>
  `${random.whole(from, to)}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`;

/** 2015年03月12日. */
export const longDay = (day: string): string => day.replace(/^(\d+)-(\d+)-(\d+)$/, '$1年$2月$3日');
/** 2015年3月12日. */
export const plainDay = (day: string): string =>
  day.replace(/^(\d+)-(\d+)-(\d+)$/, (_, y, m, d) => `${y}年${Number(m)}月${Number(d)}日`);
export const dottedDay = (day: string): string => day.replaceAll('-', '.');

const figures = '〇一二三四五六七八九';
export const chineseSmall = (n: number): string =>
  n < 10 ? figures[n]! : `${n < 20 ? '' : figures[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : figures[n % 10]}`;
/** 二〇一五年三月十二日. */
export const chineseDay = (day: string): string => {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  return `${[...String(y)].map((digit) => figures[Number(digit)]).join('')}年${chineseSmall(m)}月${chineseSmall(d)}日`;
};
export const yearsLater = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

const capital = '零壹贰叁肆伍陆柒捌玖';
/** A whole number below 100 million in capital figures, as contracts write it. */
export function capitalNumber(n: number): string {
  if (n >= 10_000) {
    const rest = n % 10_000;
    return `${capitalNumber(Math.floor(n / 10_000))}万${rest === 0 ? '' : (rest < 1000 ? '零' : '') + capitalNumber(rest)}`;
  }
  let text = '';
  for (const [unit, name] of [
    [1000, '仟'],
    [100, '佰'],
    [10, '拾'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / unit) % 10;
    if (digit > 0) text += capital[digit]! + name;
    else if (text !== '' && !text.endsWith('零') && n % unit > 0) text += '零';
  }
  return text;
}

const streets = [
  '文二西路',
  '古墩路',
  '莫干山路',
  '云溪大道',
  '望江东路',
  '解放路',
  '秋涛北路',
  '竹海水韵街',
  '人民路',
  '勤丰路',
  '塘苗路',
  '教工路',
];
const places = ['翠苑街道', '三墩镇', '云溪镇', '良渚街道', '文新街道', '古荡街道', '仓前街道', '闲林街道'];
const estates = ['翡翠城', '学院春晓', '香樟公寓', '桂花城', '春江花月', '金色蓝庭', '郁金香岸', '嘉绿苑'];
const provinces: readonly (readonly [string, string])[] = [
  ['330106', '浙江省杭州市西湖区'], ['330110', '浙江省杭州市余杭区'], ['330522', '浙江省湖州市长兴县'], ['340824', '安徽省潜山县'],
  ['410922', '河南省清丰县'], ['362330', '江西省鄱阳县'], ['522401', '贵州省毕节市七星关区'], ['330782', '浙江省义乌市'], ['320582', '江苏省张家港市'],
]; // prettier-ignore

export function homeAddress(random: Random, area: string): string {
  return random.chance(0.6)
    ? `${area}${random.pick(places)}${random.pick(estates)}${random.whole(1, 48)}幢${random.whole(1, 4)}单元${random.whole(1, 25)}0${random.whole(1, 4)}室`
    : `${area}${random.pick(places)}${random.pick(['东', '西', '南', '北', '新'])}${random.pick(['山', '桥', '塘', '湖', '河'])}村${random.whole(1, 18)}组${random.whole(1, 199)}号`;
}

export function person(
  random: Random,
  from = 1955,
  to = 2004,
  sex: Sex = random.chance(0.5) ? 'male' : 'female',
): Person {
  const bornOn = dayIn(random, from, to);
  const [code, area] = random.pick(provinces);
  const order = random.whole(1, 499) * 2 + (sex === 'male' ? 1 : 0);
  const first = `${code}${bornOn.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return {
    name: chineseName(random, sex, Number(bornOn.slice(0, 4))),
    sex: sex === 'male' ? '男' : '女',
    ethnicity: random.chance(0.85) ? '汉' : random.pick(['回', '畲', '土家', '苗', '满', '蒙古', '维吾尔', '布依']),
    bornOn,
    number: first + idCheckDigit(first),
    address: homeAddress(random, area),
  };
}

const creditLetters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
export function creditCode(random: Random, kind: '91' | '92' = '91'): string {
  const organisation = Array.from({ length: 9 }, (_, i) =>
    i === 0 ? 'M' : i === 1 ? 'A' : random.pick([...creditLetters]),
  ).join('');
  const first = `${kind}330${random.pick(['106', '110', '199', '782'])}${organisation}`;
  return first + creditCheckDigit(first);
}

export function company(random: Random): Company {
  let made = businessName(random);
  while (made.kind !== 'company') made = businessName(random);
  return {
    name: made.name.replace('云溪', random.pick(['云溪', '杭州', '浙江', '云溪区'])),
    creditCode: creditCode(random),
    legalRepresentative: person(random).name,
    address: businessAddress(random),
    trade: made.trade,
  };
}

export const businessAddress = (random: Random): string =>
  `浙江省杭州市云溪区${random.pick(places)}${random.pick(streets)}${random.whole(1, 999)}号${random.chance(0.6) ? `${random.whole(1, 12)}幢${random.whole(1, 30)}0${random.whole(1, 9)}室` : ''}`;

/** One digit of a number made another one, so that its check digit does not fit. */
export function altered(random: Random, number: string): string {
  const places = [...number].flatMap((letter, i) => (/\d/.test(letter) && i >= 6 ? [i] : []));
  const at = random.pick(places);
  const other = (Number(number[at]) + random.whole(1, 9)) % 10;
  return number.slice(0, at) + other + number.slice(at + 1);
}
