/** The face of the catalogue: items, their versions, what is asked, who offers what, search. */
import type { Module } from '#platform/module';
import { commands } from './commands.ts';

export const module: Module = { name: 'catalogue', uses: ['deadlines', 'offices'], commands };

/** Items by id and code. */
export { findItemByCode, getItem } from './items/store.ts';
export type { Item, ItemVersion } from './items/store.ts';
/** The version in force on a day, and one that a case pinned. No SQL while the memory is warm. */
export { getVersion, getVersionInForce } from './items/read-version.ts';
/** What is asked, and whether answers are what the form asks for. Pure; the browser has them from the contract. */
export { askedFields, askedMaterials, askedSituations, isAsked } from './items/asked.ts';
export { validateAnswers } from './items/answers.ts';
export type { AnswerChecks, CheckedAnswers } from './items/answers.ts';
/** Many items at once, for a loader. */
export { saveItems } from './items/save-items.ts';
export type { ItemToSave, SavedBy, SavedItem } from './items/save-items.ts';
