/** Streams of server-sent events that stay open: opened, held and ended in one way, whoever says something on them. */
import type { FastifyInstance, FastifyReply } from 'fastify';

export class Streams<Who> {
  #open = new Map<FastifyReply, Who & { reply: FastifyReply }>();
  #retryMs: number;
  #ended = false;

  /** @param retryMs after how many milliseconds a browser asks again when its stream has ended */
  constructor(retryMs: number) {
    this.#retryMs = retryMs;
  }

  get size(): number {
    return this.#open.size;
  }

  [Symbol.iterator](): IterableIterator<Who & { reply: FastifyReply }> {
    return this.#open.values();
  }

  /**
   * Answers with a stream; gives its listener, or nothing when there is nobody to tell any more. Whoever was still being
   * asked who they are when the server began to end has theirs ended at once: nobody would do it later, and a refusal would
   * keep a browser from asking again.
   */
  open(reply: FastifyReply, who: Who): (Who & { reply: FastifyReply }) | undefined {
    reply.hijack();
    // Gone meanwhile: its end has been said already, and nobody would ever take the listener away.
    if (reply.raw.destroyed) return undefined;
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // The stream ends when the server does; kept alive after that, the connection would hold up the end.
      connection: 'close',
      'x-accel-buffering': 'no',
    });
    reply.raw.write(`retry: ${this.#retryMs}\n\n`);
    if (this.#ended) {
      reply.raw.end();
      return undefined;
    }
    const listener = { ...who, reply };
    this.#open.set(reply, listener);
    reply.raw.on('close', () => this.#open.delete(reply));
    return listener;
  }

  /** Lets one go: it has heard what there is to hear. */
  end({ reply }: { reply: FastifyReply }): void {
    this.#open.delete(reply);
    reply.raw.end();
  }

  /** Ends all when the server ends, and those that come after it. */
  endWith(http: FastifyInstance, stop: () => void): void {
    http.addHook('preClose', async () => {
      stop();
      this.#ended = true;
      for (const listener of this.#open.values()) this.end(listener);
    });
  }

  /** Says something, unless it has ended meanwhile: written after its end it would be an error that nobody takes. */
  say({ reply }: { reply: FastifyReply }, text: string): void {
    if (!this.#open.has(reply)) return;
    // A reader that does not keep up is let go; it comes back and reads everything anew.
    if (reply.raw.writableLength > 1_000_000) reply.raw.destroy();
    else reply.raw.write(text);
  }

  /** A comment now and then lets both sides notice that the line is dead. */
  beat(): void {
    for (const listener of this) this.say(listener, ': still here\n\n');
  }
}
