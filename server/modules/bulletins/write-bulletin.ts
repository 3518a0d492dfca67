/** A bulletin as blocks: the same for PDF and Word. Pure; nothing is read but the edition. */
import type { Block, Report } from '#modules/documents';
import { valueOf, type BulletinData, type BulletinRow, type Language } from './bulletin.ts';
import { sayAsOf, sayMonth, sayMove, sayMoved, sayParts, sayValue, summaryOf } from './sentences.ts';

/** What is drawn: an edition as it was stored. */
export interface Edition {
  month: string;
  edition: number;
  asOf: string;
  templateVersion: number;
  data: BulletinData;
  hash: string;
}

/** The template of new editions. Older ones stay, so that what bears them can be drawn again. */
export const templateVersion = 3;

const words = {
  'zh-CN': {
    title: '政务服务运行月报',
    edition: (n: number) => `第${n}版`,
    summary: '一、总体情况',
    figures: '二、主要指标',
    months: '三、近十二个月收件量',
    departments: '四、各部门情况',
    towns: '五、各网点所属镇街及大厅情况',
    items: '六、收件最多的事项',
    changes: '七、与上一版的差异',
    definitions: '附：指标口径',
    figureHead: ['指标', '本月', '分子/分母', '上月', '较上月', '上年同月'],
    rowHead: ['名称', '收件', '办结', '网办率', '时限内办结率', '平均跑动'],
    changeHead: ['指标', '上一版', '本版'],
    noChange: '各项月度指标与上一版一致。',
    partial: (to: string) => `本月尚未结束，月度数据计至${to}。`,
    none: '无。',
  },
  en: {
    title: 'Monthly Bulletin of Public Services',
    edition: (n: number) => `Edition ${n}`,
    summary: '1. Summary',
    figures: '2. Figures',
    months: '3. Cases received, twelve months',
    departments: '4. By department',
    towns: '5. By town and hall',
    items: '6. Items with the most cases',
    changes: '7. What the edition before said otherwise',
    definitions: 'Definitions',
    figureHead: ['Figure', 'Month', 'Of', 'Month before', 'Change', 'Year before'],
    rowHead: ['Name', 'Received', 'Closed', 'Online', 'In time', 'Visits'],
    changeHead: ['Figure', 'Before', 'Now'],
    noChange: 'All figures of the month are as in the edition before.',
    partial: (to: string) => `The month is not over: its figures are up to ${to}.`,
    none: 'None.',
  },
} as const;

const share = { kind: 'share', unit: null } as const;
const visits = { kind: 'average', unit: 'visit' } as const;
const count = { kind: 'count', unit: null } as const;

const rowCells = (row: BulletinRow, language: Language): string[] => [
  row.name[language],
  sayParts({ numerator: row.received, denominator: null }),
  sayParts({ numerator: row.closed, denominator: null }),
  sayValue(share, { numerator: row.online, denominator: row.received }, language),
  sayValue(share, { numerator: row.inTime, denominator: row.decided }, language),
  sayValue(visits, { numerator: row.visits, denominator: row.closed }, language),
];

function rowsBlock(rows: readonly BulletinRow[], language: Language): Block {
  const say = words[language];
  if (rows.length === 0) return { p: say.none };
  return {
    table: {
      head: say.rowHead,
      widths: [7, 2.4, 2.4, 2.6, 3.2, 2.6],
      rows: rows.map((row) => rowCells(row, language)),
      right: [1, 2, 3, 4, 5],
    },
  };
}

/** The bulletin in a language, to be drawn. */
export function writeBulletin(
  { month, edition, asOf, data, hash, templateVersion: template }: Edition,
  language: Language,
): Report {
  const say = words[language];
  const at = sayAsOf(asOf, language);
  // The column says since when; the first template said it again in each line.
  const moved = (figure: BulletinData['figures'][number]): string =>
    template === 1 ? sayMove(figure, 'before', language) : sayMoved(figure, 'before', language);
  const blocks: Block[] = [{ heading: say.summary }];
  for (const p of summaryOf(month, data, at, language, template)) blocks.push({ p });
  if (data.partial) blocks.push({ note: say.partial(data.to) });
  blocks.push(
    { heading: say.figures },
    {
      table: {
        head: say.figureHead,
        widths: template === 1 ? [5, 2.8, 3.2, 2.8, 4.2, 2.8] : [4.8, 3, 3, 3, 3.6, 3],
        rows: data.figures.map((figure) => [
          figure.name[language],
          sayValue(figure, figure.here, language),
          figure.kind === 'count' ? '–' : sayParts(figure.here),
          figure.before ? sayValue(figure, figure.before, language) : '–',
          figure.before && valueOf(figure.kind, figure.here) !== null ? moved(figure) : '–',
          figure.yearAgo ? sayValue(figure, figure.yearAgo, language) : '–',
        ]),
        right: template === 1 ? [1, 2, 3, 5] : [1, 2, 3, 4, 5],
      },
    },
    template === 1 ? { heading: say.months } : { heading: say.months, whole: true },
    {
      bars: data.months.map(({ month: each, received }) => ({
        label: each,
        value: received,
        said: sayValue(count, { numerator: received, denominator: null }, language),
      })),
    },
  );
  if (data.byDepartment.length > 1) blocks.push({ heading: say.departments }, rowsBlock(data.byDepartment, language));
  blocks.push({ heading: say.towns }, rowsBlock(data.byTown, language));
  blocks.push({ heading: say.items }, rowsBlock(data.byItem, language));
  if (data.changes) {
    blocks.push({ heading: say.changes });
    blocks.push(
      data.changes.length === 0
        ? { p: say.noChange }
        : {
            table: {
              head: say.changeHead,
              widths: [6, 4, 4],
              rows: data.changes.map(({ name, before, here }) => [name[language], sayParts(before), sayParts(here)]),
              right: [1, 2],
            },
          },
    );
  }
  blocks.push({ heading: say.definitions });
  const colon = template === 1 || language === 'zh-CN' ? '：' : ': ';
  for (const { name, definition } of data.figures)
    blocks.push({ note: `${name[language]}${colon}${definition[language]}` });
  return {
    title: say.title,
    subtitle: `${data.scope[language]} · ${sayMonth(month, language)} · ${say.edition(edition)}`,
    number: `${month}-${edition}`,
    issuer: data.issuer[language],
    asOf: language === 'zh-CN' ? `数据截至${at}` : `As of ${at}`,
    blocks,
    at: asOf,
    hash,
    language,
  };
}
