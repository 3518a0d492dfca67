/** What is kept in memory sees an act as soon as it is acknowledged: against a database that answers when the test lets it. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Database } from '#platform/db';
import type { Ground } from '#platform/ground';
import { ensureFresh, listenTo, touch } from './freshness.ts';
import { shelfOf } from './shelf.ts';

/** A catalogue of published items. Statements with the words of `slow` are answered after `release`. */
class SlowCatalogue {
  number = 1;
  published: string[] = [];
  slow: string | undefined;
  release = (): void => {};
  #released = Promise.resolve();
  readonly db = { one: this.#ask(), many: this.#ask(), aside: { one: this.#ask(), many: this.#ask() } };

  hold(words: string): void {
    this.slow = words;
    this.#released = new Promise((resolve) => (this.release = resolve));
  }

  publish(itemId: string): void {
    this.published.push(itemId);
    this.number += 1;
    touch();
  }

  #ask() {
    return async ({ text }: { text: string }) => {
      if (this.slow && text.includes(this.slow)) await this.#released;
      if (text.includes('from catalogue.revision')) return { number: this.number };
      if (text.includes('from catalogue.item where')) return this.published.map((id) => ({ id }));
      return this.published.map((itemId) => ({ itemId, version: 1, inForceFrom: '2026-01-01', endsOn: null }));
    };
  }
}

const isSettled = (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([promise.then(() => true), pause(20).then(() => false)]);

test('whoever comes while the look for an act is under way waits for it', async () => {
  const catalogue = new SlowCatalogue();
  const db = catalogue.db as unknown as Database;
  const told: unknown[] = [];
  listenTo(db, (itemIds) => told.push(itemIds));
  await ensureFresh(db);
  expect(ensureFresh(db)).toBeUndefined();
  catalogue.hold('from catalogue.revision');
  catalogue.publish('new');
  const first = ensureFresh(db);
  const second = ensureFresh(db);
  expect(second).toBeDefined();
  catalogue.release();
  await second;
  expect(told).toEqual([undefined, ['new']]);
  await first;
});

test('whoever comes while a published item is being loaded sees it', async () => {
  const catalogue = new SlowCatalogue();
  const ground = { db: catalogue.db, clock: { now: () => new Date('2026-06-10T08:00:00+08:00') } } as unknown as Ground;
  catalogue.published.push('old');
  expect([...(await shelfOf(ground)).items.keys()]).toEqual(['old']);
  catalogue.hold('from unnest');
  catalogue.publish('new');
  const first = shelfOf(ground);
  expect(await isSettled(first)).toBe(false);
  const second = shelfOf(ground);
  expect(await isSettled(second)).toBe(false);
  catalogue.release();
  expect((await second).items.has('new')).toBe(true);
  expect((await first).items.has('new')).toBe(true);
});
