/**
 * Counting open cases anew when the State Council has published or changed a year: each date is made whole from the day its clock began,
 * the old and the new one stand in the history, and each person concerned is told once.
 */
import { getVersion } from '#modules/catalogue';
import { loadCalendars, type CalendarVersion } from '#modules/deadlines';
import { tell, type NewNotice } from '#modules/notices';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { nobody } from '#platform/permissions';
import { boundedBy, dueOf, type Due } from '../clocks.ts';
import { insertAction, type CaseRow } from '../store.ts';
import { actionOf, announce } from '../take-step.ts';
import { peopleConcerned } from '../who-is-told.ts';
import { findStale, lockStale, markTold, saveRecounted } from './recount-store.ts';

export interface Recounted {
  /** Open cases that were looked at. */
  checked: number;
  /** Of them, those whose dates are other ones now. */
  changed: number;
  /** People who were told. */
  told: number;
}

/** Cases in one transaction: acts on them wait for it, so it is short. */
const chunk = 500;

const dates = (due: Due) => ({ targetOn: due.targetOn, fatalOn: due.fatalOn, forecastOn: due.forecastOn });
const same = (one: Due, other: Due): boolean =>
  one.targetOn === other.targetOn &&
  one.fatalOn === other.fatalOn &&
  one.forecastOn === other.forecastOn &&
  one.dueProvisional === other.dueProvisional;

/** Counts every open case by the newest calendar. Can be broken off and begun again, and two at once do it once. */
export async function recountCases(
  ground: Ground,
  onProgress?: (done: number, of: number) => void,
): Promise<Recounted> {
  const { latest } = await loadCalendars(ground);
  const result: Recounted = { checked: 0, changed: 0, told: 0 };
  const ids = (await findStale(ground.db, latest.no)).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += chunk) {
    const some = ids.slice(from, from + chunk);
    const done = await ground.db.transaction((tx) => recountSome(ground, tx, some, latest));
    result.checked += done.checked;
    result.changed += done.changed;
    result.told += done.told;
    onProgress?.(Math.min(from + chunk, ids.length), ids.length);
  }
  return result;
}

async function recountSome(
  ground: Ground,
  tx: Tx,
  ids: readonly string[],
  { no, calendar, inForceFrom }: CalendarVersion,
): Promise<Recounted> {
  const rows = await lockStale(tx, ids, no);
  const now = ground.clock.now();
  // Never before the calendar itself: by its instant one sees which calendar an act was counted by.
  const at = now < inForceFrom ? inForceFrom : now;
  const moved: { before: CaseRow; after: CaseRow }[] = [];
  for (const before of rows) {
    const { body } = await getVersion(ground, before.itemId, before.itemVersion);
    const counted = dueOf(before.dueRule!, before.dueFrom!, body, calendar, before.clockEvents ?? []);
    const due = boundedBy(before.expiresOn, counted);
    if (same(before, due)) continue;
    const facts = { calendar: calendar.version, was: dates(before), is: dates(due) };
    const { action, hash } = actionOf(before, 'recount', { actionId: newId(), facts, at, actor: nobody });
    insertAction(tx, { ...action, hash });
    moved.push({ before, after: { ...before, ...due, seq: action.seq, headHash: hash } });
  }
  for (const { before, after } of moved) announce(tx, before, after, 'recount', at);
  saveRecounted(
    tx,
    moved.map(({ after }) => after),
    rows.map(({ id }) => id),
    no,
  );
  const notices = await noticesOf(ground, tx, moved);
  const fresh = new Set(
    notices.length > 0
      ? (
          await markTold(
            tx,
            no,
            notices.map(({ personId }) => personId),
          )
        ).map(({ personId }) => personId)
      : [],
  );
  tell(
    ground,
    tx,
    notices.filter(({ personId }) => fresh.has(personId)),
  );
  return { checked: rows.length, changed: moved.length, told: fresh.size };
}

/** One message for each person, about the first of their cases whose day has moved. */
async function noticesOf(
  ground: Ground,
  tx: Tx,
  moved: readonly { before: CaseRow; after: CaseRow }[],
): Promise<NewNotice[]> {
  const notices = new Map<string, NewNotice>();
  for (const { before, after } of moved) {
    if (before.fatalOn === after.fatalOn && before.targetOn === after.targetOn) continue;
    const people = await peopleConcerned(ground, tx, { ...after, ownerId: after.agentId ?? after.personId });
    const fresh = people.filter((personId) => !notices.has(personId));
    if (fresh.length === 0) continue;
    const { body } = await getVersion(ground, after.itemId, after.itemVersion);
    const said = {
      caseNumber: after.number,
      itemName: body.plainName ?? body.name,
      itemNameEn: body.plainNameEn ?? body.nameEn ?? body.name,
      ...(after.targetOn ? { dueOn: after.targetOn } : {}),
    };
    for (const personId of fresh)
      notices.set(personId, { personId, subjectId: after.id, template: 'datesMoved', facts: said });
  }
  return [...notices.values()];
}
