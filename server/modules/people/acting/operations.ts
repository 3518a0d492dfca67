/** Acting for organisations and for other people. */
import { Type } from 'typebox';
import { ById, closed, contract, Day, Id, nullable, oneOf } from '#platform/contract';
import {
  AuthorityShape,
  creditCode,
  IdKindShape,
  idNumber,
  name,
  OrganisationShape,
  phone,
  reason,
  text,
  version,
  words,
} from '../shapes.ts';

const phoneOrNone = Type.Union([phone, Type.Literal('')]);
const itemCodes = nullable(
  Type.Array(words(80), {
    minItems: 1,
    maxItems: 500,
    description: 'Codes of items, their own or base codes; null for all',
  }),
);

export const actingOperations = contract({
  addOrganisation: {
    method: 'POST',
    path: '/people/me/organisations',
    summary: 'Add the organisation whose legal representative I am',
    body: closed({ creditCode, name: words(120), address: Type.Optional(text(200)) }),
    reply: OrganisationShape,
    description:
      'One that is unknown is taken as declared. One on record is given only to a representative of that name whose document a window has seen, in the place of whoever merely declared it; all others are sent to a window.',
    problems: [
      'people.wrongCreditCode',
      'people.windowNeeded',
      'people.alreadyActs',
      'people.organisationTaken',
      'people.noPerson',
    ],
  },
  leaveOrganisation: {
    method: 'DELETE',
    path: '/people/me/organisations/:id',
    summary: 'Give up acting for an organisation',
    params: ById,
    problems: ['people.alreadyRevoked', 'people.noPerson'],
  },
  myAuthorities: {
    method: 'GET',
    path: '/people/me/authorities',
    summary: 'For whom I may act, and who may act for me or for my organisations',
    reply: closed({ received: Type.Array(AuthorityShape), given: Type.Array(AuthorityShape) }),
    problems: ['people.noPerson'],
  },
  grantAuthority: {
    method: 'POST',
    path: '/people/me/authorities',
    summary: 'Let somebody act for me, or for an organisation that I represent',
    body: closed({
      organisationId: Type.Optional(Id),
      agent: closed({ idKind: IdKindShape, idNumber, name }),
      itemCodes,
      fromOn: Type.Optional(Day),
      untilOn: nullable(Day),
      documentId: Type.Optional(Id),
    }),
    reply: AuthorityShape,
    problems: [
      'people.noPerson',
      'people.noSuchPerson',
      'people.wrongIdNumber',
      'people.wrongSpan',
      'people.notOneself',
      'people.notLegalRepresentative',
      'general.tooMany',
    ],
  },
  revokeAuthority: {
    method: 'POST',
    path: '/people/authorities/:id/revocation',
    summary: 'End an authority at once: its principal, who represents it, or the agent who gives it back',
    params: ById,
    body: closed({ reason: text(300) }),
    problems: ['people.alreadyRevoked'],
  },
  recordAuthority: {
    method: 'POST',
    path: '/people/authorities',
    summary: 'Record at a window an authority whose document was seen',
    body: closed({
      principalPersonId: Type.Optional(Id),
      principalOrganisationId: Type.Optional(Id),
      agentPersonId: Id,
      kind: Type.Optional(oneOf('legalRepresentative', 'agent')),
      itemCodes,
      fromOn: Type.Optional(Day),
      untilOn: nullable(Day),
      documentId: Type.Optional(Id),
      reason,
    }),
    reply: AuthorityShape,
    problems: [
      'people.wrongSpan',
      'people.notOneself',
      'people.alreadyActs',
      'people.onePrincipal',
      'people.noSuchPerson',
      'people.notVerifiedYet',
      'people.licenceFirst',
    ],
  },
  listAuthorities: {
    method: 'GET',
    path: '/people/authorities',
    summary: 'What a person gave and was given, or what an organisation gave, for the window; people masked',
    query: closed({ personId: Type.Optional(Id), organisationId: Type.Optional(Id) }),
    reply: closed({ rows: Type.Array(AuthorityShape) }),
    problems: ['people.onePrincipal'],
  },
  verifyOrganisation: {
    method: 'PUT',
    path: '/people/organisations/:id',
    summary: 'Write an organisation as its licence says, seen at a window; representatives of other names end',
    params: ById,
    body: closed({
      name: words(120),
      legalRepresentative: name,
      address: text(200),
      phone: phoneOrNone,
      version,
      reason,
    }),
    reply: OrganisationShape,
    problems: ['people.changedMeanwhile'],
  },
});
