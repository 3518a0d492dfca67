/** What cases put into lockers by themselves: results once they are in effect, and accepted materials of who wanted them kept. */
import { getVersion } from '#modules/catalogue';
import type { ItemBody } from '#modules/catalogue/contract';
import { documentsOf } from '#modules/documents';
import { keepMaterials, putResult, revokeResult, type KeptMaterial } from '#modules/lockers';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Event } from '#platform/events';
import type { Ground } from '#platform/ground';
import { contentOf, type Action, type Kind } from './case.ts';
import { contentOfResult } from './course/decision.ts';
import type { CaseFacts } from './events.ts';
import { departmentOf } from './papers.ts';
import { getCaseRow, readActions, type CaseRow } from './store.ts';

/** Steps after which a result may have come into effect, or another document may have taken its place. */
const resulting: ReadonlySet<Kind> = new Set(['issue', 'correct', 'payFee', 'waiveFee', 'revoke']);

/** Granted by a person, or by the law alone. */
const granting: ReadonlySet<Kind> = new Set(['grant', 'deemGranted']);

/**
 * The last day of something that is valid for so many months from a day: the day before the same one of that month, or the month's last.
 */
export function lastDayAfter(from: string, months: number): string {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const end = new Date(Date.UTC(year, month - 1 + months, 1));
  const length = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  if (day > length)
    return new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth(), length)).toISOString().slice(0, 10);
  return new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth(), day - 1)).toISOString().slice(0, 10);
}

/** Until when a result is valid: as its document says, else as the item says; null: without an end. */
export function validUntilOf(
  row: Pick<CaseRow, 'decidedAt'>,
  actions: readonly Pick<Action, 'kind' | 'facts'>[],
  { result }: Pick<ItemBody, 'result'>,
  issuedOn: string,
): string | null {
  const said = contentOfResult(actions).validUntil;
  if (said) return said;
  const from = row.decidedAt ? shanghaiDay(row.decidedAt) : issuedOn;
  return result?.validMonths ? lastDayAfter(from, result.validMonths) : null;
}

/** What the act that revoked the case gave as its reason. */
const reasonOf = ({ facts: { reason } }: Pick<Action, 'facts'>): string =>
  typeof reason === 'string' ? reason : '准予决定已被撤销';

/** Puts the result in as it stands now: told twice, or in another order, it comes to the same. */
async function putResultOf(ground: Ground, tx: Tx, row: CaseRow): Promise<void> {
  // A result for which a fee is still owed is not handed out, here neither.
  if (row.outcome !== 'granted' || row.feeState === 'asked') return;
  const [item, documents, actions] = await Promise.all([
    getVersion(ground, row.itemId, row.itemVersion),
    documentsOf(tx, row.id),
    readActions(tx, row.id),
  ]);
  const results = documents.filter(({ kind }) => kind === 'resultProof');
  const { result } = item.body;
  if (results.length === 0 || result?.kind === 'none') return;
  const issued = results.map(({ id, number, issuedAt }) => ({ id, number, issuedOn: shanghaiDay(issuedAt) }));
  await putResult(tx, ground.clock.now(), {
    owner: { personId: row.personId, organisationId: row.organisationId },
    from: { id: row.id, number: row.number, departmentId: row.departmentId },
    kind: result?.certificate ?? 'other',
    resultOf: [item.code, item.baseCode].filter((code) => code !== ''),
    name: result?.name ?? row.itemName,
    issuer: (await departmentOf(ground, row.departmentId)).name,
    validUntil: validUntilOf(row, actions, item.body, issued[0]!.issuedOn),
    documents: issued,
  });
  // After it is there, so that what is told late or twice does not bring it back.
  const revoked = actions.findLast(({ kind }) => kind === 'revoke');
  if (revoked) await revokeResult(tx, ground.clock.now(), row.id, reasonOf(revoked));
}

/** What of a granted case is worth keeping: files that came for materials which the coded list knows. */
export function keptOf(
  { materials: asked }: Pick<ItemBody, 'materials'>,
  actions: readonly Pick<Action, 'kind' | 'facts'>[],
): KeptMaterial[] {
  if (!actions.some(({ facts }) => facts.keepMaterials === true)) return [];
  return contentOf(actions).materials.flatMap(({ materialId, how, fileIds }) => {
    const material = asked.find(({ id }) => id === materialId);
    const kind = material?.metBy?.kinds[0];
    return material && kind && (how === 'upload' || how === 'paper') && fileIds.length > 0
      ? [{ kind, name: material.name, fileIds }]
      : [];
  });
}

async function keepMaterialsOf(ground: Ground, tx: Tx, row: CaseRow): Promise<void> {
  const [{ body }, actions] = await Promise.all([
    getVersion(ground, row.itemId, row.itemVersion),
    readActions(tx, row.id),
  ]);
  const kept = keptOf(body, actions);
  if (kept.length === 0) return;
  const owner = { personId: row.personId, organisationId: row.organisationId };
  const from = { id: row.id, number: row.number, departmentId: row.departmentId };
  await keepMaterials(tx, ground.clock.now(), owner, from, kept);
}

/** Fills lockers from a batch of steps, and takes back what was revoked. */
export async function fillLockers(ground: Ground, tx: Tx, events: readonly Event<CaseFacts>[]): Promise<void> {
  const issued = new Set(events.flatMap(({ subject, facts }) => (resulting.has(facts.kind) ? [subject] : [])));
  const granted = new Set(events.flatMap(({ subject, facts }) => (granting.has(facts.kind) ? [subject] : [])));
  for (const id of issued) await putResultOf(ground, tx, await getCaseRow(tx, id));
  for (const id of granted) await keepMaterialsOf(ground, tx, await getCaseRow(tx, id));
}
