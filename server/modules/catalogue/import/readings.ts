/** Words in the cells of lists, in Chinese and English, as values of an item. Pure; undefined: it says nothing known. */
import type { ItemBody, Limit } from '../item.ts';

/** Kinds by the numbers of the national catalogue, which lists carry as task_type. */
const kindOfNumber: Record<number, ItemBody['kind']> = {
  1: 'licence',
  2: 'penalty',
  3: 'otherPower', // 行政强制
  4: 'levy',
  5: 'payment',
  6: 'otherPower', // 行政检查
  7: 'confirmation',
  8: 'reward',
  9: 'ruling',
  10: 'otherPower',
  20: 'publicService',
};
const kindWords: [RegExp, ItemBody['kind']][] = [
  [/行政许可|licen[cs]|permit|authori[sz]ation/i, 'licence'],
  [/行政确认|confirmation|recognition|certification/i, 'confirmation'],
  [/行政给付|payment|benefit|grant|subsid|allowance/i, 'payment'],
  [/行政奖励|reward|award/i, 'reward'],
  [/行政裁决|ruling|adjudication/i, 'ruling'],
  [/行政征收|levy|tax/i, 'levy'],
  [/行政处罚|penalt|sanction/i, 'penalty'],
  [
    /其他(行政权力|职权|类)|其它|行政备案|行政检查|行政强制|otherpower|other power|registration|filing|inspection/i,
    'otherPower',
  ],
  [/公共服务|便民服务|publicservice|public service|information|service/i, 'publicService'],
];

export function readKind(text: string): ItemBody['kind'] | undefined {
  if (/^\d{1,2}(\.0+)?$/.test(text)) return kindOfNumber[Number(text)];
  return kindWords.find(([pattern]) => pattern.test(text))?.[1];
}

const levelWords: [RegExp, ItemBody['level']][] = [
  [/国家|部级|national|federal|state/i, 'state'],
  [/省|自治区|province|provincial|regional/i, 'province'],
  [/市级|设区|地市|^市$|city/i, 'city'],
  [/区|县|district|county|municipal/i, 'district'],
  [/乡|镇|街道|town/i, 'town'],
  [/村|社区|village|community/i, 'village'],
];
export const readLevel = (text: string): ItemBody['level'] | undefined =>
  levelWords.find(([pattern]) => pattern.test(text))?.[1];

const digits = '零一二三四五六七八九';
/** 二十 -> 20, 十五 -> 15, 一百二十 -> 120. */
export function readNumber(text: string): number | undefined {
  if (/^\d+(\.0+)?$/.test(text)) return Number(text);
  const found = /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
    text.replace('两', '二'),
  );
  if (!found || text === '') return undefined;
  const [, hundreds, tens, ten, ones] = found;
  const one = (digit: string | undefined): number => (digit ? digits.indexOf(digit) : 0);
  return one(hundreds) * 100 + (ten ? (tens ? one(tens) : 1) * 10 : 0) + one(ones);
}

/**
 * 20个工作日, 三十日, 1个月, 20, "4-6 weeks", 当场办结. A bare number is working days, as lists mean it; a month is 30 calendar
 * days, a year 365. Of a range the longer end is the limit. Licensing law counts 日 as working days (art. 82), so 日 alone is one.
 */
export function readLimit(raw: string): Limit | undefined {
  const text = raw
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/半年/, '6个月')
    .replace(/半个?月/, '15自然日')
    .replace(/^p(\d+)d$/, '$1 days');
  if (/当场|即时|即办|随到随办|立等|immediate|instant|same[- ]day|on the spot|while you wait/.test(text))
    return { value: 0, unit: 'workingDay' };
  const found =
    /(?:(?:\d+|[一二两三四五六七八九十百]+)\s*(?:-|–|~|至|到|to)\s*)?(\d+(?:\.0+)?|[一二两三四五六七八九十百零]+)\s*(?:个|\(|（)?\s*(工作日|自然日|日历日|日|天|个月|月|年|周|星期|小时|分钟|working days?|business days?|calendar days?|days?|weeks?|wks?|months?|mths?|years?|hours?|hrs?|min(?:ute)?s?)?/.exec(
      text,
    );
  const number = found ? readNumber(found[1]!) : undefined;
  if (!found || number === undefined) return undefined;
  const unit = found[2] ?? '工作日';
  // Nothing but the limit may stand there: "第20条" is none.
  const rest = text
    .replace(found[0], '')
    .replace(
      /法定|承诺|办结|受理|之日起|自|时限|期限|内|以内|within|up to|max(imum)?|approx\.?|about|from|receipt|of|application|the|一个|个|不超过|[()（）:：、，。,.; ≤<=-]/g,
      '',
    );
  if (rest.length > 12 || (found[2] === undefined && rest !== '')) return undefined;
  const limit = (value: number, of: Limit['unit']): Limit | undefined =>
    value <= 400 ? { value, unit: of } : undefined;
  if (/分钟|min/.test(unit)) return limit(Math.max(1, Math.ceil(number / 480)), 'workingDay');
  if (/小时|hour|hr/.test(unit)) return limit(Math.ceil(number / 8), 'workingDay');
  if (/年|year/.test(unit)) return limit(number * 365, 'calendarDay');
  if (/月|month|mth/.test(unit)) return limit(number * 30, 'calendarDay');
  if (/周|星期|week|wk/.test(unit)) return limit(number * 7, 'calendarDay');
  return limit(number, /自然|日历|calendar/.test(unit) ? 'calendarDay' : 'workingDay');
}

/** 即办件 or 承诺件. */
export function readImmediate(text: string): boolean | undefined {
  if (/即办|即时|当场|^(是|yes|true|1|y)$|immediate/i.test(text)) return true;
  return /承诺|上报|转报|^(否|no|false|0|n)$|promised|standard/i.test(text) ? false : undefined;
}

export function readVisits(text: string): number | undefined {
  const found = /^(?:最多)?(?:跑)?\s*(\d|[零一二三四五六七八九])\s*次?$/.exec(text);
  if (!found) return /零跑|不用跑|不见面|全程网办/.test(text) ? 0 : undefined;
  return readNumber(found[1]!) ?? 0;
}

export function readApplicants(text: string): ItemBody['applicants'] | undefined {
  const person = /自然人|个人|公民|居民|person|individual|citizen|resident|people/i.test(text);
  const organisation =
    /法人|企业|组织|单位|机构|个体|organi[sz]ation|business|company|compan|employer|ngo|corporate/i.test(text);
  if (!person && !organisation) return undefined;
  return [...(person ? (['person'] as const) : []), ...(organisation ? (['organisation'] as const) : [])];
}

/**
 * A row that says something of other rows: 合计, 共 20 项, or 一、公安局（2项） above the items of an office. Everything else in it is
 * empty; beside a sum there may be numbers. Takes the texts of the cells; a merged cell repeats its own.
 */
export function isSummary(cells: readonly string[]): boolean {
  const texts = [
    ...new Set(cells.filter((text) => text !== '').map((text) => text.normalize('NFKC').replace(/\s+/g, ''))),
  ];
  const [first = '', ...others] = texts;
  if (/^(?:合计|总计|小计|共计)[::]?(?:共?\d+[项条件个]?)?$/.test(first))
    return others.every((text) => /^共?\d+[项条件个]?$/.test(text));
  return (
    others.length === 0 &&
    /^(?:共(?:计|有)?\d+[项条件个]|\(?[一二三四五六七八九十百]+(?:\)|[、.,])、?.+\(共?\d+[项条件个]\))$/.test(first)
  );
}
