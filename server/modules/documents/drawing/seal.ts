/**
 * The seal as vectors: a ring with the name of the office along it, a star, and the kind of seal below (国发〔1999〕25号: round,
 * 4.2 cm across for a department of a district, a five-pointed star in the middle, the name from left to right around it).
 */
import { sealRed } from './fonts.ts';

/** The part of pdfkit's document that the seal is drawn with. */
type Doc = PDFKit.PDFDocument;

export interface SealPlace {
  x: number;
  y: number;
  /** Points across. */
  size: number;
  /** Red on A4; black on the thermal roll, which knows no colour. */
  colour?: string;
}

/** 云溪区市场监督管理局行政审批专用章 → the name along the ring, and what stands below the star. */
export function partsOfSeal(sealName: string): { ring: string; below: string } {
  const found = /^(.+?)((?:[\p{Script=Han}]{2,6})?专用章)$/u.exec(sealName);
  const below = /(行政审批|政务服务|行政许可|审批服务|业务|收费|受理)?专用章$/.exec(sealName)?.[0];
  if (found && below) return { ring: sealName.slice(0, -below.length), below };
  return { ring: sealName, below: '' };
}

/** Draws a seal around the point, slightly see-through, so that what it was put over can be read. */
export function drawSeal(doc: Doc, sealName: string, place: SealPlace): void {
  const { ring, below } = partsOfSeal(sealName);
  const radius = place.size / 2;
  const colour = place.colour ?? sealRed;
  doc.save();
  doc.translate(place.x, place.y).opacity(0.82);
  doc
    .lineWidth(place.size * 0.028)
    .circle(0, 0, radius - place.size * 0.014)
    .stroke(colour);
  star(doc, place.size * 0.165, below ? -place.size * 0.01 : 0, colour);
  // The ends of a long name stay clear of what stands below.
  along(doc, ring, radius, colour, below ? 1.32 * Math.PI : 1.55 * Math.PI);
  if (below) {
    const size = place.size * 0.088;
    doc.font('bold').fontSize(size).fillColor(colour);
    const width = doc.widthOfString(below, { characterSpacing: 0.3 });
    doc.text(below, -width / 2, place.size * 0.235, { lineBreak: false, characterSpacing: 0.3 });
  }
  doc.restore();
}

function star(doc: Doc, radius: number, y: number, colour: string): void {
  for (let point = 0; point < 10; point++) {
    const reach = point % 2 === 0 ? radius : radius * 0.382;
    const angle = (point * Math.PI) / 5 - Math.PI / 2;
    const [px, py] = [reach * Math.cos(angle), y + reach * Math.sin(angle)];
    if (point === 0) doc.moveTo(px, py);
    else doc.lineTo(px, py);
  }
  doc.closePath().fill(colour);
}

/** Letters stand upright on the ring; many of them are narrower, as on a real seal, instead of smaller. */
function along(doc: Doc, text: string, radius: number, colour: string, most: number): void {
  const letters = [...text];
  const height = radius * 0.27;
  const span = Math.min(most, letters.length * 0.36);
  const step = letters.length > 1 ? span / (letters.length - 1) : 0;
  const base = radius * 0.9;
  const room = step * (base - height) * 0.94;
  doc.font('bold').fontSize(height).fillColor(colour);
  letters.forEach((letter, at) => {
    const angle = (-span / 2 + at * step) * (180 / Math.PI);
    const width = doc.widthOfString(letter);
    const squeeze = letters.length > 1 ? Math.min(1, Math.max(0.5, room / width)) : 1;
    doc.save();
    doc.rotate(angle).scale(squeeze, 1);
    doc.text(letter, -width / 2, -base - height * 0.12, { lineBreak: false });
    doc.restore();
  });
}
