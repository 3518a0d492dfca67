/** How an envelope comes to another district: by HTTP, to the address that was entered and to no other. */
import { lookup } from 'node:dns';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Ground } from '#platform/ground';
import { Fault } from './fault.ts';
import type { Answered } from './message-store.ts';
import { hostOf, mayCall, networksOf } from './network.ts';
import type { Envelope } from './signing.ts';

/** Milliseconds in which the whole answer has to be here. */
const patience = 10_000;
/** Bytes; the list of two hundred items is the longest answer. */
const largestAnswer = 8_000_000;

const refusedAddress = (host: string): Fault =>
  new Fault('innerAddress', `${host} is an inner address: name its network in EXCHANGE_NETWORKS`);

/**
 * Posts an envelope and reads no more than an answer can be long. Redirects are not followed, and each address that a name resolves to is
 * looked at when the connection is made. Throws `Fault`.
 */
export async function postMessage(
  ground: Pick<Ground, 'publicUrl'>,
  url: string,
  envelope: Envelope,
): Promise<Answered> {
  const target = new URL(url);
  const allowed = networksOf(process.env.EXCHANGE_NETWORKS);
  const ownHost = hostOf(new URL(ground.publicUrl));
  const may = (address: string): boolean => mayCall(address, allowed, ownHost);
  const host = hostOf(target);
  if (isIP(host) !== 0 && !may(host)) throw refusedAddress(host);
  const guarded: LookupFunction = (name, options, done) =>
    lookup(name, { ...options, all: true }, (error, found) => {
      const open = error ? [] : found.filter(({ address }) => may(address));
      const [first] = open;
      if (error) done(error, '');
      else if (!first) done(refusedAddress(name), '');
      else if (options.all) done(null, open);
      else done(null, first.address, first.family);
    });
  let answer: { status: number; text: string };
  try {
    answer = await exchange(target, JSON.stringify(envelope), guarded);
  } catch (error) {
    throw error instanceof Fault ? error : new Fault('unreachable', (error as Error).message);
  }
  return read(answer);
}

function exchange(target: URL, body: string, guarded: LookupFunction): Promise<{ status: number; text: string }> {
  const request = target.protocol === 'https:' ? tlsRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const asked = request(
      target,
      {
        method: 'POST',
        lookup: guarded,
        signal: AbortSignal.timeout(patience),
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (answer) => void readText(answer).then((text) => resolve({ status: answer.statusCode ?? 0, text }), reject),
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

async function readText(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largestAnswer) throw new Fault('wrongAnswer', 'the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function read({ status, text }: { status: number; text: string }): Answered {
  if (status >= 500 || status === 429) throw new Fault('unreachable', `answered ${status}`);
  let said: Record<string, unknown> = {};
  try {
    said = Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    // Said below, as for any other text.
  }
  if (status !== 200) {
    const code = typeof said.code === 'string' && /^[a-z]+\.[A-Za-z]{1,40}$/.test(said.code) ? said.code : undefined;
    throw new Fault('refused', `answered ${status}: ${text.slice(0, 300)}`, code);
  }
  const { answer, data, keyId, signature } = said;
  if (typeof answer === 'string' && typeof keyId === 'string' && typeof signature === 'string')
    if (data === undefined || typeof data === 'string')
      return { answer, ...(data === undefined ? {} : { data }), keyId, signature };
  throw new Fault('wrongAnswer', 'the answer is not of the form that is agreed');
}
