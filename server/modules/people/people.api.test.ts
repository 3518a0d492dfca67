import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#server/testing';
import { createAccount, givePost, openSession } from './index.ts';
import { actorOfSecret } from './sign-in/actor.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test('a session has the posts of its account at once', async () => {
  const { ground } = app;
  const at = ground.clock.now();
  const id = await ground.db.transaction(async (tx) => createAccount(tx, at, { loginName: 'clerk', name: '王芳' }));
  const secret = await openSession(ground, id);
  expect(await actorOfSecret(ground, secret)).toMatchObject({ accountId: id, name: '王芳', posts: [] });
  await ground.db.transaction(async (tx) => givePost(tx, at, id, { role: 'office' }));
  expect((await actorOfSecret(ground, secret)).posts).toEqual([{ role: 'office', departmentId: null, outletId: null }]);
});
