/** The search index of the district, kept with the shelf. */
import { setImmediate as breathe } from 'node:timers/promises';
import { listDepartments } from '#modules/offices';
import type { Database } from '#platform/db';
import type { Ground } from '#platform/ground';
import { shelfOf, type Shelf, type Shelved } from '../items/shelf.ts';
import { findTopics } from '../items/store.ts';
import { ItemIndex, type Searchable } from './index-of-items.ts';
import { rank, type Hit } from './rank.ts';

class LiveIndex {
  index = new ItemIndex();
  /** Of the shelf up to this stamp the index has everything, or leaves it to the one that is being built anew. */
  #stamp = 0;
  #puttingIn: Promise<void> | undefined;
  #isRenewing = false;

  /** The index with what the shelf had when this was called; after an import the one before it, until the new one is built. */
  async ensure(ground: Ground, shelf: Shelf): Promise<ItemIndex> {
    const { stamp } = shelf;
    // What is under way may have begun before this; what begins after it has everything. No more rounds than these two: while
    // the database fails the old index goes on answering.
    if (this.#stamp < stamp && this.#puttingIn) await this.#puttingIn;
    if (this.#stamp < stamp) {
      this.#puttingIn ??= this.#catchUp(ground, shelf).finally(() => (this.#puttingIn = undefined));
      await this.#puttingIn;
    }
    return this.index;
  }

  async #catchUp(ground: Ground, shelf: Shelf): Promise<void> {
    const { stamp } = shelf;
    const { index } = this;
    const changed = changedSince(shelf, this.#stamp);
    const isImport = index.size > 0 && changed.length > 200 && changed.length > index.size / 2;
    if ((isImport || index.isWorn) && !this.#isRenewing) void this.#renew(ground, shelf);
    removeGone(index, shelf, this.#stamp);
    // A few changes are put in at once, also while a new index is built: what was published is found. An import waits for it.
    if (!isImport) await putAll(index, changed, await searchableOf(ground));
    this.#stamp = stamp;
  }

  /** Fills a whole new index beside the old one, which answers until then. */
  async #renew(ground: Ground, shelf: Shelf): Promise<void> {
    const before = this.#stamp;
    this.#isRenewing = true;
    try {
      const index = new ItemIndex();
      let has = 0;
      // What is published while it is filled follows, so that nothing is lost when it takes the old one's place.
      while (has < shelf.stamp) {
        const { stamp } = shelf;
        const changed = changedSince(shelf, has);
        removeGone(index, shelf, has);
        await putAll(index, changed, await searchableOf(ground));
        has = stamp;
      }
      this.index = index;
      this.#stamp = has;
    } catch (error) {
      // The next search finds the index behind again, and tries again.
      await this.#puttingIn?.catch(() => {});
      this.#stamp = before;
      ground.log.warn({ err: error }, 'the search index could not be built anew yet');
    } finally {
      this.#isRenewing = false;
    }
  }
}

const changedSince = (shelf: Shelf, stamp: number): Shelved[] =>
  [...shelf.items.values()].filter((item) => item.stamp > stamp);

function removeGone(index: ItemIndex, shelf: Shelf, since: number): void {
  for (const [id, at] of shelf.gone) if (at > since) index.remove(id);
}

/** In parts, so that other requests are served between them. */
async function putAll(index: ItemIndex, items: readonly Shelved[], searchable: (item: Shelved) => Searchable) {
  for (const [i, item] of items.entries()) {
    index.put(searchable(item));
    if (i % 20 === 19) await breathe();
  }
}

/** How the index takes an item: with the names of its department and topics as they are now. */
async function searchableOf(ground: Ground): Promise<(item: Shelved) => Searchable> {
  const [departments, topics] = await Promise.all([
    listDepartments(ground.db, { retired: true }),
    findTopics(ground.db),
  ]);
  const byId = new Map(departments.map((department) => [department.id, department]));
  const byKey = new Map(topics.map((topic) => [topic.key, topic]));
  return (item) => {
    const department = byId.get(item.departmentId);
    return {
      itemId: item.itemId,
      code: item.code,
      departmentName: department ? `${department.name} ${department.shortName}` : '',
      departmentNameEn: department?.nameEn ?? '',
      topicNames: item.body.topics.map((key) => {
        const topic = byKey.get(key);
        return topic ? `${topic.name} ${topic.nameEn}` : key;
      }),
      body: item.body,
    };
  };
}

const indexes = new WeakMap<Database, LiveIndex>();

/** The index of what is in force today. */
export async function indexOf(ground: Ground): Promise<ItemIndex> {
  let live = indexes.get(ground.db);
  if (!live) indexes.set(ground.db, (live = new LiveIndex()));
  return live.ensure(ground, await shelfOf(ground));
}

/** Items for a request in citizens' words, the best first. */
export const searchItems = async (ground: Ground, request: string, limit = 20): Promise<Hit[]> =>
  rank(await indexOf(ground), request, limit);
