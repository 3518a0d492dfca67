/** The application form (申请表) of a case as PDF. No document of the law: nothing is kept of it but the history from which it is drawn. */
import { getVersion } from '#modules/catalogue';
import { openForm } from '#modules/documents';
import { getOrganisation, getPerson, maskIdNumber } from '#modules/people';
import type { Ground } from '#platform/ground';
import { readActions, type CaseRow } from '../store.ts';
import { applicationForm } from './application-form.ts';

/** The PDF, and the hash over all that it says. Whoever reads it, numbers are masked: the same history is the same paper. */
export async function drawApplicationForm(ground: Ground, row: CaseRow): Promise<Awaited<ReturnType<typeof openForm>>> {
  const [item, [actions, person, organisation, agent]] = await Promise.all([
    getVersion(ground, row.itemId, row.itemVersion),
    ground.db.together((reader) =>
      Promise.all([
        readActions(reader, row.id),
        row.personId ? getPerson(reader, row.personId) : undefined,
        row.organisationId ? getOrganisation(reader, row.organisationId) : undefined,
        row.agentId ? getPerson(reader, row.agentId) : undefined,
      ]),
    ),
  ]);
  const parties = {
    applicantName: row.applicantName,
    idLabel: organisation ? '统一社会信用代码' : '证件号码',
    idText: organisation ? organisation.creditCode : maskIdNumber(person!.idNumber),
    ...(agent ? { agentName: agent.name, agentIdText: maskIdNumber(agent.idNumber) } : {}),
  };
  return openForm(applicationForm({ number: row.number, itemCode: item.code, body: item.body, parties }, actions));
}
