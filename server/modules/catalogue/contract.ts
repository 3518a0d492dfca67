/** What the catalogue offers over HTTP, and the shapes of an item that others draw and fill in. Nothing of Node in here. */
import { Type } from 'typebox';
import { ById, closed, contract, Day, Id, oneOf, pageOf, paging } from '#platform/contract';
import { ItemBody, itemKinds } from './item.ts';
import { Draft, DraftBody, itemShelves, ManagedLine, managedSorts, ShelfCounts } from './managed.ts';
import {
  BodyFault,
  Change,
  Code,
  DirectoryEntry,
  Guide,
  ImportReport,
  ImportRun,
  ItemLine,
  Note,
  Offer,
  Overview,
  Scope,
  SearchHit,
  Version,
} from './shapes.ts';

export * from './item.ts';
export { widgetOf, type Widget } from './items/widget.ts';
export * from './certificates.ts';
export type { DirectoryEntry, Guide, ImportReport, ItemLine, Overview, Place, SearchHit, Topic } from './shapes.ts';
export { itemShelves, type ItemShelf, type ManagedLine, type ShelfCounts } from './managed.ts';
export type { Draft as ItemDraft, Version as ItemVersionLine } from './shapes.ts';
/** What is asked, given the answers so far; and what is wrong with answers. The server asks the same rules again. */
export { askedFields, askedMaterials, askedSituations, isAsked, type Answers } from './items/asked.ts';
export { validateAnswers, type AnswerChecks, type AnswerFault, type CheckedAnswers } from './items/answers.ts';

const words = Type.String({ minLength: 1, maxLength: 200 });
const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 50 }));
const point = {
  longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
  latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
};
const topicKey = Type.Optional(Type.String({ maxLength: 40 }));
const OfVersion = closed({ id: Id, version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) });
const outletIds = Type.Array(Id, { minItems: 1, maxItems: 500 });

export const catalogueContract = contract({
  searchItems: {
    method: 'GET',
    path: '/items/search',
    summary: "Items for a request in citizens' words, the best first, each with the reasons",
    query: closed({ q: words, limit }),
    reply: Type.Object({ rows: Type.Array(SearchHit) }),
  },
  quickFind: {
    method: 'GET',
    path: '/items/quick',
    summary: 'Items by pinyin initials, words or a piece of the code, for the keyboard of a window',
    query: closed({ q: words, outletId: Type.Optional(Id), limit }),
    reply: Type.Object({ rows: Type.Array(Type.Object({ ...ItemLine.properties, met: Type.String() })) }),
  },
  listItems: {
    method: 'GET',
    path: '/items',
    summary: 'Items in force by department, topic, outlet, kind, applicant or letter, in pinyin order',
    query: closed({
      departmentId: Type.Optional(Id),
      topic: topicKey,
      outletId: Type.Optional(Id),
      kind: Type.Optional(oneOf(...itemKinds)),
      applicant: Type.Optional(oneOf('person', 'organisation')),
      letter: Type.Optional(Type.String({ pattern: '^[A-Z#]$' })),
      verified: Type.Optional(Type.Boolean()),
      immediate: Type.Optional(Type.Boolean()),
      ...paging,
    }),
    reply: pageOf(ItemLine),
  },
  listManaged: {
    method: 'GET',
    path: '/items/managed',
    summary: 'Items in every state for those who keep them: own departments for a head, all for the service office',
    query: closed({
      q: Type.Optional(Type.String({ maxLength: 200 })),
      departmentId: Type.Optional(Id),
      kind: Type.Optional(oneOf(...itemKinds)),
      verified: Type.Optional(Type.Boolean()),
      shelf: Type.Optional(oneOf(...itemShelves)),
      sort: Type.Optional(oneOf(...managedSorts)),
      ...paging,
    }),
    reply: Type.Object({ rows: Type.Array(ManagedLine), total: Type.Integer(), counts: ShelfCounts }),
  },
  overview: {
    method: 'GET',
    path: '/items/overview',
    summary: 'Departments, topics, kinds and letters, each with the number of its items in force',
    reply: Overview,
  },
  getGuide: {
    method: 'GET',
    path: '/items/:id',
    summary: 'The guide of an item in force: all that one has to know, and where to go, the nearest first',
    params: ById,
    query: closed({ ...point }),
    reply: Guide,
    problems: ['catalogue.notInForce'],
  },
  getItemVersion: {
    method: 'GET',
    path: '/items/:id/versions/:version',
    summary: 'One published version: running cases keep theirs',
    params: OfVersion,
    reply: Type.Object({
      itemId: Id,
      code: Type.String(),
      version: Type.Integer(),
      departmentId: Id,
      inForceFrom: Day,
      body: ItemBody,
    }),
  },
  directory: {
    method: 'GET',
    path: '/items/directory',
    summary: 'Where to go: places with what can be done there, the nearest first',
    query: closed({ departmentId: Type.Optional(Id), topic: topicKey, itemId: Type.Optional(Id), ...point, ...paging }),
    reply: pageOf(DirectoryEntry),
  },
  printBooklet: {
    method: 'GET',
    path: '/items/booklet',
    summary: 'A print-ready booklet of guides (PDF) of a department, an outlet or a topic, or the directory',
    query: closed({
      departmentId: Type.Optional(Id),
      outletId: Type.Optional(Id),
      topic: topicKey,
      directory: Type.Optional(
        Type.Boolean({ description: 'true: places and what can be done there, without guides' }),
      ),
    }),
    reply: 'file',
    problems: ['catalogue.nothingToPrint'],
  },
  createItem: {
    method: 'POST',
    path: '/items',
    summary: 'Begin a new item with a draft; nothing is in force before it is published',
    body: closed({ code: Code, baseCode: Type.String({ maxLength: 120 }), departmentId: Id, body: DraftBody }),
    reply: Draft,
    problems: ['catalogue.codeTaken', 'catalogue.departmentUnknown'],
  },
  listDrafts: {
    method: 'GET',
    path: '/item-drafts',
    summary: 'Drafts of the departments of the asker, the latest first; all of them for the service office',
    reply: Type.Object({ rows: Type.Array(Draft) }),
  },
  getDraft: {
    method: 'GET',
    path: '/items/:id/draft',
    summary: 'The draft of the next version; without one, the version in force as a beginning (revision 0)',
    params: ById,
    reply: Draft,
  },
  saveDraft: {
    method: 'PUT',
    path: '/items/:id/draft',
    summary: 'Save the draft of the next version, under the revision that was read',
    params: ById,
    body: closed({
      departmentId: Id,
      body: DraftBody,
      basedOn: Type.Integer({ minimum: 0 }),
      revision: Type.Integer({ minimum: 0 }),
    }),
    reply: Draft,
    problems: ['catalogue.changedMeanwhile', 'catalogue.departmentUnknown'],
  },
  dropDraft: {
    method: 'DELETE',
    path: '/items/:id/draft',
    summary: 'Throw the draft away',
    params: ById,
    problems: ['catalogue.noDraft'],
  },
  checkItem: {
    method: 'POST',
    path: '/items/check',
    summary: 'What is wrong with the body of an item, for the preview of an editor; nothing is stored',
    body: closed({ body: Type.Unknown() }),
    reply: Type.Object({ faults: Type.Array(BodyFault) }),
  },
  publishItem: {
    method: 'POST',
    path: '/items/:id/versions',
    summary: 'Publish the draft as the next version, in force from a day on; running cases keep theirs',
    params: ById,
    body: closed({ revision: Type.Integer({ minimum: 1 }), inForceFrom: Day, note: Note }),
    reply: Type.Object({ version: Type.Integer() }),
    problems: ['catalogue.noDraft', 'catalogue.changedMeanwhile', 'catalogue.invalidBody', 'catalogue.dayPassed'],
  },
  cancelVersion: {
    method: 'POST',
    path: '/items/:id/versions/:version/cancellation',
    summary: 'Cancel a published version that has not begun',
    params: OfVersion,
    body: closed({ reason: Note }),
    problems: ['catalogue.notScheduled'],
  },
  withdrawItem: {
    method: 'POST',
    path: '/items/:id/withdrawal',
    summary: 'Withdraw an item from a day on; running cases go on',
    params: ById,
    body: closed({ fromDay: Day, reason: Note }),
    problems: ['catalogue.notInForce', 'catalogue.dayPassed'],
  },
  listVersions: {
    method: 'GET',
    path: '/items/:id/versions',
    summary: 'Every published version of an item, the newest first',
    params: ById,
    reply: Type.Object({ rows: Type.Array(Version) }),
  },
  compareVersions: {
    method: 'GET',
    path: '/items/:id/changes',
    summary: 'What changed between two versions, field by field; 0 is the draft',
    params: ById,
    query: closed({ from: Type.Integer({ minimum: 0 }), to: Type.Integer({ minimum: 0 }) }),
    reply: Type.Object({ changes: Type.Array(Change) }),
    problems: ['catalogue.noDraft'],
  },
  listOffers: {
    method: 'GET',
    path: '/items/:id/offers',
    summary: 'To which outlets an item was handed down, with those that gave it back, the latest first',
    params: ById,
    reply: Type.Object({ rows: Type.Array(Offer) }),
  },
  handDown: {
    method: 'POST',
    path: '/items/:id/offers',
    summary: 'Hand an item down to outlets, from a day on (today unless said otherwise)',
    params: ById,
    body: closed({ outletIds, scope: Scope, fromDay: Type.Optional(Day) }),
    problems: ['catalogue.outletUnknown', 'catalogue.alreadyOffered', 'catalogue.dayPassed'],
  },
  takeBack: {
    method: 'POST',
    path: '/items/:id/offers/taken-back',
    summary: 'Take an item back from outlets; what they took in goes on',
    params: ById,
    body: closed({ outletIds }),
    problems: ['catalogue.notOffered'],
  },
  importItems: {
    method: 'POST',
    path: '/items/imports',
    summary: 'Import a list (CSV or XLSX, a part named "file"), or show the difference first',
    query: closed({
      source: Type.String({ minLength: 1, maxLength: 60, pattern: '^\\S' }),
      dryRun: Type.Optional(Type.Boolean()),
      skipBroken: Type.Optional(Type.Boolean()),
      map: Type.Optional(
        Type.String({
          maxLength: 4000,
          description: 'What columns are, one on each line as HEADER=FIELD; a field of "-" leaves the column out',
        }),
      ),
      codeFrom: Type.Optional(
        Type.Literal('name', { description: 'Stable codes from the names, for a list without codes' }),
      ),
    }),
    multipart: true,
    reply: ImportReport,
    problems: ['catalogue.importRejected'],
  },
  listImports: {
    method: 'GET',
    path: '/items/imports',
    summary: 'The last imports',
    reply: Type.Object({ rows: Type.Array(ImportRun) }),
  },
});
