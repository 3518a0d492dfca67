/** The line to a printer: asked how it is, sent a slip, asked whether it came out. One line at a time: few printers take a second. */
import { connect, type Socket } from 'node:net';
import { askStatus, askWhenDone, canPrint, isDone, isStatus, stateOf, type PrinterState } from './printer-status.ts';

export interface Patience {
  /** Milliseconds for the line and for each answer. */
  answer: number;
  /** Milliseconds until a slip has come out. */
  paper: number;
}
export const usualPatience: Patience = { answer: 3_000, paper: 20_000 };

/** How it went. `printed` false and `begun` true: some of it may be on paper. */
export interface Sent {
  state: PrinterState;
  begun: boolean;
  printed: boolean;
}

/** Bytes as they come, waited for one after the other. */
class Answers {
  #bytes: number[] = [];
  #wake: (() => void) | undefined;
  #over = false;

  constructor(socket: Socket) {
    const wake = (): void => this.#wake?.();
    socket.on('data', (chunk: Buffer) => {
      this.#bytes.push(...chunk);
      wake();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#over = true;
      wake();
    });
  }

  get over(): boolean {
    return this.#over;
  }

  /** The next `count` bytes of a kind; others are let go. Undefined when they do not come in time, or the line is lost. */
  async next(count: number, kind: (byte: number) => boolean, ms: number): Promise<number[] | undefined> {
    const deadline = Date.now() + ms;
    const found: number[] = [];
    for (;;) {
      while (this.#bytes.length > 0 && found.length < count) {
        const byte = this.#bytes.shift()!;
        if (kind(byte)) found.push(byte);
      }
      if (found.length === count) return found;
      const left = deadline - Date.now();
      if (this.#over || left <= 0) return undefined;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}

const open = (host: string, port: number, ms: number): Promise<Socket | undefined> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true });
    const give = (found: Socket | undefined): void => {
      clearTimeout(timer);
      if (!found) socket.destroy();
      resolve(found);
    };
    const timer = setTimeout(() => give(undefined), ms);
    socket.once('connect', () => give(socket));
    socket.once('error', () => give(undefined));
  });

async function askState(socket: Socket, answers: Answers, ms: number): Promise<PrinterState> {
  socket.write(askStatus);
  const said = await answers.next(3, isStatus, ms);
  return said ? stateOf(said) : 'offline';
}

/** How a printer is now. */
export async function checkPrinter(host: string, port: number, patience = usualPatience): Promise<PrinterState> {
  const socket = await open(host, port, patience.answer);
  if (!socket) return 'offline';
  try {
    return await askState(socket, new Answers(socket), patience.answer);
  } finally {
    socket.destroy();
  }
}

/**
 * Sends a slip when the printer can print. `begin` is called, and waited for, before the first byte of it goes out, and gives the bytes: so
 * that whoever keeps the book has written down that it was begun.
 */
export async function sendSlip(
  host: string,
  port: number,
  begin: () => Promise<Uint8Array>,
  patience = usualPatience,
): Promise<Sent> {
  const socket = await open(host, port, patience.answer);
  if (!socket) return { state: 'offline', begun: false, printed: false };
  try {
    const answers = new Answers(socket);
    const before = await askState(socket, answers, patience.answer);
    if (!canPrint(before)) return { state: before, begun: false, printed: false };
    socket.write(Buffer.concat([await begin(), askWhenDone]));
    if (await answers.next(1, isDone, patience.paper))
      return { state: await askState(socket, answers, patience.answer), begun: true, printed: true };
    const state = answers.over ? 'offline' : await askState(socket, answers, patience.answer);
    return { state, begun: true, printed: false };
  } finally {
    socket.destroy();
  }
}
