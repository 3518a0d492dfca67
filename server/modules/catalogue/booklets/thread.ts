/** The thread in which booklets are drawn: content in, pieces of the PDF and progress out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Booklet } from './content.ts';
import { drawBooklet } from './draw-booklet.ts';
import { Paper } from './paper.ts';

/** What the thread says. */
export type Said = { bytes: Uint8Array } | { done: number; of: number } | { end: true };

const port = parentPort!;
const say = (said: Said): void => port.postMessage(said);
const booklet = workerData as Booklet;
const title = [booklet.districtName, booklet.title, booklet.subtitle].filter(Boolean).join(' ');
const paper = new Paper({ title, author: booklet.districtName, day: booklet.day });
paper.doc.on('data', (bytes: Buffer) => say({ bytes }));
paper.doc.on('end', () => say({ end: true }));
await drawBooklet(booklet, paper, (done, of) => say({ done, of }));
