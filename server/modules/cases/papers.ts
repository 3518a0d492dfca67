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
import { getDepartment, type Department } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { CaseRow } from './store.ts';
import type { StepContext } from './take-step.ts';

/** A department's name changes once in years, a document is made a thousand times a minute. */
const departments = new LRUCache<string, Department>({ max: 500, ttl: 10_000 });

export async function departmentOf(ground: Ground, id: string): Promise<Department> {
  const key = `${ground.district.code}/${id}`;
  let department = departments.get(key);
  if (!department) departments.set(key, (department = await getDepartment(ground.db.aside, id)));
  return department;
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
  context: Pick<StepContext, 'ground' | 'tx' | 'now' | 'item'>,
  row: CaseRow,
  kind: K,
  facts: Omit<DataOf<K>, keyof Matter>,
): Promise<void> {
  const { ground, tx, now, item } = context;
  const department = await departmentOf(ground, row.departmentId);
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
