/** Draws a receipt on the 80 mm roll of a thermal printer: one page, as long as its words, black only. */
import PDFDocument from 'pdfkit';
import { collect, infoOf } from './a4.ts';
import { Blocks } from './blocks.ts';
import { useFonts } from './fonts.ts';
import { sayDate, type Block, type Paper } from './paper.ts';
import { drawQr } from './qr.ts';
import { drawSeal } from './seal.ts';

const millimetre = 72 / 25.4;
/** Printers of 80 mm paper print on 72 mm of it. */
const paperWidth = 80 * millimetre;
const left = 4 * millimetre;
const width = 72 * millimetre;
const sealSize = 30 * millimetre;

/** Draws twice: the first time to learn how long the paper is. */
export async function drawRoll(paper: Paper, issuedAt: Date, hash: string): Promise<Uint8Array> {
  const { height } = await drawAt(paper, issuedAt, hash, 14_000);
  return (await drawAt(paper, issuedAt, hash, height)).bytes;
}

async function drawAt(
  paper: Paper,
  issuedAt: Date,
  hash: string,
  height: number,
): Promise<{ bytes: Uint8Array; height: number }> {
  const doc = new PDFDocument({
    size: [paperWidth, height],
    margins: { top: 8, bottom: 0, left, right: left },
    info: infoOf(paper, issuedAt, hash),
    lang: 'zh-CN',
    font: null as unknown as string,
  });
  const done = collect(doc);
  useFonts(doc);
  const center = { width, align: 'center' as const };
  doc.font('bold').fontSize(10).fillColor('#000').text(paper.issuer, left, 10, center);
  doc
    .font('bold')
    .fontSize(14)
    .text(paper.title, left, doc.y + 2, center);
  doc
    .font('regular')
    .fontSize(9)
    .text(paper.number, left, doc.y + 2, center);
  dashes(doc);
  const blocks = new Blocks(doc, {
    left,
    width,
    bottom: Number.POSITIVE_INFINITY,
    size: 9,
    pitch: 13.5,
    noteShare: 0.9,
  });
  for (const block of paper.blocks.flatMap(narrow)) blocks.draw(block);
  dashes(doc);
  end(doc, paper);
  const used = Math.ceil(doc.y + 16);
  doc.end();
  return { bytes: await done, height: used };
}

/** Tables with many columns do not fit: each row becomes a line, numbered where the table is. */
function narrow(block: Block): Block[] {
  if ('table' in block) {
    const { head, rows } = block.table;
    const numbered = head[0] === '序号';
    const lines = rows.map((cells) =>
      cells
        .map((cell, at) => (cell !== '' && head[at] === '份数' ? `${cell}份` : cell))
        .filter((cell, at) => cell !== '' && !(numbered && at === 0))
        .join('　'),
    );
    return numbered ? [{ list: lines }] : lines.map((line) => ({ note: line }));
  }
  if ('pairs' in block) return block.pairs.map(([label, value]) => ({ note: `${label}：${value}` }));
  return [block];
}

function dashes(doc: PDFKit.PDFDocument): void {
  const y = doc.y + 5;
  doc
    .lineWidth(0.7)
    .dash(2.5, { space: 2 })
    .moveTo(left, y)
    .lineTo(left + width, y)
    .stroke('#000')
    .undash();
  doc.y = y + 6;
}

function end(doc: PDFKit.PDFDocument, paper: Paper): void {
  const top = doc.y;
  const qr = 27 * millimetre;
  drawQr(doc, paper.verifyUrl, { x: left, y: top, size: qr });
  const middle = left + width - sealSize / 2 - 6;
  drawSeal(doc, paper.sealName, { x: middle, y: top + sealSize / 2, size: sealSize, colour: '#000' });
  doc.font('regular').fontSize(8).fillColor('#000');
  const date = sayDate(paper.issuedOn);
  doc.text(date, middle - doc.widthOfString(date) / 2, top + sealSize + 3, { lineBreak: false });
  doc.text('扫码查询、核验', left, top + qr + 6, { lineBreak: false });
  doc
    .fontSize(7.5)
    .text(`核验码 ${paper.verifyCode.replace(/(.{5})(?=.)/g, '$1 ')}`, left, top + sealSize + 17, { width });
  for (const line of paper.contact) doc.text(line, left, doc.y + 1, { width });
}
