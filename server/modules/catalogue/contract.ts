/** What the catalogue offers over HTTP, and the shapes of an item that others draw and fill in. Nothing of Node in here. */
export * from './item.ts';
/** What is asked, given the answers so far; and what is wrong with answers. The server asks the same rules again. */
export { askedFields, askedMaterials, askedSituations, isAsked, type Answers } from './items/asked.ts';
export { validateAnswers, type AnswerChecks, type AnswerFault, type CheckedAnswers } from './items/answers.ts';
