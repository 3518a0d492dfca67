/** What lockers offer over HTTP. */
import { Type } from 'typebox';
import { certificates } from '#modules/catalogue/contract';
import { ById, closed, contract, countedPageOf, Day, Id, oneOf, pageOf, paging } from '#platform/contract';
import { AnsweredEntry, FittingEntry, Found, LockerConsent, LockerEntry, LockerUsage } from './shapes.ts';

export { AnsweredEntry, FittingEntry, Found, LockerConsent, LockerCopy, LockerEntry, LockerUsage } from './shapes.ts';
export { expiringDays, sources, stateOn, type EntryState, type Source } from './entry.ts';
export { consentWays, type ConsentWay } from './consent.ts';

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const ofOrganisation = { organisationId: Type.Optional(Id) };
const party = { personId: Type.Optional(Id), ...ofOrganisation };

/** What can go wrong when an entry is used in a case. */
export const usingProblems = [
  'lockers.notTheirs',
  'lockers.expired',
  'lockers.notYet',
  'lockers.revoked',
  'lockers.superseded',
  'lockers.removed',
  'lockers.wrongKind',
  'lockers.lowTrust',
  'lockers.notConsented',
] as const;
const states = ['lockers.expired', 'lockers.notYet', 'lockers.revoked', 'lockers.superseded', 'lockers.removed'];

export const lockersContract = contract({
  myLocker: {
    method: 'GET',
    path: '/my/locker',
    summary: 'What the person who is signed in has, or the company for which they act',
    query: closed({ ...paging, ...ofOrganisation }),
    reply: pageOf(LockerEntry),
  },
  addEntry: {
    method: 'POST',
    path: '/my/locker',
    summary: 'Put in something of one’s own; nobody has looked at it yet',
    description: 'The id is made by the client; the files were uploaded before. Sent again, it answers the same.',
    body: closed({
      id: Id,
      ...ofOrganisation,
      kind: oneOf(...certificates),
      name: Type.Optional(text(100)),
      number: Type.Optional(Type.String({ maxLength: 80 })),
      issuer: Type.Optional(Type.String({ maxLength: 100 })),
      validFrom: Type.Optional(Day),
      validUntil: Type.Optional(Day),
      fileIds: Type.Array(Id, { minItems: 1, maxItems: 10 }),
    }),
    reply: LockerEntry,
    problems: [
      'lockers.notForOwner',
      'lockers.datesWrong',
      'lockers.tooMany',
      'documents.notYourFile',
      'lockers.noSuchEntry',
    ],
  },
  removeEntry: {
    method: 'DELETE',
    path: '/lockers/entries/:id',
    summary: 'Take out what one uploaded or wanted kept; copies that cases have stay',
    params: ById,
    problems: ['lockers.noSuchEntry', 'lockers.notRemovable'],
  },
  openEntry: {
    method: 'GET',
    path: '/lockers/entries/:id/file',
    summary: 'The content of an entry of one’s own: its n-th file, from 0',
    params: ById,
    query: closed({
      n: Type.Optional(Type.Integer({ minimum: 0, maximum: 30 })),
      download: Type.Optional(Type.Boolean()),
    }),
    reply: 'file',
    problems: ['lockers.noSuchEntry', 'documents.noSuchFile', 'documents.noSuchDocument'],
  },
  openCopy: {
    method: 'GET',
    path: '/lockers/copies/:id/file',
    summary:
      'The content of the frozen copy that a case keeps, for whoever may see the case; leaves a line for the owner',
    params: ById,
    query: closed({
      n: Type.Optional(Type.Integer({ minimum: 0, maximum: 30 })),
      download: Type.Optional(Type.Boolean()),
    }),
    reply: 'file',
    problems: ['lockers.noSuchEntry', 'documents.noSuchFile', 'documents.noSuchDocument'],
  },
  fittingEntries: {
    method: 'GET',
    path: '/lockers/fitting',
    summary: 'What the applicant has that meets the materials of an item today, the best first',
    description:
      'Without `personId` and `organisationId` one’s own. Staff, and whoever acts for another person, find something only with that owner’s consent, and the look leaves a line.',
    query: closed({ itemId: Id, ...party }),
    reply: Found,
  },
  askAtWindow: {
    method: 'POST',
    path: '/lockers/at-window',
    summary: 'Write down at a window that the owner agrees to the use for this item, and find what serves',
    body: closed({ consentId: Id, itemId: Id, ...party, how: oneOf('signed', 'spoken') }),
    reply: Found,
  },
  verifyEntry: {
    method: 'POST',
    path: '/lockers/entries/:id/verify',
    summary: 'Say at a window that the original was seen and the file is the same',
    params: ById,
    body: closed({ itemId: Id }),
    reply: FittingEntry,
    problems: ['lockers.noSuchEntry', 'lockers.notConsented', ...states],
  },
  openToCompare: {
    method: 'GET',
    path: '/lockers/entries/:id/compare',
    summary:
      'The content of what is to be compared with the original at a window, with the owner’s consent; leaves a line',
    params: ById,
    query: closed({ itemId: Id, n: Type.Optional(Type.Integer({ minimum: 0, maximum: 30 })) }),
    reply: 'file',
    problems: ['lockers.noSuchEntry', 'lockers.notConsented', 'documents.noSuchFile', 'documents.noSuchDocument'],
  },
  revokeEntry: {
    method: 'POST',
    path: '/lockers/entries/:id/revoke',
    summary: 'Revoke what this department issued or compared, with the reason: it serves nowhere any more',
    description: 'The owner is told, and reads in the locker who did it and why.',
    params: ById,
    body: closed({ reason: text(500) }),
    problems: ['lockers.noSuchEntry', 'lockers.notRevocable'],
  },
  answeredEntries: {
    method: 'GET',
    path: '/lockers/answered-for',
    summary: 'What one’s department issued, or compared with the original, the newest first',
    description:
      'The count stops at ten thousand. `number` is the beginning of the number of a certificate or of its case.',
    query: closed({ ...paging, which: oneOf('issued', 'checked'), number: Type.Optional(text(80)) }),
    reply: countedPageOf(AnsweredEntry),
  },
  listUsages: {
    method: 'GET',
    path: '/my/locker/usages',
    summary: 'Who looked at the locker, opened a file or used an entry, and when, the newest first',
    query: closed({ ...paging, ...ofOrganisation, entryId: Type.Optional(Id) }),
    reply: pageOf(LockerUsage),
  },
  listConsents: {
    method: 'GET',
    path: '/my/locker/consents',
    summary: 'To whom the use was allowed, those that stand first',
    query: closed({ ...paging, ...ofOrganisation }),
    reply: pageOf(LockerConsent),
  },
  giveConsent: {
    method: 'POST',
    path: '/my/locker/consents',
    summary: 'Allow a department, or whoever handles an item, to use the locker until that is taken back',
    body: closed({ id: Id, ...ofOrganisation, departmentId: Type.Optional(Id), itemId: Type.Optional(Id) }),
    reply: LockerConsent,
    problems: ['lockers.consentAboutNothing', 'lockers.noSuchEntry'],
  },
  withdrawConsent: {
    method: 'POST',
    path: '/lockers/consents/:id/withdraw',
    summary: 'Take a consent back: no use begins under it any more',
    params: ById,
    problems: ['lockers.noSuchEntry', 'lockers.consentEnded'],
  },
});
