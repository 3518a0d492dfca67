/** What can be asked of bulletins over HTTP. */
import { Type, type Static } from 'typebox';
import { ById, closed, contract, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';

const Month = Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$', description: 'A month, YYYY-MM' });
const Words = Type.Object({ 'zh-CN': Type.String(), en: Type.String() });
const Measured = Type.Object({ numerator: Type.Number(), denominator: nullable(Type.Number()) });
const kinds = ['count', 'share', 'average'] as const;
const units = nullable(oneOf('day', 'visit'));

const line = {
  id: Id,
  month: Month,
  /** Null: of the whole district. */
  departmentId: nullable(Id),
  scope: Words,
  edition: Type.Integer(),
  asOf: Instant,
  /** The month was not over. */
  partial: Type.Boolean(),
  madeBy: Type.String(),
  /** SHA-256 over what it says. */
  hash: Type.String(),
};
export const BulletinLine = Type.Object(line);
export type BulletinLine = Static<typeof BulletinLine>;

const Figure = Type.Object({
  id: Type.String(),
  kind: oneOf(...kinds),
  unit: units,
  now: Type.Boolean(),
  name: Words,
  definition: Words,
  here: Measured,
  before: nullable(Measured),
  yearAgo: nullable(Measured),
});
const Whole = Type.Object({
  ...line,
  figures: Type.Array(Figure),
  /** Its sentences in both languages. */
  summary: Type.Object({ 'zh-CN': Type.Array(Type.String()), en: Type.Array(Type.String()) }),
  /** What the edition before said otherwise; null for the first. */
  changes: nullable(Type.Array(Type.Object({ figure: Type.String(), name: Words, before: Measured, here: Measured }))),
});

const files = closed({ format: oneOf('pdf', 'docx'), language: Type.Optional(oneOf('zh-CN', 'en')) });

export const bulletinsContract = contract({
  listBulletins: {
    method: 'GET',
    path: '/bulletins',
    summary: 'Bulletins that were made, the latest month and edition first',
    query: closed({ ...paging, departmentId: Type.Optional(Id), month: Type.Optional(Month) }),
    reply: pageOf(BulletinLine),
  },
  makeBulletin: {
    method: 'POST',
    path: '/bulletins',
    summary: 'Make a bulletin of a month from the figures as they are now; again: a new edition that says what changed',
    body: closed({ actionId: Id, month: Month, departmentId: Type.Optional(Id) }),
    reply: BulletinLine,
    problems: ['bulletins.monthNotBegun', 'bulletins.madeMeanwhile'],
  },
  getBulletin: {
    method: 'GET',
    path: '/bulletins/:id',
    summary: 'What an edition says',
    params: ById,
    reply: Whole,
  },
  openBulletin: {
    method: 'GET',
    path: '/bulletins/:id/file',
    summary: 'An edition as PDF or Word, made again from its figures: the same to the letter',
    params: ById,
    query: files,
    reply: 'file',
  },
  compareBulletins: {
    method: 'GET',
    path: '/bulletins/:id/against/:otherId',
    summary: 'Which figures two editions or months give otherwise',
    params: closed({ id: Id, otherId: Id }),
    reply: Type.Object({
      here: BulletinLine,
      there: BulletinLine,
      rows: Type.Array(
        Type.Object({
          figure: Type.String(),
          kind: oneOf(...kinds),
          unit: units,
          name: Words,
          here: Measured,
          there: nullable(Measured),
          differs: Type.Boolean(),
        }),
      ),
    }),
  },
});
