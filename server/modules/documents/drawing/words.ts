/** Turns of phrase that many documents share. No I/O. */
import type { CitedLaw, Matter, Remedies } from '../data.ts';
import type { Block } from './paper.ts';

const licensingLaw = '《中华人民共和国行政许可法》';

/** 依照…的规定，— nothing for an item without a licensing procedure, to which the law does not apply. */
export const byLaw = (matter: Matter, article: string): string =>
  matter.licensing === false ? '' : `依照${licensingLaw}${article}的规定，`;

/** 《食品安全法》第三十五条、《食品经营许可和备案管理办法》第九条 */
export const cite = (basis: readonly CitedLaw[]): string =>
  basis.map(({ law, article }) => `${/^[《〈]/.test(law) ? law : `《${law}》`}${sayArticle(article ?? '')}`).join('、');

/** Articles come as digits, as a number in words, or whole. */
function sayArticle(article: string): string {
  if (article === '' || article.startsWith('第')) return article;
  const [, number, rest] = /^(\d+)(.*)$/.exec(article) ?? [];
  return number === undefined ? `第${article}条` : `第${sayNumber(Number(number))}条${rest}`;
}

/** Numbers up to 999 as laws write them: 32 → 三十二, 110 → 一百一十. */
export function sayNumber(value: number): string {
  const digits = '零一二三四五六七八九';
  const hundreds = Math.trunc(value / 100);
  const tens = Math.trunc((value % 100) / 10);
  const ones = value % 10;
  let text = hundreds > 0 ? `${digits[hundreds]}百` : '';
  if (tens > 0) text += `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十`;
  else if (hundreds > 0 && ones > 0) text += '零';
  return text + (ones > 0 || value === 0 ? digits[ones] : '');
}

export const matterOf = (matter: Matter): string => `“${matter.itemName}”`;

/** 行政复议法 art. 20, 行政诉讼法 art. 46: said in every act that can be turned against (行政许可法 art. 38). */
export const remedies = (asked: Partial<Remedies>, act: string): Block[] =>
  asked.reviewBody && asked.court
    ? [
        {
          p: `如不服${act}，可以自收到本文书之日起六十日内，依照《中华人民共和国行政复议法》第二十条的规定向${asked.reviewBody}申请行政复议；也可以自收到本文书之日起六个月内，依照《中华人民共和国行政诉讼法》第四十六条的规定向${asked.court}提起行政诉讼。`,
        },
      ]
    : [];

export const provisionalNote = (provisional: boolean | undefined): Block[] =>
  provisional ? [{ note: '上述期限跨入尚未公布放假安排的年度，为暂定日期；放假安排公布后如有变动，将另行告知。' }] : [];

/** Reasons as a paragraph when there is one, as a list when there are several. */
export const reasons = (given: readonly string[], opening: string): Block[] =>
  given.length === 1
    ? [{ p: `${opening}${endSentence(given[0]!)}` }]
    : [{ p: opening.replace(/[：，]?$/, '：') }, { list: given.map(endSentence) }];

export const endSentence = (text: string): string =>
  /[。！？.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`;

/** The rows that say whose matter it is. */
export function aboutMatter(matter: Matter): [string, string][] {
  const rows: [string, string | undefined][] = [
    ['事项名称', matter.itemName],
    ['事项编码', matter.itemCode],
    ['办件编号', matter.caseNumber],
    ['申请人', matter.recipientName],
    [matter.recipientIdKind ?? '证件号码', matter.recipientIdText],
    ['代理人', matter.agentName],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '');
}
