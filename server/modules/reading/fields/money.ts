/** Amounts as papers print them: 壹佰万元整, 100万元人民币, ￥3,500.00元. In whole fen. Pure. */

const figures = new Map<string, number>();
for (const row of ['零壹贰叁肆伍陆柒捌玖', '〇一二三四五六七八九'])
  for (const [i, letter] of [...row].entries()) figures.set(letter, i);
figures.set('两', 2).set('貳', 2).set('陸', 6).set('○', 0);
const units = new Map([['拾', 10], ['十', 10], ['佰', 100], ['百', 100], ['仟', 1000], ['千', 1000]]); // prettier-ignore

/** A whole number in Chinese figures (壹佰贰拾万); undefined for anything else. */
export function chineseNumber(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let figure: number | undefined;
  for (const letter of text) {
    const value = figures.get(letter);
    const unit = units.get(letter);
    if (value !== undefined) figure = value;
    else if (unit !== undefined) {
      section += (figure ?? 1) * unit;
      figure = undefined;
    } else if (letter === '万' || letter === '亿') {
      total = (total + section + (figure ?? 0)) * (letter === '万' ? 10_000 : 100_000_000);
      section = 0;
      figure = undefined;
    } else return undefined;
  }
  return text === '' ? undefined : total + section + (figure ?? 0);
}

/** Fen; undefined when it cannot be told. A text that holds an amount in both ways must hold the same one. */
export function fenIn(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,,]/g, '');
  const inFigures = /(\d+(?:\.\d{1,6})?)(亿|万)?(?:元|圆)?/.exec(plain);
  const inWords = /(?<![\d.])((?=[^拾佰仟万亿十百千])[零壹贰貳叁肆伍陆陸柒捌玖拾佰仟万亿〇○一二三四五六七八九十百千两]+)[元圆](?:([零壹贰叁肆伍陆柒捌玖一二三四五六七八九])角)?(?:([零壹贰叁肆伍陆柒捌玖一二三四五六七八九])分)?/.exec(plain); // prettier-ignore
  const factor = inFigures?.[2] === '亿' ? 1e8 : inFigures?.[2] === '万' ? 1e4 : 1;
  const first = inFigures ? Math.round(Number(inFigures[1]) * factor * 100) : undefined;
  const whole = inWords ? chineseNumber(inWords[1]!) : undefined;
  const second =
    whole === undefined
      ? undefined
      : whole * 100 + (figures.get(inWords![2] ?? '') ?? 0) * 10 + (figures.get(inWords![3] ?? '') ?? 0);
  if (first !== undefined && second !== undefined && first !== second) return undefined;
  return first ?? second;
}
