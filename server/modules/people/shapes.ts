/** Shapes that several operations of this module share; read by the browser too. */
import { Type, type Static } from 'typebox';
import { closed, Day, Id, Instant, nullable, oneOf } from '#platform/contract';
import { idKinds } from './identity/id-numbers.ts';

export const words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
export const text = (maxLength: number) => Type.String({ maxLength });
/** A reason that somebody will read later. */
export const reason = Type.String({ minLength: 2, maxLength: 300, pattern: '\\S' });
export const name = words(60);
/** Mainland mobile numbers and all others, with an optional plus sign; no spaces. */
export const phone = Type.String({ pattern: '^\\+?[0-9]{5,20}$' });
export const email = Type.String({ maxLength: 120, pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$' });
export const IdKindShape = oneOf(...idKinds);
export const idNumber = Type.String({ minLength: 4, maxLength: 40 });
export const creditCode = Type.String({ minLength: 18, maxLength: 30 });
/** Begins with a letter, so that it is never somebody's telephone number. */
export const loginName = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9._-]{2,39}$' });
/** What may be typed into the field: a login name or a telephone number, right or wrong. */
export const anyName = Type.String({ minLength: 1, maxLength: 60 });
export const password = Type.String({ minLength: 1, maxLength: 128 });
export const code = Type.String({ pattern: '^[0-9]{6}$' });
export const version = Type.Integer({
  minimum: 1,
  description: 'The version that was read; 409 when it is no longer the last',
});

/** Roles that are given as posts. */
export const postRoles = ['clerk', 'examiner', 'head', 'office', 'admin', 'auditor'] as const;
export const PostRole = oneOf(...postRoles);

export const PersonShape = closed({
  id: Id,
  idKind: IdKindShape,
  idNumber: Type.String(),
  name: Type.String(),
  phone: Type.String(),
  address: Type.String(),
  email: Type.String(),
  bornOn: nullable(Day),
  verifiedAt: nullable(Instant),
  version: Type.Integer(),
  createdAt: Instant,
  /** True when the personal data are masked. */
  masked: Type.Boolean(),
});
export type PersonShape = Static<typeof PersonShape>;

export const OrganisationShape = closed({
  id: Id,
  creditCode: Type.String(),
  name: Type.String(),
  legalRepresentative: Type.String(),
  address: Type.String(),
  phone: Type.String(),
  verifiedAt: nullable(Instant),
  version: Type.Integer(),
  createdAt: Instant,
});
export type OrganisationShape = Static<typeof OrganisationShape>;

export const AuthorityShape = closed({
  id: Id,
  kind: oneOf('legalRepresentative', 'agent', 'proxy'),
  principal: closed({
    kind: oneOf('person', 'organisation'),
    id: Id,
    name: Type.String(),
    creditCode: nullable(Type.String()),
  }),
  agent: closed({ id: Id, name: Type.String() }),
  /** Null means all items. */
  itemCodes: nullable(Type.Array(Type.String())),
  fromOn: Day,
  untilOn: nullable(Day),
  documentId: nullable(Id),
  grantedAt: Instant,
  revokedAt: nullable(Instant),
  inForce: Type.Boolean(),
});
export type AuthorityShape = Static<typeof AuthorityShape>;

/** A post with the names of its places. */
export const PostShape = closed({
  id: Id,
  role: PostRole,
  departmentId: nullable(Id),
  departmentName: nullable(Type.String()),
  outletId: nullable(Id),
  outletName: nullable(Type.String()),
  fromOn: Day,
  untilOn: nullable(Day),
});
export type PostShape = Static<typeof PostShape>;
