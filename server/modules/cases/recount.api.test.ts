/** A year is published or changed: every open case is counted anew, with its history, and people are told once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getVersion } from '#modules/catalogue';
import { calendarsOf, importCalendar, NoticeFault } from '#modules/deadlines';
import { noticesContract } from '#modules/notices/contract';
import { openTestApp, type TestApp } from '#server/testing';
import { foodApplication, step } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { casesContract as ops } from './contract.ts';
import { lineAfter, openingOf } from './projection.ts';
import { recountCases } from './recount/recount-cases.ts';
import { getCaseRow, readActions } from './store.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  app.clock.set('2026-12-16T10:00:00+08:00');
});
afterAll(() => app.close());

const accepted = async (): Promise<string> => {
  const { id } = await app.call(d.resident, ops.submitCase, { body: foodApplication(d) });
  await step(app, d, id, 'accept');
  return id;
};
const read = async (id: string) => (await app.call(d.examiner, ops.getCase, { params: { id } })).case;
const of2027 = `date,kind,name
2027-01-01,holiday,元旦
2027-01-02,holiday,元旦
2027-01-03,holiday,元旦
2027-01-04,holiday,元旦
2026-12-27,makeUp,元旦
`;
const take = (text: string) => importCalendar(app.ground, { text, source: 'test.csv' });

async function expectProjected(id: string): Promise<void> {
  const row = await getCaseRow(app.ground.db, id);
  const actions = await readActions(app.ground.db, id);
  const { body } = await getVersion(app.ground, row.itemId, row.itemVersion);
  const { rated: _, calendarNo: __, ...line } = row;
  const again = lineAfter(openingOf(line, actions), actions, body, calendarsOf(app.ground));
  expect(JSON.parse(JSON.stringify(line))).toEqual(JSON.parse(JSON.stringify(again)));
}

describe('a notice', () => {
  it('counts every open case anew, once, with the old and the new date', async () => {
    const ids = [await accepted(), await accepted()];
    const closed = await accepted();
    await step(app, d, closed, 'grant', { issueNow: true });
    await step(app, d, closed, 'deliver');
    await app.relay.drain();
    const before = await read(ids[0]!);
    // Twenty working days reach into a year that nobody has published: only New Year's Day is known.
    expect(before).toMatchObject({ fatalOn: '2027-01-14', dueProvisional: true });
    const imported = await take(of2027);
    expect(imported).toMatchObject({ isNew: true, years: [2027], daysOff: 4, worked: 1 });
    // Nobody is told of a date that only became certain.
    expect(await recountCases(app.ground)).toEqual({ checked: 2, changed: 2, told: 0 });
    expect(await recountCases(app.ground)).toEqual({ checked: 0, changed: 0, told: 0 });
    for (const id of ids) {
      const now = await read(id);
      // The 27th is worked, the 4th is not: one more, one less; and nothing is provisional any more.
      expect(now).toMatchObject({ fatalOn: '2027-01-14', dueProvisional: false });
      const last = (await readActions(app.ground.db, id)).at(-1)!;
      expect(last).toMatchObject({
        kind: 'recount',
        role: 'rule',
        facts: { calendar: 'calendar-1', was: { fatalOn: '2027-01-14' }, is: { fatalOn: '2027-01-14' } },
      });
      await expectProjected(id);
    }
    expect((await readActions(app.ground.db, closed)).at(-1)!.kind).toBe('close');
  });

  it('that changes a published year moves running dates, and tells each person once', async () => {
    const id = await accepted();
    await app.relay.drain();
    const before = await read(id);
    expect(before.fatalOn).toBe('2027-01-14');
    const changed = of2027.replace('2026-12-27,makeUp,元旦\n', '2027-01-05,放假,元旦\n');
    await take(changed);
    const { told, changed: moved } = await recountCases(app.ground);
    expect(moved).toBe(3);
    expect(told).toBe(1);
    expect(await read(id)).toMatchObject({ fatalOn: '2027-01-18' });
    const { rows } = await app.call(d.resident, noticesContract.myNotices, { query: {} });
    expect(rows.filter(({ title }) => title === '办理期限有调整')).toHaveLength(1);
    await expectProjected(id);
    // What comes in now is counted by it from the beginning.
    const fresh = await accepted();
    expect(await read(fresh)).toMatchObject({ fatalOn: '2027-01-18', dueProvisional: false });
    expect((await recountCases(app.ground)).checked).toBe(0);
    const [clock] = await app.call(d.resident, ops.explainClocks, { params: { id } });
    expect(clock!.why!.days.find(({ date }) => date === '2027-01-05')).toMatchObject({ why: 'holiday', name: '元旦' });
  });

  it('that says nothing new changes nothing', async () => {
    const part = `日期,类型,名称\n2026-10-01,放假,国庆节\n`;
    expect((await take(of2027.replace('2026-12-27,makeUp,元旦\n', '2027-01-05,放假,元旦\n'))).isNew).toBe(false);
    // A change alone would make working days of all other festivals of its year: it is refused, and said which.
    await expect(take(part)).rejects.toThrow('The file leaves out what is known of 2026: 元旦 2026-01-01 to 2026-01-03, 春节'); // prettier-ignore
    const meant = { dryRun: true, replace: true };
    expect((await importCalendar(app.ground, { text: part, source: 'x' }, meant)).isNew).toBe(true);
    expect(calendarsOf(app.ground).latest.no).toBe(2);
  });

  it.each([
    ['', 'The file is empty.'],
    ['day of rest\n2027-01-01', 'name the columns'],
    ['date,kind\n2027-13-01,holiday', 'Line 2: "2027-13-01" is not a day'],
    ['date,kind\n2027-01-01,maybe', 'Line 2: "maybe" is neither'],
    ['date,kind\n2027-01-01,holiday\n2027-01-01,makeUp', 'Line 3: 2027-01-01 stands on line 2 already'],
    ['date,kind\n2027-01-04,makeUp', 'Line 2: 2027-01-04 is worked anyway'],
    ['date,kind\n2027-01-03,makeUp', 'The notice for 2027 has no day off'],
    ['date,kind,name\n2027-01-01,"holiday', 'Line'],
    ['date,kind,name\r\n2027-02-30,holiday,春节\r\n', 'Line 2: "2027-02-30" is not a day'],
  ])('that makes no sense is refused with its line: %j', async (text, why) => {
    await expect(take(text)).rejects.toThrow(NoticeFault);
    await expect(take(text)).rejects.toThrow(why);
  });
});
