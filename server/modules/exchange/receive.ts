/** A message of another district: who it is from, whether it is whole, and whether it came before. What it asks for is in `act.ts`. */
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { Problem } from '#platform/problems';
import { act, prepare, type Done } from './act.ts';
import { findMessage, insertMessage, isFirstDelivery, lockMessage, wake, type Answered } from './message-store.ts';
import { keyFor } from './own-key.ts';
import { exchangeProblems } from './problems.ts';
import {
  clockWindow,
  hashOfData,
  isSigned,
  isValidAt,
  signText,
  textOf,
  textOfAnswer,
  type Envelope,
} from './signing.ts';
import { findKey } from './store.ts';

/** The partner that signed; throws before anything is stored. */
async function senderOf(ground: Ground, message: Envelope): Promise<string> {
  if (message.to !== ground.district.code) throw exchangeProblems.notForUs();
  const key = await findKey(ground.db, message.from, message.keyId);
  if (!key) throw exchangeProblems.unknownKey();
  const now = ground.clock.now();
  if (!isValidAt(key, now)) throw exchangeProblems.keyNotValid();
  if (!isSigned(key.publicKey, textOf(message), message.signature)) {
    ground.log.warn({ messageId: message.id, district: message.from }, 'a message with a wrong signature');
    throw exchangeProblems.wrongSignature();
  }
  if (Math.abs(new Date(message.sentAt).getTime() - now.getTime()) > clockWindow) throw exchangeProblems.clockApart();
  return key.partnerId;
}

/** Questions are answered anew each time; whatever does something is answered as before. */
const isQuestion = ({ kind }: Envelope): boolean => kind === 'items' || kind === 'document';
/** Where another district's mistake is an answer that its people have to see. */
const isOfPerson = ({ kind }: Envelope): boolean => kind === 'application' || kind === 'supplement';

/**
 * Takes a message, once: the same message again is answered as before, the same delivery again is refused. What the message asks for and
 * the record of it are one transaction. Another district's mistake (an answer that is missing) is an answer too, and is kept.
 */
export async function receive(ground: Ground, message: Envelope): Promise<Answered> {
  const partnerId = await senderOf(ground, message);
  const own = await keyFor(ground, ground.db, partnerId);
  const answered = (answer: string, data?: string): Answered => ({
    answer,
    ...(data === undefined ? {} : { data }),
    keyId: own.keyId,
    signature: signText(own.key, textOfAnswer(message, own.keyId, answer, data)),
  });
  const attempt = (perform: (tx: Tx) => Promise<Done>) =>
    ground.db.transaction(async (tx) => {
      await lockMessage(tx, message.id);
      if (!(await isFirstDelivery(tx, partnerId, message, ground.clock.now()))) throw exchangeProblems.replayed();
      const before = await findMessage(tx, partnerId, message.id);
      if (before) {
        const isSame =
          before.kind === message.kind &&
          before.payload === message.payload &&
          (message.data === undefined || before.dataHash === hashOfData(message.data));
        if (!isSame) throw exchangeProblems.messageReused();
        if (!isQuestion(message)) return answered(before.answer);
      }
      const { answer, data } = await perform(tx);
      wake(tx, partnerId, ground.clock.now());
      const whole = answered(JSON.stringify(answer), data);
      if (!before) insertMessage(tx, 'in', partnerId, message, whole, ground.clock.now());
      return whole;
    });
  try {
    const prepared = await prepare(ground, partnerId, message);
    return await attempt((tx) => act(ground, tx, partnerId, message, prepared));
  } catch (error) {
    if (!(error instanceof Problem) || !isOfPerson(message) || isOfMessage(error)) throw error;
    const { code, status, message: title, facts } = error;
    return attempt(async () => ({ answer: { problem: { code, status, title, ...(facts ? { facts } : {}) } } }));
  }
}

/** What concerns the message itself, or will pass: nothing is kept, and the sender tries again. */
const isOfMessage = ({ code, status }: Problem): boolean =>
  status >= 500 || ['replayed', 'messageReused', 'tooEarly', 'fileBroken'].some((one) => code === `exchange.${one}`);
