/** What a module gives to the composition root. A small module has two of these, not all. */
import type { Command } from 'commander';
import type { FastifyInstance } from 'fastify';
import type { Contract } from './contract.ts';
import type { Reaction } from './events.ts';
import type { Ground } from './ground.ts';
import type { JobHandler, Schedule } from './jobs.ts';
import type { Permissions } from './permissions.ts';

export interface Module {
  /** Folder, database schema and tag of the API, all the same word. */
  readonly name: string;
  /** The modules whose faces this one may import: all of them stand before it in the list. */
  readonly uses: readonly string[];
  readonly contract?: Contract;
  readonly permissions?: Permissions;
  routes?(app: FastifyInstance, ground: Ground): void;
  reactions?(ground: Ground): Reaction[];
  jobs?(ground: Ground): JobHandler[];
  readonly schedules?: readonly Schedule[];
  /** Adds the module's commands to `yichuang`. `open` connects to the database when a command needs it. */
  commands?(program: Command, open: () => Promise<Ground>): void;
}
