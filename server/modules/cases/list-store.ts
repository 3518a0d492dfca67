/** Lists of cases: the work list of a post and the cases of a person. A list and its count come from the same conditions. */
import { addDays, publishedCalendar, trafficLight, workingDaysBetween } from '#modules/deadlines';
import { shanghaiDay, startOfDay } from '#platform/clock';
import { sql } from '#platform/db';
import type { Ground } from '#platform/ground';
import { isFinal } from './case.ts';
import type { CaseLine } from './shapes.ts';
import { caseColumns, type CaseRow } from './store.ts';
import type { RawBuilder } from 'kysely';

/** Working days before the fatal date from which the light is yellow. */
export const warnDays = 2;

/** One line with its light, as of a day. The target counts for the light: a promise is kept before the law has to be. */
export function lineOf(row: CaseRow, today: string): CaseLine {
  const due = row.targetOn ?? row.fatalOn ?? undefined;
  const { light, remaining } = trafficLight({
    dueOn: isFinal(row.state) ? undefined : due,
    state: row.state === 'supplementing' ? 'paused' : 'running',
    today,
    warnDays,
    calendar: publishedCalendar,
  });
  const {
    id,
    number,
    itemId,
    itemName,
    departmentId,
    outletId,
    door,
    applicantName,
    state,
    outcome,
    holderId,
    feeState,
    rated,
  } = row;
  return {
    id, number, itemId, itemName, departmentId, outletId, door, applicantName, state, outcome, holderId, feeState, rated,
    submittedAt: row.submittedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    targetOn: row.targetOn,
    fatalOn: row.fatalOn,
    dueRule: row.dueRule,
    dueProvisional: row.dueProvisional,
    light,
    remaining: remaining ?? null,
  }; // prettier-ignore
}

export interface WorkFilter {
  /** Departments and outlets that the reader may see; undefined: all. */
  within?: { departmentIds: string[]; outletIds: string[] };
  departmentId?: string;
  outletId?: string;
  itemId?: string;
  state?: string;
  door?: string;
  holder?: { is: string } | { not: string } | 'nobody';
  light?: 'green' | 'yellow' | 'red';
  open?: boolean;
  find?: string;
  from?: string;
  to?: string;
  sort?: 'due' | 'newest' | 'oldest';
  limit: number;
  offset: number;
}

type Condition = RawBuilder<unknown>;

/** The last day on which a deadline shows yellow today; the list compares with it in SQL instead of asking for each row. */
function yellowUntil(today: string): string {
  let last = today;
  for (
    let day = addDays(today, 1);
    workingDaysBetween(publishedCalendar, today, day) <= warnDays;
    day = addDays(day, 1)
  )
    last = day;
  return last;
}

function conditionsOf(filter: WorkFilter, today: string): Condition {
  const due = sql`coalesce(c.target_on, c.fatal_on)`;
  const all: Condition[] = [];
  const { within, holder, light, find } = filter;
  if (within)
    all.push(
      sql`(c.department_id = any(${within.departmentIds}::uuid[]) or c.outlet_id = any(${within.outletIds}::uuid[]))`,
    );
  if (filter.departmentId) all.push(sql`c.department_id = ${filter.departmentId}`);
  if (filter.outletId) all.push(sql`c.outlet_id = ${filter.outletId}`);
  if (filter.itemId) all.push(sql`c.item_id = ${filter.itemId}`);
  if (filter.state) all.push(sql`c.state = ${filter.state}`);
  if (filter.door) all.push(sql`c.door = ${filter.door}`);
  if (filter.open !== undefined) all.push(filter.open ? sql`c.ended_at is null` : sql`c.ended_at is not null`);
  if (holder === 'nobody') all.push(sql`c.holder_id is null`);
  else if (holder && 'is' in holder) all.push(sql`c.holder_id = ${holder.is}`);
  else if (holder) all.push(sql`c.holder_id is not null and c.holder_id <> ${holder.not}`);
  if (light) all.push(sql`c.ended_at is null and c.state <> 'supplementing'`);
  if (light === 'red') all.push(sql`${due} < ${today}::date`);
  if (light === 'yellow') all.push(sql`${due} between ${today}::date and ${yellowUntil(today)}::date`);
  if (light === 'green') all.push(sql`${due} > ${yellowUntil(today)}::date`);
  if (filter.from) all.push(sql`c.submitted_at >= ${startOfDay(filter.from)}`);
  if (filter.to) all.push(sql`c.submitted_at < ${startOfDay(addDays(filter.to, 1))}`);
  if (find)
    all.push(
      sql`(c.number = ${find} or c.number like ${`%-${find.replace(/[%_\\]/g, '\\$&')}`} or c.applicant_name like ${`%${find.replace(/[%_\\]/g, '\\$&')}%`} or c.item_name like ${`%${find.replace(/[%_\\]/g, '\\$&')}%`})`,
    );
  return all.length > 0 ? sql.join(all, sql` and `) : sql`true`;
}

const orders = {
  due: sql`c.fatal_on nulls last, c.id`,
  newest: sql`c.submitted_at desc, c.id desc`,
  oldest: sql`c.submitted_at, c.id`,
};

/** A page of the work list and how many there are, from one statement each over the same conditions and the same snapshot. */
export async function workList(ground: Ground, filter: WorkFilter): Promise<{ rows: CaseLine[]; total: number }> {
  const today = shanghaiDay(ground.clock.now());
  const where = conditionsOf(filter, today);
  const found = await ground.db.many<CaseRow & { total: number }>(sql`
    select ${sql.raw(caseColumns)}, count(*) over () as total from cases."case" c
     where ${where} order by ${orders[filter.sort ?? 'due']} limit ${filter.limit} offset ${filter.offset}`);
  // An empty page beyond the end has no row to carry the count.
  const total =
    found[0]?.total ??
    (filter.offset === 0
      ? 0
      : (await ground.db.one<{ total: number }>(sql`select count(*) as total from cases."case" c where ${where}`))
          .total);
  return { rows: found.map((row) => lineOf(row, today)), total };
}

/** The cases that a person made or that were made for them, newest first. */
export async function casesOf(
  ground: Ground,
  who: { personId: string; organisationIds: readonly string[] },
  page: { limit: number; offset: number; open?: boolean },
): Promise<{ rows: CaseLine[]; total: number }> {
  const today = shanghaiDay(ground.clock.now());
  const found = await ground.db.many<CaseRow & { total: number }>(sql`
    select ${sql.raw(caseColumns)}, count(*) over () as total from cases."case" c
     where (c.person_id = ${who.personId} or c.agent_id = ${who.personId} or c.organisation_id = any(${[...who.organisationIds]}::uuid[]))
       ${page.open === undefined ? sql`` : page.open ? sql`and c.ended_at is null` : sql`and c.ended_at is not null`}
     order by c.submitted_at desc, c.id desc limit ${page.limit} offset ${page.offset}`);
  return { rows: found.map((row) => lineOf(row, today)), total: found[0]?.total ?? 0 };
}
