/** The face of `reading`: what photographed and scanned documents say. */
import type { Module } from '#platform/module';
import { commands } from './commands.ts';
import { readingContract } from './contract.ts';
import { jobs, schedules } from './jobs.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'reading',
  uses: ['people', 'documents'],
  contract: readingContract,
  permissions: may,
  routes,
  jobs,
  schedules,
  commands,
};

/** Reads a picture or PDF in a thread; ends the threads. */
export { closeReading, readPicture } from './read-picture.ts';
/** Reads an uploaded file once, and keeps what it says. */
export { readFile } from './read-file.ts';
export type { FieldReading, FieldState, PictureReading } from './reading.ts';
/** What was read beside what somebody says. */
export {
  comparable,
  comparableReading,
  fieldOfKind,
  fieldsOfKind,
  forGood,
  isReadKind,
  lastDayOf,
  sayKind,
} from './compare.ts';
export type { ReadKind } from './kinds.ts';
export { findReadings, saveReading } from './store.ts';
/** A file was read, or could not be. */
export { fileRead } from './events.ts';
