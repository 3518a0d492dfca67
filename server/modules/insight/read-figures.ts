/** The dashboard: figures with their definitions, the same counts in groups, and the cases behind them. */
import { getItem, getVersion } from '#modules/catalogue';
import { listDepartments } from '#modules/offices';
import { maskName } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import type { FigureCase, Group } from './contract.ts';
import { figures, isSet, valueOf, type Figure, type FigureId, type SetId } from './figures.ts';
import { readCases, readGroups, readOpenGroups, readTotals, type CaseBehind, type GroupBy, type GroupRow, type Wanted } from './figure-store.ts'; // prettier-ignore
import { daysIn } from './period.ts';
import { addUp, placeNames, townsOf } from './places.ts';

/** All figures of a period. */
export async function readFigures(ground: Ground, wanted: Wanted) {
  const now = ground.clock.now();
  const totals = await readTotals(ground.db, wanted, shanghaiDay(now));
  return {
    asOf: now.toISOString(),
    from: wanted.from,
    to: wanted.to,
    figures: (figures as readonly (Figure & { id: FigureId })[]).map(
      ({ numerator, denominator, behind, ...figure }) => ({
        ...figure,
        ...valueOf({ numerator, denominator, ...figure }, totals),
        numeratorSet: isSet(numerator) ? numerator : null,
        denominatorSet: denominator !== null && isSet(denominator) ? denominator : null,
        behind: behind ?? null,
        unit: figure.kind === 'average' ? (figure.unit ?? ('day' as const)) : null,
      }),
    ),
  };
}

type Names = Map<string, { name: string; nameEn: string | null }>;
/** What there is to group by: what the counters know, and towns, which are sums of outlets. */
type Grouping = GroupBy | 'town';
const ofTime = (by: Grouping): by is 'day' | 'month' => by === 'day' || by === 'month';

async function namesOf(ground: Ground, by: Grouping, keys: readonly string[]): Promise<Names> {
  if (by === 'department') {
    const all = await listDepartments(ground.db, { retired: true });
    return new Map(all.map(({ id, shortName, nameEn }) => [id, { name: shortName, nameEn: nameEn || null }]));
  }
  if (by === 'outlet' || by === 'town') return placeNames(ground);
  if (by !== 'item') return new Map();
  const named = await Promise.all(
    keys.map(async (id) => {
      const { lastVersion } = await getItem(ground.db, id);
      const { body } = await getVersion(ground, id, lastVersion);
      return [id, { name: body.plainName ?? body.name, nameEn: body.plainNameEn ?? body.nameEn ?? null }] as const;
    }),
  );
  return new Map(named);
}

/** The counts in groups: every day of the period, otherwise those groups in which there is something, the largest first. */
export async function readGrouped(ground: Ground, wanted: Wanted, by: Grouping) {
  const now = ground.clock.now();
  const counting = by === 'town' ? 'outlet' : by;
  const [byCounter, openByCounter] = await Promise.all([
    readGroups(ground.db, wanted, counting),
    ofTime(counting) ? [] : readOpenGroups(ground.db, wanted, counting, shanghaiDay(now)),
  ]);
  const townOf = by === 'town' ? await townsOf(ground) : undefined;
  const rows = townOf ? addUp(byCounter, townOf) : byCounter;
  const open = townOf ? addUp(openByCounter, townOf) : openByCounter;
  const counted = new Map(rows.map((row) => [row.key, row]));
  const opened = new Map(open.map((row) => [row.key, row]));
  const keys = by === 'day' ? daysIn(wanted) : [...new Set([...counted.keys(), ...opened.keys()])];
  const names = await namesOf(ground, by, keys);
  const groups = keys.map((key): Group => {
    const { open: openNow = 0, overdue = 0 } = opened.get(key) ?? {};
    const now = ofTime(by) ? { open: null, overdue: null } : { open: openNow, overdue };
    const { name = null, nameEn = null } = names.get(key) ?? {};
    return { ...(counted.get(key) ?? nothing), ...now, key, name, nameEn };
  });
  if (!ofTime(by)) groups.sort((a, b) => b.received - a.received || (a.key < b.key ? -1 : 1));
  return { asOf: now.toISOString(), from: wanted.from, to: wanted.to, rows: groups };
}

const nothing: Omit<GroupRow, 'key'> = {
  received: 0,
  online: 0,
  inPerson: 0,
  atSharedCounter: 0,
  accepted: 0,
  decided: 0,
  inTime: 0,
  late: 0,
  inPromise: 0,
  closed: 0,
  rated: 0,
  promisedDays: 0,
  usedDays: 0,
  statutoryDays: 0,
  savedDays: 0,
  withMaterials: 0,
  requiredMaterials: 0,
  sparedMaterials: 0,
  visits: 0,
};

/** Whether the actor reads the name of a person here: those who decide the department's cases do, for others it is masked. */
export const seesName = (actor: Actor, row: Pick<CaseBehind, 'byOrganisation' | 'departmentId'>): boolean =>
  row.byOrganisation ||
  actor.posts.some(({ role, departmentId }) => (role === 'examiner' || role === 'head') && departmentId === row.departmentId); // prettier-ignore

/** A case as the actor sees it in a list or a file. */
export function caseFor(actor: Actor, row: CaseBehind): FigureCase {
  const { byOrganisation, ...rest } = row;
  const applicantName = seesName(actor, row) ? row.applicantName : maskName(row.applicantName);
  return { ...rest, applicantName } as FigureCase;
}

/** A page of the cases behind a figure. */
export async function listBehind(
  ground: Ground,
  actor: Actor,
  set: SetId,
  wanted: Wanted,
  page: { limit: number; offset: number },
) {
  const today = shanghaiDay(ground.clock.now());
  const { rows, total } = await readCases(ground.db, set, wanted, today, page.limit, page.offset);
  return { rows: rows.map((row) => caseFor(actor, row)), total };
}
