/** A company with two projects: what is handed in for the one is not taken for the other. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { projectsContract as ops, type ProjectLine } from './contract.ts';
import { openTestProject } from './projects-testing.ts';

let app: TestApp;
let d: SmallDistrict;
let one: ProjectLine;
let other: ProjectLine;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  one = await openTestProject(app, d);
  other = await openTestProject(app, d, undefined, 'OTHER');
});
afterAll(() => app.close());

test('a case that was opened from a step stays there, though the same step of another project waits', async () => {
  const application = () => ({
    actionId: newId(),
    answers: {},
    situations: {},
    materials: [],
    delivery: { way: 'electronic' as const },
    signature: { way: 'confirmed' as const },
  });
  const params = { id: other.id, key: 'energy' };
  const { caseId } = await app.call(d.resident, ops.openStep, { params, body: application() });
  await app.relay.drain();
  const casesOf = async (project: ProjectLine): Promise<string[]> => {
    const { steps } = await app.call(d.clerk, ops.getProject, { params: { id: project.id } });
    return steps.flatMap(({ cases }) => cases.map(({ id }) => id));
  };
  expect([await casesOf(one), await casesOf(other)]).toEqual([[], [caseId]]);
  // What comes by itself is still found.
  const applicant = { organisationId: d.company };
  const alone = await app.call(d.resident, casesContract.submitCase, {
    body: { ...application(), itemId: d.proof, applicant },
  });
  await app.relay.drain();
  expect([await casesOf(one), await casesOf(other)]).toEqual([[alone.id], [caseId]]);
  expect(await app.ground.db.many(sql`select last_error from platform.stuck_event`)).toEqual([]);
});
