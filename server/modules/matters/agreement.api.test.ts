/** Where all must agree: nothing is decided before all departments have agreed, and then everything together. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { documentsContract } from '#modules/documents/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { mattersContract as ops } from './contract.ts';
import { publishedEvent, takePart, wholeApplication, type Event } from './matters-testing.ts';
import { jobs } from './reactions.ts';

let app: TestApp;
let d: SmallDistrict;
let event: Event;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  event = await publishedEvent(app, d, 'allMustAgree');
});
afterAll(() => app.close());

const headOf = (key: string): string => (key === 'licence' ? d.head : d.otherHead);
async function look(id: string) {
  await app.relay.drain();
  return (await app.call(d.resident, ops.getMatter, { params: { id } })).matter;
}
type Line = Awaited<ReturnType<typeof look>>;
const fates = (line: Line) => Object.fromEntries(line.members.map(({ key, fate }) => [key, fate]));
const caseOf = (line: Line, key: string): string => line.members.find((one) => one.key === key)!.caseId!;
const agree = (key: string, id: string, change: object = {}) =>
  app.ask(headOf(key), ops.agreeToPart, { params: { id }, body: { actionId: newId(), ...change } });

/** A matter of which the parts that are named are accepted. */
async function begun(...accepted: string[]) {
  const { id } = await app.call(d.resident, ops.applyForMatter, { body: wholeApplication(event) as never });
  const line = await look(id);
  for (const key of accepted) await takePart(app, headOf(key), caseOf(line, key), 'accept');
  return { id, line: await look(id) };
}

describe('agreeing', () => {
  it('decides nothing by itself, opens what needs the result, and grants everything with the last one', async () => {
    const { id, line } = await begun('licence', 'account');
    const licence = caseOf(line, 'licence');
    const granted = await app.ask(d.head, casesContract.grant, {
      params: { id: licence },
      body: { actionId: newId() },
    });
    expect(granted.problem).toMatchObject({ code: 'cases.decisionHindered', facts: { why: 'agreeFirst' } });
    const said = await agree('licence', licence, { opinion: '材料齐全', conditions: '每年报送年报' });
    expect(said.body?.agreement).toMatchObject({ agreedBy: expect.any(String), missing: 2, mayTakeBack: true });
    let now = await look(id);
    expect(fates(now)).toEqual({ licence: 'open', account: 'open', seal: 'open' });
    expect(now.members.map(({ agreed }) => agreed)).toEqual([true, false, false]);
    const account = caseOf(now, 'account');
    const seal = caseOf(now, 'seal');
    await agree('account', account);
    await takePart(app, d.otherHead, seal, 'accept');
    expect(fates(await look(id))).toMatchObject({ licence: 'open', account: 'open' });
    await agree('seal', seal);
    now = await look(id);
    expect(now).toMatchObject({ state: 'decided', outcome: 'granted' });
    expect(fates(now)).toEqual({ licence: 'granted', account: 'granted', seal: 'granted' });
    const whole = await app.call(d.head, casesContract.getCase, { params: { id: licence } });
    expect(whole.timeline.at(-1)).toMatchObject({ kind: 'grant', role: 'head' });
    const papers = await app.call(d.resident, documentsContract.listDocuments, { query: { subjectId: licence } });
    expect(papers.map(({ kind }) => kind)).toContain('decisionGrant');
    for (const kind of ['issue', 'deliver'] as const) await takePart(app, d.head, licence, kind);
    expect((await agree('licence', licence)).problem.code).toBe('matters.agreedAlready');
  });

  it('comes to nothing when one department refuses: no part was granted, every part ends with its document', async () => {
    const { id, line } = await begun('licence', 'account');
    await agree('licence', caseOf(line, 'licence'));
    await takePart(app, d.otherHead, caseOf(line, 'account'), 'refuse');
    const now = await look(id);
    expect(now.outcome).toBe('refused');
    expect(fates(now)).toEqual({ licence: 'stopped', account: 'refused', seal: 'stopped' });
    const papers = await app.call(d.resident, documentsContract.listDocuments, {
      query: { subjectId: caseOf(now, 'licence') },
    });
    expect(papers.map(({ kind }) => kind)).toEqual(['receipt', 'acceptanceNotice', 'withdrawal']);
  });

  it('is taken back until all have agreed, by the department alone, and the same act once', async () => {
    const { line } = await begun('licence');
    const params = { id: caseOf(line, 'licence') };
    const take = (actionId = newId(), by = d.head) =>
      app.ask(by, ops.takeBackAgreement, { params, body: { actionId } });
    expect((await take()).problem.code).toBe('matters.notAgreedYet');
    expect((await app.ask(d.otherHead, ops.agreeToPart, { params, body: { actionId: newId() } })).status).toBe(403);
    expect((await app.ask(d.examiner, ops.agreeToPart, { params, body: { actionId: newId() } })).status).toBe(403);
    const actionId = newId();
    for (let twice = 0; twice < 2; twice += 1)
      expect((await agree('licence', params.id, { actionId })).body?.agreement).toMatchObject({ missing: 2 });
    expect((await take(actionId)).problem.code).toBe('matters.actionReused');
    expect((await take(newId(), d.otherHead)).status).toBe(403);
    expect((await take()).body?.agreement).toMatchObject({ agreedAt: null, missing: 3, mayAgree: true });
    expect((await agree('account', caseOf(line, 'account'))).problem.code).toBe('matters.notUndecided');
  });

  it('is asked of nobody under another policy', async () => {
    const other = await publishedEvent(app, d, 'collectAll');
    const { id } = await app.call(d.resident, ops.applyForMatter, { body: wholeApplication(other) as never });
    const licence = caseOf(await look(id), 'licence');
    await takePart(app, d.head, licence, 'accept');
    expect((await agree('licence', licence)).problem.code).toBe('matters.notByAgreement');
    const part = await app.call(d.head, ops.partOfMatter, { params: { id: licence } });
    expect(part?.agreement).toBeNull();
    await takePart(app, d.head, licence, 'grant');
  });

  it('waits for an opinion that was asked meanwhile, and decides when it has come', async () => {
    const { id, line } = await begun('licence', 'account');
    const licence = caseOf(line, 'licence');
    await agree('licence', licence);
    const asked = await app.call(d.head, ops.askOpinion, {
      params: { id: licence },
      body: { actionId: newId(), departmentId: d.security, question: '可以吗？', days: 3, answers: [], materials: [] },
    });
    await agree('account', caseOf(line, 'account'));
    const seal = caseOf(await look(id), 'seal');
    await takePart(app, d.otherHead, seal, 'accept');
    expect((await agree('seal', seal)).body?.agreement).toMatchObject({ missing: 0 });
    // The sweep finds it and decides nothing either.
    await jobs(app.ground)[0]!.run({} as never);
    expect(fates(await look(id))).toEqual({ licence: 'open', account: 'open', seal: 'open' });
    await app.call(d.otherHead, ops.answerConsultation, { params: { id: asked.id }, body: { answer: 'agreed' } });
    expect(await look(id)).toMatchObject({ state: 'decided', outcome: 'granted' });
  });
});

describe('whatever is tried', () => {
  const keys = ['licence', 'account', 'seal'];
  const acts = ['agree', 'agree', 'agree', 'takeBack', 'refuse', 'grant', 'issue', 'deliver', 'accept'] as const;
  it('no part is granted, let alone delivered, while another one is refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: 2 }), fc.constantFrom(...acts)), { minLength: 4, maxLength: 9 }),
        async (tries) => {
          const { id } = await begun('licence', 'account');
          for (const [which, act] of tries) {
            const line = await look(id);
            const key = keys[which]!;
            const of = line.members.find((one) => one.key === key)?.caseId;
            if (!of) continue;
            const params = { id: of };
            const body = { actionId: newId() };
            if (act === 'agree') await agree(key, of);
            else if (act === 'takeBack') await app.ask(headOf(key), ops.takeBackAgreement, { params, body });
            else
              await app.ask(headOf(key), casesContract[act] as (typeof casesContract)['accept'], {
                params,
                body: {
                  ...body,
                  ...(act === 'refuse' ? { reason: '不符合' } : act === 'deliver' ? { way: 'electronic' } : {}),
                } as never,
              });
            const after = (await look(id)).members.map(({ fate }) => fate);
            if (after.includes('granted')) expect(new Set(after)).toEqual(new Set(['granted']));
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});
