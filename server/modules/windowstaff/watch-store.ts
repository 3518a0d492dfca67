/** SQL of who is to be told, and of those who may sit an exam. */
import { sql, type Reader } from '#platform/db';

/** The accounts of those who may sit an exam: everybody who works at the hall, or those of one department. */
export const examinedBy = async (
  reader: Reader,
  exam: { outletId: string; departmentId: string | null },
): Promise<string[]> =>
  (
    await reader.many(sql<{ accountId: string }>`
      select account_id from windowstaff.member where outlet_id = ${exam.outletId} and state in ('training', 'probation', 'confirmed')
        and account_id is not null and (${exam.departmentId}::uuid is null or department_id = ${exam.departmentId}::uuid) order by account_id limit 2000`)
  ).map(({ accountId }) => accountId);
