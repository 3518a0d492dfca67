/** What a message asks for, by its kind. Everything is done in the transaction that keeps the message. */
import { Value } from 'typebox/value';
import { submitFromAfar, supplementFromAfar } from '#modules/cases';
import { documentsOf, readContent, uploadFile } from '#modules/documents';
import { createPerson, findPersonByNumber, normaliseNumber } from '#modules/people';
import { canonical } from '#platform/canonical';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { hashOf, newId } from '#platform/ids';
import { nobody } from '#platform/permissions';
import { isStorable } from '#platform/plain-text';
import { itemsOffered } from './offers.ts';
import { findMessage, insertOutgoing } from './message-store.ts';
import { keyIdOf } from './own-key.ts';
import { countPieces, deletePieces, insertPiece, piecesOf } from './piece-store.ts';
import { cut, join, partsOf } from './pieces.ts';
import { exchangeProblems } from './problems.ts';
import { isSigned, readPublicKey, textOfKey, type Envelope } from './signing.ts';
import { endKey, findReceived, insertKey, insertReceived } from './store.ts';
import { insertDocuments, insertStep, lockTaken } from './taken-store.ts';
import { tellOfState } from './tell-here.ts';
import { shapes, type Application, type DocumentAsk, type FilePiece, type KeyNews, type MessageKind, type SentMaterial, type Step, type Supplement } from './wire.ts'; // prettier-ignore

export interface Done {
  answer: object;
  /** Bytes beside the answer, in base64. */
  data?: string;
}

/** For how long the old key holds beside the new one. */
const overlap = 30 * 86_400_000;
/** Pieces that one application may have on their way. */
const mostWaiting = 2000;
/** And all applications of one partner together: 2 GiB that nobody has named yet. */
const mostOfPartner = 8192;

/** The signed text in the shape of its kind; throws `notUnderstood`. */
function read<T>({ kind, payload }: { kind: MessageKind; payload: string }): T {
  let value: unknown;
  try {
    value = JSON.parse(payload);
  } catch {
    throw exchangeProblems.notUnderstood();
  }
  if (!Value.Check(shapes[kind], value) || !isStorable(value)) throw exchangeProblems.notUnderstood();
  return value as T;
}

/** Files that came in pieces, stored and not yet given to a case: the id over there, and the one here. */
type Stored = ReadonlyMap<string, string>;

/** What takes longer than a transaction should: files put together, checked and stored. */
export async function prepare(ground: Ground, partnerId: string, message: Envelope): Promise<Stored> {
  if (message.kind !== 'application' && message.kind !== 'supplement') return new Map();
  const { materials } = read<Application | Supplement>(message);
  const files = materials.flatMap((material) => material.files);
  if (files.length === 0 || (await findMessage(ground.db, partnerId, message.id))) return new Map();
  const applicationId = applicationOf(message);
  const stored = new Map<string, string>();
  for (const { id, name, sha256, size } of files) {
    const pieces = await piecesOf(ground.db, partnerId, applicationId, id);
    const bytes = join(pieces, { parts: partsOf(size), sha256 });
    if (!bytes) throw exchangeProblems.fileBroken();
    // Cleaned here as well: the other district is trusted to say who applies, not to have looked at every file.
    stored.set(id, (await uploadFile(ground, { ...nobody, accountId: partnerId }, { name, bytes })).id);
  }
  return stored;
}

const applicationOf = (message: Envelope): string =>
  message.kind === 'application' ? message.id : read<Supplement>(message).applicationId;

/** Does what the message asks for. Throws a problem of ours when the message is at fault, one of `cases` when the application is. */
export async function act(ground: Ground, tx: Tx, partnerId: string, message: Envelope, stored: Stored): Promise<Done> {
  switch (message.kind) {
    case 'application':
      return openCase(ground, tx, partnerId, message.id, read<Application>(message), stored);
    case 'supplement':
      return addTo(ground, tx, partnerId, message.id, read<Supplement>(message), stored);
    case 'file':
      return keepPiece(ground, tx, partnerId, read<FilePiece>(message), message.data);
    case 'step':
      return keepStep(ground, tx, partnerId, read<Step>(message));
    case 'document':
      return giveDocument(ground, tx, partnerId, read<DocumentAsk>(message));
    case 'items':
      return { answer: { items: await itemsOffered(ground) } };
    case 'key':
      return takeKey(ground, tx, partnerId, message, read<KeyNews>(message));
  }
}

const handed = (materials: readonly SentMaterial[], stored: Stored) =>
  materials.map(({ materialId, how, files }) => ({ materialId, how, fileIds: files.map(({ id }) => stored.get(id)!) }));

async function openCase(ground: Ground, tx: Tx, partnerId: string, id: string, sent: Application, stored: Stored) {
  const { idNumber, name, phone } = sent.applicant;
  const known = await findPersonByNumber(tx, 'residentCard', normaliseNumber(idNumber));
  if (known && known.name !== name.trim()) throw exchangeProblems.personDiffers();
  const person =
    known ??
    createPerson(tx, ground.clock.now(), { idKind: 'residentCard', idNumber, name, ...(phone ? { phone } : {}) });
  const { itemId, answers, situations, signature } = sent;
  const materials = handed(sent.materials, stored);
  const submission = { actionId: id, itemId, answers, situations, materials, signature };
  const row = await submitFromAfar(ground, tx, person, submission, partnerId);
  insertReceived(tx, { caseId: row.id, applicationId: id, partnerId });
  deletePieces(tx, partnerId, id, [...stored.keys()]);
  return { answer: { number: row.number, trackCode: row.trackCode } };
}

async function addTo(ground: Ground, tx: Tx, partnerId: string, actionId: string, sent: Supplement, stored: Stored) {
  const { applicationId, answers, situations } = sent;
  const received = await findReceived(tx, partnerId, applicationId);
  if (!received) throw exchangeProblems.tooEarly();
  const deed = {
    actionId,
    ...(Object.keys(answers).length > 0 ? { answers } : {}),
    ...(Object.keys(situations).length > 0 ? { situations } : {}),
    materials: handed(sent.materials, stored),
  };
  await supplementFromAfar(ground, tx, received.caseId, deed, partnerId);
  deletePieces(tx, partnerId, applicationId, [...stored.keys()]);
  return { answer: {} };
}

async function keepPiece(ground: Ground, tx: Tx, partnerId: string, piece: FilePiece, data: string | undefined) {
  if (data === undefined) throw exchangeProblems.notUnderstood();
  const { ofOne, ofAll } = await countPieces(tx, partnerId, piece.applicationId, mostOfPartner);
  if (ofOne >= mostWaiting || ofAll >= mostOfPartner) throw exchangeProblems.tooMuch();
  insertPiece(tx, { partnerId, ...piece, data: Buffer.from(data, 'base64'), at: ground.clock.now() });
  return { answer: {} };
}

async function keepStep(ground: Ground, tx: Tx, partnerId: string, step: Step) {
  const { applicationId } = step;
  const taken = await lockTaken(tx, partnerId, applicationId);
  if (!taken) throw exchangeProblems.notFound();
  insertStep(tx, step);
  // A step that comes late or twice is no news.
  if (step.seq > taken.lastSeq && step.state !== taken.state) await tellOfState(ground, tx, taken, step.state);
  const fresh = await insertDocuments(tx, step);
  if (fresh.length > 0)
    insertOutgoing(
      tx,
      fresh.map(({ documentId }) => ({
        id: newId(),
        partnerId,
        // Each by itself: one that cannot be had keeps no other one back.
        subject: documentId,
        kind: 'document' as const,
        payload: canonical({ applicationId, documentId, part: 1 }),
      })),
      ground.clock.now(),
    );
  return { answer: {} };
}

async function giveDocument(ground: Ground, tx: Tx, partnerId: string, ask: DocumentAsk): Promise<Done> {
  const received = await findReceived(tx, partnerId, ask.applicationId);
  const documents = received ? await documentsOf(tx, received.caseId) : [];
  if (!documents.some(({ id }) => id === ask.documentId)) throw exchangeProblems.notFound();
  // Drawn to the same bytes each time, so that pieces of two drawings fit each other.
  const { body } = await readContent(ground, { documentId: ask.documentId });
  const bytes = body as Uint8Array;
  const parts = partsOf(bytes.length);
  if (ask.part > parts) throw exchangeProblems.notFound();
  return { answer: { parts, sha256: hashOf(bytes) }, data: cut(bytes, ask.part) };
}

async function takeKey(ground: Ground, tx: Tx, partnerId: string, message: Envelope, news: KeyNews): Promise<Done> {
  const { publicKey, proof } = news;
  if (!readPublicKey(publicKey)) throw exchangeProblems.badKey();
  if (!isSigned(publicKey, textOfKey(message.from, message.to, publicKey), proof))
    throw exchangeProblems.wrongSignature();
  const [validFrom, validUntil] = [new Date(news.validFrom), new Date(news.validUntil)];
  insertKey(tx, { keyId: keyIdOf(publicKey), partnerId, publicKey, validFrom, validUntil }, { keyId: message.keyId });
  endKey(tx, partnerId, message.keyId, new Date(ground.clock.now().getTime() + overlap));
  return { answer: {} };
}
