/** A lean HTTP client for loops: keep-alive connections to a loopback address, JSON in and out. */
import http from 'node:http';

export interface Reply {
  status: number;
  body: Record<string, unknown>;
  retryAfter: string | undefined;
}

export class Client {
  #agent: http.Agent;
  #port: number;

  constructor(port: number, connections: number) {
    this.#port = port;
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  }

  send(method: string, path: string, cookie: string | undefined, body?: unknown): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
      const request = http.request(
        {
          host: '127.0.0.1',
          port: this.#port,
          method,
          path,
          agent: this.#agent,
          headers: {
            ...(payload ? { 'content-type': 'application/json', 'content-length': payload.length } : {}),
            ...(cookie ? { cookie } : {}),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(parts).toString();
            const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
            resolve({ status: response.statusCode ?? 0, body, retryAfter: response.headers['retry-after'] });
          });
        },
      );
      request.on('error', reject);
      request.end(payload);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** As browsers do with our pages: told to come again, it comes again when it was told to, with the same act. */
export class PatientClient extends Client {
  /** How often it was sent away. */
  told = 0;

  override async send(...request: Parameters<Client['send']>): Promise<Reply> {
    for (let attempt = 1; ; attempt++) {
      const reply = await super.send(...request);
      const seconds = Number(reply.retryAfter);
      if (reply.status !== 503 || !(seconds > 0) || attempt === 60) return reply;
      this.told += 1;
      // Not all in the same moment.
      await new Promise((resolve) => setTimeout(resolve, seconds * (1000 + Math.random() * 500)));
    }
  }
}
