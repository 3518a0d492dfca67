/** What the module announces. */
import { defineEvent } from '#platform/events';
import type { LogKind } from './steward/menu.ts';

export interface ProjectFacts extends Record<string, unknown> {
  kind: LogKind;
  number: string;
  /** Whose screens refresh: the steward's, and of those who represent the company. */
  ownerId: string | null;
  organisationId: string;
}

/** Something happened in a project. Subject: the project. */
export const projectMoved = defineEvent<ProjectFacts>('projects.moved');
/** Policies changed: everybody who looks at them reads again. */
export const policiesChanged = defineEvent<{ everybody: true }>('projects.policiesChanged');
