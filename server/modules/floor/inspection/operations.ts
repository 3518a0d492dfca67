/** Findings over HTTP: found with photos, put right, looked at again; counted and listed by the same conditions. */
import { Type, type Static } from 'typebox';
import { UploadedFile } from '#modules/documents/contract';
import { ById, closed, Day, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { severities } from '../house-rule.ts';
import { findingSources, findingStates } from './finding.ts';

const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
const fileIds = Type.Array(Id, { maxItems: 6, uniqueItems: true });

const line = {
  id: Id,
  number: Type.String(),
  outletId: Id,
  zone: Type.String(),
  windowId: nullable(Id),
  departmentId: nullable(Id),
  source: oneOf(...findingSources),
  severity: oneOf(...severities),
  body: Type.String(),
  state: oneOf(...findingStates),
  dueOn: nullable(Day),
  overdue: Type.Boolean(),
  raisedAt: Instant,
  /** The round on which it was found. */
  roundId: nullable(Id),
};
export const FindingLine = Type.Object(line);
export type FindingLine = Static<typeof FindingLine>;
export const Finding = Type.Object({
  ...line,
  /** It waits to be looked at again, and whoever reads it has put it right: that is for somebody else. */
  correctedByMe: Type.Boolean(),
  steps: Type.Array(
    Type.Object({
      kind: oneOf('raise', 'correct', 'pass', 'reopen'),
      at: Instant,
      by: Type.String(),
      body: Type.String(),
      dueOn: nullable(Day),
      late: Type.Boolean(),
      files: Type.Array(UploadedFile),
    }),
  ),
});
export type Finding = Static<typeof Finding>;

const conditions = {
  state: Type.Optional(oneOf(...findingStates)),
  severity: Type.Optional(oneOf(...severities)),
  source: Type.Optional(oneOf(...findingSources)),
  overdue: Type.Optional(Type.Boolean()),
  roundId: Type.Optional(Id),
  circularId: Type.Optional(Id),
  circularYear: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2200 })),
};
const stepping = ['floor.noFinding', 'floor.wrongStep', 'floor.actRepeated', 'documents.notYourFile'] as const;
const step = <const P extends string, const Q extends readonly string[] = []>(path: P, summary: string, more?: Q) =>
  ({
    method: 'POST',
    path: `/floor/findings/:id/${path}`,
    summary,
    params: ById,
    body: closed({ actionId: Id, body: Words(1_000), fileIds: Type.Optional(fileIds) }),
    reply: Finding,
    problems: [...stepping, ...((more ?? []) as Q)],
  }) as const;

export const inspectionOperations = {
  raiseFinding: {
    method: 'POST',
    path: '/floor/places/:id/findings',
    summary: 'Say what was found in a hall outside a round, with photos; the same `actionId` is the same finding',
    params: ById,
    body: closed({
      actionId: Id,
      severity: oneOf(...severities),
      body: Words(1_000),
      zone: Type.String({ maxLength: 50 }),
      windowId: Type.Optional(Id),
      departmentId: Type.Optional(Id),
      fileIds: Type.Optional(fileIds),
    }),
    reply: Finding,
    problems: ['hall.noPlace', 'floor.windowNotHere', 'floor.noSuchZone', 'floor.noSuchDepartment', 'floor.actRepeated', 'documents.notYourFile'],
  },
  listFindings: {
    method: 'GET',
    path: '/floor/places/:id/findings',
    summary: 'Findings of a hall, the newest first',
    params: ById,
    query: closed({ ...paging, ...conditions }),
    reply: pageOf(FindingLine),
    problems: ['hall.noPlace'],
  },
  countFindings: {
    method: 'GET',
    path: '/floor/places/:id/findings/counts',
    summary: 'How many there are, open, waiting to be looked at, overdue, closed; by the conditions of the list',
    params: ById,
    reply: Type.Object({ asOf: Instant, all: Type.Integer(), open: Type.Integer(), corrected: Type.Integer(), overdue: Type.Integer(), closed: Type.Integer() }),
    problems: ['hall.noPlace'],
  },
  getFinding: {
    method: 'GET',
    path: '/floor/findings/:id',
    summary: 'A finding with what was done and the photos of each step',
    params: ById,
    reply: Finding,
    problems: ['floor.noFinding'],
  },
  correctFinding: step('correction', 'Say what was put right, with photos'),
  passFinding: step('closing', 'It was looked at again, and is right', ['floor.ownCorrection']),
  reopenFinding: step('reopening', 'It was looked at again, and is not right: a new day begins', ['floor.ownCorrection']),
} as const; // prettier-ignore
