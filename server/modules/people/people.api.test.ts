import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#server/testing';
import { peopleContract as op } from './contract.ts';
import { creditCheckDigit } from './identity/id-numbers.ts';
import { findPersonByNumber, mayActFor, organisationsOf } from './index.ts';
import { browser, cardNumber, rowsOf, staffMember, strong } from './testing/accounts.ts';

let app: TestApp;
let clerk: string;
let head: string;
let auditor: string;

beforeAll(async () => {
  app = await openTestApp({ logLevel: 'silent' });
  clerk = await staffMember(app, 'clerk', { role: 'clerk' as const, departmentId: place });
  head = await staffMember(app, 'head', { role: 'head', departmentId: place });
  auditor = await staffMember(app, 'auditor', { role: 'auditor' });
});
afterAll(() => app.close());

const place = '01900000-0000-7000-8000-000000000001';
const creditCode = (n: number) => {
  const first17 = `91330106MA${String(n).padStart(7, '0')}`;
  return first17 + creditCheckDigit(first17);
};

/** A registered resident. */
async function resident(n: number, name: string) {
  const { accountId, personId } = await app.call(null, op.register, {
    body: {
      password: strong,
      phone: `139000000${String(n).padStart(2, '0')}`,
      person: { idKind: 'residentCard', idNumber: cardNumber(n), name, address: '杭州市西湖区文新街道1号' },
    },
  });
  return { accountId, personId, card: { idKind: 'residentCard' as const, idNumber: cardNumber(n), name } };
}
const mayAct = (agent: string, principal: { personId?: string; organisationId?: string }, itemCode = 'A1') =>
  mayActFor(app.ground.db, agent, { ...principal, itemCode, at: app.clock.now() });

test('staff see people masked, and each look leaves a line', async () => {
  const { personId } = await resident(1, '张小三');
  const params = { id: personId };
  expect(await app.call(clerk, op.getPerson, { params })).toMatchObject({
    masked: true,
    name: '张*三',
    idNumber: '3301**********' + cardNumber(1).slice(-4),
    phone: '139****0001',
    address: '杭州市西湖区文新街道****',
    bornOn: '1990-01-01',
  });
  const look = { idKind: 'residentCard' as const, idNumber: cardNumber(1) };
  expect((await app.call(clerk, op.lookUpPerson, { body: look })).person).toMatchObject({ masked: true, id: personId });
  const known = await app.call(clerk, op.lookUpPerson, { body: { ...look, purpose: '窗口受理' } });
  expect(known.person).toMatchObject({ masked: false, name: '张小三' });
  expect((await app.call(clerk, op.lookUpPerson, { body: { ...look, idNumber: cardNumber(99) } })).person).toBeNull();
  expect((await app.call(clerk, op.unmaskPerson, { params, body: { reason: '核对地址' } })).phone).toBe('13900000001');
  const bulk = await app.call(head, op.lookUpPersons, {
    body: { idNumbers: [cardNumber(1), cardNumber(98)], purpose: '清查' },
  });
  expect(bulk).toMatchObject({ persons: [{ masked: true }], missing: [cardNumber(98)] });

  const trail = await app.call(auditor, op.listUnmaskings, { query: {} });
  expect(trail.rows.map(({ how, purpose, found, accountName }) => [how, purpose, found, accountName])).toEqual([
    ['bulk', '清查', 1, 'head'],
    ['unmask', '核对地址', 1, 'clerk'],
    ['lookUp', '', 0, 'clerk'],
    ['lookUp', '窗口受理', 1, 'clerk'],
    ['lookUp', '', 1, 'clerk'],
  ]);
  expect((await app.call(auditor, op.listUnmaskings, { query: { personId } })).total).toBe(3);
  expect((await app.call(auditor, op.listUnmaskings, { query: { untilOn: '2026-06-09' } })).total).toBe(0);
});

test('a collector is stopped', async () => {
  const collector = await staffMember(app, 'collector', { role: 'clerk', departmentId: place });
  const body = { idKind: 'residentCard' as const, idNumber: cardNumber(97) };
  const statuses: number[] = [];
  for (let i = 0; i < 61; i++) statuses.push((await app.ask(collector, op.lookUpPerson, { body })).status);
  expect([statuses[59], statuses[60]]).toEqual([200, 429]);
});

test('a clerk registers, verifies and corrects a person, and opens an account', async () => {
  const passport = { idKind: 'passport' as const, idNumber: 'ab 1234567', name: 'John Smith' };
  const made = await app.call(clerk, op.registerPerson, {
    body: { ...passport, bornOn: '1980-02-03', phone: '13700000001', seen: false },
  });
  expect(made).toMatchObject({ idNumber: 'AB1234567', bornOn: '1980-02-03', verifiedAt: null, masked: false });
  const again = await app.ask(clerk, op.registerPerson, { body: { ...passport, seen: true } });
  expect(again.problem).toMatchObject({ code: 'people.identityTaken', facts: { personId: made.id } });
  const params = { id: made.id };
  expect((await app.call(clerk, op.verifyPerson, { params })).verifiedAt).not.toBeNull();
  expect((await app.ask(clerk, op.verifyPerson, { params })).problem.code).toBe('people.alreadyVerified');

  const { id: _, verifiedAt: __, createdAt: ___, masked: ____, ...fields } = made;
  const body = { ...fields, name: 'Jon Smith', version: 2, reason: '姓名拼写有误' };
  expect(await app.call(clerk, op.correctPerson, { params, body })).toMatchObject({ name: 'Jon Smith', version: 3 });
  const late = await app.ask(head, op.correctPerson, { params, body });
  expect(late.problem).toMatchObject({
    code: 'people.changedMeanwhile',
    facts: { current: { name: 'J** S****', version: 3 } },
  });
  expect(await rowsOf(app, 'select fields, reason from people.correction where person_id = $1', [made.id])).toEqual([
    { fields: ['name'], reason: '姓名拼写有误' },
  ]);

  const account = await app.call(clerk, op.openAccount, { params, body: { phone: '13700000001' } });
  const phone = browser(app);
  const entered = await phone.ask(op.signIn, { body: { name: '13700000001', password: account.password } });
  expect(entered.body).toEqual({ accountId: account.accountId, next: 'changePassword' });
  const changed = await phone.ask(op.changePassword, { body: { present: account.password, fresh: strong } });
  expect(changed.body).toEqual({ next: 'none' });
  const second = await app.ask(clerk, op.openAccount, { params, body: { phone: '13700000002' } });
  expect(second.problem.code).toBe('people.hasAccount');
});

test('residents change how they are reached, and nothing else', async () => {
  const { accountId, personId } = await resident(2, '李四');
  const body = { phone: '13911112222', email: 'li@example.com', address: '新地址', version: 1 };
  expect(await app.call(accountId, op.updateMyDetails, { body })).toMatchObject({ phone: '13911112222', version: 2 });
  expect((await app.ask(accountId, op.updateMyDetails, { body })).problem.code).toBe('people.changedMeanwhile');
  const sameName = await app.ask(null, op.signIn, { body: { name: '13911112222', password: strong } });
  expect(sameName.status).toBe(200);
  // The old number is nobody's login name any more.
  const oldName = await app.ask(null, op.signIn, { body: { name: '13900000002', password: strong } });
  expect(oldName.problem.code).toBe('people.wrongCredentials');
  expect((await app.ask(clerk, op.updateMyDetails, { body })).problem.code).toBe('people.noPerson');
  const taken = await resident(3, '王五');
  const other = await app.ask(taken.accountId, op.updateMyDetails, { body: { ...body, version: 1 } });
  expect(other.problem.code).toBe('people.phoneTaken');
  expect((await findPersonByNumber(app.ground.db, 'residentCard', cardNumber(2)))?.id).toBe(personId);
});

test('a proxy may act in what was given, while it was given', async () => {
  const principal = await resident(10, '赵一');
  const agent = await resident(11, '钱二');
  const grant = (agentCard: object, more: object = {}) =>
    app.ask(principal.accountId, op.grantAuthority, {
      body: { agent: { ...agent.card, ...agentCard }, itemCodes: ['A1'], untilOn: '2026-06-30', ...more },
    });
  expect((await grant({ name: '钱三' })).problem.code).toBe('people.noSuchPerson');
  expect((await grant({ idNumber: cardNumber(96) })).problem.code).toBe('people.noSuchPerson');
  expect((await grant(principal.card)).problem.code).toBe('people.notOneself');
  expect((await grant({}, { untilOn: '2026-06-01' })).problem.code).toBe('people.wrongSpan');
  const made = await grant({});
  expect(made.body).toMatchObject({
    kind: 'proxy',
    principal: { name: '赵一' },
    agent: { name: '钱二' },
    inForce: true,
  });
  expect(await mayAct(agent.personId, principal)).toMatchObject({ id: made.body.id });
  expect(await mayAct(agent.personId, principal, 'B1')).toBeUndefined();
  expect(await mayAct(principal.personId, { personId: agent.personId })).toBeUndefined();
  expect((await app.call(agent.accountId, op.me, {})).actor?.mayActFor).toMatchObject([
    { principal: { name: '赵一' } },
  ]);

  // Revoked by the principal it is over at once; by a stranger it is not revoked.
  const stranger = await resident(12, '孙三');
  const params = { id: made.body.id };
  const body = { reason: '不再需要' };
  expect((await app.ask(stranger.accountId, op.revokeAuthority, { params, body })).status).toBe(403);
  await app.call(principal.accountId, op.revokeAuthority, { params, body });
  expect(await mayAct(agent.personId, principal)).toBeUndefined();
  expect((await app.ask(principal.accountId, op.revokeAuthority, { params, body })).problem.code).toBe(
    'people.alreadyRevoked',
  );
  const { given } = await app.call(principal.accountId, op.myAuthorities, {});
  expect(given).toMatchObject([{ id: made.body.id, inForce: false, revokedAt: expect.any(String) }]);
  expect(
    await rowsOf(
      app,
      'select act, reason, account_id from people.authority_act where authority_id = $1 order by at, id',
      [made.body.id],
    ),
  ).toEqual([
    { act: 'grant', reason: '', account_id: principal.accountId },
    { act: 'revoke', reason: '不再需要', account_id: principal.accountId },
  ]);

  // The agent may give it back.
  const second = await grant({}, { itemCodes: null });
  await app.call(agent.accountId, op.revokeAuthority, { params: { id: second.body.id }, body: { reason: '' } });
  const acts = await rowsOf(app, `select act from people.authority_act where authority_id = $1 order by id`, [
    second.body.id,
  ]);
  expect(acts.map(({ act }) => act)).toEqual(['grant', 'giveBack']);
});

test('a legal representative adds the organisation and names agents; others are sent to them', async () => {
  const boss = await resident(20, '周老板');
  const agent = await resident(21, '吴经办');
  const company = { creditCode: creditCode(1), name: '西湖龙井有限公司' };
  const wrong = await app.ask(boss.accountId, op.addOrganisation, {
    body: { ...company, creditCode: '91330106MA0000001A'.replace(/.$/, '0') },
  });
  expect(['people.wrongCreditCode', undefined]).toContain(wrong.problem?.code);
  const made = await app.call(boss.accountId, op.addOrganisation, { body: company });
  expect(made).toMatchObject({ legalRepresentative: '周老板', verifiedAt: null });
  const code = async (accountId: string) =>
    (await app.ask(accountId, op.addOrganisation, { body: company })).problem.code;
  expect(await code(boss.accountId)).toBe('people.alreadyActs');
  expect(await code(agent.accountId)).toBe('people.windowNeeded');
  const namesake = await resident(22, '周老板');
  expect(await code(namesake.accountId)).toBe('people.windowNeeded');

  const organisationId = made.id;
  const body = { organisationId, agent: agent.card, itemCodes: null, untilOn: null };
  expect((await app.ask(namesake.accountId, op.grantAuthority, { body })).status).toBe(403);
  await app.call(boss.accountId, op.grantAuthority, { body });
  expect(await mayAct(agent.personId, { organisationId })).toMatchObject({ kind: 'agent' });
  expect(await mayAct(boss.personId, { organisationId })).toMatchObject({ kind: 'legalRepresentative' });
  expect(await organisationsOf(app.ground.db, agent.personId, app.clock.now())).toEqual([organisationId]);
  expect((await app.call(agent.accountId, op.me, {})).actor?.organisations).toMatchObject([
    { creditCode: creditCode(1) },
  ]);

  await app.call(agent.accountId, op.leaveOrganisation, { params: { id: organisationId } });
  expect(await mayAct(agent.personId, { organisationId })).toBeUndefined();
  const twice = await app.ask(agent.accountId, op.leaveOrganisation, { params: { id: organisationId } });
  expect(twice.problem.code).toBe('people.alreadyRevoked');
});

test('at a window organisations and authorities are recorded from documents', async () => {
  const company = { creditCode: creditCode(2), name: '三墩机械厂', legalRepresentative: '郑厂长' };
  const made = await app.call(clerk, op.registerOrganisation, { body: company });
  expect(made.verifiedAt).not.toBeNull();
  const again = await app.ask(clerk, op.registerOrganisation, { body: company });
  expect(again.problem.code).toBe('people.organisationTaken');
  const found = await app.call(clerk, op.findOrganisation, { query: { creditCode: creditCode(2) } });
  expect(found.organisation).toEqual(made);
  const agent = await resident(30, '王经办');
  const body = { agentPersonId: agent.personId, itemCodes: ['A1'], untilOn: null, reason: '见委托书' };
  const none = await app.ask(clerk, op.recordAuthority, { body });
  expect(none.problem.code).toBe('people.onePrincipal');
  const unknown = await app.ask(clerk, op.recordAuthority, { body: { ...body, principalPersonId: place } });
  expect(unknown.problem.code).toBe('people.noSuchPerson');
  const recorded = await app.call(clerk, op.recordAuthority, { body: { ...body, principalOrganisationId: made.id } });
  expect(recorded).toMatchObject({ kind: 'agent', principal: { creditCode: creditCode(2) }, itemCodes: ['A1'] });
  expect(await organisationsOf(app.ground.db, agent.personId, app.clock.now())).toEqual([]);
  // Taken back at the window on the principal's word: a clerk's act, with the reason.
  await app.call(clerk, op.revokeAuthority, { params: { id: recorded.id }, body: { reason: '委托人到场撤回' } });
  expect(await mayAct(agent.personId, { organisationId: made.id })).toBeUndefined();
});
