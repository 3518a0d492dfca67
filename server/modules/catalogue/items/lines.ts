/** Lists of what is in force: lines in pinyin order, filters, and the overview. All from memory. */
import { listDepartments, type Department } from '#modules/offices';
import type { Ground } from '#platform/ground';
import type { ItemBody } from '../item.ts';
import { findOffersOfOutlet, type Scope } from '../offers/store.ts';
import { offersByKind, ownLists } from '../offers/hand-down.ts';
import { initialsOf } from '../search/text.ts';
import type { ItemLine, Overview } from '../shapes.ts';
import { shelfOf, type Shelf, type Shelved } from './shelf.ts';
import { findTopics } from './store.ts';
import { getOutlet } from '#modules/offices';

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });
/** Chinese text in pinyin order, Latin before it. */
export const inPinyinOrder = (a: string, b: string): number => collator.compare(a, b);

/** What people call the item. */
export const calledOf = (body: ItemBody): string => body.plainName ?? body.name;

const letters = new WeakMap<ItemBody, string>();
/** A to Z by the pinyin of what people call it, or #. */
export function letterOf(body: ItemBody): string {
  let letter = letters.get(body);
  if (letter === undefined) {
    const first = initialsOf(calledOf(body))[0]?.toUpperCase() ?? '#';
    letters.set(body, (letter = /[A-Z]/.test(first) ? first : '#'));
  }
  return letter;
}

type Names = Pick<Department, 'name' | 'nameEn'>;
export function lineOf(item: Shelved, department: Names | undefined, scope: Scope | null = null): ItemLine {
  const { body } = item;
  return {
    itemId: item.itemId,
    code: item.code,
    version: item.version,
    name: body.name,
    plainName: body.plainName ?? null,
    nameEn: body.nameEn ?? null,
    plainNameEn: body.plainNameEn ?? null,
    kind: body.kind,
    departmentId: item.departmentId,
    departmentName: department?.name ?? '',
    departmentNameEn: department?.nameEn ?? '',
    topics: body.topics,
    applicants: body.applicants,
    immediate: body.immediate,
    promisedLimit: body.promisedLimit ?? null,
    visits: body.visits,
    hasFees: body.fees.length > 0,
    verified: body.verified,
    letter: letterOf(body),
    scope,
  };
}

/** Items of a shelf in the order of what people call them; sorted once for each state of the shelf. */
const sorted = new WeakMap<Shelf, { stamp: number; items: Shelved[] }>();
export function inOrder(shelf: Shelf): readonly Shelved[] {
  let known = sorted.get(shelf);
  if (!known || known.stamp !== shelf.stamp) {
    const keyed = [...shelf.items.values()].map((item) => ({ item, called: calledOf(item.body) }));
    keyed.sort((a, b) => inPinyinOrder(a.called, b.called) || (a.item.code < b.item.code ? -1 : 1));
    sorted.set(shelf, (known = { stamp: shelf.stamp, items: keyed.map(({ item }) => item) }));
  }
  return known.items;
}

export interface ItemFilter {
  departmentId?: string | undefined;
  topic?: string | undefined;
  outletId?: string | undefined;
  kind?: ItemBody['kind'] | undefined;
  applicant?: 'person' | 'organisation' | undefined;
  letter?: string | undefined;
  verified?: boolean | undefined;
  immediate?: boolean | undefined;
}

/** Items in force that pass the filter, in pinyin order, with how far the outlet takes them. Throws `general.notFound` for an outlet that is not there. */
export async function filterItems(
  ground: Ground,
  filter: ItemFilter,
): Promise<{ item: Shelved; scope: Scope | null }[]> {
  const shelf = await shelfOf(ground);
  const scopeOf = filter.outletId === undefined ? () => null : await scopesOf(ground, filter.outletId, shelf);
  return inOrder(shelf).flatMap((item) => {
    const { body } = item;
    const passes =
      (filter.departmentId === undefined || item.departmentId === filter.departmentId) &&
      (filter.topic === undefined || body.topics.includes(filter.topic)) &&
      (filter.kind === undefined || body.kind === filter.kind) &&
      (filter.applicant === undefined || body.applicants.includes(filter.applicant)) &&
      (filter.verified === undefined || body.verified === filter.verified) &&
      (filter.immediate === undefined || body.immediate === filter.immediate) &&
      (filter.letter === undefined || letterOf(body) === filter.letter);
    if (!passes) return [];
    const scope = scopeOf(item);
    return scope === undefined ? [] : [{ item, scope }];
  });
}

/** How far an outlet takes items: undefined for those that it does not take. */
export async function scopesOf(
  ground: Ground,
  outletId: string,
  { day, items }: Shelf,
): Promise<(item: { itemId: string; departmentId: string }) => Scope | undefined> {
  const [outlet, offers] = await Promise.all([
    getOutlet(ground.db, outletId),
    findOffersOfOutlet(ground.db, outletId, day),
  ]);
  const withOwnList = ownLists([outlet], offers, (itemId) => items.get(itemId)?.departmentId);
  const handedDown = new Map(offers.map(({ itemId, scope }) => [itemId, scope]));
  return ({ itemId, departmentId }) =>
    handedDown.get(itemId) ?? (offersByKind(outlet, departmentId, withOwnList) ? 'decide' : undefined);
}

/** Departments by id, those out of service as well: old items may still name them. */
export const departmentsById = async (ground: Ground): Promise<Map<string, Department>> =>
  new Map((await listDepartments(ground.db, { retired: true })).map((department) => [department.id, department]));

/** What there is to browse, counted from one state of the shelf. */
export async function readOverview(ground: Ground): Promise<Overview> {
  const [shelf, departments, topics] = await Promise.all([
    shelfOf(ground),
    departmentsById(ground),
    findTopics(ground.db),
  ]);
  const items = [...shelf.items.values()];
  const count = <K>(keysOf: (item: Shelved) => readonly K[]): Map<K, number> => {
    const counts = new Map<K, number>();
    for (const item of items) for (const key of keysOf(item)) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const ofDepartment = count((item) => [item.departmentId]);
  const ofTopic = count(({ body }) => body.topics);
  const known = new Set(topics.map(({ key }) => key));
  // A topic that an import brought along has no words of its own yet: its key stands for it.
  const unnamed = [...ofTopic.keys()]
    .filter((key) => !known.has(key))
    .map((key) => ({ key, name: key, nameEn: '', iconWord: key.slice(0, 1) }));
  return {
    total: items.length,
    unverified: items.filter(({ body }) => !body.verified).length,
    departments: [...departments.values()]
      .filter(({ id }) => ofDepartment.has(id))
      .map(({ id, name, nameEn, shortName }) => ({ id, name, nameEn, shortName, count: ofDepartment.get(id)! })),
    topics: [...topics.map(({ position: _, ...topic }) => topic), ...unnamed]
      .filter(({ key }) => ofTopic.has(key))
      .map((topic) => ({ ...topic, count: ofTopic.get(topic.key)! })),
    kinds: [...count(({ body }) => [body.kind])].map(([kind, found]) => ({ kind, count: found })),
    letters: [...count(({ body }) => [letterOf(body)])]
      .map(([letter, found]) => ({ letter, count: found }))
      .sort((a, b) => (a.letter < b.letter ? -1 : 1)),
  };
}
