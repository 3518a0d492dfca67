/** The face of the catalogue: items, their versions, what is asked, who offers what, search. */
import type { Module } from '#platform/module';
import { commands } from './commands.ts';
import { catalogueContract } from './contract.ts';
import { may } from './may.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'catalogue',
  uses: ['deadlines', 'offices'],
  contract: catalogueContract,
  permissions: may,
  routes,
  reactions: () => [...reactions],
  commands,
};

/** Items by id and code. */
export { findItemByCode, getItem } from './items/store.ts';
export type { Item, ItemVersion } from './items/store.ts';
/** The version in force on a day, and one that a case pinned. No SQL while the memory is warm. */
export { getVersion, getVersionInForce } from './items/read-version.ts';
export { itemsAtKiosk, itemsNamed } from './items/shelf.ts';
/** What is asked, and whether answers are what the form asks for. Pure; the browser has them from the contract. */
export { askedFields, askedMaterials, askedSituations, isAsked } from './items/asked.ts';
export { validateAnswers } from './items/answers.ts';
export type { AnswerChecks, CheckedAnswers } from './items/answers.ts';
/** Many items at once, for a loader. */
export { saveItems } from './items/save-items.ts';
export type { ItemToSave, SavedBy, SavedItem } from './items/save-items.ts';
/** Where an item is taken: at every hall, its department's own counters, and where it was handed down. */
export { insertOffers as saveOffers, findOffersOfOutlet as offersOf } from './offers/store.ts';
export { scopeAt } from './offers/hand-down.ts';
export type { Scope } from './offers/store.ts';
export { upsertTopics as saveTopics } from './items/store.ts';
/** The text of a list, in whatever encoding a spreadsheet wrote it. */
export { decode } from './import/decode.ts';
/** Search in citizens' words. */
export { searchItems } from './search/live-index.ts';
/** What others may hear. */
export { itemChanged, itemsLoaded, offersChanged } from './events.ts';
