/** A message of another district: who it is from, whether it is whole, whether it came before, and what it says. */
import { Value } from 'typebox/value';
import { submitFromAfar } from '#modules/cases';
import { createPerson, findPersonByNumber, normaliseNumber } from '#modules/people';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { Problem } from '#platform/problems';
import { Application, Step } from './contract.ts';
import { findMessage, insertMessage, isFirstDelivery, lockMessage, type Answered } from './message-store.ts';
import { ownKey } from './own-key.ts';
import { exchangeProblems } from './problems.ts';
import { clockWindow, isSigned, isValidAt, signText, textOf, textOfAnswer, type Envelope } from './signing.ts';
import { findKey, insertReceived, saveStep } from './store.ts';

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

/**
 * Takes a message, once: the same message again is answered as before, the same delivery again is refused. What the message asks for and
 * the record of it are one transaction. Another district's mistake (an answer that is missing) is an answer too, and is kept.
 */
export async function receive(ground: Ground, message: Envelope): Promise<Answered> {
  const partnerId = await senderOf(ground, message);
  const own = await ownKey(ground.dataFolder);
  const answered = (answer: string): Answered => ({
    answer,
    keyId: own.keyId,
    signature: signText(own.key, textOfAnswer(message, own.keyId, answer)),
  });
  const attempt = (perform: (tx: Tx) => Promise<object>) =>
    ground.db.transaction(async (tx) => {
      await lockMessage(tx, message.id);
      if (!(await isFirstDelivery(tx, partnerId, message, ground.clock.now()))) throw exchangeProblems.replayed();
      const before = await findMessage(tx, partnerId, message.id);
      if (before) {
        if (before.kind !== message.kind || before.payload !== message.payload) throw exchangeProblems.messageReused();
        return answered(before.answer);
      }
      const answer = answered(JSON.stringify(await perform(tx)));
      insertMessage(tx, 'in', partnerId, message, answer, ground.clock.now());
      return answer;
    });
  try {
    return await attempt((tx) => act(ground, tx, partnerId, message));
  } catch (error) {
    if (!(error instanceof Problem) || message.kind !== 'application' || isOfMessage(error)) throw error;
    const { code, status, message: title, facts } = error;
    return attempt(async () => ({ problem: { code, status, title, ...(facts ? { facts } : {}) } }));
  }
}

/** What concerns the message itself, or will pass: nothing is kept, and the sender tries again. */
const isOfMessage = ({ code, status }: Problem): boolean =>
  status >= 500 || code === 'exchange.replayed' || code === 'exchange.messageReused';

/** The signed text in the shape of its kind; throws `notUnderstood`. */
function read<S extends typeof Application | typeof Step>(shape: S, payload: string) {
  let value: unknown;
  try {
    value = JSON.parse(payload);
  } catch {
    throw exchangeProblems.notUnderstood();
  }
  if (!Value.Check(shape, value)) throw exchangeProblems.notUnderstood();
  return value;
}

async function act(ground: Ground, tx: Tx, partnerId: string, message: Envelope): Promise<object> {
  if (message.kind === 'step') {
    if (!(await saveStep(tx, partnerId, read(Step, message.payload) as Step))) throw exchangeProblems.notFound();
    return {};
  }
  const application = read(Application, message.payload) as Application;
  const { idNumber, name, phone } = application.applicant;
  const known = await findPersonByNumber(tx, 'residentCard', normaliseNumber(idNumber));
  if (known && known.name !== name.trim()) throw exchangeProblems.personDiffers();
  const person =
    known ??
    createPerson(tx, ground.clock.now(), { idKind: 'residentCard', idNumber, name, ...(phone ? { phone } : {}) });
  const { itemId, answers, situations, seenMaterials } = application;
  const row = await submitFromAfar(ground, tx, person, {
    actionId: message.id,
    itemId,
    answers,
    situations,
    materials: seenMaterials.map((materialId) => ({ materialId, how: 'paper', fileIds: [] })),
  });
  insertReceived(tx, { caseId: row.id, applicationId: message.id, partnerId });
  return { number: row.number, trackCode: row.trackCode };
}
