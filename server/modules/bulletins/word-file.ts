/** A report as a Word file (.docx): the same bytes for the same report, in every process. */
import { unzipSync, zipSync, type Zippable } from 'fflate';
import type { FileChild } from 'docx';
import type { Block, Report } from '#modules/documents';

type Docx = typeof import('docx');

/** Chinese and Latin letters of official papers (GB/T 9704-2012); whoever has none of them sees what their system puts in its place. */
const letters = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };
const heads = { ...letters, eastAsia: '黑体' };
/** Twentieths of a point: the width of A4 between its margins. */
const textWidth = 8_844;
const longestBar = 28;

/** Draws the report. Loaded when it is needed: the library takes a moment of every command. */
export async function wordFile(report: Report): Promise<Uint8Array> {
  const docx = await import('docx');
  const { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } = docx;
  const centred = (text: string, size: number, how: { bold?: boolean; color?: string } = {}) =>
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 120 }, children: [new TextRun({ text, size, font: heads, ...how })] }); // prettier-ignore
  const document = new Document({
    title: `${report.title} ${report.number}`,
    creator: report.issuer,
    lastModifiedBy: report.issuer,
    description: `SHA-256 ${report.hash}`,
    styles: { default: { document: { run: { font: letters, size: 24 } } } },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1_701, bottom: 1_531, left: 1_588, right: 1_474 } } }, // prettier-ignore
        footers: {
          default: new Footer({
            children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] })],
          }),
        }, // prettier-ignore
        children: [
          centred(report.issuer, 40, { bold: true, color: 'C8141D' }),
          centred(report.title, 44, { bold: true }),
          centred(report.subtitle, 24),
          centred(report.asOf, 21, { color: '555555' }),
          ...report.blocks.flatMap((block) => partsOf(docx, block, report.language)),
        ],
      },
    ],
  });
  return settled(new Uint8Array(await Packer.toBuffer(document)), report.at);
}

function partsOf(docx: Docx, block: Block, language: Report['language']): FileChild[] {
  const { Paragraph, TextRun } = docx;
  if ('p' in block) {
    const indent = language === 'zh-CN' ? { indent: { firstLine: 480 } } : {};
    return [new Paragraph({ ...indent, spacing: { line: 400, after: 80 }, children: [new TextRun(block.p)] })];
  }
  if ('heading' in block)
    return [new Paragraph({ keepNext: true, spacing: { before: 240, after: 120 }, children: [new TextRun({ text: block.heading, bold: true, size: 28, font: heads })] })]; // prettier-ignore
  if ('note' in block)
    return [new Paragraph({ spacing: { after: 60 }, children: [new TextRun({ text: block.note, size: 18, color: '444444' })] })]; // prettier-ignore
  if ('bars' in block) {
    const most = Math.max(1, ...block.bars.map(({ value }) => value));
    const rows = block.bars.map(({ label, value, said }) => [label, '█'.repeat(Math.round((value / most) * longestBar)), said]); // prettier-ignore
    return [gridOf(docx, { widths: [3, 10, 3], rows, right: [2], colour: { 1: '2F5F98' } })];
  }
  if ('table' in block) return [gridOf(docx, block.table)];
  if ('pairs' in block) return [gridOf(docx, { widths: [3, 7], rows: block.pairs })];
  return ('list' in block ? block.list : block.sign).map((text) => new Paragraph(text));
}

function gridOf(
  docx: Docx,
  table: {
    head?: readonly string[];
    widths: readonly number[];
    rows: readonly (readonly string[])[];
    right?: readonly number[];
    colour?: Record<number, string>;
  },
) {
  const { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } = docx;
  const all = table.widths.reduce((sum, share) => sum + share, 0);
  const columnWidths = table.widths.map((share) => Math.round((share / all) * textWidth));
  const row = (cells: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map((text, at) => {
        const alignment = head ? AlignmentType.CENTER : table.right?.includes(at) ? AlignmentType.RIGHT : AlignmentType.LEFT;
        const color = table.colour?.[at];
        return new TableCell({
          width: { size: columnWidths[at]!, type: WidthType.DXA },
          margins: { top: 50, bottom: 50, left: 90, right: 90 },
          ...(head ? { shading: { fill: 'F4F4F4' } } : {}),
          children: [new Paragraph({ alignment, children: [new TextRun({ text, size: 19, bold: head, ...(color ? { color } : {}) })] })],
        });
      }),
    }); // prettier-ignore
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths,
    width: { size: textWidth, type: WidthType.DXA },
    rows: [...(table.head ? [row(table.head, true)] : []), ...table.rows.map((cells) => row(cells, false))],
  });
}

/** The library writes the moment of drawing into the file and into its directory: here stands the report's own. */
function settled(file: Uint8Array, at: string): Uint8Array {
  const parts = unzipSync(file);
  const day = at.slice(0, 19);
  const core = new TextDecoder().decode(parts['docProps/core.xml']);
  parts['docProps/core.xml'] = new TextEncoder().encode(core.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z?(?=<)/g, `${day}Z`));
  // The format's epoch, written so that it is the same in every time zone: the directory knows local times alone.
  const mtime = new Date(1980, 0, 1, 0, 0, 0);
  const sorted: Zippable = {};
  for (const name of Object.keys(parts).toSorted()) sorted[name] = [parts[name]!, { mtime, level: 6 }];
  // Readers that look for it first find it first.
  const { '[Content_Types].xml': types, ...others } = sorted;
  return zipSync({ '[Content_Types].xml': types!, ...others });
}
