/** Putting many items into force in one transaction: for imports, and for loading a whole district. */
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { canonical } from '#platform/canonical';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import { itemsLoaded } from '../events.ts';
import type { ItemBody } from '../item.ts';
import { catalogueProblems } from '../problems.ts';
import { bodyFaults } from './body-faults.ts';
import { touch } from './freshness.ts';
import {
  bumpRevision,
  findItemsByCodes,
  findSpans,
  findVersionRows,
  insertItems,
  insertVersions,
  type NewItemRow,
  type NewVersionRow,
  type Stamp,
} from './store.ts';
import { spanInForce } from './versions.ts';

export interface ItemToSave {
  code: string;
  baseCode?: string;
  departmentId: string;
  body: ItemBody;
  /** First day in force, of Asia/Shanghai; today unless said otherwise. */
  inForceFrom?: string;
  /** The identity of a new item, where it must be the same whenever it is loaded (a demo district); made here otherwise. */
  id?: string;
}

/** Who saves, when, and from whose list. */
export interface SavedBy {
  at: Date;
  name: string;
  accountId?: string | null;
  source: string;
  note?: string;
}

export interface SavedItem {
  itemId: string;
  code: string;
  version: number;
  outcome: 'added' | 'changed' | 'unchanged';
}

/**
 * Adds items, and publishes a next version of those that are there and differ; an equal one is left alone. Answers in the order of
 * the input. Throws `catalogue.invalidBody` with the code and the faults of the first wrong one; nothing is saved then.
 */
export async function saveItems(tx: Tx, items: readonly ItemToSave[], by: SavedBy): Promise<SavedItem[]> {
  if (items.length === 0) return [];
  for (const { code, body } of items) {
    const faults = bodyFaults(body);
    if (faults.length > 0) throw catalogueProblems.invalidBody({ itemCode: code, faults: faults.slice(0, 20) });
  }
  const today = shanghaiDay(by.at);
  const there = new Map(
    (
      await findItemsByCodes(
        tx,
        items.map(({ code }) => code),
      )
    ).map((item) => [item.code, item]),
  );
  const spans = Map.groupBy(
    await findSpans(
      tx,
      [...there.values()].map(({ id }) => id),
    ),
    ({ itemId }) => itemId,
  );
  const inForce = [...spans].flatMap(([itemId, list]) => {
    const span = spanInForce(list, today);
    return span ? [{ itemId, version: span.version }] : [];
  });
  const current = new Map((await findVersionRows(tx, inForce)).map((version) => [version.itemId, version]));

  const newItems: NewItemRow[] = [];
  const newVersions: NewVersionRow[] = [];
  const saved = items.map(({ code, baseCode = '', departmentId, body, inForceFrom = today, id }): SavedItem => {
    const item = there.get(code);
    const now = item && current.get(item.id);
    if (item && now && now.departmentId === departmentId && canonical(now.body) === canonical(body))
      return { itemId: item.id, code, version: now.version, outcome: 'unchanged' };
    const itemId = item?.id ?? id ?? newId();
    const version = (item?.lastVersion ?? 0) + 1;
    if (!item) newItems.push({ id: itemId, code, baseCode, departmentId, source: by.source });
    newVersions.push({ itemId, version, departmentId, body, inForceFrom });
    return { itemId, code, version, outcome: now ? 'changed' : 'added' };
  });
  if (newVersions.length === 0) return saved;
  const stamp: Stamp = { at: by.at, name: by.name, accountId: by.accountId ?? null, note: by.note ?? '' };
  if (newItems.length > 0) insertItems(tx, newItems, by.at);
  insertVersions(tx, newVersions, stamp);
  bumpRevision(
    tx,
    newVersions.map(({ itemId }) => itemId),
  );
  emit(tx, itemsLoaded, newId(), {
    source: by.source,
    added: saved.filter(({ outcome }) => outcome === 'added').length,
    changed: saved.filter(({ outcome }) => outcome === 'changed').length,
    everybody: true,
  });
  tx.onCommit(touch);
  return saved;
}
