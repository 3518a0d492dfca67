/** Circulars over HTTP: made, counted and listed by the same conditions, opened as PDF. */
import { Type, type Static } from 'typebox';
import { ById, closed, Day, Id, Instant, oneOf, pageOf, paging } from '#platform/contract';
import { findingSources } from '../inspection/finding.ts';

const line = {
  id: Id,
  year: Type.Integer(),
  serial: Type.Integer(),
  outletId: Id,
  from: Day,
  to: Day,
  findings: Type.Integer(),
  /** How many of these are closed by now. */
  closed: Type.Integer(),
  madeAt: Instant,
  madeBy: Type.String(),
  hash: Type.String(),
};
export const CircularLine = Type.Object(line);
export type CircularLine = Static<typeof CircularLine>;

export const circularOperations = {
  makeCircular: {
    method: 'POST',
    path: '/floor/places/:id/circulars',
    summary: 'Sum up what was found in some days and stands in no circular yet (通报); frozen, the same `actionId` is the same one',
    params: ById,
    body: closed({
      actionId: Id,
      from: Day,
      to: Day,
      sources: Type.Array(oneOf(...findingSources), { minItems: 1, maxItems: 3, uniqueItems: true }),
      demand: Type.String({ maxLength: 2_000, description: 'What is asked of the departments' }),
    }),
    reply: CircularLine,
    problems: ['hall.noPlace', 'floor.wrongDays', 'floor.nothingToSum', 'floor.tooManyToSum', 'floor.actRepeated', 'floor.summedMeanwhile'],
  },
  listCirculars: {
    method: 'GET',
    path: '/floor/places/:id/circulars',
    summary: 'Circulars of a hall, the newest first; `all` counts them and what they name, by the same conditions',
    params: ById,
    query: closed({ ...paging, year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2200 })) }),
    reply: Type.Object({
      ...pageOf(CircularLine).properties,
      all: Type.Object({ circulars: Type.Integer(), findings: Type.Integer(), closed: Type.Integer() }),
    }),
    problems: ['hall.noPlace'],
  },
  openCircular: {
    method: 'GET',
    path: '/floor/circulars/:id/file',
    summary: 'The circular as PDF, drawn from what was frozen',
    params: ById,
    query: closed({ language: Type.Optional(oneOf('zh-CN', 'en')) }),
    reply: 'file',
    problems: ['floor.noCircular'],
  },
} as const; // prettier-ignore
