/** Documents of a matter and of consultations, in the name of the department that leads or asks. */
import {
  freezeDocument,
  nextDocumentNumber,
  type DataOf,
  type DocumentKind,
  type Matter,
  type NewDocument,
} from '#modules/documents';
import { getDepartment } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { MatterRow } from './store.ts';

interface About {
  subjectKind: 'matter' | 'consultation';
  subjectId: string;
  /** In whose name. */
  departmentId: string;
  /** As people know it. */
  number: string;
  name: string;
  recipientId: string | null;
  recipientName: string;
  licensing?: boolean;
}

/** Freezes a document in the transaction of the act and returns its number. */
export async function paper<K extends DocumentKind>(
  ground: Ground,
  tx: Tx,
  kind: K,
  about: About,
  facts: Omit<DataOf<K>, keyof Matter>,
): Promise<string> {
  const now = ground.clock.now();
  const department = await getDepartment(ground.db, about.departmentId);
  const { name, nameEn, shortName, telephone } = department;
  const year = Number(shanghaiDay(now).slice(0, 4));
  const number = await nextDocumentNumber(ground, { kind, shortName, year });
  freezeDocument(tx, {
    kind,
    number,
    departmentId: about.departmentId,
    subjectKind: about.subjectKind,
    subjectId: about.subjectId,
    recipientId: about.recipientId,
    issuedAt: now,
    data: {
      departmentName: name,
      ...(nameEn ? { departmentNameEn: nameEn } : {}),
      ...(telephone ? { telephone } : {}),
      caseNumber: about.number,
      itemName: about.name,
      ...(about.licensing === undefined ? {} : { licensing: about.licensing }),
      recipientName: about.recipientName,
      ...facts,
    },
  } as unknown as NewDocument);
  return number;
}

/** What a document says of the matter by itself. */
export const aboutMatter = (row: MatterRow) =>
  ({
    subjectKind: 'matter',
    subjectId: row.id,
    departmentId: row.leadDepartmentId,
    number: row.number,
    name: row.eventName,
    recipientId: row.personId ?? row.organisationId,
    recipientName: row.applicantName,
  }) as const;
