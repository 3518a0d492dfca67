/** Consent over HTTP, on a real database: at a window, standing, taken back; and what a window does with originals. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract, type Submission } from '#modules/cases/contract';
import { recordAuthority } from '#modules/people';
import { sql } from '#platform/db';
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
    const found = await fitting(d.clerk, { personId: d.person });
    const row = found.rows.find(({ materialId }) => materialId === 'licence')!;
    expect(row.toCompare.map(({ id }) => id)).toContain(declared.id);
    expect(row.entries.map(({ id }) => id)).not.toContain(declared.id);
    expect((await verify()).body.trust).toBe('verified');
    expect((await entryIn(d.resident, declared.id)).trust).toBe('verified');
    const after = (await fitting(d.clerk, { personId: d.person })).rows.find(({ materialId }) => materialId === 'licence')!; // prettier-ignore
    expect(after.entries.map(({ id }) => id)).toContain(declared.id);
    const { rows } = await app.call(d.resident, ops.listUsages, { query: { entryId: declared.id } });
    expect(rows).toMatchObject([{ how: 'verify', role: 'clerk', basis: 'window' }]);
  });

  it('lets the department that saw the original take it back, and nobody else', async () => {
    const declared = await fetchedEntry(app, {
      ...ofPerson(),
      source: 'uploaded',
      trust: 'declared',
      fileIds: [newId()],
    });
    const revoke = (account: string) =>
      app.ask(account, ops.revokeEntry, { params: { id: declared.id }, body: { reason: '原件系伪造' } });
    // Nobody answers for it yet: not even the department whose item it would serve.
    expect((await revoke(d.head)).status).toBe(403);
    await app.call(d.clerk, ops.askAtWindow, {
      body: { consentId: newId(), itemId: shop, personId: d.person, how: 'signed' },
    });
    await app.call(d.clerk, ops.verifyEntry, { params: { id: declared.id }, body: { itemId: shop } });
    const checked = (account: string) => app.ask(account, ops.answeredEntries, { query: { which: 'checked' } });
    expect((await checked(d.head)).body.rows).toContainEqual(
      expect.objectContaining({ id: declared.id, departmentId: d.market, number: expect.stringContaining('*') }),
    );
    expect((await checked(d.otherHead)).body.rows.map(({ id }) => id)).not.toContain(declared.id);
    for (const stranger of [d.clerk, d.resident, d.office]) expect((await checked(stranger)).status).toBe(403);
    expect((await revoke(d.otherHead)).status).toBe(403);
    expect((await revoke(d.head)).status).toBe(204);
    expect((await revoke(d.head)).problem.code).toBe('lockers.notRevocable');
    expect(await entryIn(d.resident, declared.id)).toMatchObject({ state: 'revoked', revokedReason: '原件系伪造' });
    const { rows } = await app.call(d.resident, ops.listUsages, { query: { entryId: declared.id } });
    expect(rows.map(({ how, role, basis }) => [how, role, basis])).toEqual([
      ['revoke', 'head', 'office'],
      ['verify', 'clerk', 'window'],
    ]);
    // Once, whatever happens between the act and the message.
    await app.relay.drain();
    const told = await app.ground.db.many(
      sql`select 1 from notices.notice where person_id = ${d.person} and template = 'paperRevoked'`,
    );
    expect(told).toHaveLength(1);
  });

  it('stands for one service, whoever handles it, and for no other', async () => {
    await fetchedEntry(app, { ...own, personId: d.otherPerson });
    const id = newId();
    await app.call(d.other, ops.giveConsent, { body: { id, itemId: shop } });
    expect((await fitting(d.clerk, { personId: d.otherPerson })).basis).toBe('standing');
    await app.call(d.other, ops.withdrawConsent, { params: { id } });
    expect((await fitting(d.clerk, { personId: d.otherPerson })).basis).toBeNull();
  });
});
