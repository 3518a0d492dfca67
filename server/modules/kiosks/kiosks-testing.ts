/** The browser of a kiosk, for tests: it keeps its cookies, and knows nothing else. */
import type { Operation } from '#platform/contract';
import { newId } from '#platform/ids';
import { addressOf, type Answer, type Input, type TestApp } from '#server/testing';
import { kiosksContract as ops } from './contract.ts';

export interface TestKiosk {
  id: string;
  cookies: Map<string, string>;
  ask<O extends Operation>(operation: O, input: Input<O>): Promise<Answer<O>>;
  /** Must succeed. */
  call<O extends Operation>(operation: O, input: Input<O>): Promise<Answer<O>['body']>;
  /** Begins a sitting and gives its id. */
  touch(): Promise<string>;
  /** Signs an account in from its phone, in the sitting. */
  signIn(accountId: string, sittingId: string): Promise<void>;
}

export const kioskFields = (outletId: string) => ({
  outletId,
  name: '1号自助机',
  nameEn: 'Kiosk 1',
  place: '一楼大门右侧',
  idleSeconds: 90,
  hasPrinter: true,
  printerId: null,
});

/** Adds a kiosk and registers a browser as it. */
export async function openKiosk(app: TestApp, office: string, outletId: string): Promise<TestKiosk> {
  const cookies = new Map<string, string>();
  const ask: TestKiosk['ask'] = async (operation, input) => {
    const { body } = input as { body?: object };
    const answer = await app.http.inject({
      method: operation.method,
      url: addressOf(operation, input as object),
      cookies: Object.fromEntries(cookies),
      ...(body === undefined ? {} : { payload: body }),
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (/Max-Age=0/.test(line)) cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    const parsed =
      answer.body && /json/.test(String(answer.headers['content-type'])) ? answer.json() : answer.rawPayload;
    return { status: answer.statusCode, body: parsed, problem: parsed, headers: answer.headers } as never;
  };
  const call: TestKiosk['call'] = async (operation, input) => {
    const answer = await ask(operation, input);
    if (answer.status >= 300) throw new Error(`${operation.path}: ${answer.status} ${JSON.stringify(answer.problem)}`);
    return answer.body;
  };
  const id = newId();
  await app.call(office, ops.createKiosk, { body: { id, ...kioskFields(outletId) } });
  const { code } = await app.call(office, ops.renewCodes, { params: { id }, body: { which: 'registration' } });
  await call(ops.registerHere, { body: { code } });
  await app.call(office, ops.bringPaper, { params: { id }, body: { sheets: 100 } });
  return {
    id,
    cookies,
    ask,
    call,
    touch: async () => {
      const sitting = newId();
      await call(ops.beginSitting, { body: { id: sitting } });
      return sitting;
    },
    signIn: async (accountId, sittingId) => {
      const shown = await call(ops.askSignIn, { body: { sittingId } });
      const params = { code: shown.code };
      await app.call(accountId, ops.answerSignIn, { params, body: { number: shown.number } });
      const { state } = await call(ops.collectSignIn, { params: { id: shown.id }, body: { sittingId } });
      if (state !== 'signedIn') throw new Error(`not signed in but ${state}`);
    },
  };
}
