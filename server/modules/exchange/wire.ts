/** What two districts say to each other: the texts that are signed, by kind. TypeBox only. */
import { Type, type Static } from 'typebox';
import { Submission } from '#modules/cases/contract';
import { closed, Id, Instant, nullable, oneOf } from '#platform/contract';

/** The bytes of a file go over in pieces of this size, so that no message is larger than any other. */
export const pieceSize = 256 * 1024;
/** A file that may be uploaded has so many pieces at most. */
export const mostPieces = 80;

/** A person who applies for something of another district, as the window has read it from the card. */
export const Applicant = closed({
  name: Type.String({ minLength: 1, maxLength: 60 }),
  idNumber: Type.String({ minLength: 18, maxLength: 18 }),
  phone: Type.Optional(Type.String({ pattern: '^1[0-9]{10}$' })),
});
export type Applicant = Static<typeof Applicant>;

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const SentFile = closed({
  id: Id,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  /** Of the bytes as they are sent. */
  sha256: Sha256,
  size: Type.Integer({ minimum: 1, maximum: pieceSize * mostPieces }),
});
export type SentFile = Static<typeof SentFile>;
const SentMaterial = closed({
  materialId: Type.String({ minLength: 1, maxLength: 64 }),
  /** `paper`: the window has seen it and keeps it. */
  how: oneOf('paper', 'upload'),
  files: Type.Array(SentFile, { maxItems: 30 }),
});
export type SentMaterial = Static<typeof SentMaterial>;
const said = {
  answers: Submission.properties.answers,
  situations: Submission.properties.situations,
  materials: Type.Array(SentMaterial, { maxItems: 80 }),
};

/** `application`: the message's id is the application's. Answered by `{number, trackCode}` or `{problem}`. */
export const Application = closed({
  itemId: Id,
  itemVersion: Type.Integer({ minimum: 1 }),
  applicant: Applicant,
  signature: Submission.properties.signature,
  ...said,
});
export type Application = Static<typeof Application>;

const ProblemSaid = Type.Object({
  code: Type.String({ maxLength: 100 }),
  title: Type.Optional(Type.String({ maxLength: 1000 })),
});
/** Either the case that was opened, or why none was. */
export const ApplicationAnswer = Type.Union([
  Type.Object({ number: Type.String({ minLength: 1, maxLength: 100 }), trackCode: Type.String({ maxLength: 100 }) }),
  Type.Object({ problem: ProblemSaid }),
]);
/** A problem, or nothing. */
export const SupplementAnswer = Type.Object({ problem: Type.Optional(ProblemSaid) });

/** `supplement`: what was wanted, handed in at the window or portal over there. Answered by `{}` or `{problem}`. */
export const Supplement = closed({ applicationId: Id, ...said });
export type Supplement = Static<typeof Supplement>;

/** `file`: a piece of a file of an application or a supplement, before it; the bytes go beside the text. */
export const FilePiece = closed({
  applicationId: Id,
  fileId: Id,
  part: Type.Integer({ minimum: 1, maximum: mostPieces }),
});
export type FilePiece = Static<typeof FilePiece>;

const StepDocument = Type.Object({
  id: Id,
  kind: Type.String({ maxLength: 40 }),
  title: Type.String({ maxLength: 200 }),
  titleEn: Type.String({ maxLength: 200 }),
  number: Type.String({ maxLength: 100 }),
});
/** `step`: what happened with a case, and the documents that it has by now. */
export const Step = Type.Object({
  applicationId: Id,
  seq: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  kind: Type.String({ maxLength: 40 }),
  state: Type.String({ maxLength: 40 }),
  at: Instant,
  /** What the applicant was told with it: reasons, what is missing. */
  note: nullable(Type.String({ maxLength: 20_000 })),
  documents: Type.Array(StepDocument, { maxItems: 200 }),
});
export type Step = Static<typeof Step>;

/** `document`: asks for a piece of a document. Answered by `{parts, sha256}` with the bytes beside it. */
export const DocumentAsk = closed({
  applicationId: Id,
  documentId: Id,
  part: Type.Integer({ minimum: 1, maximum: mostPieces }),
});
export type DocumentAsk = Static<typeof DocumentAsk>;
export const DocumentAnswer = Type.Object({ parts: Type.Integer({ minimum: 1, maximum: mostPieces }), sha256: Sha256 });

/** `items`: asks what is offered. */
export const ItemsAsk = closed({});
/** Answered by the items with all that a form needs; the body is checked by whoever takes it in. */
export const ItemsAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      itemId: Id,
      version: Type.Integer({ minimum: 1 }),
      department: Type.String({ maxLength: 200 }),
      body: Type.Unknown(),
    }),
    { maxItems: 200 },
  ),
});

/** `key`: a new key, vouched for by the one that signs the message; `proof` is signed by the new one. */
export const KeyNews = closed({
  publicKey: Type.String({ maxLength: 200 }),
  validFrom: Instant,
  validUntil: Instant,
  proof: Type.String({ maxLength: 200 }),
});
export type KeyNews = Static<typeof KeyNews>;

export const shapes = {
  application: Application,
  supplement: Supplement,
  file: FilePiece,
  step: Step,
  document: DocumentAsk,
  items: ItemsAsk,
  key: KeyNews,
} as const;
export type MessageKind = keyof typeof shapes;
export const messageKinds = Object.keys(shapes) as [MessageKind, ...MessageKind[]];
