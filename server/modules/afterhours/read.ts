/** Requests as their readers see them, and the figures. */
import { listWindowsDoing, staffSeenAt } from '#modules/hall';
import { addDays } from '#modules/deadlines';
import { listWindows, listOutlets } from '#modules/offices';
import { maskName, maskPhone, staffOf } from '#modules/people';
import { qualifiedFor } from '#modules/windowstaff';
import { shanghaiDay } from '#platform/clock';
import type { Reader } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { Counts, RequestLine, RequestSeen, RequestWhole } from './contract.ts';
import { creditOf } from './credit.ts';
import type { Kind } from './request.ts';
import { countStates, readSteps, staysOn, sumsOfPeople, type RequestFilter, type RequestRow } from './store.ts';

type Names = ReadonlyMap<string, { name: string; nameEn: string }>;
/** Names of the outlets; a district has hundreds at most. */
export const outletNames = async (reader: Reader): Promise<Names> =>
  new Map((await listOutlets(reader, { retired: true })).map(({ id, name, nameEn }) => [id, { name, nameEn }]));

const shownOf = (row: RequestRow, names: Names) => ({
  id: row.id,
  number: row.number,
  state: row.state,
  outletId: row.outletId,
  outletName: names.get(row.outletId)?.name ?? '',
  outletNameEn: names.get(row.outletId)?.nameEn ?? '',
  errandName: row.errandName,
  errandNameEn: row.errandNameEn,
  period: row.period,
  day: row.day,
  beginsAt: row.beginsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  askedAt: row.askedAt.toISOString(),
  ticketNumber: row.ticketNumber,
  reason: row.reason,
  windowNumber: row.windowNumber,
});
export const seenOf = (row: RequestRow, names: Names): RequestSeen => ({ ...shownOf(row, names), code: row.code });

function minutesOf({ state, staffId, beginsAt, endedAt, changedAt }: RequestRow): number | null {
  if ((state !== 'done' && state !== 'missed') || !staffId) return null;
  const { from, until } = creditOf({ staffId, beginsAt, state, until: endedAt ?? changedAt });
  return Math.round((until - from) / 60_000);
}

export const lineOf = (row: RequestRow, names: Names): RequestLine => ({
  ...shownOf(row, names),
  door: row.door,
  departmentId: row.departmentId,
  name: maskName(row.name),
  forgotten: row.forgottenAt !== null,
  staffId: row.staffId,
  staffName: row.staffName,
  staffDepartmentId: row.staffDepartmentId,
  startedAt: row.startedAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  matters: row.matters,
  minutes: minutesOf(row),
});

/** All of it; name and number open for who decides or stays, and not to look through afterwards. */
export async function wholeOf(ground: Ground, row: RequestRow, open: boolean): Promise<RequestWhole> {
  const [names, steps] = await Promise.all([outletNames(ground.db), readSteps(ground.db, row.id)]);
  const name = open ? row.name : maskName(row.name);
  const byAsker = (kind: Kind): boolean => kind === 'cancel' || (kind === 'ask' && row.door !== 'desk');
  return {
    ...lineOf(row, names),
    name,
    phone: open ? row.phone : maskPhone(row.phone),
    wish: row.wish,
    caseNumbers: row.caseNumbers,
    steps: steps.map(({ kind, state, at, saidBy, body }) => {
      const by = byAsker(kind) ? name : saidBy;
      return { kind, state, at: at.toISOString(), by, text: body };
    }),
  };
}

/** Figures by the conditions of the list. Minutes are rounded after they are added. */
export async function countsOf(ground: Ground, filter: RequestFilter): Promise<Counts> {
  const [states, people] = await Promise.all([countStates(ground.db, filter), sumsOfPeople(ground.db, filter)]);
  const add = (rows: typeof people) => ({
    services: rows.reduce((sum, { services }) => sum + services, 0),
    matters: rows.reduce((sum, { matters }) => sum + matters, 0),
    minutes: Math.round(rows.reduce((sum, { seconds }) => sum + seconds, 0) / 60),
  });
  return {
    asOf: ground.clock.now().toISOString(),
    ...add(people),
    states,
    departments: [...Map.groupBy(people, ({ departmentId }) => departmentId)].map(([departmentId, rows]) => ({
      departmentId,
      ...add(rows),
    })),
    people: people.map((row) => ({
      staffId: row.staffId,
      staffName: row.staffName,
      departmentId: row.departmentId,
      missed: row.missed,
      ...add([row]),
    })),
  };
}

/** Who can stay, and where: the department's own, and who sat in this hall in the last month; busy ones with their window. */
export async function whoMayStay(ground: Ground, row: RequestRow) {
  const { db } = ground;
  const at = ground.clock.now();
  const [own, seen, windows, doing] = await Promise.all([
    row.departmentId ? staffOf(db, row.departmentId, shanghaiDay(at)) : [],
    staffSeenAt(db, row.outletId, addDays(shanghaiDay(at), -31)),
    listWindows(db, { outletId: row.outletId }),
    listWindowsDoing(db, row.outletId, row.errandId),
  ]);
  const colleagues = new Map(
    own.filter(({ roles }) => roles.some((role) => role !== 'auditor' && role !== 'admin')).map(({ accountId, name }) => [accountId, name]), // prettier-ignore
  );
  for (const { accountId, clerkName } of seen) colleagues.set(accountId, clerkName);
  const stays = await staysOn(db, row.day, row.outletId, [...colleagues.keys()]);
  const busy = new Map(
    stays
      .filter(({ id, beginsAt, endsAt }) => id !== row.id && beginsAt < row.endsAt && row.beginsAt < endsAt)
      .map(({ staffId, windowNumber }) => [staffId, windowNumber]),
  );
  const qualified = await qualifiedFor(db, [...colleagues.keys()], row.errandId, row.day);
  // Those who are qualified and free first; who lacks the qualification last. Nobody is left out: it is for the hall to decide.
  const rank = ({ qualified: able, busyAt }: { qualified: boolean | null; busyAt: string | null }): number =>
    (able === null ? 1 : able ? 0 : 2) * 2 + (busyAt === null ? 0 : 1);
  return {
    colleagues: [...colleagues]
      .map(([accountId, name]) => ({
        accountId,
        name,
        busyAt: busy.get(accountId) ?? null,
        qualified: qualified.get(accountId) ?? null,
      })) // prettier-ignore
      .toSorted((one, other) => rank(one) - rank(other))
      .slice(0, 500),
    windows: windows.slice(0, 500).map(({ id, number, name, nameEn }) => ({ id, number, name, nameEn, does: doing.has(id) })), // prettier-ignore
  };
}
