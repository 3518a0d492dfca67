/** SQL of documents and their service. Files are in `file-store.ts`. */
import { ownConstraints } from '#platform/problems';
import { inserting, prepared, type Reader, type Tx } from '#platform/db';
import type { DocumentKind } from './document.ts';
import type { ServiceWay } from './data.ts';
import { documentProblems } from './problems.ts';

/** A document as it is stored. */
export interface DocumentRow {
  id: string;
  kind: DocumentKind;
  number: string;
  departmentId: string | null;
  subjectKind: string;
  subjectId: string;
  recipientId: string | null;
  data: Record<string, unknown>;
  templateVersion: number;
  hash: string;
  verifyCode: string;
  issuedAt: Date;
}

/** A service of a document (送达). */
export interface ServiceRow {
  id: string;
  documentId: string;
  way: ServiceWay;
  servedOn: string;
  accountId: string | null;
  receivedBy: string | null;
  proof: string | null;
  reviewUntil: string | null;
  actionUntil: string | null;
  provisional: boolean;
  createdAt: Date;
}

const columns =
  'id, kind, number, department_id, subject_kind, subject_id, recipient_id, data, template_version, hash, verify_code, issued_at';
const insertDocument = inserting('documents.document', columns.split(', '));
const documentById = prepared<DocumentRow>(`select ${columns} from documents.document where id = $1`);
const documentByCode = prepared<DocumentRow>(`select ${columns} from documents.document where verify_code = $1`);
const documentsBySubject = prepared<DocumentRow>(
  `select ${columns} from documents.document where subject_id = $1 order by issued_at, id`,
);
// The list of kinds is that of the index.
const proofsOfRecipient = prepared<DocumentRow>(
  `select ${columns} from documents.document
    where recipient_id = $1 and kind in ('resultProof', 'decisionGrant', 'acceptanceNotice', 'receipt', 'feeReceipt')
    order by issued_at desc limit $2`,
);
const insertService = inserting('documents.service', [
  'id', 'document_id', 'way', 'served_on', 'account_id', 'received_by', 'proof', 'review_until', 'action_until', 'provisional', 'created_at',
]); // prettier-ignore
const servicesByDocuments = prepared<ServiceRow>(
  `select id, document_id, way, served_on, account_id, received_by, proof, review_until, action_until, provisional, created_at
     from documents.service where document_id = any($1::uuid[]) order by served_on, created_at, id`,
);
const servicesBySubject = prepared<ServiceRow>(
  `select s.id, s.document_id, s.way, s.served_on, s.account_id, s.received_by, s.proof, s.review_until, s.action_until, s.provisional,
          s.created_at
     from documents.document d join documents.service s on s.document_id = d.id
    where d.subject_id = $1 order by s.served_on, s.created_at, s.id`,
);

ownConstraints({
  document_number_key: () => documentProblems.numberTaken(),
});

export const saveDocument = (tx: Tx, row: DocumentRow): void =>
  tx.write(
    insertDocument([
      row.id,
      row.kind,
      row.number,
      row.departmentId,
      row.subjectKind,
      row.subjectId,
      row.recipientId,
      JSON.stringify(row.data),
      row.templateVersion,
      row.hash,
      row.verifyCode,
      row.issuedAt,
    ]),
  );

export const saveService = (tx: Tx, row: ServiceRow): void =>
  tx.write(
    insertService([
      row.id,
      row.documentId,
      row.way,
      row.servedOn,
      row.accountId,
      row.receivedBy,
      row.proof,
      row.reviewUntil,
      row.actionUntil,
      row.provisional,
      row.createdAt,
    ]),
  );

/** Throws `documents.noSuchDocument`. */
export async function getDocument(reader: Reader, id: string): Promise<DocumentRow> {
  const row = await reader.maybe(documentById(id));
  if (!row) throw documentProblems.noSuchDocument();
  return row;
}

export const findByCode = (reader: Reader, code: string): Promise<DocumentRow | undefined> =>
  reader.maybe(documentByCode(code));

/** Papers that are somebody's to print, the newest first. */
export const listProofs = (reader: Reader, recipientId: string, limit: number): Promise<DocumentRow[]> =>
  reader.many(proofsOfRecipient(recipientId, limit));

export const listBySubject = (reader: Reader, subjectId: string): Promise<DocumentRow[]> =>
  reader.many(documentsBySubject(subjectId));

export const listServices = (reader: Reader, documentIds: readonly string[]): Promise<ServiceRow[]> =>
  documentIds.length === 0 ? Promise.resolve([]) : reader.many(servicesByDocuments(documentIds));

export const listServicesBySubject = (reader: Reader, subjectId: string): Promise<ServiceRow[]> =>
  reader.many(servicesBySubject(subjectId));

const lock = prepared('select pg_advisory_xact_lock(727201022, hashtext($1))');
/** Lets one transaction at a time look whether a document was served and record that it was. */
export const lockService = async (tx: Tx, documentId: string): Promise<void> => void (await tx.many(lock(documentId)));
