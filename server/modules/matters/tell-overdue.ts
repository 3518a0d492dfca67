/** Who hears that a consultation was not answered in time: the head of the department that was asked, and who examines the case. */
import type { CaseRow } from '#modules/cases';
import { getVersion } from '#modules/catalogue';
import { tell } from '#modules/notices';
import { getDepartment } from '#modules/offices';
import { postHolders } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { ConsultationRow } from './consultation-store.ts';

/** Puts it into the inboxes of their posts, each once; whoever stands in for somebody away is told instead. Nothing goes out by SMS. */
export async function tellOverdue(ground: Ground, tx: Tx, row: ConsultationRow, ofCase: CaseRow): Promise<void> {
  const examining = [row.askedBy, ...(ofCase.holderId ? [ofCase.holderId] : [])];
  const [roster, to, from, { body }] = await Promise.all([
    postHolders(tx, [row.toDepartmentId], examining, shanghaiDay(ground.clock.now())),
    getDepartment(tx, row.toDepartmentId),
    getDepartment(tx, row.fromDepartmentId),
    getVersion(ground, ofCase.itemId, ofCase.itemVersion),
  ]);
  const asked = new Set<string>();
  const asking = new Set<string>();
  for (const { accountId, role, departmentId, standInId } of roster) {
    const present = standInId ?? accountId;
    if (role === 'head' && departmentId === row.toDepartmentId) asked.add(present);
    else if (examining.includes(accountId)) asking.add(present);
  }
  const facts = {
    caseNumber: row.caseNumber,
    itemName: body.plainName ?? body.name,
    itemNameEn: body.plainNameEn ?? body.nameEn ?? body.name,
    dueOn: row.dueOn,
  };
  // Who was asked has no way into the case: the message leads to what was asked.
  const toAsked = [...asked].map((accountId) => ({
    accountId,
    subjectId: null,
    template: 'consultationOverdue' as const,
    facts: { ...facts, departmentName: from.name },
  }));
  const toAsking = [...asking].map((accountId) => ({
    accountId,
    subjectId: ofCase.id,
    template: 'opinionOverdue' as const,
    facts: { ...facts, departmentName: to.name },
  }));
  tell(ground, tx, [...toAsked, ...toAsking]);
}
