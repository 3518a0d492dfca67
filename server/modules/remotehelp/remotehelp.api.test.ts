import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { createAccount, givePost, openSession, sessionCookie } from '#modules/people';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { foodApplication, runCase } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { away, keptDays, keptForColleague, keptPlace, patience } from './help.ts';
import { remoteHelpContract as ops } from './contract.ts';
import { forgetAskers, sweepHelps } from './move-help.ts';

let app: TestApp;
let d: SmallDistrict;
/** A second clerk, and a third. */
let other: string;
let origin: string;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  const at = app.clock.now();
  other = await app.ground.db.transaction((tx) => {
    const id = createAccount(tx, at, { loginName: 'second', name: '周同事', staff: true });
    givePost(tx, at, id, { role: 'clerk', departmentId: null, outletId: d.hall });
    return id;
  });
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  const address = app.http.server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(async () => {
  // What fetch keeps open would be waited for.
  app.http.server.closeAllConnections();
  await app.close();
});

/** Each test begins with two clerks who are there and nobody who asks. */
beforeEach(async ({ task }) => {
  for (const code of codes.splice(0)) await app.ask(null, ops.leaveHelp, { params: { code }, body: acting() });
  if (!task.name.includes('nobody is there')) await Promise.all([there(), there(other)]);
});
const codes: string[] = [];

const acting = () => ({ actionId: newId() });
const asked = (more: object = {}) => ({ ...acting(), way: 'video', language: 'zh-CN', consent: true, ...more }) as const; // prettier-ignore
const there = (clerk = d.clerk) => app.call(clerk, ops.setSeat, { body: { state: 'open' } });
const ask = async (as: string | null = null, more: object = {}) => {
  const { code, help } = await app.call(as, ops.askForHelp, { body: asked(more) });
  codes.push(code);
  return { code, id: help.id };
};
const next = async (clerk = d.clerk) => (await app.call(clerk, ops.takeNext, { body: acting() })).help;
const look = (code: string) => app.call(null, ops.lookHelp, { params: { code } });
const finish = (id: string, clerk = d.clerk) =>
  app.call(clerk, ops.finishHelp, { params: { id }, body: { ...acting(), outcome: 'helped' } });
const leave = (code: string) => app.call(null, ops.leaveHelp, { params: { code }, body: acting() });
/** As if the page of a side had said something just now. */
const heard = (id: string, ...sides: ('asker' | 'clerk')[]) =>
  app.ground.db.transaction((tx) => {
    for (const side of sides)
      tx.write(sql`update remotehelp.help set ${sql.raw(`${side}_seen_at`)} = ${app.clock.now()} where id = ${id}`);
  });
const seconds = (count: number): void => app.clock.advance(count * 1000);

/** A line that is listened to, with what it has said so far. */
async function listen(path: string, as: string | null, tab = newId()) {
  const stop = new AbortController();
  const cookie = as ? `${sessionCookie}=${await openSession(app.ground, as, { secondFactor: true })}` : '';
  const answer = await fetch(`${origin}/api${path}/line?tab=${tab}`, { headers: { cookie }, signal: stop.signal });
  const line = { tab, status: answer.status, text: '', ended: false, close: () => stop.abort() };
  void (async () => {
    try {
      for await (const piece of answer.body!.pipeThrough(new TextDecoderStream())) line.text += piece;
      line.ended = true;
    } catch {
      line.ended = true;
    }
  })();
  return line;
}
const soon = (read: () => unknown) => expect.poll(read, { timeout: 20_000 });

describe('remote help', () => {
  it('is refused while nobody is there, and says where to go', async () => {
    const { problem } = await app.ask(null, ops.askForHelp, { body: asked() });
    expect(problem).toMatchObject({ code: 'remotehelp.nobodyThere', status: 409 });
  });

  it('is not begun without consent', async () => {
    const body = { ...asked(), consent: false as unknown as true };
    expect((await app.ask(null, ops.askForHelp, { body })).status).toBe(400);
  });

  it('is given in the order of the rank: priority first, then who came first, each to one clerk', async () => {
    const first = await ask();
    seconds(5);
    const elder = await ask(null, { priority: 'elderly' });
    expect((await look(first.code)).ahead).toBe(1);
    const [one, two] = await Promise.all([next(), next(other)]);
    expect([one!.id, two!.id].toSorted()).toEqual([first.id, elder.id].toSorted());
    const nobody = await app.ask(d.clerk, ops.takeNext, { body: acting() });
    expect(nobody.problem.code).toBe('remotehelp.helping');
    await finish(one!.id);
    await finish(two!.id, other);
    expect((await look(first.code)).outcome).toBe('helped');
  });

  it('keeps one open help for an account: who lost the page asks again; repeats an act with the same answer', async () => {
    const lost = await ask(d.resident);
    const { code, id } = await ask(d.resident, { itemId: d.food });
    expect(await look(lost.code)).toMatchObject({ state: 'ended', outcome: 'left' });
    expect(await look(code)).toMatchObject({ state: 'waiting', ahead: 0 });
    const body = acting();
    const once = await app.call(d.clerk, ops.takeNext, { body });
    const twice = await app.call(d.clerk, ops.takeNext, { body });
    expect(once.help?.id).toBe(id);
    expect(twice.help?.id).toBe(id);
    expect(once.help).toMatchObject({ askerName: '陈小满', itemName: '开饭店', door: 'portal' });
    await leave(code);
    expect(await look(code)).toMatchObject({ state: 'ended', outcome: 'left' });
  });

  it('passes over who is away and keeps their place', async () => {
    const gone = await ask();
    seconds(away + 1);
    const here = await ask();
    expect((await next())!.id).toBe(here.id);
    await finish(here.id);
    expect(await next()).toBeNull();
    await heard(gone.id, 'asker');
    expect((await next())!.id).toBe(gone.id);
    await leave(gone.code);
  });

  it('ends for whoever stays away for long', async () => {
    const gone = await ask();
    seconds(keptPlace + 1);
    await sweepHelps(app.ground);
    expect(await look(gone.code)).toMatchObject({ state: 'ended', outcome: 'nobodyCame' });
  });

  it('goes back to its place before all who came later when the clerk is lost', async () => {
    const lost = await ask();
    expect((await next())!.id).toBe(lost.id);
    seconds(patience / 2);
    await there();
    const later = await ask();
    seconds(patience / 2 + 1);
    await heard(lost.id, 'asker');
    await heard(later.id, 'asker');
    await there(other);
    expect(await look(lost.code)).toMatchObject({ state: 'waiting', ahead: 0, again: true });
    expect((await next(other))!.id).toBe(lost.id);
    expect((await app.ask(d.clerk, ops.finishHelp, { params: { id: lost.id }, body: { ...acting(), outcome: 'helped' } })).status).toBe(403); // prettier-ignore
    await finish(lost.id, other);
    await leave(later.code);
  });

  it('is handed over to a colleague, who has it for a minute before it is anybody’s', async () => {
    const { code, id } = await ask();
    await next();
    const to = { params: { id }, body: { ...acting(), accountId: other } };
    await app.call(d.clerk, ops.handOver, to);
    expect((await look(code)).again).toBe(true);
    expect(await next()).toBeNull();
    expect((await app.call(other, ops.showSeat, {})).waiting[0]).toMatchObject({ id, forMe: true });
    seconds(keptForColleague + 1);
    await heard(id, 'asker');
    await there();
    expect((await next())!.id).toBe(id);
    await there(other);
    await app.call(other, ops.setSeat, { body: { state: 'break' } });
    const refused = await app.ask(d.clerk, ops.handOver, { ...to, body: { ...acting(), accountId: other } });
    expect(refused.problem.code).toBe('remotehelp.colleagueAway');
    expect((await app.ask(d.clerk, ops.setSeat, { body: { state: null } })).problem.code).toBe('remotehelp.helping');
    await finish(id);
  });

  it('is rated once, and its record names nobody in the end', async () => {
    const { code, id } = await ask(d.resident);
    await next();
    seconds(90);
    await heard(id, 'asker', 'clerk');
    await finish(id);
    const rate = (level: 'satisfied' | 'dissatisfied') =>
      app.ask(null, ops.rateHelp, { params: { code }, body: { ...acting(), level } });
    expect((await rate('satisfied')).body.level).toBe('satisfied');
    expect((await rate('dissatisfied')).problem.code).toBe('remotehelp.wrongAct');
    const { rows } = await app.call(d.office, ops.listHelps, {});
    expect(rows[0]).toMatchObject({ id, talkedSeconds: 90, level: 'satisfied', askerName: '陈小满' });
    seconds(keptDays * 86_400 + 60);
    expect(await forgetAskers(app.ground, keptDays)).toBeGreaterThan(0);
    const [line] = (await app.call(d.auditor, ops.listHelps, { query: { limit: 1 } })).rows;
    expect(line).toMatchObject({ askerName: '', level: 'satisfied' });
  });
});

describe('the line', () => {
  it('carries what one says to the other and nobody else, and ends with the help', async () => {
    const { code, id } = await ask();
    await next();
    const [asker, clerk] = [await listen(`/remote-help/helps/${code}`, null), await listen(`/remote-help/taken/${id}`, d.clerk)]; // prettier-ignore
    await soon(() => asker.text).toMatch(/"state":"talking"/);
    const { epoch } = await look(code);
    const say = { tab: clerk.tab, epoch, kind: 'offer', data: 'v=0 of the clerk' } as const;
    await app.call(d.clerk, ops.sayAsClerk, { params: { id }, body: say });
    await soon(() => asker.text).toContain('v=0 of the clerk');
    await app.call(null, ops.sayAsAsker, { params: { code }, body: { ...say, tab: asker.tab, kind: 'answer', data: 'v=0 of the asker' } }); // prettier-ignore
    await soon(() => clerk.text).toContain('v=0 of the asker');
    expect(asker.text).not.toContain('of the asker');

    expect((await app.ask(other, ops.sayAsClerk, { params: { id }, body: say })).status).toBe(403);
    expect((await listen(`/remote-help/taken/${id}`, other)).status).toBe(403);
    expect((await listen(`/remote-help/taken/${id}`, null)).status).toBe(401);
    expect((await listen(`/remote-help/helps/${'x'.repeat(32)}`, null)).status).toBe(404);
    expect((await app.ask(d.clerk, ops.sayAsClerk, { params: { id }, body: { ...say, data: 'x'.repeat(16_001) } })).status).toBe(400); // prettier-ignore

    // Another tab of the asker: the first is told, what it says is refused, both begin the connection anew.
    const second = await listen(`/remote-help/helps/${code}`, null);
    await soon(() => asker.ended).toBe(true);
    expect(asker.text).toContain('event: elsewhere');
    await soon(() => clerk.text).toContain(`"epoch":${epoch + 1}`);
    const late = await app.ask(null, ops.sayAsAsker, { params: { code }, body: { ...say, tab: asker.tab } });
    expect(late.problem.code).toBe('remotehelp.otherTab');
    const old = await app.ask(d.clerk, ops.sayAsClerk, { params: { id }, body: say });
    expect(old.problem.code).toBe('remotehelp.olderConnection');

    // The same tab comes back, as after a restart of the server: nothing begins anew.
    second.close();
    const back = await listen(`/remote-help/helps/${code}`, null, second.tab);
    await soon(() => back.text).toContain(`"epoch":${epoch + 1}`);

    await finish(id);
    await soon(() => back.ended && clerk.ended).toBe(true);
    expect(back.text).toContain('"state":"ended"');
    const [left] = await app.ground.db.many<{ count: number }>(
      sql`select count(*)::int as count from remotehelp.signal where help_id = ${id}`,
    );
    expect(left!.count).toBe(0);
  });

  it('says that the other side is away, and holds back who says too much', async () => {
    const { code, id } = await ask();
    await next();
    const asker = await listen(`/remote-help/helps/${code}`, null);
    await soon(() => asker.text).toContain('"otherAway":false');
    seconds(away + 1);
    await soon(() => asker.text).toContain('"otherAway":true');
    const { epoch } = await look(code);
    const body = { tab: asker.tab, epoch, kind: 'message', data: '{}' } as const;
    const answers = await Promise.all(
      Array.from({ length: 90 }, () => app.ask(null, ops.sayAsAsker, { params: { code }, body })),
    );
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 204 || status === 429)).toBe(true);
    await finish(id);
  });
});

describe('the applicant alone submits', () => {
  it('whatever the clerk who helps asks for', async () => {
    const { code, id } = await ask(d.resident, { itemId: d.food });
    const draftId = newId();
    const content = { values: { shopName: '小满面馆' } };
    await app.call(d.resident, casesContract.saveDraft, {
      params: { id: draftId },
      body: { itemId: d.food, itemVersion: 1, content, version: 0 },
    } as never);
    await next();
    const count = () => app.ground.db.one<{ cases: number }>(sql`select count(*)::int as cases from cases.case`);
    const before = await count();
    // In the applicant's name, with the applicant's draft, or as the clerk: nothing of it becomes the applicant's application.
    const forged = [
      foodApplication(d, { draftId } as never),
      foodApplication(d, { applicant: { accountId: d.resident } as never }),
    ];
    for (const body of forged) expect((await app.ask(d.clerk, casesContract.submitCase, { body })).status).toBeGreaterThanOrEqual(400); // prettier-ignore
    expect(await count()).toEqual(before);
    const drafts = await app.call(d.resident, casesContract.myDrafts, {});
    expect(drafts.find((one) => one.id === draftId)?.content).toEqual(content);
    expect((await app.call(d.clerk, casesContract.myDrafts, {})).length).toBe(0);

    // The applicant does, and the record knows which case it was.
    const { id: caseId } = await runCase(app, d, []);
    await app.relay.drain();
    const { rows } = await app.call(d.office, ops.listHelps, { query: { limit: 1 } });
    expect(rows[0]).toMatchObject({ id, caseId });
    await leave(code);
  });

  it('and no operation of remote help takes a form', () => {
    const kinds = JSON.stringify(ops.sayAsClerk.body);
    expect(kinds).not.toMatch(/submit/);
    expect(Object.keys(ops)).not.toContainEqual(expect.stringMatching(/submit|draft|answer/i));
  });
});
