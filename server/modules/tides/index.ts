/** The face of `tides`: windows that open before the queue is felt. */
import type { Module } from '#platform/module';
import { commands } from './commands.ts';

export const module: Module = { name: 'tides', uses: ['hall'], commands };

/** Whether one window more is worth its person's time now. */
export { adviseHall, adviseOpening, adviseStaying, usualTerms, type Advice, type Hall, type Terms } from './advise.ts';
export { Outlook, type Sight } from './outlook.ts';
/** How many windows a plan needs for a mean wait. */
export { windowsFor } from './erlang.ts';
