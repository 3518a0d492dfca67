/** The face of `insight`: the figures of the service and the cases behind them. */
import type { Module } from '#platform/module';
import { commands } from './commands.ts';
import { insightContract } from './contract.ts';
import { reactions } from './keep-count.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'insight',
  uses: ['deadlines', 'offices', 'people', 'catalogue', 'cases', 'ratings'],
  contract: insightContract,
  permissions: may,
  routes,
  reactions,
  commands,
};

/** Counts all cases anew from their histories; a loader that stores cases without announcing them calls it at its end. */
export { rebuild, type Rebuilt } from './rebuild.ts';
/** The figures of a period and the same in groups, for whoever writes them down. */
export { readFigures, readGrouped } from './read-figures.ts';
export { wantedOf } from './period.ts';
/** A table as a file for a spreadsheet, safe against formulas that somebody typed. */
export { toCsv, type Cell } from './sheet.ts';
