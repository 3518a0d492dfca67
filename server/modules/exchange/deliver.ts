/** Sending what waits: at least once, until the other district has answered with its signature. */
import { readContent } from '#modules/documents';
import type { Ground } from '#platform/ground';
import { newSecret } from '#platform/ids';
import { Fault } from './fault.ts';
import { insertMessage, noteFault, noteSent, putOff, readDue, type Answered, type Outgoing } from './message-store.ts';
import { onAnswer } from './on-answer.ts';
import { keyFor } from './own-key.ts';
import { cut } from './pieces.ts';
import { postMessage } from './post-message.ts';
import { isSigned, isValidAt, pauseAfter, signText, textOf, textOfAnswer, type Envelope } from './signing.ts';
import { findKey } from './store.ts';
import type { FilePiece } from './wire.ts';

/** Messages of one run of the job. */
const mostAtOnce = 1000;
/** How an envelope comes to an address: by HTTP; an invented partner has none. */
export type Way = (url: string, envelope: Envelope) => Promise<Answered>;

/** Sends what is due, the oldest first, until nothing is. A partner that does not answer is asked once. How many were answered. */
export async function deliverDue(
  ground: Ground,
  by: Way = (url, envelope) => postMessage(ground, url, envelope),
): Promise<number> {
  const silent = new Set<string>();
  const begun = ground.clock.now();
  let answered = 0;
  for (let tried = -1; tried !== 0 && answered < mostAtOnce;) {
    tried = 0;
    // Of each subject the first only: what it leads to is read in the next round.
    for (const message of await readDue(ground.db, begun, 100)) {
      if (silent.has(message.partnerId)) continue;
      tried += 1;
      try {
        await deliverOne(ground, message, by);
        answered += 1;
      } catch (error) {
        // Whatever goes wrong with one message is its own: those behind it, and other districts, do not wait for it.
        const { fault, code, message: said } = error instanceof Fault ? error : new Fault('notHandled', String(error));
        ground.log.warn({ messageId: message.id, district: message.code, fault, code, said }, 'a message to another district waits'); // prettier-ignore
        const nextAt = new Date(ground.clock.now().getTime() + pauseAfter(message.attempts + 1));
        await ground.db.transaction(async (tx) => {
          noteFault(tx, message.id, { fault, code }, nextAt);
          if (fault === 'unreachable') putOff(tx, message.partnerId, nextAt);
        });
        if (fault === 'unreachable') silent.add(message.partnerId);
      }
    }
  }
  return answered;
}

/** The piece of a file that goes beside the message. */
async function dataOf(ground: Ground, { kind, payload }: Outgoing): Promise<string | undefined> {
  if (kind !== 'file') return undefined;
  const { fileId, part } = JSON.parse(payload) as FilePiece;
  const { body } = await readContent(ground, { fileId });
  const chunks: Uint8Array[] = [];
  if (body instanceof Uint8Array) chunks.push(body);
  else for await (const chunk of body) chunks.push(chunk as Uint8Array);
  return cut(Buffer.concat(chunks), part);
}

async function deliverOne(
  ground: Ground,
  message: Outgoing & { baseUrl: string; code: string },
  by: Way,
): Promise<void> {
  const { id, kind, payload, partnerId, code, baseUrl } = message;
  const [own, data] = await Promise.all([keyFor(ground, ground.db, partnerId), dataOf(ground, message)]);
  const sentAt = ground.clock.now().toISOString();
  const beside = data === undefined ? {} : { data };
  const unsigned = { id, from: ground.district.code, to: code, kind, payload, ...beside, keyId: own.keyId, nonce: newSecret(), sentAt }; // prettier-ignore
  const envelope: Envelope = { ...unsigned, signature: signText(own.key, textOf(unsigned)) };
  const answer = await by(`${baseUrl}/api/exchange/messages`, envelope);
  const key = await findKey(ground.db, code, answer.keyId);
  const at = ground.clock.now();
  if (!key || !isValidAt(key, at) || !isSigned(key.publicKey, textOfAnswer(envelope, key.keyId, answer.answer, answer.data), answer.signature))
    throw new Fault('wrongAnswer', 'the signature of the answer does not fit'); // prettier-ignore
  const keep = await onAnswer(ground, message, answer);
  await ground.db.transaction(async (tx) => {
    insertMessage(tx, 'out', partnerId, envelope, answer, at);
    await keep(tx);
    noteSent(tx, partnerId, id, at);
  });
}
