/** The thread that paints the pages of a PDF as pictures, for printers that a browser drives without a viewer. */
import { parentPort } from 'node:worker_threads';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { theEnd, type Reply } from '#platform/worker-pool';

/** Pixels for each point of 1/72 inch. */
const scale = 200 / 72;
const pdfium = PDFiumLibrary.init();

async function paint(pdf: Uint8Array): Promise<Uint8Array[]> {
  const opened = await (await pdfium).loadDocument(pdf);
  try {
    const pages: Uint8Array[] = [];
    for (let at = 0; at < opened.getPageCount(); at += 1) {
      const { data, width, height } = await opened.getPage(at).render({ scale, transparent: false });
      pages.push(
        await sharp(data, { raw: { width, height, channels: 4 } })
          .removeAlpha()
          .png({ palette: true, colours: 64 })
          .toBuffer(),
      );
    }
    return pages;
  } finally {
    opened.destroy();
  }
}

parentPort!.on('message', (asked: Uint8Array | typeof theEnd) => {
  if (asked === theEnd) return parentPort!.close();
  void paint(asked).then(
    (result) => parentPort!.postMessage({ result } satisfies Reply<Uint8Array[]>),
    (error: unknown) => parentPort!.postMessage({ error: String((error as Error).stack) } satisfies Reply<never>),
  );
});
