/** Reading of uploaded files over HTTP. */
import { Type, type Static } from 'typebox';
import { ById, closed, contract, Id, Instant, nullable, oneOf } from '#platform/contract';
import { readKindNames } from './kinds.ts';

export { readKinds, readKindNames, type ReadKind } from './kinds.ts';
export { readingLimits } from './limits.ts';

/** A field as it was read. */
export const FieldReading = Type.Object({
  name: Type.String(),
  label: Type.String(),
  labelEn: Type.String(),
  /** As printed; null when nothing was found. */
  value: nullable(Type.String()),
  /** Days YYYY-MM-DD, periods from/until (`..` for no end), money in whole fen, areas in square metres. */
  normalised: nullable(Type.String()),
  /** Corners in the pixels of the picture. */
  box: nullable(Type.Array(Type.Tuple([Type.Number(), Type.Number()]))),
  page: nullable(Type.Integer()),
  confidence: Type.Number(),
  /** sure: two readings agree and its rule is kept. unsure: a person has to look. missing: nothing was found. */
  state: oneOf('sure', 'unsure', 'missing'),
  check: oneOf('passed', 'failed', 'none'),
  alternatives: Type.Array(Type.String()),
  optional: Type.Boolean(),
});
export type FieldReading = Static<typeof FieldReading>;

/** A file as it was read. */
export const FileReading = Type.Object({
  fileId: Id,
  kind: oneOf(...readKindNames),
  kindConfidence: Type.Number(),
  /** Another kind that it looks more like than the one that was asked for: then no field is sure. */
  seemsToBe: nullable(oneOf(...readKindNames)),
  /** Degrees clockwise by which the first page lies. */
  orientation: Type.Union([Type.Literal(0), Type.Literal(90), Type.Literal(180), Type.Literal(270)]),
  pages: Type.Array(
    Type.Object({
      width: Type.Integer(),
      height: Type.Integer(),
      turned: Type.Integer(),
      confidence: Type.Number(),
    }),
  ),
  fields: Type.Array(FieldReading),
  version: Type.String(),
  at: Instant,
});
export type FileReading = Static<typeof FileReading>;

const unreadable = [
  'reading.notAPicture',
  'reading.damaged',
  'reading.tooManyPixels',
  'reading.tooManyPages',
  'reading.locked',
  'reading.tooSmall',
  'reading.nothingWritten',
  'reading.unknownKind',
  'reading.tooSlow',
  'reading.failed',
] as const;

export const readingContract = contract({
  readFile: {
    method: 'POST',
    path: '/files/:id/reading',
    summary: 'Read what an uploaded photo or PDF of a certificate says; a file that was read before is not read again',
    params: ById,
    body: closed({ kind: Type.Optional(oneOf(...readKindNames)) }),
    reply: FileReading,
    problems: ['documents.noSuchFile', ...unreadable],
  },
  getReading: {
    method: 'GET',
    path: '/files/:id/reading',
    summary: 'What was read out of a file last',
    params: ById,
    reply: FileReading,
    problems: ['documents.noSuchFile', 'reading.notRead'],
  },
});
