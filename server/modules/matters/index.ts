/** The face of `matters`: life events, several departments in one matter, their opinions of each other. */
import type { Module } from '#platform/module';
import { mattersContract } from './contract.ts';
import { may } from './may.ts';
import { jobs, reactions, schedules } from './reactions.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'matters',
  uses: ['deadlines', 'offices', 'people', 'catalogue', 'documents', 'notices', 'cases'],
  contract: mattersContract,
  permissions: may,
  routes,
  reactions,
  jobs,
  schedules,
};

/** What the module announces. */
export { consultationMoved, matterMoved } from './events.ts';
/** Applying, following the cases, asking and answering, for a loader that makes histories by the rules. */
export { applyForMatter } from './apply.ts';
export { settleIn } from './settle.ts';
export { askOpinion, answerConsultation } from './consult.ts';
export { membersOf as partsOfMatter } from './store.ts';
/** Life events for a loader: completed, checked, stored in force. */
export { completeEvent, saveEvents, type EventToSave } from './save-events.ts';
export type { LifeEventBody } from './life-event.ts';
