/** Sending what waits: at least once, until the other district has answered with its signature. */
import type { Ground } from '#platform/ground';
import { newSecret } from '#platform/ids';
import { faults } from './contract.ts';
import { insertMessage, noteFault, noteSent, putOff, readDue, type Answered, type Outgoing } from './message-store.ts';
import { ownKey } from './own-key.ts';
import { isSigned, isValidAt, pauseAfter, signText, textOf, textOfAnswer, type Envelope } from './signing.ts';
import { findKey, saveAnswer } from './store.ts';

const patience = 10_000;
const largestAnswer = 100_000;

class Fault extends Error {
  readonly fault: (typeof faults)[number];
  constructor(fault: (typeof faults)[number], message: string) {
    super(message);
    this.fault = fault;
  }
}

/** Sends what is due, some at a time, the oldest first. A partner that does not answer is asked once. How many were answered. */
export async function deliverDue(ground: Ground, limit = 100): Promise<number> {
  const due = await readDue(ground.db, ground.clock.now(), limit);
  const silent = new Set<string>();
  let answered = 0;
  for (const message of due) {
    if (silent.has(message.partnerId)) continue;
    try {
      await deliverOne(ground, message);
      answered += 1;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      ground.log.warn({ messageId: message.id, district: message.code, fault: error.fault, said: error.message }, 'a message to another district waits'); // prettier-ignore
      const nextAt = new Date(ground.clock.now().getTime() + pauseAfter(message.attempts + 1));
      await ground.db.transaction(async (tx) => {
        noteFault(tx, message.id, error.fault, nextAt);
        if (error.fault === 'unreachable') putOff(tx, message.partnerId, nextAt);
      });
      if (error.fault === 'unreachable') silent.add(message.partnerId);
    }
  }
  return answered;
}

async function deliverOne(ground: Ground, message: Outgoing & { baseUrl: string; code: string }): Promise<void> {
  const own = await ownKey(ground.dataFolder);
  const { id, kind, payload, partnerId, code, baseUrl } = message;
  const sentAt = ground.clock.now().toISOString();
  const unsigned = { id, from: ground.district.code, to: code, kind, payload, keyId: own.keyId, nonce: newSecret(), sentAt }; // prettier-ignore
  const envelope: Envelope = { ...unsigned, signature: signText(own.key, textOf(unsigned)) };
  const answer = await post(`${baseUrl}/api/exchange/messages`, envelope);
  const key = await findKey(ground.db, code, answer.keyId);
  const at = ground.clock.now();
  if (!key || !isValidAt(key, at) || !isSigned(key.publicKey, textOfAnswer(envelope, key.keyId, answer.answer), answer.signature))
    throw new Fault('wrongAnswer', 'the signature of the answer does not fit'); // prettier-ignore
  await ground.db.transaction(async (tx) => {
    insertMessage(tx, 'out', partnerId, envelope, answer, at);
    if (kind === 'application') saveAnswer(tx, id, JSON.parse(answer.answer) as object);
    noteSent(tx, partnerId, id, at);
  });
}

/** Posts to the address and nowhere else; reads no more than an answer can be long. */
async function post(url: string, envelope: Envelope): Promise<Answered> {
  let text = '';
  let status = 0;
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(envelope),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    status = answer.status;
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      if (text.length > largestAnswer) throw new Fault('wrongAnswer', 'the answer is too long');
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('unreachable', (error as Error).message);
  }
  if (status >= 500 || status === 429) throw new Fault('unreachable', `answered ${status}`);
  if (status !== 200) throw new Fault('refused', `answered ${status}: ${text.slice(0, 300)}`);
  try {
    const { answer, keyId, signature } = JSON.parse(text) as Record<string, unknown>;
    if (typeof answer === 'string' && typeof keyId === 'string' && typeof signature === 'string')
      return { answer, keyId, signature };
  } catch {
    // Said below, as for any other text.
  }
  throw new Fault('wrongAnswer', 'the answer is not of the form that is agreed');
}
