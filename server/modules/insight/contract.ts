/** What can be asked of the figures over HTTP. */
import { Type, type Static } from 'typebox';
import { doors, states } from '#modules/cases/contract';
import { closed, contract, Day, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { figures, sets } from './figures.ts';

export {
  figures,
  isSet,
  onlineDoors,
  sets,
  valueOf,
  type Figure,
  type FigureId,
  type SetId,
  type Totals,
} from './figures.ts';

/** Which cases: days of Asia/Shanghai, both included; without days the last thirty. */
const filter = {
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  departmentId: Type.Optional(Id),
  itemId: Type.Optional(Id),
  door: Type.Optional(oneOf(...doors)),
  /** The counter that took the case; all zeros for what came by none. */
  outletId: Type.Optional(Id),
  /** A town or hall: its counters and those of all places below it. */
  townId: Type.Optional(Id),
};
export const FigureFilter = closed(filter);
export type FigureFilter = Static<typeof FigureFilter>;

const Words = Type.Object({ 'zh-CN': Type.String(), en: Type.String() });
const Figure = Type.Object({
  id: oneOf(...figures.map(({ id }) => id)),
  kind: oneOf('count', 'share', 'average'),
  /** Null when there is nothing to divide by. */
  value: nullable(Type.Number()),
  numerator: Type.Integer(),
  denominator: nullable(Type.Integer()),
  /** The cases behind the two, for `listCases`; null for summed working days and where there is no denominator. */
  numeratorSet: nullable(oneOf(...sets)),
  denominatorSet: nullable(oneOf(...sets)),
  /** The cases over which the two are summed, where the numbers are no cases. */
  behind: nullable(oneOf(...sets)),
  unit: nullable(oneOf('day', 'visit')),
  now: Type.Boolean(),
  name: Words,
  definition: Words,
});

const counts = {
  received: Type.Integer(),
  online: Type.Integer(),
  inPerson: Type.Integer(),
  atSharedCounter: Type.Integer(),
  accepted: Type.Integer(),
  decided: Type.Integer(),
  inTime: Type.Integer(),
  late: Type.Integer(),
  inPromise: Type.Integer(),
  closed: Type.Integer(),
  rated: Type.Integer(),
  /** Working days summed over the decided cases. */
  promisedDays: Type.Integer(),
  usedDays: Type.Integer(),
  statutoryDays: Type.Integer(),
  /** Of the statutory days, those that the promise gave away. */
  savedDays: Type.Integer(),
  withMaterials: Type.Integer(),
  requiredMaterials: Type.Integer(),
  sparedMaterials: Type.Integer(),
  /** Summed over the cases that ended. */
  visits: Type.Integer(),
};
const Group = Type.Object({
  /** A day, a month, the id of a department, item, outlet or town, or a door. */
  key: Type.String(),
  name: nullable(Type.String()),
  nameEn: nullable(Type.String()),
  ...counts,
  /** As of now; null by day and month. */
  open: nullable(Type.Integer()),
  overdue: nullable(Type.Integer()),
});
export type Group = Static<typeof Group>;

export const FigureCase = Type.Object({
  id: Id,
  number: Type.String(),
  itemId: Id,
  itemName: Type.String(),
  departmentId: Id,
  door: oneOf(...doors),
  /** Masked unless the reader decides such cases. */
  applicantName: Type.String(),
  state: oneOf(...states),
  outcome: nullable(oneOf('granted', 'refused')),
  submittedOn: Day,
  acceptedOn: nullable(Day),
  decidedOn: nullable(Day),
  endedOn: nullable(Day),
  /** Last day of the limit that runs now. */
  fatalOn: nullable(Day),
  promisedDays: nullable(Type.Integer()),
  usedDays: nullable(Type.Integer()),
  statutoryDays: nullable(Type.Integer()),
  /** Days on which somebody came; null until the case ended. */
  visits: nullable(Type.Integer()),
  /** Materials that it needed, and those that nobody had to bring; null in a list as of now. */
  requiredMaterials: nullable(Type.Integer()),
  sparedMaterials: nullable(Type.Integer()),
  inTime: nullable(Type.Boolean()),
  rated: Type.Boolean(),
});
export type FigureCase = Static<typeof FigureCase>;

const asked = { asOf: Instant, from: Day, to: Day };
const periodProblems = ['insight.wrongPeriod'] as const;

export const insightContract = contract({
  getFigures: {
    method: 'GET',
    path: '/insight/figures',
    summary: 'The figures of a period, each with its definition, numerator and denominator',
    query: FigureFilter,
    reply: Type.Object({ ...asked, figures: Type.Array(Figure) }),
    problems: periodProblems,
  },
  getGroups: {
    method: 'GET',
    path: '/insight/groups',
    summary: 'The same counts by day, month, department, channel, item, outlet or town',
    query: closed({ ...filter, by: oneOf('day', 'month', 'department', 'door', 'item', 'outlet', 'town') }),
    reply: Type.Object({ ...asked, rows: Type.Array(Group) }),
    problems: periodProblems,
  },
  listCases: {
    method: 'GET',
    path: '/insight/cases',
    summary: 'The cases behind a figure: as many as it says',
    query: closed({ ...filter, ...paging, set: oneOf(...sets) }),
    reply: pageOf(FigureCase),
    problems: periodProblems,
  },
  exportCases: {
    method: 'POST',
    path: '/insight/exports',
    summary: 'The same list as a file for a spreadsheet; leaves a line in the trail',
    body: closed({
      ...filter,
      set: oneOf(...sets),
      format: oneOf('csv', 'xlsx'),
      language: Type.Optional(oneOf('zh-CN', 'en')),
    }),
    reply: 'file',
    problems: ['insight.wrongPeriod', 'insight.tooManyRows'],
  },
  listExports: {
    method: 'GET',
    path: '/insight/exports',
    summary: 'Who took which list away',
    query: closed(paging),
    reply: pageOf(
      Type.Object({
        id: Id,
        at: Instant,
        accountId: Id,
        accountName: nullable(Type.String()),
        format: oneOf('csv', 'xlsx'),
        set: oneOf(...sets),
        filter: Type.Record(Type.String(), Type.Unknown()),
        rows: Type.Integer(),
        masked: Type.Boolean(),
      }),
    ),
  },
});
