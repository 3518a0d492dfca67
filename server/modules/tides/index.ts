/** The face of `tides`: windows that open before the queue is felt. */
export { adviseOpening, adviseStaying, usualTerms, type Advice, type Terms } from './advise.ts';
export { erlangB, erlangC, erlangWait, windowsFor } from './erlang.ts';
export { Outlook, type Sight, type Spell } from './outlook.ts';
