/** Opening hours: written anew as a whole, and asked. */
import { calendarsOf, dayKind } from '#modules/deadlines';
import type { Reader } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import type { Opening } from './contract.ts';
import { recordChange, wrote } from './edit.ts';
import { faultsOf, openAt, planOf, saysOpen, type CalendarOf, type DayPlan } from './opening.ts';
import { officesProblems } from './problems.ts';
import { findHours, writeHours, type Hours, type Outlet } from './store.ts';

/** The newest holiday calendar of the installation: one for all that counts days. */
const calendarOf = (ground: Pick<Ground, 'db'>): CalendarOf => {
  const { calendar } = calendarsOf(ground).latest;
  return (day) => dayKind(calendar, day);
};

/** The hours of an outlet; version 0 and empty where nobody has entered any. */
export const hoursOf = async (reader: Reader, outletId: string): Promise<Hours> =>
  (await findHours(reader, [outletId])).get(outletId) ?? {
    outletId,
    weekly: [],
    exceptions: [],
    version: 0,
    changedAt: null,
    changedBy: '',
  };

/** The spans of a day by opening hours, exceptions and the holiday calendar. */
export const planOn = (ground: Pick<Ground, 'db'>, hours: Hours, day: string): DayPlan =>
  planOf(hours, day, calendarOf(ground));

/** What an opening is to readers; null for hours that nobody has entered. */
export function openingOf(ground: Pick<Ground, 'db'>, hours: Hours | undefined, at: Date): Opening | null {
  if (!hours || hours.version === 0) return null;
  const state = openAt(hours, at, calendarOf(ground));
  return {
    open: state.open,
    closesAt: state.closesAt?.toISOString() ?? null,
    opensAt: state.opensAt?.toISOString() ?? null,
    reason: state.reason,
    provisional: state.provisional,
    says: saysOpen(state, at),
  };
}

/** Throws `offices.wrongHours` with each fault at its place, `offices.changedMeanwhile` with what the other wrote. */
export const saveHours = (
  ground: Ground,
  actor: Actor,
  outlet: Outlet,
  edit: Pick<Hours, 'weekly' | 'exceptions' | 'version'>,
): Promise<Hours> =>
  ground.db.transaction(async (tx) => {
    const fields = faultsOf(edit);
    if (Object.keys(fields).length > 0) throw officesProblems.wrongHours({ fields });
    const at = ground.clock.now();
    const next: Hours = { ...edit, outletId: outlet.id, changedAt: at, changedBy: actor.name };
    const row = await wrote(writeHours(tx, next), () => hoursOf(tx, outlet.id));
    recordChange(tx, actor, 'hours', row.version === 1 ? 'create' : 'update', {
      ...row,
      id: outlet.id,
      changedAt: at,
      departmentId: outlet.departmentId,
    });
    return row;
  });
