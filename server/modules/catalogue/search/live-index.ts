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
  #stamp = 0;
  #building: Promise<void> | undefined;

  async ensure(ground: Ground, shelf: Shelf): Promise<ItemIndex> {
    while (this.#stamp < shelf.stamp) {
      this.#building ??= this.#build(ground, shelf).finally(() => (this.#building = undefined));
      await this.#building;
    }
    return this.index;
  }

  async #build(ground: Ground, shelf: Shelf): Promise<void> {
    const { stamp } = shelf;
    const [departments, topics] = await Promise.all([
      listDepartments(ground.db, { retired: true }),
      findTopics(ground.db),
    ]);
    const byId = new Map(departments.map((department) => [department.id, department]));
    const byKey = new Map(topics.map((topic) => [topic.key, topic]));
    const searchable = (item: Shelved): Searchable => {
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
    const changed = [...shelf.items.values()].filter((item) => item.stamp > this.#stamp);
    // A whole new index is filled beside the old one, which answers until then.
    const anew = this.index.isWorn || (changed.length > 200 && changed.length > this.index.size / 2);
    const index = anew ? new ItemIndex() : this.index;
    if (!anew) for (const [id, at] of shelf.gone) if (at > this.#stamp) index.remove(id);
    const toPut = anew ? [...shelf.items.values()] : changed;
    for (const [i, item] of toPut.entries()) {
      index.put(searchable(item));
      if (i % 50 === 49) await breathe();
    }
    this.index = index;
    this.#stamp = stamp;
  }
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
