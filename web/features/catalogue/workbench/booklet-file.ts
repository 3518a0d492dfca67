/** Fetching a booklet: it comes while it is being set, so that one sees how far it is. */
import { catalogueContract } from '#modules/catalogue/contract';
import type { QueryOf } from '#platform/contract';
import { hrefOf, refusalOf } from '#web/client/client.ts';
import { offline } from '#web/client/problem-error.ts';

export interface BookletFile {
  /** An address within this page; to be revoked when nobody needs it any more. */
  href: string;
  name: string;
  bytes: number;
}

/**
 * `onProgress` hears the bytes that are here and how many there will be about. Throws a `ProblemError`; an `AbortError` when it was
 * stopped.
 */
export async function fetchBooklet(
  query: QueryOf<typeof catalogueContract.printBooklet>,
  onProgress: (bytes: number, expected: number | undefined) => void,
  signal: AbortSignal,
): Promise<BookletFile> {
  let response: Response;
  try {
    response = await fetch(hrefOf(catalogueContract.printBooklet, { query }), { credentials: 'same-origin', signal });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw offline(cause);
  }
  if (!response.ok) throw await refusalOf(response);
  const { headers } = response;
  const expected = Number(headers.get('content-length') ?? headers.get('x-expected-bytes')) || undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    for (const reader = response.body!.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      bytes += value.byteLength;
      onProgress(bytes, expected);
    }
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw offline(cause);
  }
  const named = /filename\*=UTF-8''([^;]+)/i.exec(headers.get('content-disposition') ?? '')?.[1];
  const blob = new Blob(parts, { type: 'application/pdf' });
  return { href: URL.createObjectURL(blob), name: named ? decodeURIComponent(named) : 'booklet.pdf', bytes };
}
