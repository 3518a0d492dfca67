import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { documentsOf, freezeDocument, nextDocumentNumber } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test('freezes', async () => {
  const { ground } = app;
  const subjectId = newId();
  const number = await nextDocumentNumber(ground, { kind: 'acceptanceNotice', shortName: '云溪市监', year: 2026 });
  expect(number).toBe('云溪市监受〔2026〕第000001号');
  await ground.db.transaction(async (tx) => {
    freezeDocument(tx, {
      kind: 'acceptanceNotice',
      number,
      departmentId: null,
      subjectId,
      recipientId: null,
      data: {
        departmentName: '云溪区市场监督管理局',
        caseNumber: 'X1',
        itemName: '食品经营许可',
        recipientName: '李',
        acceptedOn: '2026-06-10',
      },
      issuedAt: ground.clock.now(),
    });
  });
  expect(await documentsOf(ground.db, subjectId)).toMatchObject([{ number, title: '受理通知书' }]);
});
