/** Who asked is forgotten in time, and nothing else is. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { firstaskedContract as ops } from './contract.ts';
import { forgetAskers } from './jobs.ts';
import { keptDays } from './question.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
});
afterAll(() => app.close());

it('leads to nobody half a year after the answer; the figures stay, and what is open keeps its asker', async () => {
  const record = (body: object) =>
    app.call(d.clerk, ops.recordQuestion, {
      body: { actionId: newId(), door: 'desk', topic: '要不要办环评', ...body } as never,
    });
  const asker = { askerName: '李大爷', askerPhone: '13900000000' };
  const onTheSpot = await record({ ...asker, answer: '不用' });
  const later = await record({ ...asker, departmentId: d.market });
  const open = await record({ askerName: '赵大妈', departmentId: d.market });
  const nameless = await record({ answer: '不用' });
  const whole = (id: string) => app.call(d.office, ops.getQuestion, { params: { id } });
  app.clock.advance(86_400_000);
  await app.call(d.head, ops.settle, { params: { id: later.id }, body: { actionId: newId(), text: '要备案' } });
  const figures = async () => {
    const { all, onTheSpot: spot, handedOver } = await app.call(d.office, ops.countQuestions, {});
    return { all, spot, handedOver };
  };
  const before = await figures();

  app.clock.advance((keptDays - 1) * 86_400_000 + 60_000);
  expect(await forgetAskers(app.ground)).toBe(1);
  expect(await whole(onTheSpot.id)).toMatchObject({ forgotten: true, askerName: '', askerPhone: '', answer: '不用' });
  expect(await whole(later.id)).toMatchObject({ forgotten: false, askerName: '李大爷' });
  app.clock.advance(86_400_000);
  expect(await forgetAskers(app.ground)).toBe(1);
  expect(await forgetAskers(app.ground)).toBe(0);
  expect(await whole(open.id)).toMatchObject({ forgotten: false, askerName: '赵大妈' });
  expect(await whole(nameless.id)).toMatchObject({ forgotten: false });
  const rows = await app.ground.db.many(
    sql`select to_jsonb(q) as row from firstasked.question q union all select to_jsonb(s) from firstasked.step s`,
  );
  expect(JSON.stringify(rows)).not.toMatch(/李大爷|13900000000/);
  expect(await figures()).toEqual(before);
});
