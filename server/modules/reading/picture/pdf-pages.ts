/** Pages of a PDF as pixels. */
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import { readingLimits } from '../limits.ts';
import { CannotDecode, type Page } from './page.ts';

let library: Promise<PDFiumLibrary> | undefined;

/** Pixels of the longer side of a page: text of 10 points on A4 is then 28 pixels high. */
const longerSide = 2400;

/** Draws every page. Throws `CannotDecode` for a locked, a damaged or a long one. */
export async function pdfPages(bytes: Uint8Array): Promise<Page[]> {
  library ??= PDFiumLibrary.init();
  const opened = await open(await library, bytes);
  try {
    const count = opened.getPageCount();
    if (count === 0) throw new CannotDecode('damaged');
    if (count > readingLimits.pages) throw new CannotDecode('tooManyPages');
    const pages: Page[] = [];
    for (let i = 0; i < count; i++) pages.push(await drawPage(opened, i));
    return pages;
  } finally {
    opened.destroy();
  }
}

async function open(pdfium: PDFiumLibrary, bytes: Uint8Array): Promise<PDFiumDocument> {
  try {
    return await pdfium.loadDocument(bytes);
  } catch (error) {
    throw new CannotDecode(/password|security/i.test(String(error)) ? 'locked' : 'damaged', error);
  }
}

async function drawPage(opened: PDFiumDocument, i: number): Promise<Page> {
  const page = opened.getPage(i);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const longer = Math.max(originalWidth, originalHeight);
  if (!(longer > 0)) throw new CannotDecode('damaged');
  const { data, width, height } = await page.render({ scale: longerSide / longer, transparent: false });
  const pixels = new Uint8Array(width * height * 3);
  for (let to = 0, from = 0; to < pixels.length; to += 3, from += 4) {
    pixels[to] = data[from]!;
    pixels[to + 1] = data[from + 1]!;
    pixels[to + 2] = data[from + 2]!;
  }
  return { pixels: { data: pixels, width, height }, width, height };
}
