/** Draws a report of several pages: a red head, what it is about, and its parts. It decides nothing, so it has no seal. */
import { a4, collect, infoOf, newSheet, numberPages } from './a4.ts';
import { Blocks } from './blocks.ts';
import { headRed } from './fonts.ts';
import type { Block } from './paper.ts';

/** All that is drawn; the same report is the same bytes. */
export interface Report {
  title: string;
  /** Whose, of when, which edition. */
  subtitle: string;
  number: string;
  issuer: string;
  /** 数据截至…… */
  asOf: string;
  blocks: readonly Block[];
  /** ISO 8601; the file bears this time. */
  at: string;
  /** SHA-256 over the data from which it was made. */
  hash: string;
  language: 'zh-CN' | 'en';
}

/** In a Chinese font the curly apostrophe is as wide as a character, which tears English words apart: there it is drawn straight. */
const drawable = (report: Report): Report =>
  report.language === 'en' ? (JSON.parse(JSON.stringify(report).replaceAll('’', "'")) as Report) : report;

/** Draws the report and returns the PDF. */
export function drawReport(asked: Report): Promise<Uint8Array> {
  const report = drawable(asked);
  const { margin, width, bottom } = a4;
  const doc = newSheet(infoOf(report, new Date(report.at), report.hash));
  const center = { width, align: 'center' as const };
  const line = (text: string, font: 'regular' | 'bold', size: number, colour: string, gap: number): void => {
    doc
      .font(font)
      .fontSize(size)
      .fillColor(colour)
      .text(text, margin.left, doc.y + gap, center);
  };
  doc.y = margin.top - 20;
  line(report.issuer, 'bold', [...report.issuer].length > 24 ? 16 : 22, headRed, 0);
  const rule = doc.y + 6;
  doc
    .lineWidth(1.6)
    .moveTo(margin.left, rule)
    .lineTo(margin.left + width, rule)
    .stroke(headRed);
  line(report.title, 'bold', 19, '#000', 20);
  line(report.subtitle, 'regular', 11.5, '#000', 4);
  line(report.asOf, 'regular', 9.5, '#555', 4);
  doc.y += 10;
  const blocks = new Blocks(doc, { left: margin.left, width, bottom, size: 11.5, pitch: 19, noteShare: 0.76 });
  for (const [at, block] of report.blocks.entries()) {
    const next = report.blocks[at + 1];
    if ('heading' in block && block.whole && next) blocks.need(blocks.heightOf(block) + blocks.heightOf(next) + 19);
    blocks.draw(block);
  }
  const done = collect(doc);
  numberPages(doc, { ...report, copies: `SHA-256 ${report.hash}` });
  doc.end();
  return done;
}
