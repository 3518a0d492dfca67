/** The PDF of a document, drawn when it is first opened and kept for a while. */
import { LRUCache } from 'lru-cache';
import { canonical } from '#platform/canonical';
import type { Ground } from '#platform/ground';
import { hashOf } from '#platform/ids';
import type { PaperSize } from './drawing/draw.ts';
import type { Drawing } from './drawing/draw-worker.ts';
import type { Form } from './drawing/form.ts';
import type { Report } from './drawing/report.ts';
import { documentProblems } from './problems.ts';
import type { DocumentRow } from './store.ts';
import { WorkerPool } from '#platform/worker-pool';

const drawers = new WorkerPool<Drawing, Uint8Array>(new URL('./drawing/draw-worker.ts', import.meta.url), {
  size: 2,
  timeout: 20_000,
  waiting: 200,
});

/** Drawn lately; the same bytes come out again whenever they have been forgotten. */
const drawn = new LRUCache<string, Uint8Array>({ maxSize: 32 * 1024 * 1024, sizeCalculation: (bytes) => bytes.length });
const drawing = new Map<string, Promise<Uint8Array>>();

/** Kinds that are handed out at a counter and so have a version for the roll of a thermal printer. */
const onRoll: ReadonlySet<string> = new Set(['receipt', 'acceptanceNotice', 'feeReceipt']);

/** The PDF. Throws `documents.wrongPaper`. */
export async function openDocument(ground: Ground, row: DocumentRow, size: PaperSize): Promise<Uint8Array> {
  if (size === '80mm' && !onRoll.has(row.kind)) throw documentProblems.wrongPaper();
  const { kind, number, data, templateVersion, hash, verifyCode, issuedAt } = row;
  const doc = { kind, number, data, templateVersion, hash, verifyCode, issuedAt, publicUrl: ground.publicUrl };
  return drawOnce(`${ground.publicUrl} ${hash} ${size}`, { doc, size });
}

/** The PDF of a form that somebody filled in, and the hash over all that it says. No row: it is drawn from what the caller knows. */
export async function openForm(form: Form): Promise<{ bytes: Uint8Array; hash: string }> {
  const hash = hashOf(canonical(form));
  return { bytes: await drawOnce(`form ${hash}`, { form, hash }), hash };
}

/** The PDF of a report, drawn from what it says and from nothing else. */
export const openReport = (report: Report): Promise<Uint8Array> =>
  drawOnce(`report ${hashOf(canonical(report))}`, { report });

async function drawOnce(key: string, asked: Drawing): Promise<Uint8Array> {
  const kept = drawn.get(key);
  if (kept) return kept;
  // Ten people who open the same document at once have it drawn once.
  let running = drawing.get(key);
  if (!running) {
    running = drawInThread(key, asked).finally(() => drawing.delete(key));
    drawing.set(key, running);
  }
  const bytes = await running;
  drawn.set(key, bytes);
  return bytes;
}

async function drawInThread(key: string, asked: Drawing): Promise<Uint8Array> {
  const reply = await drawers.run(asked);
  if ('result' in reply) return reply.result;
  throw new Error(`${key} could not be drawn: ${'error' in reply ? reply.error : reply.problem}`);
}
