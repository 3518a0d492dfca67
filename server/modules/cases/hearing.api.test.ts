/** Hearings (行政许可法 art. 46 to 48) and renewals (art. 50) over HTTP. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casesContract } from './contract.ts';
import { openCasesTest, type CasesTest } from './cases-testing.ts';
import { actByRule } from './course/by-rule.ts';

let on: CasesTest;
let item: string;
let renewal: string;
beforeAll(async () => {
  on = await openCasesTest();
  item = await on.item({ name: '餐饮服务许可' });
  renewal = await on.item({
    name: '食品经营许可（延续）',
    statutoryLimit: { value: 20, unit: 'workingDay' },
    renewal: { expiryField: 'until' },
    form: { type: 'object', properties: { until: { type: 'string', title: '有效期至', format: 'date' } } },
  });
});
afterAll(() => on.app.close());
/** A Wednesday. */
beforeEach(() => on.on('2026-06-10'));

const accepted = async (): Promise<string> => {
  const id = await on.submit(item);
  await on.act(id, 'accept', {}, on.d.examiner);
  return id;
};
const offer = { reason: '油烟直接影响相邻住户', parties: ['王秀英'] };
const room = '三楼听证室';
const kindsOf = async (id: string): Promise<string[]> => (await on.papersOf(id)).map(({ kind }) => kind);

describe('a hearing', () => {
  it('goes from the offer to the record, and its time does not count', async () => {
    const id = await accepted();
    expect((await on.read(id)).case).toMatchObject({ targetOn: '2026-06-17', fatalOn: '2026-07-09' });
    on.on('2026-06-11');
    await on.act(id, 'offerHearing', offer, on.d.examiner);
    let whole = await on.read(id, on.d.resident);
    // Five working days after the eleventh: the nineteenth is the Dragon Boat Festival.
    expect(whole.hearing).toMatchObject({ state: 'offered', parties: ['王秀英'], askBy: '2026-06-18' });
    // The offer alone wins no time, and keeps the case from its decision.
    expect(whole.case.fatalOn).toBe('2026-07-09');
    expect(await on.ask(id, 'grant')).toMatchObject({ status: 409, problem: { code: 'cases.hearingPending' } });
    expect(await on.ask(id, 'refuse', { reason: 'x' })).toMatchObject({ status: 409 });

    on.on('2026-06-15');
    await on.act(id, 'askForHearing', {}, on.d.resident);
    whole = await on.read(id);
    // Four of twenty days are gone by; the clock stands still from here, and by the law the hearing is held within twenty.
    expect(whole.case).toMatchObject({ fatalOn: null, pausedSince: '2026-06-15' });
    expect(whole.hearing).toMatchObject({ state: 'asked', askedBy: '申请人', holdBy: '2026-07-14' });
    expect(await on.ask(id, 'setHearing', { heldAt: '2026-06-24T02:00:00Z', place: room, presidingAccountId: on.d.otherHead }, on.d.examiner)).toMatchObject({ problem: { code: 'cases.hearingDayWrong', facts: { earliest: '2026-06-25', latest: '2026-07-14' } } }); // prettier-ignore
    const setting = { heldAt: '2026-06-25T02:00:00Z', place: room };
    expect(await on.ask(id, 'setHearing', { ...setting, presidingAccountId: on.d.examiner }, on.d.examiner)).toMatchObject({ problem: { code: 'cases.presidingExamined' } }); // prettier-ignore
    await on.act(id, 'setHearing', { ...setting, presidingAccountId: on.d.otherHead }, on.d.examiner);
    // Announced to everybody, without anybody's name or number.
    const announced = await on.app.call(null, casesContract.publicHearings, { query: {} });
    expect(announced).toMatchObject({ total: 1, rows: [{ itemId: whole.case.itemId, at: setting.heldAt, place: room, calledByOffice: false }] }); // prettier-ignore
    const { number, applicantName } = whole.case;
    for (const hidden of [number, applicantName, '王秀英', id]) expect(JSON.stringify(announced)).not.toContain(hidden);
    const held = {
      held: true,
      present: ['陈小满（申请人）', '王秀英'],
      record: '双方陈述意见。',
      outcome: '整改后可准予',
    };
    expect(await on.ask(id, 'recordHearing', held, on.d.examiner)).toMatchObject({ problem: { code: 'cases.hearingNotYet' } }); // prettier-ignore
    expect(await on.ask(id, 'grant')).toMatchObject({ problem: { code: 'cases.hearingPending' } });
    const open = (await on.read(id)).pauses[0]!;
    expect(await on.ask(id, 'resume', { pauseId: open.id })).toMatchObject({
      problem: { code: 'cases.endsWithRecord' },
    });
    expect(await on.ask(id, 'cancelClock', { eventId: open.id, reason: '误' })).toMatchObject({ problem: { code: 'cases.endsWithRecord' } }); // prettier-ignore

    on.on('2026-06-25');
    await on.act(id, 'recordHearing', held, on.d.examiner);
    expect(await on.app.call(null, casesContract.publicHearings, { query: {} })).toEqual({ rows: [], total: 0 });
    whole = await on.read(id);
    // Seven working days stood still, 15 to 24 June without the festival and the weekend.
    expect(whole.case).toMatchObject({ pausedSince: null, fatalOn: '2026-07-20' });
    expect(whole.hearing).toMatchObject({ state: 'held', heldOn: '2026-06-25', outcome: '整改后可准予' });
    await on.act(id, 'grant', {}, on.d.head);
    expect(await kindsOf(id)).toEqual(expect.arrayContaining(['hearingOffer', 'hearingNotice', 'hearingRecord', 'specialProcedureNotice', 'decisionGrant'])); // prettier-ignore
    await on.expectProjected(id);
  });

  it('is asked for within five working days and not later, and the case then goes on', async () => {
    const id = await accepted();
    await on.act(id, 'offerHearing', offer);
    on.on('2026-06-17');
    expect(await on.ask(id, 'grant')).toMatchObject({ problem: { code: 'cases.hearingPending' } });
    on.on('2026-06-18');
    expect(await on.ask(id, 'askForHearing', {}, on.d.resident)).toMatchObject({ problem: { code: 'cases.hearingTooLate' } }); // prettier-ignore
    await on.act(id, 'grant');
    await on.expectProjected(id);
  });

  it('can be asked for by whose interests are at stake, at the office, for the day on which they came', async () => {
    const id = await accepted();
    await on.act(id, 'offerHearing', offer);
    on.on('2026-06-18');
    const late = { by: '王秀英', on: '2026-06-16', because: '书面申请当天收到' };
    expect(await on.ask(id, 'askForHearing', { ...late, by: '李某' })).toMatchObject({ problem: { code: 'cases.notAParty' } }); // prettier-ignore
    await on.act(id, 'askForHearing', late);
    const whole = await on.read(id);
    expect(whole.hearing).toMatchObject({ askedBy: '王秀英', holdBy: '2026-07-15' });
    expect(whole.case.pausedSince).toBe('2026-06-16');
    // Whoever did not ask cannot take it back.
    expect(await on.ask(id, 'waiveHearing', {}, on.d.resident)).toMatchObject({ problem: { code: 'cases.notAskedByYou' } }); // prettier-ignore
    await on.act(id, 'waiveHearing', { by: '王秀英', reason: '已协商' });
    expect((await on.read(id)).case.pausedSince).toBeNull();
    await on.act(id, 'grant');
    await on.expectProjected(id);
  });

  it('of a company’s case can be asked for, and done without, by the others too', async () => {
    const id = await on.submit(item, { applicant: { organisationId: on.d.company } }, on.d.clerk);
    await on.act(id, 'accept', {}, on.d.examiner);
    await on.act(id, 'offerHearing', offer);
    await on.act(id, 'waiveHearing', { by: '王秀英' }, on.d.examiner);
    expect((await on.read(id)).hearing).toMatchObject({ state: 'offered', waivedBy: ['王秀英'] });
    await on.act(id, 'waiveHearing', {}, on.d.examiner);
    expect((await on.read(id)).hearing?.state).toBe('off');
    await on.act(id, 'grant');
    await on.expectProjected(id);
  });

  it('is done without when everybody says so, before the five days are over', async () => {
    const id = await accepted();
    await on.act(id, 'offerHearing', offer);
    await on.act(id, 'waiveHearing', {}, on.d.resident);
    expect(await on.ask(id, 'grant')).toMatchObject({ problem: { code: 'cases.hearingPending' } });
    await on.act(id, 'waiveHearing', { by: '王秀英' });
    await on.act(id, 'grant');
  });

  it('is called by the office itself, with its reason, and the clock stands still from that day', async () => {
    const id = await accepted();
    const setting = { heldAt: '2026-06-23T01:00:00Z', place: room, presidingAccountId: on.d.otherHead };
    expect(await on.ask(id, 'setHearing', setting)).toMatchObject({ problem: { code: 'cases.hearingReasonMissing' } });
    await on.act(id, 'setHearing', { ...setting, reason: '涉及公共利益', parties: ['文汇苑业主委员会'] });
    expect((await on.read(id)).case.pausedSince).toBe('2026-06-10');
    on.on('2026-06-23');
    await on.act(id, 'recordHearing', { held: false, present: [], record: '无人到场', outcome: '视为放弃' });
    const whole = await on.read(id);
    expect(whole.hearing?.state).toBe('off');
    expect(whole.case.pausedSince).toBeNull();
    await on.act(id, 'refuse', { reason: '不符合条件' });
    await on.expectProjected(id);
  });
});

describe('who presides, and on which day', () => {
  const setting = { heldAt: '2026-06-23T06:00:00Z', place: room, reason: '涉及公共利益' };

  it('is nobody of the applicants, and who presides does not examine', async () => {
    const id = await accepted();
    expect(await on.ask(id, 'setHearing', { ...setting, presidingAccountId: on.d.resident })).toMatchObject({ status: 422, problem: { code: 'cases.noSuchColleague' } }); // prettier-ignore
    await on.act(id, 'setHearing', { ...setting, presidingAccountId: on.d.head }, on.d.examiner);
    const opinion = { opinion: '符合条件', proposal: 'grant' };
    expect(await on.ask(id, 'examine', opinion)).toMatchObject({ problem: { code: 'cases.presidingExamined' } });
    await on.act(id, 'examine', opinion, on.d.examiner);
    await on.expectProjected(id);
  });

  it('is the day for which it was set, not before its hour, and however late its record is written', async () => {
    const id = await accepted();
    await on.act(id, 'setHearing', { ...setting, presidingAccountId: on.d.otherHead });
    const record = { held: true, present: ['陈小满'], record: '双方陈述意见。', outcome: '可以准予' };
    // At ten in the morning; it begins at two.
    on.on('2026-06-23');
    expect(await on.ask(id, 'recordHearing', record)).toMatchObject({ problem: { code: 'cases.hearingNotYet' } });
    on.on('2026-06-25');
    await on.act(id, 'recordHearing', record);
    const whole = await on.read(id);
    expect(whole.hearing).toMatchObject({ state: 'held', heldOn: '2026-06-23' });
    // The clock stood still until the record was there.
    expect(whole.pauses).toEqual([]);
    await on.expectProjected(id);
  });

  it('cannot be asked for before it was offered', async () => {
    const id = await accepted();
    on.on('2026-06-12');
    await on.act(id, 'offerHearing', offer);
    const early = { on: '2026-06-11', because: '当天口头提出' };
    expect(await on.ask(id, 'askForHearing', early)).toMatchObject({ status: 422, problem: { code: 'cases.clockDayWrong' } }); // prettier-ignore
    await on.act(id, 'askForHearing', {});
    await on.expectProjected(id);
  });
});

describe('a renewal', () => {
  const asking = (until: string) => on.submit(renewal, { answers: { until } });

  it('counts as granted when nothing was decided before the licence expired', async () => {
    const id = await asking('2026-07-10');
    await on.act(id, 'accept', {}, on.d.examiner);
    const whole = await on.read(id);
    expect(whole.expiresOn).toBe('2026-07-10');
    expect(whole.case.fatalOn).toBe('2026-07-09');
    on.app.clock.set('2026-07-10T23:59:00+08:00');
    await actByRule(on.app.ground);
    expect((await on.read(id)).case.state).toBe('accepted');
    on.app.clock.set('2026-07-11T00:01:00+08:00');
    await actByRule(on.app.ground);
    await actByRule(on.app.ground);
    const after = await on.read(id);
    expect(after.case).toMatchObject({ state: 'granted', outcome: 'granted' });
    expect(after.timeline.filter(({ kind }) => kind === 'deemGranted')).toHaveLength(1);
    expect(await kindsOf(id)).toContain('decisionGrant');
    await on.act(id, 'issue');
    await on.expectProjected(id);
  });

  it('is decided before the licence expires even where the limit is longer, or stands still', async () => {
    const id = await asking('2026-07-13');
    on.on('2026-06-15');
    await on.act(id, 'accept', {}, on.d.examiner);
    // Twenty working days would end on the fourteenth.
    expect((await on.read(id)).case.fatalOn).toBe('2026-07-13');
    await on.act(id, 'pause', { procedure: 'inspection', reason: '现场核查', plannedEnd: '2026-07-20' });
    on.app.clock.set('2026-07-14T00:01:00+08:00');
    await actByRule(on.app.ground);
    expect((await on.read(id)).case.state).toBe('granted');
    await on.expectProjected(id);
  });

  it('that was asked for less than thirty days before runs as any other case', async () => {
    const id = await asking('2026-07-09');
    await on.act(id, 'accept', {}, on.d.examiner);
    expect((await on.read(id)).expiresOn).toBeNull();
    on.app.clock.set('2026-07-12T00:01:00+08:00');
    await actByRule(on.app.ground);
    expect((await on.read(id)).case.state).toBe('accepted');
  });

  it('that was decided in time is left alone', async () => {
    const id = await asking('2026-07-10');
    await on.act(id, 'accept', {}, on.d.examiner);
    await on.act(id, 'refuse', { reason: '场所不符合要求' });
    on.app.clock.set('2026-07-12T00:01:00+08:00');
    await actByRule(on.app.ground);
    expect((await on.read(id)).case.state).toBe('refused');
    await on.expectProjected(id);
  });
});
