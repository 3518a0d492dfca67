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
  reason,
  text,
  words,
} from '../shapes.ts';

const itemCodes = nullable(
  Type.Array(words(80), { minItems: 1, maxItems: 500, description: 'Base codes of items; null for all' }),
);

export const actingOperations = contract({
  addOrganisation: {
    method: 'POST',
    path: '/people/me/organisations',
    summary: 'Add the organisation whose legal representative I am',
    body: closed({ creditCode, name: words(120), address: Type.Optional(text(200)) }),
    reply: OrganisationShape,
    problems: ['people.wrongCreditCode', 'people.notLegalRepresentative', 'people.alreadyActs', 'people.noPerson'],
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
    ],
  },
});
