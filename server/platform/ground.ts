/** What every verb stands on, made once in the composition root and handed down. No container, no globals. */
import type { Clock } from './clock.ts';
import type { Database } from './db.ts';

export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface Ground {
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
