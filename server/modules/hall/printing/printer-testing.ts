/** A printer on the loopback that understands ESC/POS: it draws what it gets as lines, answers how it is, and can fail in every way. */
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import iconv from 'iconv-lite';

export interface Paper {
  lines: string[];
  qr: string[];
}

export class LoopbackPrinter {
  /** Slips that were cut. */
  readonly slips: Paper[] = [];
  paperOut = false;
  nearEnd = false;
  coverOpen = false;
  /** Bytes of a slip after which the line drops, once. */
  dropAfter: number | undefined;
  #server: Server;
  #now: Paper = { lines: [], qr: [] };
  #stored = '';

  constructor() {
    this.#server = createServer((socket) => this.#serve(socket));
  }

  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #serve(socket: Socket): void {
    let rest: Buffer = Buffer.alloc(0);
    let got = 0;
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      const asksOnly = chunk[0] === 0x10;
      if (!asksOnly) got += chunk.length;
      if (this.dropAfter !== undefined && got > this.dropAfter) {
        rest = Buffer.concat([rest, chunk.subarray(0, this.dropAfter)]);
        this.dropAfter = undefined;
        this.#read(rest, socket);
        socket.destroy();
        return;
      }
      rest = this.#read(Buffer.concat([rest, chunk]), socket);
    });
  }

  #status(kind: number): number {
    const fixed = 0x12;
    if (kind === 1) return fixed | (this.coverOpen || this.paperOut ? 0x08 : 0);
    if (kind === 2) return fixed | (this.coverOpen ? 0x04 : 0) | (this.paperOut ? 0x20 : 0);
    return fixed | (this.nearEnd ? 0x0c : 0) | (this.paperOut ? 0x60 : 0);
  }

  /** Works bytes off; gives back those of a command that is not whole yet. */
  #read(bytes: Buffer, socket: Socket): Buffer {
    let at = 0;
    const has = (count: number): boolean => at + count <= bytes.length;
    while (at < bytes.length) {
      const [one, two] = [bytes[at]!, bytes[at + 1]];
      if (one === 0x10) {
        if (!has(3)) break;
        socket.write(Uint8Array.of(this.#status(bytes[at + 2]!)));
        at += 3;
      } else if (this.paperOut) {
        // Stands still: only questions in passing are answered.
        break;
      } else if (one === 0x1b && two === 0x40) {
        this.#now = { lines: [], qr: [] };
        at += 2;
      } else if (one === 0x1d && two === 0x28) {
        if (!has(5) || !has(5 + bytes.readUInt16LE(at + 3))) break;
        const length = bytes.readUInt16LE(at + 3);
        const what = bytes[at + 6];
        if (what === 0x50) this.#stored = bytes.subarray(at + 8, at + 5 + length).toString('utf8');
        if (what === 0x51) this.#now.qr.push(this.#stored);
        at += 5 + length;
      } else if (one === 0x1d && two === 0x56) {
        if (!has(4)) break;
        this.slips.push(this.#now);
        this.#now = { lines: [], qr: [] };
        at += 4;
      } else if (one === 0x1d && two === 0x72) {
        if (!has(3)) break;
        socket.write(Uint8Array.of(0));
        at += 3;
      } else if (one === 0x1c && two === 0x26) at += 2;
      else if (one === 0x1b || one === 0x1d || one === 0x1c) {
        if (!has(3)) break;
        at += 3;
      } else {
        const end = bytes.indexOf(0x0a, at);
        if (end < 0) break;
        this.#now.lines.push(iconv.decode(bytes.subarray(at, end), 'gb18030'));
        at = end + 1;
      }
    }
    return bytes.subarray(at);
  }
}
