/** The face of `documents`: uploaded files, legal documents, and their service. */
import type { Module } from '#platform/module';
import { documentsContract } from './contract.ts';
import { jobs, schedules } from './jobs.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'documents',
  uses: ['deadlines', 'people'],
  contract: documentsContract,
  permissions: may,
  routes,
  jobs,
  schedules,
};

/** Freezes a document in the act's transaction; takes its number before; lists the documents of a case; titles. */
export { documentsOf, freezeDocument, nextDocumentNumber } from './freeze-document.ts';
export type { FrozenDocument, ListedDocument, NewDocument } from './freeze-document.ts';
export { titleOf } from './title.ts';
/** Records service (送达) and works out the remedies that run from it. */
export { recordService, remediesFrom } from './serve-document.ts';
export type { NewService, RemedyPeriods } from './serve-document.ts';
/** The kinds of documents with their names and articles, and what each kind says. */
export { documentKinds, kindsOfDocument } from './document.ts';
export type { DocumentKind } from './document.ts';
export type { CitedLaw, DataOf, FeeLine, ListedMaterial, Matter, Remedies, ServiceWay } from './data.ts';
/** Uploaded files: attached in the act's transaction, listed, removed with their draft; opened with the ties of who asks; cleaned. */
export {
  attachFiles,
  filesOf,
  findFiles,
  removeFiles,
  removeFilesOf,
  shareFiles,
  uploadFile,
} from './files/upload-file.ts';
export type { UploadedFile } from './files/upload-file.ts';
export { openFile, type OpenedFile } from './files/open-file.ts';
export { cleanContent } from './files/clean-content.ts';
/** The modules above say who may read the files and documents of their subjects. */
export { allowReading, tiesOfSubject } from './reading.ts';
export type { TiesOf } from './reading.ts';
/** Forms that people filled in and reports, drawn as PDF; money and days as papers say them; a file's way out over HTTP. */
export { openForm, openReport } from './open-document.ts';
export type { Form } from './drawing/form.ts';
export type { Report } from './drawing/report.ts';
export { sayAmount, sayDate, sayTime, type Block } from './drawing/paper.ts';
export { deliverFile } from './deliver-file.ts';
/** Papers for a printer elsewhere, such as that of a kiosk. */
export { openToPrint, proofsOf, type Proof } from './print-document.ts';
export { hashOfContent, readContent } from './read-content.ts';
