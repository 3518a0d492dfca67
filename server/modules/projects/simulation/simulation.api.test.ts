/** Simulated approval over HTTP: examined with something missing, made formal, decided without doing the work again. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { documentsContract } from '#modules/documents/contract';
import { noticesContract } from '#modules/notices/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { foodApplication, step } from '#server/testing-cases';
import { projectsContract as ops, type ProjectLine, type Simulation } from '../contract.ts';
import { openTestProject } from '../projects-testing.ts';
import { endDueSimulations } from './end.ts';

let app: TestApp;
let d: SmallDistrict;
let project: ProjectLine;
beforeEach(async () => {
  app = await openTestApp({ logLevel: 'silent' });
  d = await smallDistrict(app);
  project = await openTestProject(app, d);
});
afterEach(() => app.close());

const { itemId: _, applicant: __, ...handedIn } = foodApplication({ food: newId() } as SmallDistrict);
const layout = [{ key: 'layout', what: '经营场所平面图', materialId: 'layout' }];
const begin = (more: object = {}) =>
  app.ask(d.resident, ops.simulate, {
    params: { id: project.id, key: 'filing' },
    body: { ...handedIn, actionId: newId(), materials: [], missing: layout, ...more },
  });
const examine = (id: string, more: object = {}) =>
  app.ask(d.examiner, ops.examineSimulation, {
    params: { id },
    body: { actionId: newId(), opinion: '设计方案符合要求', proposal: 'grant', ...more },
  });
const formal = (id: string, more: object = {}) =>
  app.ask(d.resident, ops.makeFormal, { params: { id }, body: { ...handedIn, actionId: newId(), ...more } });
const decide = (id: string, looked: string[], actionId = newId()) =>
  app.ask(d.head, ops.decideFormal, { params: { id }, body: { actionId, looked } });
const examined = async (): Promise<Simulation> => {
  const { body } = await begin();
  return (await examine(body.id)).body;
};

test('it is examined with a material missing, and the paper says that it has no legal effect', async () => {
  const { body: begun } = await begin();
  expect(begun).toMatchObject({ state: 'begun', dueOn: '2026-07-23', caseId: null });
  const { body } = await examine(begun.id);
  expect(body).toMatchObject({ state: 'examined', proposal: 'grant' });
  expect(body.documentNumber).toMatch(/^云溪市监模〔2026〕第/);
  const papers = await app.call(d.resident, documentsContract.listDocuments, { query: { subjectId: begun.id, subjectKind: 'simulation' } as never }); // prettier-ignore
  expect(JSON.stringify(papers)).toContain('模拟审批意见书');
  // Nothing of it is a case, and its time is not government's time of the project.
  const whole = await app.call(d.clerk, ops.getProject, { params: { id: project.id } });
  expect(whole.steps[0]).toMatchObject({ state: 'ready', cases: [], usedDays: 0 });
});

test('made formal it is granted by what was examined, once what was missing has been looked at', async () => {
  const { id } = await examined();
  app.clock.set('2026-06-22T10:00:00+08:00');
  const { body: made } = await formal(id);
  expect(made).toMatchObject({ state: 'formal', again: ['material layout'] });
  expect(made.kept).toBeGreaterThan(3);
  const refused = await decide(id, []);
  expect([refused.problem.code, refused.problem.facts]).toEqual(['projects.lookAgain', { again: ['material layout'] }]);
  const actionId = newId();
  expect((await decide(id, ['material layout'], actionId)).body).toMatchObject({ state: 'decided' });
  expect((await decide(id, ['material layout'], actionId)).body).toMatchObject({ state: 'decided' });
  const { case: theCase, timeline } = await app.call(d.head, casesContract.getCase, { params: { id: made.caseId! } });
  expect(theCase.state).toBe('granted');
  expect(timeline.map(({ kind }) => kind)).toEqual(['submit', 'accept', 'examine', 'grant']);
  expect(timeline[2]!.note).toContain('设计方案符合要求');
  const whole = await app.call(d.clerk, ops.getProject, { params: { id: project.id } });
  expect(whole.steps.map(({ state }) => state)).toEqual(['granted', 'ready', 'ready']);
});

test('its department hears once that it came, and its head once that it became formal', async () => {
  const told = async (who: string) =>
    (await app.call(who, noticesContract.myNotices, { query: { work: true } })).rows
      .filter(({ template }) => template.startsWith('simulation'))
      .map(({ template, text }) => [template, text.includes(project.number)]);
  const actionId = newId();
  await begin({ actionId });
  const { body } = await begin({ actionId });
  expect(await told(d.examiner)).toEqual([['simulationArrived', true]]);
  expect([await told(d.head), await told(d.otherHead)]).toEqual([[], []]);
  await examine(body.id);
  await formal(body.id);
  expect(await told(d.head)).toEqual([['simulationFormal', true]]);
  expect(await told(d.examiner)).toHaveLength(1);
});

test('what has changed since it was examined is named, and nothing else', async () => {
  const { id } = await examined();
  const { body } = await formal(id, { answers: { ...handedIn.answers, area: 95 } });
  expect(body.again).toEqual(['answer area', 'material layout']);
  expect((await decide(id, ['material layout'])).problem.facts).toEqual({ again: ['answer area'] });
  expect((await decide(id, ['material layout', 'answer area'])).status).toBe(200);
});

test('it lapses when the conditions are not met in time; the company can still apply', async () => {
  const { id } = await examined();
  app.clock.set('2026-07-23T20:00:00+08:00');
  expect(await endDueSimulations(app.ground)).toBe(0);
  app.clock.set('2026-07-24T01:00:00+08:00');
  expect((await formal(id)).problem.code).toBe('projects.simulationOver');
  expect(await endDueSimulations(app.ground)).toBe(1);
  expect(await endDueSimulations(app.ground)).toBe(0);
  const { simulation } = await app.call(d.resident, ops.getSimulation, { params: { id } });
  expect(simulation).toMatchObject({ state: 'lapsed', may: { makeFormal: false, withdraw: false } });
  const input = { params: { id: project.id, key: 'filing' }, body: { ...handedIn, actionId: newId() } };
  expect((await app.ask(d.resident, ops.openStep, input)).status).toBe(200);
});

describe('a formal case that ends in another way', () => {
  const stateOf = async (id: string) =>
    (await app.call(d.resident, ops.getSimulation, { params: { id } })).simulation.state;
  test('no longer stands in the way: the step can be examined beforehand once more', async () => {
    const { id } = await examined();
    const { body } = await formal(id);
    await app.relay.drain();
    expect(await stateOf(id)).toBe('formal');
    await step(app, d, body.caseId!, 'accept');
    await step(app, d, body.caseId!, 'refuse');
    await app.relay.drain();
    expect(await stateOf(id)).toBe('overtaken');
    const whole = await app.call(d.clerk, ops.getProject, { params: { id: project.id } });
    expect([whole.steps[0]!.state, whole.log[0]!.kind]).toEqual(['failed', 'overtakeSimulation']);
    expect((await decide(id, ['material layout'])).problem.code).toBe('projects.wrongAct');
    expect((await begin()).status).toBe(200);
  });
  test('is left alone when it was granted by the opinion, and ends a little later when it was granted without', async () => {
    const { id } = await examined();
    await formal(id);
    expect((await decide(id, ['material layout'])).body.state).toBe('decided');
    await app.relay.drain();
    expect(await stateOf(id)).toBe('decided');
    const other = await openTestProject(app, d, undefined, 'OTHER');
    const params = { id: other.id, key: 'filing' };
    const begun = await app.call(d.resident, ops.simulate, {
      params,
      body: { ...handedIn, actionId: newId(), materials: [], missing: layout },
    });
    await examine(begun.id);
    const { body } = await formal(begun.id);
    for (const kind of ['accept', 'grant'] as const) await step(app, d, body.caseId!, kind);
    await app.relay.drain();
    expect([await stateOf(begun.id), await endDueSimulations(app.ground)]).toEqual(['formal', 0]);
    app.clock.set('2026-06-10T15:00:00+08:00');
    expect([await endDueSimulations(app.ground), await stateOf(begun.id)]).toEqual([1, 'overtaken']);
  });
});

test('what waits for a department is in its list, and in no other one', async () => {
  const { body } = await begin();
  const listed = async (who: string) => {
    const { rows, total } = await app.call(who, ops.listSimulations, { query: {} });
    return [total, ...rows.map(({ id, state }) => `${id} ${state}`)];
  };
  expect(await listed(d.examiner)).toEqual([1, `${body.id} begun`]);
  expect(await listed(d.otherHead)).toEqual([0]);
  expect(await listed(d.office)).toEqual([1, `${body.id} begun`]);
  await examine(body.id);
  expect(await listed(d.examiner)).toEqual([0]);
  await formal(body.id);
  expect(await listed(d.head)).toEqual([1, `${body.id} formal`]);
});

describe('what is refused', () => {
  test('nothing missing, a material that the item does not ask for, a second one of the same step', async () => {
    expect((await begin({ missing: [] })).problem.code).toBe('projects.nothingMissing');
    const strange = [{ key: 'x', what: '什么', materialId: 'nowhere' }];
    expect((await begin({ missing: strange })).problem.code).toBe('projects.noSuchMaterial');
    expect((await begin()).status).toBe(200);
    expect((await begin()).problem.code).toBe('projects.simulatedAlready');
  });
  test('an application that is wrong beside what is missing', async () => {
    const { problem } = await begin({ answers: { shopName: '店' } });
    expect(problem.code).toBe('cases.answersInvalid');
  });
  test('to make formal what was not examined, or with something missing still', async () => {
    const { body } = await begin();
    expect((await formal(body.id)).problem.code).toBe('projects.wrongAct');
    await examine(body.id);
    expect((await formal(body.id, { materials: [] })).problem.code).toBe('cases.materialsMissing');
  });
  test('a decision by another department, by an examiner, or by the company', async () => {
    const { id } = await examined();
    await formal(id);
    for (const who of [d.otherHead, d.examiner, d.resident])
      expect(
        (await app.ask(who, ops.decideFormal, { params: { id }, body: { actionId: newId(), looked: [] } })).status,
      ).toBe(403);
  });
  test('to grant what was to be refused', async () => {
    const { body } = await begin();
    await examine(body.id, { proposal: 'refuse' });
    await formal(body.id);
    expect((await decide(body.id, ['material layout'])).problem.code).toBe('projects.formalMoved');
  });
});
