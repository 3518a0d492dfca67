/** What a document is called. No I/O. */
import { kindsOfDocument } from './document.ts';
import type { DocumentKind } from './kinds.ts';

/** The title of a document: its kind's, or the one that it was given. */
export function titleOf(kind: DocumentKind, data: Record<string, unknown>): { zh: string; en: string } {
  const { zh, en } = kindsOfDocument[kind];
  if (kind === 'resultProof' && typeof data.title === 'string') {
    return { zh: data.title, en: typeof data.titleEn === 'string' ? data.titleEn : en };
  }
  // An item without a licensing procedure is not granted a licence.
  if (data.licensing === false) return { zh: zh.replace('行政许可', '办理'), en };
  return { zh, en };
}
