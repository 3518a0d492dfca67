/** A small type of project for tests: two stages, two steps in parallel and one after them, with the items of the small district. */
import { newId } from '#platform/ids';
import type { TestApp } from '#server/testing';
import type { SmallDistrict } from '#server/testing-district';
import { recordAuthority } from '#modules/people';
import { projectsContract as ops } from './contract.ts';
import type { ProjectTypeBody } from './project-type.ts';

const food = '11330199MB0000001X-330131020000';
const proof = '11330199MB0000001X-330131020001';

export const plainType: ProjectTypeBody = {
  name: '工业项目',
  limitDays: 80,
  unit: 'workingDay',
  countsFrom: 'submitted',
  ownProcedures: ['招标'],
  simulationDays: 30,
  stages: [
    {
      key: 'landUse',
      limitDays: 20,
      steps: [
        { key: 'filing', itemCode: food, after: [], ownerDays: 1, officeDays: 2 },
        { key: 'energy', itemCode: proof, after: [], ownerDays: 3, officeDays: 5 },
      ],
    },
    {
      key: 'planning',
      limitDays: 30,
      steps: [{ key: 'works', itemCode: food, after: ['filing'], ownerDays: 5, officeDays: 10 }],
    },
  ],
  menu: [
    { key: 'meet', stage: 'landUse', what: '与企业见面，说明流程', by: 'steward' },
    { key: 'design', stage: 'planning', what: '设计方案预审', by: 'department' },
  ],
};

export const projectFacts = { areaM2: 20_000, newJobs: 120, industry: 'C3453' };

/**
 * Publishes the type and opens a project of the small district's company, whose legal representative is the resident. `code` tells the type
 * of a second project from that of the first.
 */
export async function openTestProject(
  app: TestApp,
  d: SmallDistrict,
  body: ProjectTypeBody = plainType,
  code = 'INDUSTRY',
) {
  const { ground } = app;
  if (code === 'INDUSTRY')
    await ground.db.transaction(async (tx) =>
      recordAuthority(tx, ground.clock.now(), null, {
        kind: 'legalRepresentative',
        principalOrganisationId: d.company,
        agentPersonId: d.person,
      }),
    );
  const typeId = newId();
  await app.call(d.office, ops.publishType, {
    params: { id: typeId },
    body: { code, version: 0, body, inForceFrom: '2026-06-10' },
  });
  return app.call(d.clerk, ops.openProject, {
    body: {
      actionId: newId(),
      typeId,
      organisationId: d.company,
      name: '年产五万台减速机项目',
      address: '云溪区创新路 8 号',
      investmentFen: 300_000_000_00,
      facts: projectFacts,
      plannedFrom: '2026-06-10',
      stewardContact: '0571-88000003 转 8',
    },
  });
}
