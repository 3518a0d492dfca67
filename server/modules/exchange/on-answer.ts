/** What the answer to one of our messages leads to. Everything is kept in the transaction that says that it was sent. */
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { attachFiles, uploadFile, type UploadedFile } from '#modules/documents';
import { ItemBody } from '#modules/catalogue/contract';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { nobody } from '#platform/permissions';
import { isStorable } from '#platform/plain-text';
import { Problem } from '#platform/problems';
import { canonical } from '#platform/canonical';
import { Fault } from './fault.ts';
import { insertOutgoing, type Answered, type Outgoing } from './message-store.ts';
import { deletePieces, insertPiece, piecesOf, savePartnerItems } from './piece-store.ts';
import { join } from './pieces.ts';
import type { documentFaults } from './shapes.ts';
import { keyIdOf } from './own-key.ts';
import { insertKnownKey } from './store.ts';
import {
  answerSupplement,
  getDocumentLine,
  lockTaken,
  saveAnswer,
  saveDocumentFault,
  saveDocumentFile,
} from './taken-store.ts';
import { tellOfRefusal } from './tell-here.ts';
import {
  ApplicationAnswer,
  DocumentAnswer,
  ItemsAnswer,
  SupplementAnswer,
  type DocumentAsk,
  type KeyNews,
} from './wire.ts';

/** What is to be kept, in the transaction. */
type Keep = (tx: Tx) => Promise<void> | void;

/** Reads the answer, before the transaction. Throws `Fault` for one that is signed and makes no sense. */
export async function onAnswer(ground: Ground, message: Outgoing, answered: Answered): Promise<Keep> {
  const { id, kind, partnerId } = message;
  const answer = asObject(answered.answer);
  const at = ground.clock.now();
  switch (kind) {
    case 'application': {
      const outcome = checked(ApplicationAnswer, answer);
      return async (tx) => {
        saveAnswer(tx, id, outcome);
        if ('problem' in outcome) await sayNotTaken(ground, tx, partnerId, id);
      };
    }
    case 'supplement': {
      const { problem } = checked(SupplementAnswer, answer);
      return async (tx) => {
        answerSupplement(tx, id, at, problem);
        if (problem) await sayNotTaken(ground, tx, partnerId, message.subject);
      };
    }
    case 'items': {
      // An item that this version does not understand is left out; the others can be taken in.
      const once = new Map(checked(ItemsAnswer, answer).items.map((item) => [item.itemId, item]));
      const known = [...once.values()].flatMap(({ body, ...item }) => (Value.Check(ItemBody, body) ? [{ ...item, body }] : [])); // prettier-ignore
      return (tx) => savePartnerItems(tx, partnerId, known, at);
    }
    case 'key': {
      const { publicKey } = JSON.parse(message.payload) as KeyNews;
      return (tx) => insertKnownKey(tx, partnerId, keyIdOf(publicKey), at);
    }
    case 'document':
      return onPiece(ground, message, answered);
    case 'file':
    case 'step':
      return () => {};
  }
}

async function sayNotTaken(ground: Ground, tx: Tx, partnerId: string, takenId: string): Promise<void> {
  const taken = await lockTaken(tx, partnerId, takenId);
  if (taken) await tellOfRefusal(ground, tx, taken);
}

/** Throws `wrongAnswer` for what is no object of JSON, or what cannot be kept. */
function asObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Said below.
  }
  if (value === null || typeof value !== 'object' || !isStorable(value))
    throw new Fault('wrongAnswer', 'the answer is no object that can be kept');
  return value as Record<string, unknown>;
}

/** Throws `wrongAnswer`: what is asked for was not answered, so it is asked again. */
function checked<S extends TSchema>(shape: S, answer: unknown): Static<S> {
  if (!Value.Check(shape, answer)) throw new Fault('wrongAnswer', 'the answer is not what its kind says');
  return answer as Static<S>;
}

/** A piece of a document has come: the next one is asked for, or the PDF is whole and stored with the application. */
async function onPiece(ground: Ground, message: Outgoing, answered: Answered): Promise<Keep> {
  const { partnerId, subject } = message;
  const { applicationId, documentId, part } = JSON.parse(message.payload) as DocumentAsk;
  const whole = asObject(answered.answer);
  const missing =
    (fault: (typeof documentFaults)[number]): Keep =>
    async (tx) => {
      deletePieces(tx, partnerId, applicationId, [documentId]);
      await saveDocumentFault(tx, applicationId, documentId, fault);
    };
  if (!Value.Check(DocumentAnswer, whole) || answered.data === undefined) return missing('notGiven');
  const at = ground.clock.now();
  const data = Buffer.from(answered.data, 'base64');
  if (part < whole.parts)
    return (tx) => {
      insertPiece(tx, { partnerId, applicationId, fileId: documentId, part, data, at });
      const payload = canonical({ applicationId, documentId, part: part + 1 });
      insertOutgoing(tx, [{ id: newId(), partnerId, subject, kind: 'document', payload }], at);
    };
  const before = await piecesOf(ground.db, partnerId, applicationId, documentId);
  const bytes = join([...before.filter((piece) => piece.part !== part), { part, data }], whole);
  if (!bytes) return missing('notWhole');
  const { number, takenBy } = await getDocumentLine(ground.db, applicationId, documentId);
  let file: UploadedFile;
  try {
    file = await uploadFile(ground, { ...nobody, accountId: takenBy }, { name: `${number}.pdf`, bytes });
  } catch (error) {
    // What is no document, or one with a program in it, is not handed out here.
    if (error instanceof Problem && error.status < 500) return missing('notReadable');
    throw error;
  }
  return async (tx) => {
    deletePieces(tx, partnerId, applicationId, [documentId]);
    if (!(await saveDocumentFile(tx, applicationId, documentId, file.id))) return;
    await attachFiles(tx, { fileIds: [file.id], ownerId: takenBy, subjectKind: 'taken', subjectId: applicationId, at });
  };
}
