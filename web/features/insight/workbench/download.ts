/** A file that is the answer of an act: asked for with a body, then handed to the browser as a download. */
import type { BodyOf, Operation } from '#platform/contract';
import { hrefOf, refusalOf } from '#web/client/client.ts';
import { offline } from '#web/client/problem-error.ts';

/** Throws a `ProblemError` as `call` does. */
export async function download<O extends Operation>(operation: O, body: BodyOf<O>): Promise<void> {
  let response: Response;
  try {
    response = await fetch(hrefOf(operation, {} as never), {
      method: operation.method,
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch (cause) {
    throw offline(cause);
  }
  if (!response.ok) throw await refusalOf(response);
  const named = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = named ? decodeURIComponent(named) : 'export';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
