/** The thread that draws documents. Opening its fonts takes a moment, so it stays for a while. */
import { parentPort } from 'node:worker_threads';
import type { Reply } from '#platform/worker-pool';
import { draw, type PaperSize } from './draw.ts';
import { drawForm, type Form } from './form.ts';
import { drawReport, type Report } from './report.ts';
import type { Drawable } from './write-paper.ts';

/** A frozen document, a form with the hash over what it says, or a report. */
export type Drawing = { doc: Drawable; size: PaperSize } | { form: Form; hash: string } | { report: Report };

parentPort!.on('message', (drawing: Drawing) => {
  const drawn =
    'form' in drawing
      ? drawForm(drawing.form, drawing.hash)
      : 'report' in drawing
        ? drawReport(drawing.report)
        : draw(drawing.doc, drawing.size);
  void drawn.then(
    (result) => parentPort!.postMessage({ result } satisfies Reply<Uint8Array>),
    (error: unknown) => parentPort!.postMessage({ error: String((error as Error).stack) } satisfies Reply<Uint8Array>),
  );
});
