/** Lockers over HTTP, on a real database: used with one tap, kept as a copy, refused when they do not serve. */
import { shanghaiDay } from '#platform/clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract, type Submission } from '#modules/cases/contract';
import { recordAuthority } from '#modules/people';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { step } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { lockersContract as ops } from './contract.ts';
import { fetchedEntry, saveShopItem, uploadPixel } from './lockers-testing.ts';

let app: TestApp;
let d: SmallDistrict;
let shop: string;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  shop = await saveShopItem(app, d);
  // Chen Xiaoman is the legal representative of the company.
  await app.ground.db.transaction(async (tx) => {
    recordAuthority(tx, app.clock.now(), null, { principalOrganisationId: d.company, agentPersonId: d.person, kind: 'legalRepresentative' }); // prettier-ignore
  });
});
afterAll(() => app.close());

const own = { personId: null as string | null, organisationId: null as string | null };
const ofPerson = (): typeof own => ({ ...own, personId: d.person });

type Materials = Submission['materials'];
const fromLocker = (materialId: string, entryId: string): Materials[number] => ({ materialId, how: 'locker', fileIds: [], entryId }); // prettier-ignore

async function addPlan(account = d.resident, organisationId?: string): Promise<string> {
  const id = newId();
  const fileIds = [await uploadPixel(app, account)];
  await app.call(account, ops.addEntry, { body: { id, kind: 'floorPlan', fileIds, ...(organisationId ? { organisationId } : {}) } }); // prettier-ignore
  return id;
}

const submission = (materials: Materials, overrides: Partial<Submission> = {}): Submission => ({
  actionId: newId(),
  itemId: shop,
  applicant: {},
  answers: {},
  situations: {},
  materials,
  delivery: { way: 'electronic' },
  signature: { way: 'confirmed' },
  ...overrides,
});
const submit = (account: string, materials: Materials, overrides: Partial<Submission> = {}) =>
  app.ask(account, casesContract.submitCase, { body: submission(materials, overrides) });
const whole = (account: string, id: string) => app.call(account, casesContract.getCase, { params: { id } });
const entryIn = async (account: string, id: string) =>
  (await app.call(account, ops.myLocker, { query: {} })).rows.find((entry) => entry.id === id)!;

describe('using what one has', () => {
  it('meets materials with one tap and keeps a frozen copy', async () => {
    const licence = await fetchedEntry(app, ofPerson());
    const plan = await addPlan();
    const fitting = await app.call(d.resident, ops.fittingEntries, { query: { itemId: shop } });
    expect(fitting.basis).toBe('self');
    expect(fitting.rows.map(({ materialId, entries }) => [materialId, entries.map(({ id }) => id)])).toEqual([
      ['licence', [licence.id]],
      ['plan', [plan]],
    ]);
    const answer = await submit(d.resident, [fromLocker('licence', licence.id), fromLocker('plan', plan)]);
    expect(answer.status).toBe(200);
    const { id } = answer.body;
    const before = (await whole(d.resident, id)).materials;
    expect(before[0]).toMatchObject({
      how: 'locker',
      copy: { kind: 'businessLicence', number: licence.number, hash: licence.hash, trust: 'issued', basis: 'self' },
    });
    // What becomes of the entry afterwards does not change the case.
    expect((await app.ask(d.resident, ops.removeEntry, { params: { id: plan } })).status).toBe(204);
    app.clock.advance(1000);
    expect((await whole(d.resident, id)).materials).toEqual(before);
    const copy = before[1]!.copy!;
    expect((await app.ask(d.examiner, ops.openCopy, { params: { id: copy.id }, query: {} } as never)).status).toBe(200);
    expect((await app.ask(d.otherHead, ops.openCopy, { params: { id: copy.id }, query: {} } as never)).status).toBe(
      403,
    );
    // The examiner sees whose it is, not all of its number.
    const seen = (await whole(d.examiner, id)).materials[0]!.copy!;
    expect(seen.number).not.toBe(licence.number);
    expect(seen.number).toContain('*');
    // The owner reads who used and opened what.
    const { rows } = await app.call(d.resident, ops.listUsages, { query: {} });
    expect(rows.map(({ how, kind, by, role }) => [how, kind, by, role])).toEqual([
      ['open', 'floorPlan', null, 'examiner'],
      ['use', 'floorPlan', '陈小满', 'resident'],
      ['use', 'businessLicence', '陈小满', 'resident'],
    ]);
    expect((await entryIn(d.resident, licence.id)).uses).toBe(1);
  });

  it('is repeated without a second use', async () => {
    const licence = await fetchedEntry(app, ofPerson());
    const body = submission([fromLocker('licence', licence.id), fromLocker('plan', await addPlan())]);
    const one = await app.call(d.resident, casesContract.submitCase, { body });
    const other = await app.call(d.resident, casesContract.submitCase, { body });
    expect(other.id).toBe(one.id);
    expect((await entryIn(d.resident, licence.id)).uses).toBe(1);
  });

  it('serves in a supplement too', async () => {
    const licence = await fetchedEntry(app, ofPerson());
    const plan = await addPlan();
    const { body } = await submit(d.resident, [fromLocker('licence', licence.id), fromLocker('plan', plan)]);
    await step(app, d, body.id, 'askSupplement', { wanted: [{ materialId: 'plan', what: '换一张清楚的' }] });
    const supplement = (entryId: string) =>
      app.ask(d.resident, casesContract.supplement, { params: { id: body.id }, body: { actionId: newId(), materials: [fromLocker('plan', entryId)] } }); // prettier-ignore
    expect((await supplement(licence.id)).problem.code).toBe('lockers.wrongKind');
    expect((await supplement(await addPlan())).status).toBe(200);
  });
});

describe('what does not serve', () => {
  const refused = async (overrides: object, materials?: Materials) => {
    const licence = await fetchedEntry(app, { ...ofPerson(), ...overrides });
    const plan = await addPlan();
    const before = await app.ground.db.one<{ count: number }>(sql`select count(*)::int as count from cases."case"`);
    const answer = await submit(d.resident, materials ?? [fromLocker('licence', licence.id), fromLocker('plan', plan)]);
    expect(await app.ground.db.one(sql`select count(*)::int as count from cases."case"`)).toEqual(before);
    expect((await entryIn(d.resident, plan)).uses).toBe(0);
    return answer.problem;
  };

  it('is refused with a sentence, and nothing is stored', async () => {
    expect((await refused({ validUntil: '2026-06-09' })).code).toBe('lockers.expired');
    expect((await refused({ validFrom: '2026-07-01' })).code).toBe('lockers.notYet');
    expect((await refused({ trust: 'accepted' })).code).toBe('lockers.lowTrust');
    expect((await refused({ kind: 'lease' })).code).toBe('lockers.wrongKind');
    const problem = await refused({ personId: d.otherPerson });
    expect(problem.code).toBe('lockers.notTheirs');
    expect(problem.facts).toMatchObject({ materials: [{ materialId: 'licence', name: '营业执照', why: 'notTheirs' }] });
    expect((await refused({}, [fromLocker('licence', newId()), fromLocker('plan', newId())])).code).toBe(
      'lockers.notTheirs',
    );
    expect((await refused({}, [fromLocker('list', newId())])).code).toBe('cases.materialsMissing');
  });

  it('of the company is not the representative’s own, and the other way round', async () => {
    const companys = await fetchedEntry(app, { ...own, organisationId: d.company });
    const persons = await fetchedEntry(app, ofPerson());
    const plan = await addPlan(d.resident, d.company);
    const asCompany = { applicant: { organisationId: d.company } };
    const ask = (licence: string, overrides = {}) => submit(d.resident, [fromLocker('licence', licence), fromLocker('plan', plan)], overrides); // prettier-ignore
    expect((await ask(companys.id)).problem.code).toBe('lockers.notTheirs');
    expect((await ask(persons.id, asCompany)).problem.code).toBe('lockers.notTheirs');
    expect((await ask(companys.id, asCompany)).status).toBe(200);
  });

  it('is what its department revoked, from that moment on', async () => {
    const { body } = await submit(d.resident, [
      fromLocker('licence', (await fetchedEntry(app, ofPerson())).id),
      fromLocker('plan', await addPlan()),
    ]);
    for (const kind of ['accept', 'grant', 'issue'] as const) await step(app, d, body.id, kind);
    await app.relay.drain();
    const entry = (await app.call(d.resident, ops.myLocker, { query: {} })).rows.find(({ caseId }) => caseId === body.id)!; // prettier-ignore
    expect(entry).toMatchObject({ kind: 'hygieneLicence', source: 'issued', trust: 'issued', state: 'valid', validFrom: '2026-06-10', validUntil: '2030-06-09', removable: false }); // prettier-ignore
    const revoke = (account: string) => app.ask(account, ops.revokeEntry, { params: { id: entry.id }, body: { reason: '场所已经拆除' } }); // prettier-ignore
    expect((await revoke(d.examiner)).status).toBe(403);
    expect((await revoke(d.otherHead)).status).toBe(403);
    expect((await revoke(d.head)).status).toBe(204);
    expect((await revoke(d.head)).problem.code).toBe('lockers.notRevocable');
    expect(await entryIn(d.resident, entry.id)).toMatchObject({ state: 'revoked', revokedReason: '场所已经拆除' });
    expect((await app.ask(d.resident, ops.removeEntry, { params: { id: entry.id } })).problem.code).toBe('lockers.notRemovable'); // prettier-ignore
  });
});

describe('what comes in by itself', () => {
  it('is the result, and its correction in its place', async () => {
    const fresh = await submit(d.resident, [fromLocker('licence', (await fetchedEntry(app, ofPerson())).id), fromLocker('plan', await addPlan())]); // prettier-ignore
    const { id } = fresh.body;
    for (const kind of ['accept', 'grant', 'issue'] as const) await step(app, d, id, kind);
    await step(app, d, id, 'correct', { applicantName: '陈小曼', reason: '姓名有误' });
    await app.relay.drain();
    const { rows } = await app.call(d.resident, ops.myLocker, { query: {} });
    const states = rows.filter(({ caseId }) => caseId === id).map(({ state }) => state);
    expect(states).toContain('valid');
    expect(states.filter((state) => state === 'valid')).toHaveLength(1);
    expect(await app.ground.db.many(sql`select last_error from platform.stuck_event`)).toEqual([]);
  });

  it('goes with the decision that is revoked', async () => {
    const licence = await fetchedEntry(app, ofPerson());
    const { body } = await submit(d.resident, [fromLocker('licence', licence.id), fromLocker('plan', await addPlan())]);
    for (const kind of ['accept', 'grant', 'issue'] as const) await step(app, d, body.id, kind);
    await app.call(d.head, casesContract.revoke, {
      params: { id: body.id },
      body: {
        actionId: newId(),
        ground: 'deceit',
        reason: '以欺骗手段取得',
        heardOn: shanghaiDay(app.clock.now()),
        heard: '当面告知，没有陈述',
      },
    });
    await app.relay.drain();
    const { rows } = await app.call(d.resident, ops.myLocker, { query: {} });
    expect(rows.filter(({ caseId }) => caseId === body.id)).toMatchObject([
      { state: 'revoked', revokedReason: '以欺骗手段取得' },
    ]);
  });

  it('is what was handed in and accepted, of who wanted it kept', async () => {
    const licence = await fetchedEntry(app, ofPerson());
    const handed = async (keepMaterials: boolean): Promise<string[]> => {
      const fileIds = [await uploadPixel(app, d.resident)];
      const { body } = await submit(d.resident, [fromLocker('licence', licence.id), { materialId: 'plan', how: 'upload', fileIds }], { keepMaterials }); // prettier-ignore
      for (const kind of ['accept', 'grant'] as const) await step(app, d, body.id, kind);
      await app.relay.drain();
      const { rows } = await app.call(d.resident, ops.myLocker, { query: {} });
      return rows.filter(({ caseId }) => caseId === body.id).map(({ kind, trust }) => `${kind} ${trust}`);
    };
    expect(await handed(false)).toEqual([]);
    expect(await handed(true)).toEqual(['floorPlan accepted']);
  });
});

describe('a locker', () => {
  it('is nobody else’s', async () => {
    const plan = await addPlan();
    for (const stranger of [d.other, d.clerk, d.examiner, d.head, d.office, d.admin, d.auditor]) {
      expect((await app.ask(stranger, ops.openEntry, { params: { id: plan }, query: {} } as never)).status).toBe(403);
      expect((await app.ask(stranger, ops.removeEntry, { params: { id: plan } })).status).toBe(403);
      for (const operation of [ops.myLocker, ops.listUsages, ops.listConsents])
        expect((await app.ask(stranger, operation, { query: { organisationId: d.company } })).status).toBe(403);
    }
    expect((await app.ask(d.resident, ops.openEntry, { params: { id: plan }, query: {} } as never)).status).toBe(200);
    expect((await app.call(d.resident, ops.myLocker, { query: { organisationId: d.company } })).total).toBeGreaterThan(
      0,
    );
  });

  it('takes only what makes sense, and the same once', async () => {
    const fileIds = [await uploadPixel(app, d.resident)];
    const add = (body: object) => app.ask(d.resident, ops.addEntry, { body: { id: newId(), kind: 'diploma', fileIds, ...body } as never }); // prettier-ignore
    expect((await add({ validUntil: '2026-06-01' })).problem.code).toBe('lockers.datesWrong');
    expect((await add({ validFrom: '2027-06-02', validUntil: '2027-06-01' })).problem.code).toBe('lockers.datesWrong');
    expect((await add({ organisationId: d.company })).problem.code).toBe('lockers.notForOwner');
    expect((await add({ fileIds: [newId()] })).problem.code).toBe('documents.notYourFile');
    expect((await add({ kind: 'nonsense' })).status).toBe(400);
    const id = newId();
    expect((await add({ id })).body).toMatchObject({ id, trust: 'declared', name: '学历学位证书', removable: true });
    expect((await add({ id })).body).toMatchObject({ id });
    const { rows, total } = await app.call(d.resident, ops.myLocker, { query: { limit: 2 } });
    expect(rows).toHaveLength(2);
    expect((await app.call(d.resident, ops.myLocker, { query: { offset: total } })).total).toBe(total);
  });

  it('keeps trails that nobody can change', async () => {
    for (const statement of [
      sql`update lockers.usage set by_name = ''`,
      sql`delete from lockers.usage`,
      sql`delete from lockers.act`,
      sql`update lockers.act set reason = ''`,
      sql`delete from lockers.consent`,
      sql`delete from lockers.entry`,
    ])
      await expect(app.ground.db.many(statement)).rejects.toThrow(/permission denied/);
  });
});
