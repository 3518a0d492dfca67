/** The face of `documents`: uploaded files, legal documents, and their service. */
import type { Module } from '#platform/module';

export const module: Module = { name: 'documents', uses: ['offices', 'people', 'deadlines'] };

/** Freezes a document in the act's transaction; takes its number before; lists the documents of a case; titles. */
export { documentsOf, freezeDocument, nextDocumentNumber, titleOf } from './freeze-document.ts';
export type { FrozenDocument, ListedDocument, NewDocument } from './freeze-document.ts';
/** Records service (送达) and works out the remedies that run from it. */
export { recordService, remediesFrom } from './serve-document.ts';
export type { NewService, RemedyPeriods } from './serve-document.ts';
/** The kinds of documents with their names and articles. */
export { documentKinds, kindsOfDocument } from './document.ts';
export type { DocumentKind } from './document.ts';
/** What each kind says. */
export type { CitedLaw, DataOf, FeeLine, ListedMaterial, Matter, Remedies, ServiceWay } from './data.ts';
/** The modules above say who may read the files and documents of their subjects. */
export { allowReading } from './reading.ts';
export type { TiesOf } from './reading.ts';
