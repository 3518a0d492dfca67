/** What documents offer over HTTP: uploaded files, legal documents and the page that proves one genuine. */
import { Type, type Static } from 'typebox';
import { ById, closed, contract, Day, Id, Instant, nullable, oneOf } from '#platform/contract';
import { documentKinds } from './kinds.ts';

export { documentKinds, type DocumentKind } from './kinds.ts';
export { fileLimits } from './limits.ts';

/** A file that was uploaded. */
export const UploadedFile = Type.Object({
  id: Id,
  name: Type.String(),
  mediaType: oneOf('image/jpeg', 'image/png', 'image/webp', 'application/pdf'),
  /** Bytes. */
  size: Type.Integer(),
  width: nullable(Type.Integer()),
  height: nullable(Type.Integer()),
  pages: nullable(Type.Integer()),
  /** Of the bytes as they came, before they were cleaned. */
  sha256: Type.String(),
  createdAt: Instant,
});
export type UploadedFile = Static<typeof UploadedFile>;

/** How and when a document was served, and until when one may turn against it. */
export const Service = Type.Object({
  way: oneOf('collected', 'posted', 'electronic', 'onSite', 'left'),
  servedOn: Day,
  receivedBy: nullable(Type.String()),
  proof: nullable(Type.String()),
  /** 行政复议: the last day. */
  reviewUntil: nullable(Day),
  /** 行政诉讼: the last day. */
  actionUntil: nullable(Day),
  /** It ends in a year whose days off are not published yet. */
  provisional: Type.Boolean(),
});

/** A document in the list of its case. */
export const ListedDocument = Type.Object({
  id: Id,
  kind: oneOf(...documentKinds),
  title: Type.String(),
  titleEn: Type.String(),
  number: Type.String(),
  issuedAt: Instant,
  verifyCode: Type.String(),
  services: Type.Array(Service),
});
export type ListedDocument = Static<typeof ListedDocument>;

/** What the verification page says. Names are masked: whoever holds the paper can compare, nobody else learns anything. */
export const Verified = Type.Object({
  kind: oneOf(...documentKinds),
  title: Type.String(),
  titleEn: Type.String(),
  number: Type.String(),
  departmentName: Type.String(),
  issuedOn: Day,
  recipientName: Type.String(),
  itemName: Type.String(),
  caseNumber: Type.String(),
  /** The stored document still has the hash that was taken when it was frozen. */
  intact: Type.Boolean(),
  /** SHA-256 over all that the document says. */
  hash: Type.String(),
  /** 行政行为 that a later notice corrected are still genuine; the numbers of the notices, and never what they say. */
  correctedBy: Type.Array(Type.String()),
  /** The decision by which this result or decision was taken back (撤销); null: it stands. */
  revokedBy: nullable(Type.Object({ number: Type.String(), on: Day })),
});
export type Verified = Static<typeof Verified>;

export const documentsContract = contract({
  uploadFile: {
    method: 'POST',
    path: '/files',
    summary: 'Upload one photo or PDF of at most 20 MB, in a part named "file"',
    multipart: true,
    reply: UploadedFile,
    problems: [
      'documents.noFile',
      'documents.tooManyFiles',
      'documents.fileTooLarge',
      'documents.fileEmpty',
      'documents.fileType',
      'documents.fileDamaged',
      'documents.imageTooLarge',
      'documents.pdfActive',
      'documents.pdfLocked',
      'documents.pdfDense',
      'documents.tooSlow',
      'documents.tooManyUploads',
    ],
  },
  downloadFile: {
    method: 'GET',
    path: '/files/:id',
    summary: 'The content of a file',
    params: ById,
    query: closed({ download: Type.Optional(Type.Boolean()) }),
    reply: 'file',
    problems: ['documents.noSuchFile'],
  },
  removeFile: {
    method: 'DELETE',
    path: '/files/:id',
    summary: 'Remove a file that was not submitted yet',
    params: ById,
    problems: ['documents.noSuchFile', 'documents.fileInUse'],
  },
  listDocuments: {
    method: 'GET',
    path: '/documents',
    summary: 'The documents of a case, with how they were served',
    query: closed({ subjectId: Id, subjectKind: Type.Optional(Type.String({ pattern: '^[a-z][A-Za-z]{0,30}$' })) }),
    reply: Type.Array(ListedDocument),
  },
  openDocument: {
    method: 'GET',
    path: '/documents/:id/pdf',
    summary: 'A document as PDF, the same bytes each time',
    params: ById,
    query: closed({ paper: Type.Optional(oneOf('a4', '80mm')), download: Type.Optional(Type.Boolean()) }),
    reply: 'file',
    problems: ['documents.noSuchDocument', 'documents.wrongPaper', 'documents.payFirst'],
  },
  verifyDocument: {
    method: 'GET',
    path: '/verify/:code',
    summary: 'Whether a document with this code was issued, and what it is',
    params: closed({ code: Type.String({ minLength: 1, maxLength: 40 }) }),
    reply: Verified,
    problems: ['documents.notGenuine'],
  },
});
