import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { remoteHelpContract as ops } from './contract.ts';
import { keptDays } from './help.ts';
import { forgetAskers } from './move-help.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
});
afterAll(() => app.close());

describe('what is kept of remote help', () => {
  it('leads to nobody any more after half a year, not even by what is only ever added to', async () => {
    const acting = () => ({ actionId: newId() });
    await app.call(d.clerk, ops.setSeat, { body: { state: 'open' } });
    const asked = { ...acting(), way: 'text', language: 'zh-CN', consent: true } as const;
    const { code, help } = await app.call(d.resident, ops.askForHelp, { body: asked });
    await app.call(d.clerk, ops.takeNext, { body: acting() });
    await app.call(d.resident, ops.leaveHelp, { params: { code }, body: acting() });
    await app.call(d.resident, ops.rateHelp, { params: { code }, body: { ...acting(), level: 'satisfied' } });
    // The case that was handed in meanwhile names its applicant.
    await app.ground.db.transaction((tx) => {
      tx.write(sql`update remotehelp.help set case_id = ${newId()} where id = ${help.id}`);
    });
    const traces = () =>
      app.ground.db.many(
        sql`select id from remotehelp.help where id = ${help.id} and (account_id is not null or person_id is not null or asker_name <> '' or case_id is not null)
            union all select id from remotehelp.course where account_id = ${d.resident}`,
      );
    expect(await traces()).toHaveLength(1);
    app.clock.advance(keptDays * 86_400_000 - 60_000);
    expect(await forgetAskers(app.ground, keptDays)).toBe(0);
    app.clock.advance(120_000);
    expect(await forgetAskers(app.ground, keptDays)).toBe(1);
    expect(await traces()).toEqual([]);
    const { rows } = await app.call(d.office, ops.listHelps, {});
    expect(rows[0]).toMatchObject({ id: help.id, askerName: '', caseId: null, outcome: 'left', level: 'satisfied' });
  });

  it('counts on after a crash: whoever listens again has heard of lower numbers alone', async () => {
    const kept = await app.ground.db.one<{ how: string }>(
      sql`select relpersistence as how from pg_class where oid = pg_get_serial_sequence('remotehelp.signal', 'id')::regclass`,
    );
    expect(kept.how).toBe('p');
  });
});
