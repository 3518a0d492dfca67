/**
 * Draws a document on A4, in the manner of official papers (GB/T 9704-2012: margins, name of the office in red, number, seal
 * over name and date, page numbers between dashes).
 */
import PDFDocument from 'pdfkit';
import { Blocks } from './blocks.ts';
import { headRed, useFonts } from './fonts.ts';
import { sayDate, type Paper } from './paper.ts';
import { drawQr } from './qr.ts';
import { drawSeal } from './seal.ts';

const millimetre = 72 / 25.4;
const page = { width: 595.28, height: 841.89 };
const margin = { top: 30 * millimetre, bottom: 27 * millimetre, left: 28 * millimetre, right: 26 * millimetre };
const width = page.width - margin.left - margin.right;
const bottom = page.height - margin.bottom;
/** The sheet that all papers share, in points. */
export const a4 = { margin, width, bottom };
/** Height of what ends a document: name, date and seal on the right, the QR code on the left. */
const endHeight = 128;

/** Collects what pdfkit writes. */
export function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    doc.on('data', (part: Uint8Array) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}

/** Facts about the file itself. The time is the document's own, so that drawing it again gives the same bytes. */
export const infoOf = (
  paper: Pick<Paper, 'title' | 'number' | 'issuer'>,
  issuedAt: Date,
  hash: string,
): PDFKit.DocumentInfo => ({
  Title: `${paper.title} ${paper.number}`,
  Author: paper.issuer,
  Subject: `SHA-256 ${hash}`,
  Creator: 'Yichuang',
  Producer: 'Yichuang',
  CreationDate: issuedAt,
  ModDate: issuedAt,
});

/** Letter sizes and distances from line to line, in points. What almost fits on one page is set a little closer. */
const densities = [
  { size: 13.5, pitch: 25 },
  { size: 12.5, pitch: 21.5 },
  { size: 11.5, pitch: 18.5 },
  { size: 10.5, pitch: 16.5 },
];

/** Draws the document and returns the PDF. */
export async function drawA4(paper: Paper, issuedAt: Date, hash: string): Promise<Uint8Array> {
  let drawn = lay(paper, infoOf(paper, issuedAt, hash), densities[0]!);
  for (const density of densities.slice(1)) {
    if (drawn.bufferedPageRange().count === 1) break;
    const closer = lay(paper, infoOf(paper, issuedAt, hash), density);
    // Two pages in any case: then they are set wide.
    if (closer.bufferedPageRange().count === 1) drawn = closer;
  }
  const done = collect(drawn);
  numberPages(drawn, paper);
  drawn.end();
  return done;
}

/** An empty document with its fonts. */
export function newSheet(info: PDFKit.DocumentInfo): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    size: 'A4',
    margins: margin,
    bufferPages: true,
    info,
    lang: 'zh-CN',
    displayTitle: true,
    font: null as unknown as string,
  });
  useFonts(doc);
  return doc;
}

function lay(
  paper: Paper,
  info: PDFKit.DocumentInfo,
  { size, pitch }: { size: number; pitch: number },
): PDFKit.PDFDocument {
  const doc = newSheet(info);
  head(doc, paper);
  const blocks = new Blocks(doc, { left: margin.left, width, bottom, size, pitch, noteShare: 0.74 });
  if (paper.to) {
    doc.font('bold').fontSize(size).fillColor('#000');
    doc.text(`${paper.to}：`, margin.left, doc.y, { width, lineGap: pitch - size * 1.448 });
    doc.y += 2;
  }
  const last = paper.blocks.length - 1;
  paper.blocks.forEach((block, at) => {
    // The end is never alone on a page: the last words go with it.
    if (at === last && blocks.heightOf(block) < 200) blocks.need(blocks.heightOf(block) + endHeight);
    blocks.draw(block);
  });
  blocks.need(endHeight);
  end(doc, paper);
  return doc;
}

function head(doc: PDFKit.PDFDocument, paper: Paper): void {
  const center = { width, align: 'center' as const };
  const letters = [...paper.issuer].length;
  const size = letters <= 14 ? 25 : letters <= 20 ? 21 : 17;
  doc.font('bold').fontSize(size).fillColor(headRed);
  doc.text(paper.issuer, margin.left, margin.top - 22, { ...center, characterSpacing: letters <= 12 ? 3 : 0.5 });
  const rule = doc.y + 8;
  doc
    .lineWidth(2)
    .moveTo(margin.left, rule)
    .lineTo(margin.left + width, rule)
    .stroke(headRed);
  doc
    .lineWidth(0.6)
    .moveTo(margin.left, rule + 3.4)
    .lineTo(margin.left + width, rule + 3.4)
    .stroke(headRed);
  doc
    .font('bold')
    .fontSize([...paper.title].length > 14 ? 19 : 22)
    .fillColor('#000');
  doc.text(paper.title, margin.left, rule + 26, { ...center, characterSpacing: [...paper.title].length < 8 ? 4 : 1 });
  doc
    .font('regular')
    .fontSize(9)
    .fillColor('#666')
    .text(paper.titleEn, margin.left, doc.y + 1, center);
  doc
    .font('regular')
    .fontSize(12)
    .fillColor('#000')
    .text(paper.number, margin.left, doc.y + 9, center);
  doc.y += 14;
}

/** Name and date with the seal over them; beside them the way to prove it. */
function end(doc: PDFKit.PDFDocument, paper: Paper): void {
  const top = doc.y + 12;
  const sealSize = 42 * millimetre;
  const right = margin.left + width;
  doc.font('regular').fontSize(13.5).fillColor('#000');
  const date = sayDate(paper.issuedOn);
  // A long name is set smaller, so that it does not run into what stands on the left.
  doc.fontSize(Math.min(13.5, Math.max(9, (13.5 * width * 0.5) / doc.widthOfString(paper.issuer))));
  const widest = Math.max(doc.widthOfString(paper.issuer), doc.widthOfString(date), sealSize);
  const middle = Math.max(right - widest / 2 - 8, margin.left + width / 2 + 20);
  for (const [text, y] of [
    [paper.issuer, top + 38],
    [date, top + 64],
  ] as const) {
    doc.text(text, middle - doc.widthOfString(text) / 2, y, { lineBreak: false });
  }
  drawSeal(doc, paper.sealName, { x: middle, y: top + 60, size: sealSize });

  const qr = 74;
  drawQr(doc, paper.verifyUrl, { x: margin.left, y: top + 14, size: qr });
  const beside = margin.left + qr + 8;
  const lines = [
    '扫码核验真伪 Scan to verify',
    `核验码 ${paper.verifyCode.replace(/(.{5})(?=.)/g, '$1 ')}`,
    ...paper.contact,
  ];
  doc.font('regular').fontSize(7.5).fillColor('#444');
  let y = top + 17;
  for (const line of lines) {
    const options = { width: Math.max(middle - widest / 2 - beside - 6, 80), lineGap: 1.5 };
    doc.text(line, beside, y, options);
    y = doc.y + 2;
  }
}

/** Writes the number of each page below it, and from the second on above it what it belongs to. */
export function numberPages(doc: PDFKit.PDFDocument, paper: Pick<Paper, 'title' | 'number' | 'copies'>): void {
  const { count } = doc.bufferedPageRange();
  for (let at = 0; at < count; at++) {
    doc.switchToPage(at);
    // Below the margin pdfkit would begin a new page.
    doc.page.margins.bottom = 0;
    const y = page.height - margin.bottom + 26;
    if (at === count - 1 && paper.copies) {
      doc
        .lineWidth(0.5)
        .moveTo(margin.left, y - 10)
        .lineTo(margin.left + width, y - 10)
        .stroke('#999');
      doc
        .font('regular')
        .fontSize(8.5)
        .fillColor('#555')
        .text(paper.copies, margin.left, y - 5, { lineBreak: false });
    }
    doc.font('regular').fontSize(9).fillColor('#333');
    if (at > 0) {
      const text = `${paper.title}　${paper.number}`;
      doc.text(text, margin.left + width - doc.widthOfString(text), margin.top - 26, { lineBreak: false });
    }
    const number = count > 1 ? `— ${at + 1} / ${count} —` : '— 1 —';
    doc.fontSize(10).text(number, margin.left + (width - doc.widthOfString(number)) / 2, y + 14, { lineBreak: false });
  }
}
