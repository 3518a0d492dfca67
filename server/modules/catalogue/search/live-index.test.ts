/** The index that is kept with the shelf: a published item is found at once, and an import holds no search up. */
import { expect, test, vi } from 'vitest';
import type { Ground } from '#platform/ground';
import { touch } from '../items/freshness.ts';
import { plainItem } from '../items/plain-item.ts';
import { indexOf, searchItems } from './live-index.ts';

/** A district whose items are in a map instead of tables; `fails` lets the next look at its topics fail. */
function smallCatalogue() {
  const names = new Map<string, string>();
  const state = { number: 1, changed: [] as string[], fails: false };
  const asking = {
    one: async () => ({ number: state.number }),
    many: async ({ text }: { text: string }) => {
      if (text.includes('from catalogue.item where')) return state.changed.map((id) => ({ id }));
      if (text.includes('catalogue.topic') && state.fails) throw new Error('no connection');
      if (!text.includes('catalogue.item_version')) return [];
      return [...names].map(([itemId, name]) => ({
        itemId,
        code: itemId,
        version: 1,
        inForceFrom: '2026-01-01',
        endsOn: null,
        body: plainItem(name, { materials: [] }),
      }));
    },
  };
  const ground = {
    db: { ...asking, aside: asking },
    clock: { now: () => new Date('2026-06-10T08:00:00+08:00') },
    log: { warn: () => {} },
  } as unknown as Ground;
  const publish = (...items: [id: string, name: string][]): void => {
    for (const [id, name] of items) names.set(id, name);
    state.changed = items.map(([id]) => id);
    state.number += 1;
    touch();
  };
  return { ground, publish, state };
}
const many = Array.from({ length: 400 }, (_, i): [string, string] => [`i${i}`, `第${i}号许可`]);
const foundFirst = async (ground: Ground, request: string) => (await searchItems(ground, request))[0]?.item.itemId;

/** A busy machine takes its time. */
const patient = { timeout: 60_000 };

test('while an import is put in the old index answers, and what is published meanwhile is found at once', async () => {
  const { ground, publish } = smallCatalogue();
  publish(['birth', '出生登记'], ['seal', '公章刻制备案']);
  expect(await foundFirst(ground, '出生登记')).toBe('birth');
  publish(...many);
  expect((await indexOf(ground)).size).toBe(2);
  expect(await foundFirst(ground, '公章刻制')).toBe('seal');
  publish(['tax', '契税申报']);
  expect(await foundFirst(ground, '契税')).toBe('tax');
  await vi.waitFor(async () => expect((await indexOf(ground)).size).toBe(403), patient);
  expect(await foundFirst(ground, '契税')).toBe('tax');
});

test('an index that could not be built anew is tried again', async () => {
  const { ground, publish, state } = smallCatalogue();
  publish(['birth', '出生登记']);
  expect((await indexOf(ground)).size).toBe(1);
  state.fails = true;
  publish(...many);
  expect((await indexOf(ground)).size).toBe(1);
  state.fails = false;
  await vi.waitFor(async () => expect((await indexOf(ground)).size).toBe(401), patient);
});
