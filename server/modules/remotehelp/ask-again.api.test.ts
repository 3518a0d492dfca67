/** The act of asking, repeated: an app of its own, because whoever asks often is held back. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BodyOf } from '#platform/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { remoteHelpContract as ops } from './contract.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
});
afterAll(() => app.close());

type Asked = BodyOf<typeof ops.askForHelp>;
const asked = (more: Partial<Asked> = {}): Asked => ({ actionId: newId(), way: 'video', language: 'zh-CN', consent: true, ...more }); // prettier-ignore
const ask = (as: string | null, body: Asked) => app.call(as, ops.askForHelp, { body });
const refusal = async (as: string | null, body: Asked) => (await app.ask(as, ops.askForHelp, { body })).problem.code;
const seat = (state: 'open' | null) => app.call(d.clerk, ops.setSeat, { body: { state } });
beforeEach(() => seat('open'));

describe('asking again with the same actionId, because the answer was lost', () => {
  it.each(['a stranger', 'the resident'])('gives %s the same help with the same code', async (who) => {
    const asker = who === 'the resident' ? d.resident : null;
    const body = asked({ itemId: d.food, priority: 'elderly' });
    const first = await ask(asker, body);
    expect(await ask(asker, body)).toEqual(first);
    const { code, help } = first;
    expect((await app.call(null, ops.lookHelp, { params: { code } })).id).toBe(help.id);
    // Both at the same moment.
    const another = asked();
    const [one, two] = await Promise.all([ask(asker, another), ask(asker, another)]);
    expect(two.code).toBe(one.code);
    expect(two.help.id).toBe(one.help.id);
    expect(one.code).not.toBe(code);
  });

  it('is refused in other words and to anybody else', async () => {
    const own = asked();
    await ask(d.resident, own);
    expect(await refusal(d.resident, { ...own, way: 'text' })).toBe('remotehelp.actRepeated');
    expect(await refusal(d.resident, { ...own, itemId: d.food })).toBe('remotehelp.actRepeated');
    expect(await refusal(d.other, own)).toBe('remotehelp.actRepeated');
    expect(await refusal(null, own)).toBe('remotehelp.actRepeated');
    const strangers = asked();
    await ask(null, strangers);
    expect(await refusal(d.resident, strangers)).toBe('remotehelp.actRepeated');
  });

  it('gives it also when nobody is there any more; what is stored leads to no line', async () => {
    const body = asked();
    const { code, help } = await ask(null, body);
    await seat(null);
    expect(await refusal(null, asked())).toBe('remotehelp.nobodyThere');
    expect(await ask(null, body)).toMatchObject({ code, help: { id: help.id } });
    const row = await app.ground.db.one(sql`select * from remotehelp.help where id = ${help.id}`);
    expect(JSON.stringify(row)).not.toContain(code);
  });
});
