/** Setting a hall up, over HTTP: its rule and limits, what tickets are taken for, what windows do. */
import { Type, type Static } from 'typebox';
import { ById, closed, Id, Instant, nullable, oneOf, paging } from '#platform/contract';
import { Errand, errandFields, evenSo, placeFields } from '../shapes.ts';

/** One thing that was set otherwise. */
export const SetupChange = Type.Object({
  id: Id,
  kind: oneOf('place', 'errand', 'printer', 'zone'),
  /** What it was called. */
  name: Type.String(),
  /** Null where it was new. */
  before: nullable(Type.Record(Type.String(), Type.Unknown())),
  after: Type.Record(Type.String(), Type.Unknown()),
  at: Instant,
  by: Type.String(),
});
export type SetupChange = Static<typeof SetupChange>;

/** An errand with what hangs on it. */
const ErrandSetup = Type.Object({
  ...Errand.properties,
  waiting: Type.Integer(),
  booked: Type.Integer(),
  windows: Type.Array(Type.String()),
});
export type ErrandSetup = Static<typeof ErrandSetup>;

export const setupOperations = {
  listZones: {
    method: 'GET',
    path: '/hall/places/:id/zones',
    summary:
      'The zones of a hall by the name that windows and errands carry, with what each is called in English (empty: not said yet)',
    params: ById,
    reply: Type.Array(Type.Object({ zone: Type.String(), nameEn: Type.String() })),
    problems: ['hall.noPlace'],
  },
  nameZone: {
    method: 'PUT',
    path: '/hall/places/:id/zones',
    summary: 'Say what a zone is called in English',
    params: ById,
    body: closed({
      zone: Type.String({ minLength: 1, maxLength: 50 }),
      nameEn: Type.String({ maxLength: 80, pattern: '^[^\\p{Cc}\\p{Cf}]*$' }),
    }),
    problems: ['hall.noPlace', 'hall.noZone'],
  },
  showSetup: {
    method: 'GET',
    path: '/hall/places/:id/setup',
    summary: 'How a hall is set up, and who set it so; also of an outlet that gives out no tickets yet',
    description: 'Of `changes` there are 50 unless `limit` says otherwise; `changesInAll` counts them.',
    params: ById,
    query: closed(paging),
    reply: Type.Object({
      outletName: Type.String(),
      outletNameEn: Type.String(),
      /** Null while no tickets are taken there. */
      place: nullable(Type.Object(placeFields)),
      /** Those that are done no more stand last. */
      errands: Type.Array(ErrandSetup),
      zones: Type.Array(Type.String()),
      departments: Type.Array(Type.Object({ id: Id, name: Type.String(), nameEn: Type.String() })),
      /** The last ones first. */
      changes: Type.Array(SetupChange),
      changesInAll: Type.Integer(),
    }),
  },
  setDuty: {
    method: 'PUT',
    path: '/hall/windows/:id/duty',
    summary: 'What a window does from now on, also while the hall is open',
    description:
      '`evenSo` does it although people wait for what no open window does then; appointments for what no window does then are called off, and their people told.',
    params: ById,
    body: closed({ errandIds: Type.Array(Id, { maxItems: 100, uniqueItems: true }), ...evenSo }),
    problems: ['hall.noPlace', 'hall.noErrand', 'hall.windowNotHere', 'hall.lastForErrand', 'hall.lastForBooked'],
  },
  savePlace: {
    method: 'PUT',
    path: '/hall/places/:id',
    summary: 'Let tickets be taken at an outlet, and set its rule of fairness and its limits',
    params: ById,
    body: closed(placeFields),
  },
  saveErrand: {
    method: 'PUT',
    path: '/hall/errands/:id',
    summary: 'Add or change something that tickets are taken for',
    description:
      'Retired, it gives out no tickets any more; `evenSo` does that although people wait for it or have appointments: they are served to the end.',
    params: ById,
    body: closed({ outletId: Id, ...errandFields, retired: Type.Boolean(), ...evenSo }),
    reply: Errand,
    problems: ['hall.noPlace', 'hall.prefixTaken', 'hall.prefixLike', 'hall.noErrand', 'hall.errandWaitedFor'],
  },
} as const;
