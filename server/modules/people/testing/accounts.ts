/** What the tests of this module share. */
import type { Input, TestApp } from '#server/testing';
import { addressOf } from '#server/testing';
import type { Operation } from '#platform/contract';
import { idCheckDigit } from '../identity/id-numbers.ts';
import { hashPassword } from '../sign-in/hash.ts';
import { createAccount, givePost, type NewPost } from '../staff/create.ts';

/** A resident card that is right, one for each number. */
export function cardNumber(n: number): string {
  const first17 = `33010619900307${String(n).padStart(3, '0')}`;
  return first17 + idCheckDigit(first17);
}

export const strong = 'Xihu2026lake';

/** An account with a post, and the password `strong`. */
export async function staffMember(app: TestApp, loginName: string, ...posts: NewPost[]): Promise<string> {
  const passwordHash = await hashPassword(strong);
  const at = app.ground.clock.now();
  return app.ground.db.transaction(async (tx) => {
    const id = createAccount(tx, at, { loginName, name: loginName, passwordHash, staff: true });
    for (const post of posts) givePost(tx, at, id, post);
    return id;
  });
}

/** A browser: keeps the cookie that it is given. */
export function browser(app: TestApp) {
  let cookie = '';
  return {
    get cookie() {
      return cookie;
    },
    async ask<O extends Operation>(operation: O, input: Input<O>) {
      const { body } = input as { body?: unknown };
      const answer = await app.http.inject({
        method: operation.method,
        url: addressOf(operation, input as { params?: unknown; query?: unknown }),
        headers: cookie ? { cookie } : {},
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const given = answer.headers['set-cookie'];
      if (given !== undefined) cookie = String(given).split(';')[0]!;
      return {
        status: answer.statusCode,
        body: answer.body ? answer.json() : undefined,
        headers: answer.headers,
        setCookie: given === undefined ? undefined : String(given),
      };
    },
  };
}

/** Rows of the database, for what the interface does not show. */
export const rowsOf = async (app: TestApp, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await app.ground.db.pool.query(text, values)).rows;
