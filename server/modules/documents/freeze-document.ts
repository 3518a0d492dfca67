/** Freezing a document in the act that makes it, and taking its number before. On the hot path of every case. */
import type { Reader, Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newCode, newId } from '#platform/ids';
import { takeNumber } from '#platform/numbers';
import type { DataOf, ServiceWay } from './data.ts';
import { displayNumber, hashOfDocument, numberPrefix, templateVersion, type DocumentKind } from './document.ts';
import { listBySubject, listServicesBySubject, saveDocument } from './store.ts';
import { titleOf } from './title.ts';

/** A document to be frozen. `data` is what the kind says; see `data.ts`. */
export type NewDocument = {
  [K in DocumentKind]: {
    kind: K;
    /** From `nextDocumentNumber`, taken before the transaction. */
    number: string;
    departmentId: string | null;
    /** What it belongs to: by default a case. Its kind must be known to `allowReading`. */
    subjectKind?: string;
    subjectId: string;
    /** Person or organisation to whom it is addressed. */
    recipientId: string | null;
    data: DataOf<K>;
    issuedAt: Date;
  };
}[DocumentKind];

/** What is known of a document once it is frozen. */
export interface FrozenDocument {
  id: string;
  number: string;
  /** In the QR code: `${publicUrl}/verify/<code>`. */
  verifyCode: string;
  hash: string;
}

/**
 * The next display number of a kind at a department in a year: 云溪市监受〔2026〕第000123号. Numbers come out of memory, in blocks.
 * `shortName` is the department's word for documents (机关代字) and must be unique in the district.
 */
export async function nextDocumentNumber(
  ground: Pick<Ground, 'db'>,
  asked: { kind: DocumentKind; shortName: string; year: number },
): Promise<string> {
  const prefix = numberPrefix(asked.kind, asked.shortName, asked.year);
  return displayNumber(prefix, await takeNumber(ground.db, `document/${prefix}`, 100));
}

/**
 * Freezes a document in the act's transaction: one insert that is sent without waiting. The PDF is drawn when it is first
 * opened. Data with U+0000 in it fails the transaction, because PostgreSQL's jsonb cannot hold it: validate texts at the edge.
 */
export function freezeDocument(tx: Tx, doc: NewDocument): FrozenDocument {
  const row = {
    id: newId(),
    kind: doc.kind,
    number: doc.number,
    departmentId: doc.departmentId,
    subjectKind: doc.subjectKind ?? 'case',
    subjectId: doc.subjectId,
    recipientId: doc.recipientId,
    data: doc.data as unknown as Record<string, unknown>,
    templateVersion,
    verifyCode: newCode(20),
    issuedAt: doc.issuedAt,
  };
  const hash = hashOfDocument(row);
  saveDocument(tx, { ...row, hash });
  return { id: row.id, number: row.number, verifyCode: row.verifyCode, hash };
}

/** A document in a list, with how it was served and until when one may turn against it. */
export interface ListedDocument {
  id: string;
  kind: DocumentKind;
  title: string;
  titleEn: string;
  number: string;
  issuedAt: Date;
  verifyCode: string;
  services: {
    way: ServiceWay;
    servedOn: string;
    receivedBy: string | null;
    proof: string | null;
    reviewUntil: string | null;
    actionUntil: string | null;
    provisional: boolean;
  }[];
}

/** The documents of a case, oldest first. Documents and services are asked for in the same breath. */
export async function documentsOf(reader: Reader, subjectId: string): Promise<ListedDocument[]> {
  const [rows, services] = await Promise.all([
    listBySubject(reader, subjectId),
    listServicesBySubject(reader, subjectId),
  ]);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: titleOf(row.kind, row.data).zh,
    titleEn: titleOf(row.kind, row.data).en,
    number: row.number,
    issuedAt: row.issuedAt,
    verifyCode: row.verifyCode,
    services: services
      .filter((service) => service.documentId === row.id)
      .map(({ way, servedOn, receivedBy, proof, reviewUntil, actionUntil, provisional }) => ({
        way,
        servedOn,
        receivedBy,
        proof,
        reviewUntil,
        actionUntil,
        provisional,
      })),
  }));
}
