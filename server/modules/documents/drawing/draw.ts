/** From a frozen document to the bytes of its PDF: the same bytes for the same document, in every process. */
import { drawA4 } from './a4.ts';
import { drawRoll } from './roll.ts';
import { writePaper, type Drawable } from './write-paper.ts';

/** `a4` for every kind, `80mm` for what is printed at a counter. */
export type PaperSize = 'a4' | '80mm';

export function draw(doc: Drawable, size: PaperSize): Promise<Uint8Array> {
  const paper = writePaper(doc);
  return size === 'a4' ? drawA4(paper, doc.issuedAt, doc.hash) : drawRoll(paper, doc.issuedAt, doc.hash);
}
