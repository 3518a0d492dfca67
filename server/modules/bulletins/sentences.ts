/** The sentences of a bulletin, made from its figures. Once an edition bears a version of the template, that version is never changed. */
import { sayTime } from '#modules/documents';
import { valueOf, type BulletinData, type BulletinFigure, type Language, type Measured } from './bulletin.ts';

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const fixed = (value: number, places: number): string => value.toFixed(places);

/** A value as it stands in a table: 1,204, 98.4%, 3.2个工作日. */
export function sayValue(
  figure: Pick<BulletinFigure, 'kind' | 'unit'>,
  measured: Measured | null,
  language: Language,
): string {
  const value = valueOf(figure.kind, measured);
  const zh = language === 'zh-CN';
  if (value === null) return zh ? '无' : 'none';
  if (figure.kind === 'share') return `${fixed(value * 100, 1)}%`;
  if (figure.unit === 'visit') return `${fixed(value, 2)}${zh ? '次' : ''}`;
  if (figure.kind === 'average') return `${fixed(value, 1)}${zh ? '个工作日' : ' working days'}`;
  return `${grouped(value)}${zh ? '件' : ''}`;
}

/** Numerator and denominator as they stand beside a value. */
export const sayParts = ({ numerator, denominator }: Measured): string =>
  denominator === null ? grouped(numerator) : `${grouped(numerator)}/${grouped(denominator)}`;

/** By how much a figure has moved; null where nothing can be compared. Shares move by points, averages by themselves, counts by per cent. */
function moveOf(figure: BulletinFigure, than: 'before' | 'yearAgo', language: Language) {
  const zh = language === 'zh-CN';
  const [here, there] = [valueOf(figure.kind, figure.here), valueOf(figure.kind, figure[than])];
  if (here === null || there === null || (figure.kind === 'count' && there === 0)) return null;
  const by =
    figure.kind === 'share'
      ? { size: fixed(Math.abs(here - there) * 100, 1), unit: zh ? '个百分点' : ' points' }
      : figure.unit === 'visit'
        ? { size: fixed(Math.abs(here - there), 2), unit: zh ? '次' : '' }
        : figure.kind === 'average'
          ? { size: fixed(Math.abs(here - there), 1), unit: zh ? '个工作日' : ' working days' }
          : { size: fixed((Math.abs(here - there) / there) * 100, 1), unit: '%' };
  // What rounds to nothing has not moved, as far as the reader can see.
  return { size: by.size, unit: by.unit, same: Number(by.size) === 0, up: here > there };
}

/** How a figure has moved, in a sentence: 较上月上升3.2%. */
export function sayMove(figure: BulletinFigure, than: 'before' | 'yearAgo', language: Language): string {
  const zh = language === 'zh-CN';
  const when = { before: zh ? '上月' : 'the month before', yearAgo: zh ? '上年同月' : 'the year before' }[than];
  const move = moveOf(figure, than, language);
  if (!move) return zh ? `${when}无可比数据` : `nothing to compare in ${when}`;
  const { size, unit, same, up } = move;
  if (same) return zh ? `与${when}持平` : `the same as in ${when}`;
  return zh ? `较${when}${up ? '上升' : '下降'}${size}${unit}` : `${size}${unit} ${up ? 'above' : 'below'} ${when}`;
}

/** The same for a column that says since when: 上升3.2%. */
export function sayMoved(figure: BulletinFigure, than: 'before' | 'yearAgo', language: Language): string {
  const move = moveOf(figure, than, language);
  if (!move) return '–';
  const { size, unit, same, up } = move;
  if (language === 'zh-CN') return same ? '持平' : `${up ? '上升' : '下降'}${size}${unit}`;
  return same ? 'same' : `${up ? '+' : '−'}${size}${unit.replace(' working days', ' days')}`;
}

export const sayMonth = (month: string, language: Language): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return language === 'zh-CN'
    ? `${year}年${number}月`
    : `${['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][number - 1]} ${year}`;
};

/** The instant of the making in the time of Asia/Shanghai. */
export const sayAsOf = (asOf: string, language: Language): string =>
  language === 'zh-CN'
    ? sayTime(asOf)
    : new Date(Date.parse(asOf) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** Which figures make a paragraph together. */
const paragraphs = {
  volume: ['received', 'accepted', 'closed'],
  time: ['onTime', 'keptPromise', 'compression', 'usedOfPromise'],
  ease: ['online', 'intake', 'visits', 'sparedMaterials', 'rated'],
} as const;

/**
 * What is said of open cases and late ones, by a version of the template. The first spoke of the whole month when nothing was late, of which neither
 * number says all; the second said "overdue", which on other pages begins with the promised day; since the third it is the limit of the law.
 */
function sayLate(template: number, asOf: string, counts: string[], none: boolean, language: Language): string {
  const [open, overdue, late] = counts;
  const law = template > 2;
  if (language === 'en') {
    const nothing =
      template === 1
        ? 'No case was overdue.'
        : `None is ${law ? 'past the limit of the law' : 'overdue'} now, and none was decided late within the month.`;
    return `As of ${asOf}: ${open} cases open, ${overdue} of them ${law ? 'past the limit of the law' : 'overdue'}; ${late} decided ${law ? 'after it' : 'late'} within the month. ${none ? nothing : 'The departments concerned are asked to find out why, case by case, and to put it right.'}`;
  }
  const [now, done] = law ? ['超法定期限在办', '超法定期限办结'] : ['超期在办', '超期办结'];
  const nothing = template === 1 ? '全月无超期办件。' : `目前没有${now}件，本月没有${done}件。`;
  return `截至${asOf}，在办${open}件，其中${now}${overdue}件；本月${done}${late}件。${none ? nothing : '请有关部门逐件查明原因并整改。'}`;
}

/** The summary by a version of the template: a paragraph each for volume, time, ease, and what is open. */
export function summaryOf(
  month: string,
  data: BulletinData,
  asOf: string,
  language: Language,
  template: number,
): string[] {
  const zh = language === 'zh-CN';
  const byId = new Map(data.figures.map((figure) => [figure.id, figure]));
  const clause = (id: string): string[] => {
    const figure = byId.get(id);
    if (!figure || valueOf(figure.kind, figure.here) === null) return [];
    const value = sayValue(figure, figure.here, language);
    const moves = [sayMove(figure, 'before', language), sayMove(figure, 'yearAgo', language)];
    const parts = figure.kind === 'count' ? '' : zh ? `（${sayParts(figure.here)}）` : ` (${sayParts(figure.here)})`;
    return [
      zh
        ? `${figure.name['zh-CN']}${value}${parts}，${moves.join('，')}`
        : `${figure.name.en}: ${value}${parts}, ${moves.join(', ')}`,
    ];
  };
  const lines = Object.values(paragraphs).flatMap((ids, at) => {
    const clauses = ids.flatMap(clause);
    if (clauses.length === 0) return [];
    const begin =
      at > 0
        ? ''
        : zh
          ? `${sayMonth(month, language)}，${data.scope['zh-CN']}`
          : `${data.scope.en}, ${sayMonth(month, language)}. `;
    return [zh ? `${begin}${clauses.join('；')}。` : `${begin}${clauses.join('; ')}.`];
  });
  const counts = ['open', 'overdue', 'late'].map((id) => byId.get(id)?.here.numerator ?? 0);
  lines.push(sayLate(template, asOf, counts.map(grouped), counts[1]! + counts[2]! === 0, language));
  return lines;
}
