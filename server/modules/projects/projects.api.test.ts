/** Projects over HTTP with real cases: plan and reality, whose time it takes, the steward, policies. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { noticesContract } from '#modules/notices/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { foodApplication, step } from '#server/testing-cases';
import { projectsContract as ops, type ProjectLine } from './contract.ts';
import { openTestProject, plainType } from './projects-testing.ts';
import { tellReminders } from './steward/acts.ts';

let app: TestApp;
let d: SmallDistrict;
let project: ProjectLine;
const { itemId: _, applicant: __, ...handedIn } = foodApplication({ food: newId() } as SmallDistrict);
const application = () => ({ ...handedIn, actionId: newId() });
const read = (account: string | null = d.clerk) => app.call(account, ops.getProject, { params: { id: project.id } });
const stepNamed = async (key: string) => (await read()).steps.find((one) => one.key === key)!;

beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  project = await openTestProject(app, d);
});
afterAll(() => app.close());

test('a type with faults is not published, and says all of them', async () => {
  const broken = { ...plainType, stages: plainType.stages.toReversed() };
  const input = {
    params: { id: newId() },
    body: { code: 'BROKEN', version: 0, body: broken, inForceFrom: '2026-06-10' },
  };
  const { status, problem } = await app.ask(d.office, ops.publishType, input);
  expect([status, problem.code]).toEqual([422, 'projects.typeFaulty']);
  expect(problem.facts!.faults).toMatchObject([{ why: 'stagesOutOfOrder' }]);
});

test('of two who publish the next version at once one is told, and a code is nobody else’s', async () => {
  const { rows } = await app.call(d.office, ops.newestTypes, {});
  const [{ id, code, version }] = rows as [(typeof rows)[number]];
  const publish = (typeId: string, asked: object) =>
    app.ask(d.office, ops.publishType, {
      params: { id: typeId },
      body: { code, version, body: { ...plainType, unit: 'calendarDay' }, inForceFrom: '2026-07-01', ...asked },
    });
  const answers = await Promise.all([publish(id, {}), publish(id, {})]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect((await publish(id, {})).problem.code).toBe('projects.changedMeanwhile');
  expect((await publish(newId(), { version: 0 })).problem.code).toBe('projects.codeTaken');
  // In force from July on only: until then, and for projects that are open, the one before counts.
  expect((await app.call(d.clerk, ops.listTypes, {})).rows.map((type) => type.version)).toEqual([version]);
  expect((await app.call(d.office, ops.newestTypes, {})).rows[0]!.body.unit).toBe('calendarDay');
  expect((await read()).clock.unit).toBe('workingDay');
});

test('a project is planned by its type, and says unit and limit', async () => {
  const whole = await read();
  expect(whole.clock).toMatchObject({
    limitDays: 80,
    unit: 'workingDay',
    usedDays: 0,
    remainingDays: 80,
    running: false,
  });
  expect(whole.steps.map(({ key, state }) => `${key} ${state}`)).toEqual([
    'filing ready',
    'energy ready',
    'works waiting',
  ]);
  expect(whole.steward).toMatchObject({ name: '王窗口', contact: '0571-88000003 转 8' });
});

test('the company sees its own project, another person does not', async () => {
  expect((await app.call(d.resident, ops.myProjects, {})).rows.map(({ id }) => id)).toEqual([project.id]);
  expect((await read(d.resident)).steward.contact).toBe('0571-88000003 转 8');
  expect((await app.ask(d.other, ops.getProject, { params: { id: project.id } })).status).toBe(403);
});

test('a step that waits for another one is not opened', async () => {
  const input = { params: { id: project.id, key: 'works' }, body: application() };
  const { problem } = await app.ask(d.resident, ops.openStep, input);
  expect(problem.code).toBe('projects.stepNotOpen');
});

test('the company opens a step as a real case, once however often it is sent', async () => {
  const input = { params: { id: project.id, key: 'filing' }, body: application() };
  const [one, other] = await Promise.all([
    app.call(d.resident, ops.openStep, input),
    app.call(d.resident, ops.openStep, input),
  ]);
  expect(other).toEqual(one);
  const again = await app.ask(d.clerk, ops.openStep, { ...input, body: application() });
  expect(again.problem.code).toBe('projects.stepUnderWay');
  const { case: theCase } = await app.call(d.examiner, casesContract.getCase, { params: { id: one.caseId } });
  expect(theCase).toMatchObject({ state: 'submitted', applicantName: '云溪小满餐饮有限公司' });
});

test('a case that was handed in by itself finds its step by the rule', async () => {
  const receipt = await app.call(d.resident, casesContract.submitCase, {
    body: { ...handedIn, actionId: newId(), itemId: d.proof, applicant: { organisationId: d.company }, answers: {}, situations: {}, materials: [] },
  }); // prettier-ignore
  const linkable = async (key: string) =>
    (await app.call(d.clerk, ops.linkableCases, { params: { id: project.id, key } })).rows.map(({ id }) => id);
  expect([await linkable('energy'), await linkable('filing')]).toEqual([[receipt.id], []]);
  expect((await app.ask(d.other, ops.linkableCases, { params: { id: project.id, key: 'energy' } })).status).toBe(403);
  await app.relay.drain();
  expect(await linkable('energy')).toEqual([]);
  const { cases, state } = await stepNamed('energy');
  expect([cases.map(({ id }) => id), state]).toEqual([[receipt.id], 'open']);
  const link = { params: { id: project.id, key: 'energy' }, body: { actionId: newId(), caseId: receipt.id } };
  expect((await app.ask(d.clerk, ops.linkCase, link)).problem.code).toBe('projects.caseLinked');
  const wrong = { params: { id: project.id, key: 'filing' }, body: { actionId: newId(), caseId: receipt.id } };
  expect((await app.ask(d.clerk, ops.linkCase, wrong)).problem.code).toBe('projects.wrongCase');
});

test('two departments at once are one day, and what is the owner’s does not count', async () => {
  // Wednesday to Monday: 3 working days for both departments.
  app.clock.set('2026-06-15T10:00:00+08:00');
  const { cases } = await stepNamed('filing');
  await step(app, d, cases[0]!.id, 'askSupplement');
  // The owner takes a week; the other department goes on.
  app.clock.set('2026-06-23T10:00:00+08:00');
  const whole = await read();
  expect(whole.clock).toMatchObject({ usedDays: 8, remainingDays: 72, running: true });
  expect(whole.shares).toEqual([
    { departmentId: d.security, days: 8, alone: 5, shared: 3 },
    { departmentId: d.market, days: 3, alone: 0, shared: 3 },
  ]);
  expect(whole.steps[0]!.stretches.map(({ whose, from, to, open }) => ({ whose, from, to, open }))).toEqual([
    { whose: 'government', from: '2026-06-10', to: '2026-06-15', open: false },
    { whose: 'owner', from: '2026-06-15', to: '2026-06-23', open: true },
  ]);
  expect(whole.stages.map(({ clock }) => clock.usedDays)).toEqual([8, 0]);
  const { rows } = await app.call(d.office, ops.listProjects, { query: { find: '减速机' } });
  expect(rows.map(({ clock }) => clock.usedDays)).toEqual([8]);
});

test('the steward ticks the menu, notes help, is reminded, and hands over; the log keeps all of it', async () => {
  const params = { id: project.id };
  const tick = (done: boolean) =>
    app.call(d.clerk, ops.tickMenu, { params: { ...params, key: 'meet' }, body: { actionId: newId(), done } });
  await tick(true);
  await tick(false);
  await tick(true);
  await app.call(d.clerk, ops.noteHelp, { params, body: { actionId: newId(), note: '陪同到规划窗口咨询' } });
  const remind = { actionId: newId(), onDay: '2026-06-24', what: '催补平面图' };
  await app.call(d.clerk, ops.remindMe, { params, body: remind });
  const past = await app.ask(d.clerk, ops.remindMe, {
    params,
    body: { ...remind, actionId: newId(), onDay: '2026-06-23' },
  });
  expect(past.problem.code).toBe('projects.dayWrong');
  const over = { actionId: newId(), stewardId: d.examiner, contact: '0571-88000001', note: '王窗口轮岗' };
  await app.call(d.clerk, ops.appointSteward, { params, body: over });
  expect((await app.ask(d.clerk, ops.noteHelp, { params, body: { actionId: newId(), note: 'x' } })).status).toBe(403);
  app.clock.set('2026-06-24T09:00:00+08:00');
  expect(await tellReminders(app.ground)).toBe(1);
  expect(await tellReminders(app.ground)).toBe(0);
  const inbox = await app.call(d.examiner, noticesContract.myNotices, { query: { work: true } });
  expect(JSON.stringify(inbox)).toContain('催补平面图');
  const whole = await read(d.examiner);
  expect(whole.menu.map(({ key, done }) => [key, done?.by ?? null])).toEqual([['meet', '王窗口'], ['design', null]]); // prettier-ignore
  expect(whole.log.map(({ kind }) => kind).slice(0, 6)).toEqual([
    'handOver',
    'remind',
    'help',
    'tick',
    'untick',
    'tick',
  ]);
  expect((await read(d.resident)).log.map(({ kind }) => kind)).not.toContain('remind');
  const notStaff = { ...over, actionId: newId(), stewardId: d.resident };
  expect((await app.ask(d.office, ops.appointSteward, { params, body: notStaff })).problem.code).toBe(
    'projects.notASteward',
  );
});

test('policies: what fits, what does not and why, what is not known', async () => {
  const policy = (name: string, conditions: object[], validUntil: string | null = null) => ({
    code: name.toUpperCase(),
    version: 0,
    withdrawn: false,
    body: {
      name,
      departmentId: d.market,
      summary: '按投资额补助',
      amount: { kind: 'share' as const, of: 'investmentFen' as const, basisPoints: 100, capFen: 200_000_000 },
      conditions: conditions as never[],
      withoutApplication: true,
      source: '云政发〔2026〕1号',
      validFrom: '2026-01-01',
      validUntil,
    },
  });
  const id = newId();
  const body = policy('invest', [{ fact: 'investmentFen', op: 'atLeast', value: 100_000_000_00 }]);
  await app.call(d.office, ops.savePolicy, { params: { id }, body });
  await app.call(d.office, ops.savePolicy, { params: { id: newId() }, body: policy('people', [{ fact: 'headcount', op: 'atLeast', value: 50 }]) }); // prettier-ignore
  await app.call(d.office, ops.savePolicy, { params: { id: newId() }, body: policy('ended', [], '2026-05-31') });
  const lost = await app.ask(d.office, ops.savePolicy, { params: { id }, body });
  expect(lost.problem.code).toBe('projects.changedMeanwhile');
  const taken = await app.ask(d.office, ops.savePolicy, { params: { id: newId() }, body });
  expect(taken.problem.code).toBe('projects.codeTaken');
  const wrong = await app.ask(d.office, ops.savePolicy, {
    params: { id: newId() },
    body: policy('wrong', [], '2025-01-01'),
  });
  expect(wrong.problem.code).toBe('projects.validityWrong');
  const match = () => app.call(d.resident, ops.matchPolicies, { params: { id: project.id } });
  expect(await match()).toMatchObject({
    rows: [{ fits: 'yes', amountFen: 200_000_000 }, { fits: 'unknown' }],
    ask: ['headcount'],
  });
  const told = { actionId: newId(), company: { headcount: 40 }, project: { areaM2: 1 } };
  await app.call(d.resident, ops.tellFacts, { params: { id: project.id }, body: told });
  expect((await match()).rows[1]).toMatchObject({ fits: 'no', reasons: [{ answer: 'no', known: 40 }] });
  expect((await app.call(null, ops.publicPolicies, {})).rows).toHaveLength(2);
});

test('a project ends when every step is granted, or is given up; then nothing is added', async () => {
  const params = { id: project.id };
  const end = (how: 'done' | 'abandoned') =>
    app.ask(d.examiner, ops.endProject, { params, body: { actionId: newId(), how } });
  expect((await end('done')).problem.facts).toEqual({ steps: ['filing', 'energy', 'works'] });
  expect((await end('abandoned')).status).toBe(204);
  const { usedDays } = (await read(d.examiner)).clock;
  app.clock.set('2026-07-24T09:00:00+08:00');
  // Its cases go on, but no longer as a part of it.
  expect((await read(d.examiner)).clock).toMatchObject({ usedDays, running: false, usedUpOn: null });
  expect((await end('abandoned')).problem.code).toBe('projects.projectEnded');
});
