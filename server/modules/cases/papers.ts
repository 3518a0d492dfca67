/** The documents of a case (文书), frozen in the act that makes them. */
import { LRUCache } from 'lru-cache';
import {
  freezeDocument,
  nextDocumentNumber,
  type DataOf,
  type DocumentKind,
  type Matter,
  type NewDocument,
  type Remedies,
} from '#modules/documents';
import { getDepartment, getOutlet, listOutlets, type Department } from '#modules/offices';
import { getPerson } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { isStaff, type Actor } from '#platform/permissions';
import type { CaseRow } from './store.ts';
import type { StepContext } from './take-step.ts';
import { postFor } from './ties.ts';

/**
 * What a document says of offices and people changes once in years, and a document is made a thousand times a minute. The promise is kept:
 * when it is time to look again, a hundred acts at once ask one question.
 */
const memory = <Value extends object>(read: (ground: Ground, id: string) => Promise<Value>) => {
  const kept = new LRUCache<string, Promise<Value>>({ max: 500, ttl: 10_000 });
  return (ground: Ground, id: string): Promise<Value> => {
    const key = `${ground.district.code}/${id}`;
    const known = kept.get(key);
    if (known) return known;
    const asked = read(ground, id);
    kept.set(key, asked);
    asked.catch(() => kept.delete(key));
    return asked;
  };
};

export const departmentOf = memory<Department>((ground, id) => getDepartment(ground.db.aside, id));
/** Where the department itself sits, if it has a place of its own. */
const seatOf = memory(async (ground, departmentId) => {
  const [seat] = await listOutlets(ground.db.aside, { departmentId });
  return { address: seat?.address ?? null };
});
export const outletOf = memory((ground, id) => getOutlet(ground.db.aside, id));
const agentOf = memory((ground, id) => getPerson(ground.db.aside, id));

/** What the seal says, where it is not what the templates make of the department's name. */
const sealOf = ({ name, sealName }: Department): Pick<Matter, 'sealName'> =>
  [name, `${name}行政审批专用章`].includes(sealName) ? {} : { sealName };

/** The counter at which the document is made out; undefined for what is done from an office or from afar. */
async function placeOf(ground: Ground, row: CaseRow, actor: Actor | undefined): Promise<string | undefined> {
  const outletId = actor && isStaff(actor) ? postFor(actor, row)?.outletId : null;
  return outletId ? (await outletOf(ground, outletId)).name : undefined;
}

/** Where one may turn against an act of the district. */
export const remediesIn = ({ district }: Ground): Remedies => ({
  reviewBody: district.reviewBody,
  court: district.court,
});

/** What the law asks of the item, for the documents that cite it. */
export const basisOf = ({ item }: Pick<StepContext, 'item'>) =>
  item.body.basis.map(({ law, article }) => ({ law, ...(article ? { article } : {}) }));

/** Freezes a document of this kind in the step's transaction. */
export async function paper<K extends DocumentKind>(
  context: Pick<StepContext, 'ground' | 'tx' | 'now' | 'item' | 'actor'>,
  row: CaseRow,
  kind: K,
  facts: Omit<DataOf<K>, keyof Matter>,
): Promise<void> {
  const { ground, tx, now, item } = context;
  const [department, { address }, place, agent] = await Promise.all([
    departmentOf(ground, row.departmentId),
    seatOf(ground, row.departmentId),
    placeOf(ground, row, context.actor),
    row.agentId ? agentOf(ground, row.agentId) : undefined,
  ]);
  const shortName = department.shortName;
  const number = await nextDocumentNumber(ground, { kind, shortName, year: Number(shanghaiDay(now).slice(0, 4)) });
  freezeDocument(tx, {
    kind,
    number,
    departmentId: row.departmentId,
    subjectId: row.id,
    recipientId: row.personId ?? row.organisationId,
    issuedAt: now,
    data: {
      departmentName: department.name,
      ...(department.nameEn ? { departmentNameEn: department.nameEn } : {}),
      ...sealOf(department),
      ...(address ? { departmentAddress: address } : {}),
      ...(place ? { place } : {}),
      ...(agent ? { agentName: agent.name } : {}),
      ...(department.telephone ? { telephone: department.telephone } : {}),
      caseNumber: row.number,
      itemName: row.itemName,
      itemCode: item.code,
      licensing: item.body.kind === 'licence',
      recipientName: row.applicantName,
      ...facts,
    },
  } as unknown as NewDocument);
}
