/** Consent over HTTP, on a real database: at a window, standing, taken back; and what a window does with originals. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract, type Submission } from '#modules/cases/contract';
import { recordAuthority } from '#modules/people';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
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

describe('consent', () => {
  const fitting = (account: string, query: object) => app.call(account, ops.fittingEntries, { query: { itemId: shop, ...query } }); // prettier-ignore

  it('is needed at a window, is written down there, and ends', async () => {
    const licence = await fetchedEntry(app, { ...own, personId: d.otherPerson });
    const atWindow = { personId: d.otherPerson };
    const plan: Materials[number] = { materialId: 'plan', how: 'paper', fileIds: [] };
    const send = () => submit(d.clerk, [fromLocker('licence', licence.id), plan], { applicant: atWindow });
    expect(await fitting(d.clerk, atWindow)).toEqual({ basis: null, rows: [] });
    expect((await send()).problem.code).toBe('lockers.notConsented');
    const consentId = newId();
    const found = await app.call(d.clerk, ops.askAtWindow, {
      body: { consentId, itemId: shop, ...atWindow, how: 'spoken' },
    });
    expect(found.basis).toBe('window');
    expect(found.rows[0]!.entries[0]!.number).toContain('*');
    // It was said to this clerk, for this item.
    expect(await fitting(d.examiner, atWindow)).toEqual({ basis: null, rows: [] });
    const sent = await send();
    expect(sent.status).toBe(200);
    expect((await whole(d.clerk, sent.body.id)).materials[0]!.copy).toMatchObject({ basis: 'window' });
    const { rows } = await app.call(d.other, ops.listConsents, { query: {} });
    expect(rows).toMatchObject([{ id: consentId, scope: 'window', how: 'spoken', stands: true }]);
    await app.call(d.other, ops.withdrawConsent, { params: { id: consentId } });
    expect((await send()).problem.code).toBe('lockers.notConsented');
    expect((await app.ask(d.other, ops.withdrawConsent, { params: { id: consentId } })).problem.code).toBe('lockers.consentEnded'); // prettier-ignore
    // The copy of the case stays, and the owner sees that.
    expect((await whole(d.clerk, sent.body.id)).materials[0]!.copy).toBeDefined();
    const lines = (await app.call(d.other, ops.listUsages, { query: {} })).rows;
    expect(lines.map(({ how, role, office }) => [how, role, office])).toEqual([
      ['use', 'clerk', '云溪区政务服务中心'],
      ['look', 'clerk', '云溪区政务服务中心'],
    ]);
  });

  it('stands for a department until it is taken back, also for a proxy', async () => {
    const licence = await fetchedEntry(app, { ...own, personId: d.otherPerson });
    await app.ground.db.transaction(async (tx) => {
      recordAuthority(tx, app.clock.now(), null, { principalPersonId: d.otherPerson, agentPersonId: d.person });
    });
    const forAnna = { applicant: { personId: d.otherPerson } };
    const plan: Materials[number] = {
      materialId: 'plan',
      how: 'upload',
      fileIds: [await uploadPixel(app, d.resident)],
    };
    const send = () => submit(d.resident, [fromLocker('licence', licence.id), plan], forAnna);
    expect((await send()).problem.code).toBe('lockers.notConsented');
    expect((await app.ask(d.other, ops.giveConsent, { body: { id: newId() } })).problem.code).toBe('lockers.consentAboutNothing'); // prettier-ignore
    const id = newId();
    const given = await app.call(d.other, ops.giveConsent, { body: { id, departmentId: d.market } });
    expect(given).toMatchObject({ scope: 'standing', stands: true, departmentName: '云溪区市场监督管理局' });
    expect((await fitting(d.examiner, { personId: d.otherPerson })).basis).toBe('standing');
    expect((await send()).status).toBe(200);
    expect((await app.ask(d.resident, ops.withdrawConsent, { params: { id } })).status).toBe(403);
    await app.call(d.other, ops.withdrawConsent, { params: { id } });
    expect(await fitting(d.examiner, { personId: d.otherPerson })).toEqual({ basis: null, rows: [] });
  });

  it('lets a clerk who has the original on the table say so', async () => {
    const declared = await fetchedEntry(app, {
      ...ofPerson(),
      source: 'uploaded',
      trust: 'declared',
      fileIds: [newId()],
    });
    const verify = () => app.ask(d.clerk, ops.verifyEntry, { params: { id: declared.id }, body: { itemId: shop } });
    expect((await verify()).problem.code).toBe('lockers.notConsented');
    await app.call(d.clerk, ops.askAtWindow, {
      body: { consentId: newId(), itemId: shop, personId: d.person, how: 'signed' },
    });
    expect((await verify()).body.trust).toBe('verified');
    expect((await entryIn(d.resident, declared.id)).trust).toBe('verified');
  });
});
