/** What every verb stands on, made once in the composition root and handed down. No container, no globals. */
import type { Clock } from './clock.ts';
import type { Database } from './db.ts';

export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Whose window this is. One district is one database. */
export interface District {
  /** GB/T 2260 code, the beginning of every case number. */
  code: string;
  name: string;
  nameEn: string;
  /** Where decisions are reviewed (行政复议法 art. 24: the people's government at the same level) and actions brought. */
  reviewBody: string;
  court: string;
}

export interface Ground {
  district: District;
  db: Database;
  clock: Clock;
  log: Log;
  /** Where uploaded files and secrets lie. */
  dataFolder: string;
  /** The address that people use; in links and QR codes. */
  publicUrl: string;
  /** True for the demo district with its known passwords. */
  demo: boolean;
}
