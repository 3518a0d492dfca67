/** Listens to what a server tells the screens of a hall, as a browser does: a line that was cut is opened again. */
import http from 'node:http';

export class Listener {
  /** Ids of tickets with which something was done. */
  readonly heard = new Set<string>();
  #request: http.ClientRequest | undefined;
  #again: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(port: number, outletId: string) {
    this.#listen(port, outletId);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#again);
    this.#request?.destroy();
  }

  #listen(port: number, outletId: string): void {
    let told = false;
    const once = (): void => {
      if (told || this.#closed) return;
      told = true;
      this.#again = setTimeout(() => this.#listen(port, outletId), 500);
    };
    this.#request = http.get({ host: '127.0.0.1', port, path: `/api/live/public?at=${outletId}` }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => {
        text += part.toString();
        const blocks = text.split('\n\n');
        text = blocks.pop()!;
        for (const block of blocks)
          if (block.includes('hall.ticketMoved'))
            for (const [id] of block.matchAll(/[0-9a-f-]{36}/g)) this.heard.add(id);
      });
      answer.on('close', once);
      answer.on('error', once);
    });
    this.#request.on('error', once);
  }
}
