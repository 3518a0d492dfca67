/** Steps to come, and what a course knows while it is planned. */
import type { CaseRow, Kind } from '#modules/cases';
import type { Member } from '../district/staff.ts';
import type { Arrival } from './arrivals.ts';
import type { Fate } from './fate.ts';
import type { History, Who } from './history.ts';
import type { Begun } from './intake.ts';
import type { World } from './world.ts';

/** A step to come. What it says may depend on where the case stands by then. */
export interface Planned {
  at: Date;
  kind: Exclude<Kind, 'submit'>;
  who: Who;
  facts?: Record<string, unknown> | ((row: CaseRow, actionId: string) => Record<string, unknown>);
  changes?: Partial<CaseRow> | ((row: CaseRow) => Partial<CaseRow>);
  /** Documents, and what is remembered outside the row; before the step, as the verbs do. */
  also?: (history: History) => void;
  /** Whether it is still to be done when its time has come; absent: whenever the state allows it. */
  when?: (history: History) => boolean;
}

export interface Course extends Begun {
  world: World;
  arrival: Arrival;
  fate: Fate;
  /** Who works on it at the front: the clerk, or somebody at the department's desk. */
  front: Member;
  /** Which department has it: another one after it was sent on. */
  departmentId: string;
}

/** So many minutes later by the clock. */
export const later = (at: Date, minutes: number): Date => new Date(at.getTime() + Math.round(minutes * 60_000));
