/** The shapes in which items, guides, versions and offers travel: TypeBox only, imported by the browser too. */
import { Type, type Static } from 'typebox';
import { Day, Id, Instant, nullable, oneOf } from '#platform/contract';
import { ItemBody, itemKinds, Limit } from './item.ts';

export const Code = Type.String({ minLength: 1, maxLength: 120, pattern: '^\\S(.*\\S)?$' });
export const Note = Type.String({ maxLength: 500 });

/** print 领取打印, accept 收件受理, decide 受理并办结. */
export const scopes = ['accept', 'decide', 'print'] as const;
export const Scope = oneOf(...scopes);

/** One line of a list: what a card shows. */
export const ItemLine = Type.Object({
  itemId: Id,
  code: Type.String(),
  version: Type.Integer(),
  name: Type.String(),
  plainName: nullable(Type.String()),
  nameEn: nullable(Type.String()),
  plainNameEn: nullable(Type.String()),
  kind: oneOf(...itemKinds),
  departmentId: Id,
  departmentName: Type.String(),
  departmentNameEn: Type.String(),
  topics: Type.Array(Type.String()),
  applicants: Type.Array(oneOf('person', 'organisation')),
  immediate: Type.Boolean(),
  promisedLimit: nullable(Limit),
  visits: Type.Integer(),
  hasFees: Type.Boolean(),
  verified: Type.Boolean(),
  /** First letter of the plain name's pinyin, A to Z, or # for others. */
  letter: Type.String(),
  /** How far the outlet that was asked for takes it; null when none was. */
  scope: nullable(Scope),
});
export type ItemLine = Static<typeof ItemLine>;

export const SearchHit = Type.Object({
  ...ItemLine.properties,
  score: Type.Number(),
  /** Words of the request and the words of the item that they met. */
  why: Type.Array(Type.Object({ words: Type.String(), met: Type.String() })),
});
export type SearchHit = Static<typeof SearchHit>;

export const Topic = Type.Object({
  key: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  iconWord: Type.String(),
});
export type Topic = Static<typeof Topic>;

const bothLanguages = Type.Object({ zh: Type.String(), en: Type.String() });
const opening = {
  /** The week: 周一至周五 09:00–12:00、13:30–17:00. Null when nobody has entered opening hours. */
  hours: nullable(bothLanguages),
  /** Now: open until when, or closed until when. Null when nobody has entered opening hours. */
  openingSays: nullable(bothLanguages),
};

/** A place that takes an item, for a guide. */
export const Place = Type.Object({
  outletId: Id,
  kind: oneOf('hall', 'town', 'village', 'bank', 'department'),
  name: Type.String(),
  nameEn: Type.String(),
  address: Type.String(),
  addressEn: Type.String(),
  telephone: Type.String(),
  longitude: nullable(Type.Number()),
  latitude: nullable(Type.Number()),
  /** Metres from the point that was asked from. */
  distance: nullable(Type.Integer()),
  scope: Scope,
  /** Null when nobody has entered opening hours. */
  open: nullable(Type.Boolean()),
  ...opening,
});
export type Place = Static<typeof Place>;

/** Everything that a guide page says (DB33/T 2036.1-2017 appendix A). */
export const Guide = Type.Object({
  itemId: Id,
  code: Type.String(),
  baseCode: Type.String(),
  version: Type.Integer(),
  inForceFrom: Day,
  department: Type.Object({
    id: Id,
    key: Type.String(),
    name: Type.String(),
    nameEn: Type.String(),
    telephone: Type.String(),
  }),
  topics: Type.Array(Topic),
  body: ItemBody,
  /** The nearest first when a point was given. */
  places: Type.Array(Place),
  /** A version that is published and has not begun. */
  next: nullable(Type.Object({ version: Type.Integer(), inForceFrom: Day })),
});
export type Guide = Static<typeof Guide>;

const counted = { count: Type.Integer() };
/** What there is to browse, each with the number of items from the same read. */
export const Overview = Type.Object({
  total: Type.Integer(),
  unverified: Type.Integer(),
  departments: Type.Array(
    Type.Object({ id: Id, name: Type.String(), nameEn: Type.String(), shortName: Type.String(), ...counted }),
  ),
  topics: Type.Array(Type.Object({ ...Topic.properties, ...counted })),
  kinds: Type.Array(Type.Object({ kind: oneOf(...itemKinds), ...counted })),
  letters: Type.Array(Type.Object({ letter: Type.String(), ...counted })),
});
export type Overview = Static<typeof Overview>;

/** 办事去哪儿: a place with what can be done there. */
export const DirectoryEntry = Type.Object({
  outletId: Id,
  kind: Place.properties.kind,
  name: Type.String(),
  nameEn: Type.String(),
  address: Type.String(),
  addressEn: Type.String(),
  telephone: Type.String(),
  longitude: nullable(Type.Number()),
  latitude: nullable(Type.Number()),
  distance: nullable(Type.Integer()),
  /** A hall offers everything; only their number is given then. */
  offersAll: Type.Boolean(),
  items: Type.Array(Type.Object({ itemId: Id, name: Type.String(), nameEn: nullable(Type.String()), scope: Scope })),
  itemCount: Type.Integer(),
  ...opening,
});
export type DirectoryEntry = Static<typeof DirectoryEntry>;

export const Draft = Type.Object({
  itemId: Id,
  code: Type.String(),
  departmentId: Id,
  body: ItemBody,
  /** The published version that it was begun from; 0: none. */
  basedOn: Type.Integer(),
  revision: Type.Integer(),
  lastVersion: Type.Integer(),
  changedAt: Instant,
  changedBy: Type.String(),
});
export type Draft = Static<typeof Draft>;

export const BodyFault = Type.Object({
  /** JSON pointer into the body. */
  path: Type.String(),
  why: Type.String(),
  detail: Type.Optional(Type.String()),
});

export const Version = Type.Object({
  itemId: Id,
  version: Type.Integer(),
  state: oneOf('scheduled', 'published', 'superseded', 'withdrawn', 'cancelled'),
  inForceFrom: Day,
  endsOn: nullable(Day),
  publishedAt: Instant,
  publishedBy: Type.String(),
  note: Type.String(),
  endedAt: nullable(Instant),
  endedBy: nullable(Type.String()),
  endReason: nullable(Type.String()),
});
export type Version = Static<typeof Version>;

export const Change = Type.Object({
  /** Such as `promisedLimit` or `materials/id-card/copies`. */
  path: Type.String(),
  before: Type.Optional(Type.Unknown()),
  after: Type.Optional(Type.Unknown()),
});

export const Offer = Type.Object({
  itemId: Id,
  outletId: Id,
  scope: Scope,
  fromDay: Day,
  untilDay: nullable(Day),
  handedDownAt: Instant,
  handedDownBy: Type.String(),
});

export const ImportRun = Type.Object({
  id: Id,
  source: Type.String(),
  fileName: Type.String(),
  at: Instant,
  byName: Type.String(),
  added: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  vanished: Type.Integer(),
});

/** What an import did, or would do. */
export const ImportReport = Type.Object({
  stored: Type.Boolean(),
  columns: Type.Array(Type.Object({ header: Type.String(), field: Type.String() })),
  ignored: Type.Array(Type.String()),
  newDepartments: Type.Array(Type.String()),
  /** At most 500 of each are listed; the counts are of all. */
  counts: Type.Object({
    added: Type.Integer(),
    changed: Type.Integer(),
    unchanged: Type.Integer(),
    vanished: Type.Integer(),
    rejected: Type.Integer(),
  }),
  added: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  changed: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), changes: Type.Array(Change) })),
  vanished: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  rejected: Type.Array(Type.Object({ line: Type.Integer(), column: Type.String(), reason: Type.String() })),
});
export type ImportReport = Static<typeof ImportReport>;
