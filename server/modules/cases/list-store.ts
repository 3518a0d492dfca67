/** Lists of cases: the work list of a post and the cases of a person. A list and its count come from the same conditions. */
import { itemsNamed } from '#modules/catalogue';
import { addDays, calendarsOf, trafficLight, workingDaysBetween, type Calendar } from '#modules/deadlines';
import { maskName, organisationsNamed } from '#modules/people';
import { shanghaiDay, startOfDay } from '#platform/clock';
import { sql } from '#platform/db';
import type { Ground } from '#platform/ground';
import { isFinal, type State } from './case.ts';
import type { CaseLine } from './shapes.ts';
import { caseColumns, type CaseRow } from './store.ts';
import type { RawBuilder } from 'kysely';

/** Working days before the fatal date from which the light is yellow. */
export const warnDays = 2;

/** One line with its light, as of a day. The target counts for the light: a promise is kept before the law has to be. */
export function lineOf(row: CaseRow, today: string, calendar: Calendar, masked = false): CaseLine {
  const due = row.targetOn ?? row.fatalOn ?? undefined;
  const { light, remaining } = trafficLight({
    dueOn: isFinal(row.state) ? undefined : due,
    state: row.state === 'supplementing' || row.pausedSince !== null ? 'paused' : 'running',
    today,
    warnDays,
    calendar,
  });
  const { id, number, itemId, itemName, departmentId, outletId, door, state, outcome, holderId, feeState, rated } = row;
  return {
    id, number, itemId, itemName, departmentId, outletId, door, state, outcome, holderId, feeState, rated,
    applicantName: masked && row.organisationId === null ? maskName(row.applicantName) : row.applicantName,
    submittedAt: row.submittedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    targetOn: row.targetOn,
    fatalOn: row.fatalOn,
    dueRule: row.dueRule,
    dueProvisional: row.dueProvisional,
    light,
    remaining: remaining ?? null,
    pausedSince: row.pausedSince,
    forecastOn: row.forecastOn,
    wants: row.wants,
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
  wants?: 'extension';
  /** Somebody was warned of the clock that runs now. */
  warned?: boolean;
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
function yellowUntil(today: string, calendar: Calendar): string {
  let last = today;
  for (let day = addDays(today, 1); workingDaysBetween(calendar, today, day) <= warnDays; day = addDays(day, 1))
    last = day;
  return last;
}

/** Letters that mean something to `like`, as themselves. */
const literally = (text: string): string => text.replace(/[%_\\]/g, '\\$&');

/** Serial numbers and what is written of them: all whole numbers that end like this. */
function numbersLike(text: string, districtCode: string, year: number): string[] {
  const parts = /^(?:(\d{4})-)?(\d{1,7})$/.exec(text);
  if (!parts) return [text];
  const serial = parts[2]!.padStart(7, '0');
  const years = parts[1] ? [Number(parts[1])] : Array.from({ length: 10 }, (_, i) => year - i);
  return years.map((one) => `${districtCode}-${one}-${serial}`);
}

/** Whether only cases that are still open can be in the list: few, and in an index of their own. */
const isOpenOnly = ({ open, light, state, wants, warned }: WorkFilter): boolean =>
  open === true ||
  warned === true ||
  light !== undefined ||
  wants !== undefined ||
  (state !== undefined && !isFinal(state as State));

/** What is looked for: a number or its end, the applicant's name, the name of the item. */
async function findingOf(ground: Ground, filter: WorkFilter, find: string, today: string): Promise<Condition> {
  const numbers = numbersLike(find, ground.district.code, Number(today.slice(0, 4)));
  const inside = `%${literally(find)}%`;
  if (isOpenOnly(filter))
    return sql`(c.number = any(${numbers}) or c.applicant_name like ${inside} or c.item_name like ${inside})`;
  // Among all cases there ever were, only what an index can find: a person's name by its beginning, a company's by any part.
  const [organisationIds, itemIds] = await Promise.all([
    organisationsNamed(ground.db, find, 500),
    itemsNamed(ground, find),
  ]);
  return sql`(c.number = any(${numbers}) or c.applicant_name like ${`${literally(find)}%`}
    or c.organisation_id = any(${organisationIds}::uuid[]) or c.item_id = any(${itemIds}::uuid[]))`;
}

async function conditionsOf(ground: Ground, filter: WorkFilter, today: string): Promise<Condition[]> {
  const due = sql`coalesce(c.target_on, c.fatal_on)`;
  const all: Condition[] = [sql`true`];
  const { holder, light, find } = filter;
  if (filter.departmentId) all.push(sql`c.department_id = ${filter.departmentId}`);
  if (filter.outletId) all.push(sql`c.outlet_id = ${filter.outletId}`);
  if (filter.itemId) all.push(sql`c.item_id = ${filter.itemId}`);
  if (filter.state) all.push(sql`c.state = ${filter.state}`);
  if (filter.door) all.push(sql`c.door = ${filter.door}`);
  if (filter.open === false || (filter.state && isFinal(filter.state as State))) all.push(sql`c.ended_at is not null`);
  else if (isOpenOnly(filter)) all.push(sql`c.ended_at is null`);
  if (holder === 'nobody') all.push(sql`c.holder_id is null`);
  else if (holder && 'is' in holder) all.push(sql`c.holder_id = ${holder.is}`);
  else if (holder) all.push(sql`c.holder_id is not null and c.holder_id <> ${holder.not}`);
  if (light) all.push(sql`c.state <> 'supplementing'`);
  if (light && light !== 'red') all.push(sql`c.paused_since is null`);
  if (filter.wants) all.push(sql`c.wants = ${filter.wants}`);
  if (filter.warned) all.push(sql`c.warned = c.due_rule || ' ' || c.due_from`);
  if (light === 'red') all.push(sql`${due} < ${today}::date`);
  if (light === 'yellow')
    all.push(sql`${due} between ${today}::date and ${yellowUntil(today, calendarsOf(ground).latest.calendar)}::date`);
  if (light === 'green') all.push(sql`${due} > ${yellowUntil(today, calendarsOf(ground).latest.calendar)}::date`);
  if (filter.from) all.push(sql`c.submitted_at >= ${startOfDay(filter.from)}`);
  if (filter.to) all.push(sql`c.submitted_at < ${startOfDay(addDays(filter.to, 1))}`);
  if (find) all.push(await findingOf(ground, filter, find, today));
  return all;
}

/**
 * Parts of the list that do not overlap, each of which an index brings in its order: the departments of the reader one by one, then what
 * their outlets took in for others. Open cases are few, so they are one part and sorted.
 */
function partsOf(filter: WorkFilter): Condition[] {
  const { within } = filter;
  if (!within) return [sql`true`];
  const { departmentIds, outletIds } = within;
  if (isOpenOnly(filter))
    return [sql`(c.department_id = any(${departmentIds}::uuid[]) or c.outlet_id = any(${outletIds}::uuid[]))`];
  return [
    ...departmentIds.map((id) => sql`c.department_id = ${id}`),
    ...outletIds.map((id) => sql`c.outlet_id = ${id} and c.department_id <> all(${departmentIds}::uuid[])`),
  ];
}

const orders = {
  due: sql`coalesce(c.fatal_on, c.forecast_on) nulls last, c.id`,
  newest: sql`c.submitted_at desc, c.id desc`,
  oldest: sql`c.submitted_at, c.id`,
};

/** How many cases are counted at most; a list of more says that it is. */
export const countedAtMost = 50_000;

/** A page of the work list and how many there are, from one statement over the same conditions and the same snapshot. */
export async function workList(
  ground: Ground,
  filter: WorkFilter,
): Promise<{ rows: CaseLine[]; total: number; more: boolean }> {
  const today = shanghaiDay(ground.clock.now());
  const { limit, offset } = filter;
  // Only what is open has a date to be done by: in a list of everything the newest come first.
  const asked = filter.sort ?? 'due';
  const order = orders[asked === 'due' && !isOpenOnly(filter) ? 'newest' : asked];
  const where = sql.join(await conditionsOf(ground, filter, today), sql` and `);
  const scopes = partsOf(filter).map((part) => sql.join([part, where], sql` and `));
  if (scopes.length === 0) return { rows: [], total: 0, more: false };
  // What is looked for is found first and sorted then: in the order of time, the planner would walk through all cases until it met enough.
  const fence = sql.raw(filter.find === undefined ? '' : 'offset 0');
  const pages = scopes.map(
    (scope) => sql`
      (select ${sql.raw(caseColumns)} from (select * from cases."case" c where ${scope} ${fence}) c order by ${order} limit ${limit + offset})`,
  );
  const counted = scopes.map((scope) => sql`(select 1 from cases."case" c where ${scope} limit ${countedAtMost + 1})`);
  const found = await ground.db.many<CaseRow & { total: number | null; counted: number }>(sql`
    select n.counted, c.* from (select count(*) as counted from (${sql.join(counted, sql` union all `)}) x) n
      left join lateral (select * from (${sql.join(pages, sql` union all `)}) c order by ${order} limit ${limit} offset ${offset}) c on true
     order by ${order}`);
  const all = found[0]!.counted;
  const { calendar } = calendarsOf(ground).latest;
  // A page beyond the end is one row that says the count and nothing else.
  const rows = found.flatMap(({ counted: _, ...row }) =>
    row.id === null ? [] : [lineOf(row, today, calendar, filter.within === undefined)],
  );
  return { rows, total: Math.min(all, countedAtMost), more: all > countedAtMost };
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
  return {
    rows: found.map((row) => lineOf(row, today, calendarsOf(ground).latest.calendar)),
    total: found[0]?.total ?? 0,
  };
}
