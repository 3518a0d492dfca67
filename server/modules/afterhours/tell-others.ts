/** Who hears of a request: the managers that one waits, whoever asked what became of it, the colleague that they stay. */
import { tell } from '#modules/notices';
import { listOutlets } from '#modules/offices';
import { findPersons, postHolders } from '#modules/people';
import { shanghaiDay, shanghaiTime } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { State } from './request.ts';
import type { RequestRow } from './store.ts';

const factsOf = (row: RequestRow) => ({
  itemName: row.errandName,
  itemNameEn: row.errandNameEn || row.errandName,
  caseNumber: row.number,
  dueOn: row.day,
  until: `${shanghaiTime(row.beginsAt)}–${shanghaiTime(row.endsAt)}`,
});

/** The head of the errand's department; without one the service office. */
export async function tellManagers(ground: Ground, tx: Tx, row: RequestRow): Promise<void> {
  const { departmentId } = row;
  const holders = await postHolders(tx, departmentId ? [departmentId] : [], [], shanghaiDay(ground.clock.now()));
  const heads = holders.filter(({ role, departmentId: of }) => role === 'head' && of === departmentId && departmentId);
  const chosen = heads.length > 0 ? heads : holders.filter(({ role }) => role === 'office');
  const accounts = new Set(chosen.map(({ accountId, standInId }) => standInId ?? accountId));
  const facts = factsOf(row);
  tell(ground, tx, [...accounts].map((accountId) => ({ accountId, subjectId: null, template: 'afterhoursAsked' as const, facts }))); // prettier-ignore
}

const messages = {
  granted: 'afterhoursGranted',
  refused: 'afterhoursRefused',
  unanswered: 'afterhoursUnanswered',
} as const satisfies Partial<Record<State, string>>;

/** What messages of some requests say besides: names of halls by their id, and which of those who asked are persons that are known. */
export interface Known {
  outlets: ReadonlyMap<string, string>;
  persons: ReadonlySet<string>;
}
/** Read at once for all; a district has hundreds of outlets at most. */
export async function knownOf(tx: Tx, rows: readonly RequestRow[]): Promise<Known> {
  const asked = [...new Set(rows.flatMap(({ personId }) => personId ?? []))];
  const outlets = await listOutlets(tx, { retired: true });
  const persons = asked.length > 0 ? await findPersons(tx, asked) : [];
  return { outlets: new Map(outlets.map(({ id, name }) => [id, name])), persons: new Set(persons.map(({ id }) => id)) };
}

/** What was decided, to whoever asked with a name that is known; and to who stays, or stays no more. */
export function tellDecision(ground: Ground, tx: Tx, row: RequestRow, before: RequestRow, known: Known): void {
  const facts = { ...factsOf(row), place: `${known.outlets.get(row.outletId) ?? ''} ${row.windowNumber ?? ''}`.trim(), ...(row.reason ? { reason: row.reason } : {}) }; // prettier-ignore
  const template = messages[row.state as keyof typeof messages];
  const { personId } = row;
  if (template && personId && known.persons.has(personId))
    tell(ground, tx, [{ personId, subjectId: null, template, facts }]);
  const stays = row.state === 'granted' ? row.staffId : null;
  if (stays && stays !== before.staffId)
    tell(ground, tx, [{ accountId: stays, subjectId: null, template: 'afterhoursStay', facts }]);
  const freed = before.staffId !== null && (stays !== before.staffId) && ['granted', 'refused', 'cancelled'].includes(row.state); // prettier-ignore
  if (freed) tell(ground, tx, [{ accountId: before.staffId!, subjectId: null, template: 'afterhoursFreed', facts }]);
}
