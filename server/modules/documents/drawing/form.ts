/**
 * Draws a form that somebody filled in (申请表): what they said, what they vouch for, and their signature. It is their paper and not the
 * office's, so it has neither red head nor seal nor number of its own.
 */
import { a4, collect, infoOf, newSheet, numberPages } from './a4.ts';
import { Blocks } from './blocks.ts';
import { sayDate, type Block } from './paper.ts';

export interface Form {
  title: string;
  titleEn: string;
  /** 办件编号 */
  number: string;
  blocks: readonly Block[];
  /** What the person vouches for by signing. */
  declaration: string;
  signature: {
    /** Whose it is: 申请人签名, 代办人签名. */
    label: string;
    name: string;
    /** SVG path data in a box of 600 x 200, checked before; null where there is none to draw. */
    drawing: string | null;
    /** What stands below the name instead of a drawing: （本人确认）. */
    instead: string;
    on: string;
  };
  /** When what it says was changed last; ISO 8601. The file bears this time, so that the same form is the same bytes. */
  at: string;
}

/** The box in which a signature is drawn on the screen, and its height on paper in points. */
const box = { width: 600, height: 200 };
const drawnHeight = 54;
const signHeight = 78;
const size = 11.5;
const pitch = 18.5;

/** Draws the form and returns the PDF. */
export function drawForm(form: Form, hash: string): Promise<Uint8Array> {
  const { margin, width, bottom } = a4;
  const doc = newSheet(infoOf({ ...form, issuer: form.signature.name }, new Date(form.at), hash));
  head(doc, form);
  const blocks = new Blocks(doc, { left: margin.left, width, bottom, size, pitch, noteShare: 0.82 });
  for (const block of form.blocks) blocks.draw(block);
  const declaration = { p: form.declaration };
  // What is signed and the signature stand on one page.
  blocks.need(blocks.heightOf(declaration) + signHeight + 16);
  doc.y += 4;
  blocks.draw(declaration);
  doc.y += 6;
  sign(doc, form.signature);
  const done = collect(doc);
  numberPages(doc, form);
  doc.end();
  return done;
}

function head(doc: PDFKit.PDFDocument, { title, titleEn, number }: Form): void {
  const { margin, width } = a4;
  const center = { width, align: 'center' as const };
  doc
    .font('bold')
    .fontSize([...title].length > 20 ? 16 : 20)
    .fillColor('#000');
  doc.text(title, margin.left, margin.top - 14, center);
  doc
    .font('regular')
    .fontSize(9)
    .fillColor('#666')
    .text(titleEn, margin.left, doc.y + 1, center);
  doc
    .fontSize(10.5)
    .fillColor('#000')
    .text(`办件编号：${number}`, margin.left, doc.y + 8, { width, align: 'right' });
  doc.y += 2;
}

function sign(doc: PDFKit.PDFDocument, { label, name, drawing, instead, on }: Form['signature']): void {
  const { margin, width } = a4;
  const top = doc.y;
  doc.lineWidth(0.6).rect(margin.left, top, width, signHeight).stroke('#333');
  doc.font('bold').fontSize(10.5).fillColor('#000');
  doc.text(`${label}：`, margin.left + 8, top + 8, { lineBreak: false });
  const left = margin.left + 84;
  if (drawing === null) {
    doc.font('regular').fontSize(15);
    // A name of sixty letters is set smaller instead of running out of its box.
    doc.fontSize(Math.min(15, (15 * (width - 230)) / doc.widthOfString(name)));
    doc.text(name, left, top + 26, { lineBreak: false });
    doc
      .font('regular')
      .fontSize(9)
      .fillColor('#444')
      .text(instead, left, top + 50, { lineBreak: false });
  } else {
    drawPath(doc, drawing, left, top + 8);
    doc
      .font('regular')
      .fontSize(9)
      .fillColor('#444')
      .text(name, left, top + signHeight - 15, { lineBreak: false });
  }
  const date = sayDate(on);
  doc.font('regular').fontSize(10.5).fillColor('#000');
  doc.text(date, margin.left + width - doc.widthOfString(date) - 12, top + signHeight - 20, { lineBreak: false });
  doc.y = top + signHeight;
}

/** The strokes as vectors. A finger may slide out of the box; on paper nothing does. */
function drawPath(doc: PDFKit.PDFDocument, drawing: string, x: number, y: number): void {
  const scale = drawnHeight / box.height;
  doc.save();
  doc.rect(x, y, box.width * scale, drawnHeight).clip();
  doc.translate(x, y).scale(scale);
  doc.lineWidth(5).lineCap('round').lineJoin('round').path(drawing).stroke('#10203c');
  doc.restore();
}
