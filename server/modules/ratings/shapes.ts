/** Shapes that ratings of cases and of visits share. */
import { Type } from 'typebox';
import { Id, Instant, oneOf } from '#platform/contract';
import { levels, reasons } from './rating.ts';

export const said = {
  /** Made by the client; a retry sends the same. */
  actionId: Id,
  level: oneOf(...levels),
  reasons: Type.Optional(Type.Array(oneOf(...reasons), { maxItems: reasons.length, uniqueItems: true })),
  comment: Type.Optional(Type.String({ maxLength: 500 })),
};
export const Code = Type.String({ minLength: 1, maxLength: 80 });

/** What the person who rated sees again. */
export const Given = Type.Object({
  level: oneOf(...levels),
  reasons: Type.Array(oneOf(...reasons)),
  comment: Type.String(),
  at: Instant,
});

const counts = Object.fromEntries(levels.map((level) => [level, Type.Integer()])) as {
  [L in (typeof levels)[number]]: ReturnType<typeof Type.Integer>;
};
/** How many of each level; `total` is their sum: silence is not in it. */
export const Counts = Type.Object({ ...counts, total: Type.Integer() });

export const giving = [
  'ratings.notEnded',
  'ratings.alreadyRated',
  'ratings.actionReused',
  'ratings.reasonsMissing',
  'ratings.reasonsNotAsked',
  'ratings.commentMissing',
] as const;
