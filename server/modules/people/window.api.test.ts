/** What a window settles: who an organisation belongs to, whose account it is, what a power of attorney says. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#server/testing';
import { peopleContract as op } from './contract.ts';
import { creditCheckDigit } from './identity/id-numbers.ts';
import { mayActFor } from './index.ts';
import { browser, cardNumber, rowsOf, staffMember, strong } from './testing/accounts.ts';

let app: TestApp;
let clerk: string;
const place = '01900000-0000-7000-8000-000000000001';

beforeAll(async () => {
  app = await openTestApp({ logLevel: 'silent' });
  clerk = await staffMember(app, 'clerk', { role: 'clerk', departmentId: place });
});
afterAll(() => app.close());

const creditCode = (n: number) => {
  const first17 = `91330106MA${String(n).padStart(7, '0')}`;
  return first17 + creditCheckDigit(first17);
};
const phoneOf = (n: number) => `139000001${String(n).padStart(2, '0')}`;
const cardOf = (n: number, name: string) => ({ idKind: 'residentCard' as const, idNumber: cardNumber(n), name });

/** A registered resident who declared their name; `seen` when a window has compared it with the card. */
async function resident(n: number, name: string, seen = false) {
  const { accountId, personId } = await app.call(null, op.register, {
    body: { password: strong, phone: phoneOf(n), person: cardOf(n, name) },
  });
  if (seen) await app.call(clerk, op.verifyPerson, { params: { id: personId } });
  return { accountId, personId, card: cardOf(n, name) };
}
const declare = async (accountId: string, company: { creditCode: string; name: string }) => {
  const answer = await app.ask(accountId, op.addOrganisation, { body: company });
  return answer.problem?.code ?? 'added';
};
const kindOf = async (personId: string, organisationId: string) =>
  (await mayActFor(app.ground.db, personId, { organisationId, itemCode: 'A1', at: app.clock.now() }))?.kind;

test('a stranger with the name of the legal representative does not get the company, and locks nobody out', async () => {
  const company = { creditCode: creditCode(1), name: '三墩机械厂' };
  const { id } = await app.call(clerk, op.registerOrganisation, {
    body: { ...company, legalRepresentative: '郑厂长' },
  });
  const stranger = await resident(1, '郑厂长');
  expect(await declare(stranger.accountId, company)).toBe('people.windowNeeded');
  expect(await kindOf(stranger.personId, id)).toBeUndefined();
  // A verified one of another name gets the same answer.
  const other = await resident(2, '王小二', true);
  expect(await declare(other.accountId, company)).toBe('people.windowNeeded');
  const real = await resident(3, '郑厂长', true);
  expect(await declare(real.accountId, company)).toBe('added');
  expect(await kindOf(real.personId, id)).toBe('legalRepresentative');
  // Even when a window has seen a namesake's card, the one who sits there stays.
  await app.call(clerk, op.verifyPerson, { params: { id: stranger.personId } });
  expect(await declare(stranger.accountId, company)).toBe('people.windowNeeded');
  expect(
    await rowsOf(app, 'select act, account_id from people.organisation_act where organisation_id = $1', [id]),
  ).toEqual([{ act: 'register', account_id: clerk }]);
});

test('a verified representative takes the place of one who only declared the company, and of the agents named by that one', async () => {
  const company = { creditCode: creditCode(2), name: '西湖龙井有限公司' };
  const squatter = await resident(10, '周老板');
  const { id } = await app.call(squatter.accountId, op.addOrganisation, { body: company });
  const agent = await resident(11, '同伙');
  const body = { organisationId: id, agent: agent.card, itemCodes: null, untilOn: null };
  await app.call(squatter.accountId, op.grantAuthority, { body });
  const real = await resident(12, '周老板');
  expect(await declare(real.accountId, company)).toBe('people.windowNeeded');
  await app.call(clerk, op.verifyPerson, { params: { id: real.personId } });
  expect(await declare(real.accountId, company)).toBe('added');
  expect([
    await kindOf(real.personId, id),
    await kindOf(squatter.personId, id),
    await kindOf(agent.personId, id),
  ]).toEqual(['legalRepresentative', undefined, undefined]);
  const acts = await rowsOf(
    app,
    `select t.act, t.account_id, t.reason <> '' as why from people.authority_act t
       join people.authority a on a.id = t.authority_id where a.agent_person_id = $1 order by t.at, t.id`,
    [squatter.personId],
  );
  expect(acts).toEqual([
    { act: 'grant', account_id: squatter.accountId, why: false },
    { act: 'revoke', account_id: real.accountId, why: true },
  ]);
  // And it stays so: the former one comes back as little as anybody else.
  expect(await declare(squatter.accountId, company)).toBe('people.windowNeeded');
});

test('of two who declare at the same time one gets the seat', async () => {
  const company = { creditCode: creditCode(3), name: '转塘茶业' };
  await app.call(clerk, op.registerOrganisation, { body: { ...company, legalRepresentative: '孙一鸣' } });
  const [one, two] = [await resident(15, '孙一鸣', true), await resident(16, '孙一鸣', true)];
  const answers = await Promise.all([declare(one.accountId, company), declare(two.accountId, company)]);
  expect(answers.toSorted()).toEqual(['added', 'people.windowNeeded']);
});

test('a company that somebody declared in their own name comes right at a window, from its licence', async () => {
  const squatter = await resident(20, '吴占位');
  const company = { creditCode: creditCode(4), name: '某某公司' };
  const declared = await app.call(squatter.accountId, op.addOrganisation, { body: company });
  const real = await resident(21, '陆真身', true);
  expect(await declare(real.accountId, { ...company, name: '留下食品厂' })).toBe('people.windowNeeded');
  const seat = {
    principalOrganisationId: declared.id,
    agentPersonId: real.personId,
    kind: 'legalRepresentative' as const,
    itemCodes: null,
    untilOn: null,
    reason: '见营业执照和身份证',
  };
  const early = await app.ask(clerk, op.recordAuthority, { body: seat });
  expect(early.problem.code).toBe('people.licenceFirst');
  const licence = { name: '留下食品厂', legalRepresentative: '陆真身', address: '', phone: '', version: 1 };
  const edit = { params: { id: declared.id }, body: { ...licence, reason: '见营业执照' } };
  const right = await app.call(clerk, op.verifyOrganisation, edit);
  expect(right).toMatchObject({ name: '留下食品厂', legalRepresentative: '陆真身', version: 2 });
  expect(right.verifiedAt).not.toBeNull();
  expect((await app.ask(clerk, op.verifyOrganisation, edit)).problem.code).toBe('people.changedMeanwhile');
  expect(await kindOf(squatter.personId, declared.id)).toBeUndefined();
  expect(
    await rowsOf(
      app,
      'select act, account_id, reason, fields from people.organisation_act where organisation_id = $1 order by at, id',
      [declared.id],
    ),
  ).toEqual([
    { act: 'declare', account_id: squatter.accountId, reason: '', fields: [] },
    { act: 'verify', account_id: clerk, reason: '见营业执照', fields: ['name', 'legalRepresentative'] },
  ]);

  await app.call(clerk, op.recordAuthority, { body: seat });
  expect(await kindOf(real.personId, declared.id)).toBe('legalRepresentative');
  expect((await app.ask(clerk, op.recordAuthority, { body: seat })).problem.code).toBe('people.alreadyActs');
  // The seat gives everything away: not to somebody whose document nobody has seen.
  const unseen = await resident(22, '陆真身');
  const again = await app.ask(clerk, op.recordAuthority, { body: { ...seat, agentPersonId: unseen.personId } });
  expect(again.problem.code).toBe('people.notVerifiedYet');

  // With a new licence a new one succeeds, and what the former gave in office stays.
  const agent = await resident(23, '钱经办');
  const grant = { organisationId: declared.id, agent: agent.card, itemCodes: null, untilOn: null };
  await app.call(real.accountId, op.grantAuthority, { body: grant });
  const next = await resident(24, '何继任', true);
  const newLicence = { ...licence, legalRepresentative: '何继任', version: 2, reason: '变更登记' };
  await app.call(clerk, op.verifyOrganisation, { params: { id: declared.id }, body: newLicence });
  await app.call(clerk, op.recordAuthority, { body: { ...seat, agentPersonId: next.personId } });
  expect([
    await kindOf(real.personId, declared.id),
    await kindOf(next.personId, declared.id),
    await kindOf(agent.personId, declared.id),
  ]).toEqual([undefined, 'legalRepresentative', 'agent']);
});

test('the window sees what was given, masked, and takes it back', async () => {
  const principal = await resident(30, '赵老太');
  const agent = await resident(31, '孙小辈');
  const both = await app.ask(clerk, op.listAuthorities, { query: {} });
  expect(both.problem.code).toBe('people.onePrincipal');
  const recorded = await app.call(clerk, op.recordAuthority, {
    body: {
      principalPersonId: principal.personId,
      agentPersonId: agent.personId,
      itemCodes: ['A1'],
      untilOn: null,
      reason: '见公证委托书',
    },
  });
  for (const personId of [principal.personId, agent.personId]) {
    const { rows } = await app.call(clerk, op.listAuthorities, { query: { personId } });
    expect(rows).toMatchObject([
      { id: recorded.id, principal: { name: '赵*太' }, agent: { name: '孙*辈' }, inForce: true },
    ]);
  }
  await app.call(clerk, op.revokeAuthority, { params: { id: recorded.id }, body: { reason: '本人到场撤回' } });
  const { rows } = await app.call(clerk, op.listAuthorities, { query: { personId: principal.personId } });
  expect(rows).toMatchObject([{ id: recorded.id, inForce: false }]);
});

test('whom a clerk registered gets their account at a window, and it is theirs', async () => {
  const card = cardOf(40, '许阿姨');
  const made = await app.call(clerk, op.registerPerson, { body: { ...card, seen: true } });
  const themselves = { password: strong, phone: phoneOf(40), person: card };
  const refused = await app.ask(null, op.register, { body: themselves });
  expect([refused.status, refused.problem.code]).toEqual([409, 'people.identityTaken']);

  // With the document they come to the window: the clerk finds them by its number, masked, and opens the account.
  const { idKind, idNumber } = card;
  const { person } = await app.call(clerk, op.lookUpPerson, { body: { idKind, idNumber } });
  expect(person).toMatchObject({ id: made.id, masked: true });
  const params = { id: made.id };
  const opened = await app.call(clerk, op.openAccount, { params, body: { phone: phoneOf(40) } });
  expect(opened.loginName).toBe(phoneOf(40));

  const phone = browser(app);
  const entered = await phone.ask(op.signIn, { body: { name: opened.loginName, password: opened.password } });
  expect(entered.body).toMatchObject({ next: 'changePassword' });
  await phone.ask(op.changePassword, { body: { present: opened.password, fresh: strong } });
  const me = await phone.ask(op.me, {});
  expect(me.body.actor).toMatchObject({ next: 'none', person: { id: made.id, name: '许阿姨' } });
  // Once: a second one is told to recover the first.
  const twice = await app.ask(clerk, op.openAccount, { params, body: { phone: phoneOf(41) } });
  expect(twice.problem.code).toBe('people.hasAccount');
});
