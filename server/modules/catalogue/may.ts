/**
 * Who may do what with the catalogue. What is in force is public (政府信息公开条例 art. 20); the service office publishes, a head
 * prepares drafts for the own department.
 */
import type { Permissions } from '#platform/permissions';
import type { catalogueContract } from './contract.ts';

const everyone = { anyone: ['any'] } as const;
const editors = { office: ['any'], head: ['department'] } as const;
const office = { office: ['any'] } as const;
const readers = {
  office: ['any'],
  head: ['department'],
  examiner: ['department'],
  admin: ['any'],
  auditor: ['any'],
} as const;

export const may = {
  searchItems: everyone,
  quickFind: everyone,
  listItems: everyone,
  // The rows are those of the asker's departments; `keptDepartments` says which.
  listManaged: { office: ['any'], head: ['any'], admin: ['any'], auditor: ['any'] },
  overview: everyone,
  getGuide: everyone,
  // An applicant reads the version that the case was filed under.
  getItemVersion: everyone,
  directory: everyone,
  // Setting hundreds of pages is work for the machine: not for the whole world at once.
  printBooklet: { clerk: ['any'], examiner: ['any'], head: ['any'], office: ['any'], admin: ['any'] },
  createItem: editors,
  listDrafts: { office: ['any'], head: ['any'] },
  getDraft: editors,
  saveDraft: editors,
  dropDraft: editors,
  checkItem: { office: ['any'], head: ['any'] },
  publishItem: office,
  cancelVersion: office,
  withdrawItem: office,
  listVersions: readers,
  compareVersions: readers,
  listOffers: readers,
  handDown: office,
  takeBack: office,
  importItems: office,
  listImports: { office: ['any'], admin: ['any'], auditor: ['any'] },
} as const satisfies Permissions<keyof typeof catalogueContract>;
