/** What the answer to one of our messages leads to. Everything is kept in the transaction that says that it was sent. */
import { Value } from 'typebox/value';
import { attachFiles, uploadFile } from '#modules/documents';
import { ItemBody } from '#modules/catalogue/contract';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { nobody } from '#platform/permissions';
import { canonical } from '#platform/canonical';
import { insertOutgoing, type Answered, type Outgoing } from './message-store.ts';
import { deletePieces, insertPiece, piecesOf, savePartnerItems } from './piece-store.ts';
import { join } from './pieces.ts';
import { keyIdOf } from './own-key.ts';
import { insertKnownKey } from './store.ts';
import { answerSupplement, getDocumentLine, saveAnswer, saveDocumentFile } from './taken-store.ts';
import { DocumentAnswer, ItemsAnswer, type DocumentAsk, type KeyNews } from './wire.ts';

/** What is to be kept, in the transaction. */
type Keep = (tx: Tx) => Promise<void> | void;

/** Reads the answer, before the transaction. One that is signed and makes no sense is kept as evidence and leads to nothing. */
export async function onAnswer(ground: Ground, message: Outgoing, answered: Answered): Promise<Keep> {
  const { id, kind, partnerId } = message;
  const answer = asObject(answered.answer);
  const at = ground.clock.now();
  switch (kind) {
    case 'application':
      return (tx) => saveAnswer(tx, id, answer);
    case 'supplement':
      return (tx) => answerSupplement(tx, id, at, answer.problem);
    case 'items': {
      if (!Value.Check(ItemsAnswer, answer)) return () => {};
      // An item that this version does not understand is left out; the others can be taken in.
      const known = answer.items.filter(({ body }) => Value.Check(ItemBody, body)) as ((typeof answer.items)[number] & { body: ItemBody })[]; // prettier-ignore
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

function asObject(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text);
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

/** A piece of a document has come: the next one is asked for, or the PDF is whole and stored with the application. */
async function onPiece(ground: Ground, message: Outgoing, answered: Answered): Promise<Keep> {
  const { partnerId, subject } = message;
  const { applicationId, documentId, part } = JSON.parse(message.payload) as DocumentAsk;
  const whole = asObject(answered.answer);
  // It is not to be had: the line without its PDF says so.
  if (!Value.Check(DocumentAnswer, whole) || answered.data === undefined) return () => {};
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
  if (!bytes) return (tx) => deletePieces(tx, partnerId, applicationId, [documentId]);
  const { number, takenBy } = await getDocumentLine(ground.db, applicationId, documentId);
  const file = await uploadFile(ground, { ...nobody, accountId: takenBy }, { name: `${number}.pdf`, bytes });
  return async (tx) => {
    deletePieces(tx, partnerId, applicationId, [documentId]);
    if (!(await saveDocumentFile(tx, applicationId, documentId, file.id))) return;
    await attachFiles(tx, { fileIds: [file.id], ownerId: takenBy, subjectKind: 'taken', subjectId: applicationId, at });
  };
}
