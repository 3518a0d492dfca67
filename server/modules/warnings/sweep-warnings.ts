/**
 * Sends the warnings that are due. Reads what is due and nothing else; several servers may do it at once, each case is taken by one. The
 * warning and the messages that it sends are one transaction, so each rung is done once whatever dies in between.
 */
import { getVersion } from '#modules/catalogue';
import { casesById, markWarned, type CaseRow } from '#modules/cases';
import { loadCalendars, shanghaiDay, workingDaysBetween, type Calendar } from '#modules/deadlines';
import { tell, type PostNotice } from '#modules/notices';
import { findDepartment } from '#modules/offices';
import { postHolders } from '#modules/people';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { ladderChanged, warned } from './events.ts';
import { saveFaults, type NewFault } from './ladder-store.ts';
import { laddersInForce, type Ladders } from './ladders.ts';
import { planCase, type CasePlan, type Standing } from './plan-case.ts';
import { doneKey, type Scheduled } from './schedule.ts';
import { clockOf } from './watch-cases.ts';
import {
  claimDue,
  endWatches,
  findWarnings,
  lookAgainBy,
  saveWarnings,
  saveWatches,
  type Warning,
} from './watch-store.ts';
import { holdersOf, type Roster } from './who-is-told.ts';

/** Cases in one transaction. Nobody waits for it: acts on a case do not touch what it locks. */
const batch = 500;
/** A case whose plan fails is looked at again after so long; the others go on. */
const restMilliseconds = 3_600_000;

export interface Swept {
  /** Cases that were looked at. */
  checked: number;
  /** Rungs that were sent, and passed over. */
  sent: number;
  skipped: number;
}

/** A rung that was planned, as it is stored. */
const warningOf = (row: CaseRow, plan: CasePlan, one: Scheduled, outcome: Warning['outcome'], at: Date): Warning => ({
  id: newId(),
  caseId: row.id,
  departmentId: row.departmentId,
  dueRule: row.dueRule!,
  dueFrom: row.dueFrom!,
  about: one.rung.about,
  dueOn: one.dueOn,
  days: one.rung.days,
  outcome,
  ladderId: plan.followed.id,
  told:
    outcome === 'sent'
      ? [...plan.told].flatMap(([accountId, { post, rung }]) => (rung === one ? [{ accountId, post }] : []))
      : [],
  at,
});

/** The message of a rung. Where nothing less was promised than the law allows, there is one date and it is the statutory one. */
export function templateOf({ rung, dueOn }: Scheduled, { fatalOn }: Pick<CaseRow, 'fatalOn'>, today: string) {
  const about = rung.about === 'target' && dueOn !== fatalOn ? 'target' : 'fatal';
  return `${about}${today > dueOn ? 'Passed' : 'Near'}` as const;
}

async function noticesOf(ground: Ground, row: CaseRow, plan: CasePlan, calendar: Calendar): Promise<PostNotice[]> {
  if (plan.told.size === 0) return [];
  const { body } = await getVersion(ground, row.itemId, row.itemVersion);
  const today = shanghaiDay(ground.clock.now());
  return [...plan.told].map(([accountId, { rung: one }]) => {
    const left = workingDaysBetween(calendar, today, one.dueOn);
    return {
      accountId,
      subjectId: row.id,
      template: templateOf(one, row, today),
      facts: {
        caseNumber: row.number,
        itemName: body.plainName ?? body.name,
        itemNameEn: body.plainNameEn ?? body.nameEn ?? body.name,
        dueOn: one.dueOn,
        ...(left > 0 ? { left } : {}),
        ...(row.fatalOn && row.fatalOn !== one.dueOn ? { fatalOn: row.fatalOn } : {}),
        ...(one.rung.note ? { note: one.rung.note } : {}),
      },
    };
  });
}

/** Notes what went wrong, and tells the service office of what it does not know yet. */
async function report(ground: Ground, tx: Tx, found: CasePlan['faults'], roster: Roster): Promise<void> {
  const distinct = new Map<string, NewFault>();
  for (const { departmentId, kind, detail } of found)
    distinct.set(`${departmentId} ${kind} ${detail}`, {
      id: newId(),
      departmentId,
      kind,
      detail: detail.slice(0, 200),
    });
  if (distinct.size === 0) return;
  const fresh = await saveFaults(tx, [...distinct.values()], ground.clock.now());
  const office = holdersOf('office', { departmentId: '', holderId: null }, roster);
  const departments = new Set<string | null>();
  for (const { id, departmentId } of distinct.values()) {
    if (!fresh.has(id)) continue;
    emit(tx, ladderChanged, id, { departmentId });
    departments.add(departmentId);
  }
  for (const departmentId of departments) {
    const name = departmentId ? (await findDepartment(tx, departmentId))?.name : undefined;
    tell(
      ground,
      tx,
      office.map((accountId) => ({
        accountId,
        subjectId: null,
        template: 'ladderFault',
        facts: { departmentName: name ?? ground.district.name },
      })),
    );
  }
}

async function sweepSome(ground: Ground, tx: Tx, ladders: Ladders, calendar: Calendar, no: number): Promise<Swept> {
  const now = ground.clock.now();
  const claimed = await claimDue(tx, now, batch);
  const ids = claimed.map(({ caseId }) => caseId);
  if (ids.length === 0) return { checked: 0, sent: 0, skipped: 0 };
  const [rows, done] = await Promise.all([casesById(tx, ids), findWarnings(tx, ids)]);
  const roster = await postHolders(
    tx,
    [...new Set(rows.map(({ departmentId }) => departmentId))],
    [...new Set(rows.flatMap(({ holderId }) => holderId ?? []))],
    shanghaiDay(now),
  );
  const standing: Standing = { ladders, calendar, roster, now };
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const doneOf = Map.groupBy(done, ({ caseId }) => caseId);
  const faults: CasePlan['faults'] = [];
  const plans: { row: CaseRow; plan: CasePlan; notices: PostNotice[] }[] = [];
  const ended: string[] = [];
  const moved: Parameters<typeof saveWatches>[1][number][] = [];
  for (const watch of claimed) {
    const row = rowOf.get(watch.caseId);
    const clock = row && clockOf(row);
    if (!clock) {
      ended.push(watch.caseId);
      continue;
    }
    const { id, departmentId, holderId, dueRule, dueFrom } = row;
    try {
      const known = (doneOf.get(id) ?? []).filter((one) => one.dueRule === dueRule && one.dueFrom === dueFrom);
      const before = new Map(
        known.map(({ about, days, dueOn, outcome }) => [
          doneKey({ rung: { about, days, to: [], note: '' }, dueOn }),
          outcome,
        ]),
      );
      const plan = planCase({ departmentId, holderId, clock, since: watch.since, done: before }, standing);
      plans.push({ row, plan, notices: await noticesOf(ground, row, plan, calendar) });
      faults.push(...plan.faults);
      moved.push({ ...watch, departmentId, nextAt: plan.nextAt, calendarNo: no });
    } catch (error) {
      // One case that cannot be planned must not keep the others waiting.
      ground.log.error({ err: error, caseId: id }, 'a case could not be warned of');
      faults.push({ departmentId, kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
      moved.push({ ...watch, departmentId, nextAt: new Date(now.getTime() + restMilliseconds) });
    }
  }
  const warnings = plans.flatMap(({ row, plan }) => [
    ...plan.send.map((one) => warningOf(row, plan, one, 'sent', now)),
    ...plan.skip.map((one) => warningOf(row, plan, one, 'skipped', now)),
  ]);
  const fresh = await saveWarnings(tx, warnings);
  const sent = warnings.filter(({ id, outcome }) => outcome === 'sent' && fresh.has(id));
  const warnedOf = new Set(sent.map(({ caseId }) => caseId));
  const notices = plans.flatMap(({ row, notices: own }) => (warnedOf.has(row.id) ? own : []));
  tell(ground, tx, notices);
  if (warnedOf.size > 0) markWarned(tx, [...warnedOf]);
  saveWatches(tx, moved);
  endWatches(tx, ended);
  await report(ground, tx, faults, roster);
  for (const departmentId of new Set(sent.map((one) => one.departmentId)))
    emit(tx, warned, departmentId, { departmentId, ownerId: null });
  for (const accountId of new Set(notices.map((one) => one.accountId)))
    emit(tx, warned, accountId, { departmentId: null, ownerId: accountId });
  return { checked: ids.length, sent: sent.length, skipped: fresh.size - sent.length };
}

/** Does all that is due. Can be broken off and begun again. */
export async function sweepWarnings(ground: Ground): Promise<Swept> {
  const { no, calendar } = (await loadCalendars(ground)).latest;
  await ground.db.transaction(async (tx) => lookAgainBy(tx, no, ground.clock.now()));
  const total: Swept = { checked: 0, sent: 0, skipped: 0 };
  for (;;) {
    const some = await ground.db.transaction(async (tx) => {
      const ladders = await laddersInForce(tx);
      return sweepSome(ground, tx, ladders, calendar, no);
    });
    total.checked += some.checked;
    total.sent += some.sent;
    total.skipped += some.skipped;
    if (some.checked < batch) return total;
  }
}
