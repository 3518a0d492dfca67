/** The list of those who keep the catalogue: every item of theirs, whatever its state, with drafts and versions to come. */
import type { Department } from '#modules/offices';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import type { ItemBody } from '../item.ts';
import type { ItemShelf, ManagedLine, ShelfCounts } from '../managed.ts';
import { initialsOf, normalise } from '../search/text.ts';
import { calledOf, departmentsById, inPinyinOrder } from './lines.ts';
import { findLastBodies, findManagedHeads, type ManagedHead } from './managed-store.ts';
import { shelfOf, type Shelf } from './shelf.ts';

export interface ManagedFilter {
  q?: string | undefined;
  departmentId?: string | undefined;
  kind?: ItemBody['kind'] | undefined;
  verified?: boolean | undefined;
  shelf?: ItemShelf | undefined;
  sort?: 'name' | '-name' | 'code' | '-code' | 'changed' | '-changed' | undefined;
}

/** Whose items somebody keeps: undefined is everybody's. */
export function keptDepartments(actor: Actor): string[] | undefined {
  if (actor.posts.some(({ role }) => role === 'office' || role === 'admin' || role === 'auditor')) return undefined;
  return actor.posts.flatMap(({ role, departmentId }) => (role === 'head' && departmentId ? [departmentId] : []));
}

const texts = new WeakMap<ItemBody, string>();
/** Everything that an item can be found by: its names, what people call it, and the initials of their pinyin. */
function textOf(body: ItemBody): string {
  let text = texts.get(body);
  if (text === undefined) {
    const { name, plainName = '', nameEn = '', plainNameEn = '', synonyms } = body;
    const initials = [name, plainName].map(initialsOf);
    texts.set(body, (text = normalise([name, plainName, nameEn, plainNameEn, ...synonyms, ...initials].join('\n'))));
  }
  return text;
}

interface Known {
  head: ManagedHead;
  body: ItemBody;
  line: ManagedLine;
}

const isOn = ({ state, next, draft }: ManagedLine, shelf: ItemShelf): boolean =>
  shelf === 'draft' ? draft !== null : shelf === 'coming' ? next !== null : state === shelf;

/** Rows in their order, how many there are, and how many would be on each shelf under the other conditions. */
export async function listManaged(
  ground: Ground,
  actor: Actor,
  filter: ManagedFilter,
  page: { limit: number; offset: number },
): Promise<{ rows: ManagedLine[]; total: number; counts: ShelfCounts }> {
  const shelf = await shelfOf(ground);
  const [heads, departments] = await Promise.all([
    findManagedHeads(ground.db, shelf.day, keptDepartments(actor)),
    departmentsById(ground),
  ]);
  const off = heads.filter(({ itemId }) => !shelf.items.has(itemId)).map(({ itemId }) => itemId);
  const others = new Map((await findLastBodies(ground.db, off)).map(({ itemId, body }) => [itemId, body]));
  const words = normalise(filter.q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const known = heads.flatMap((head): Known[] => {
    const body = shelf.items.get(head.itemId)?.body ?? others.get(head.itemId);
    if (!body) return [];
    const code = normalise(head.code);
    const passes =
      (filter.departmentId === undefined ||
        [head.departmentId, head.draftDepartmentId].includes(filter.departmentId)) &&
      (filter.kind === undefined || body.kind === filter.kind) &&
      (filter.verified === undefined || body.verified === filter.verified) &&
      words.every((word) => code.includes(word) || textOf(body).includes(word));
    return passes ? [{ head, body, line: lineOf(head, body, shelf, departments.get(head.departmentId)) }] : [];
  });
  const count = (shelfName: ItemShelf): number => known.filter(({ line }) => isOn(line, shelfName)).length;
  const counts: ShelfCounts = {
    all: known.length,
    inForce: count('inForce'),
    coming: count('coming'),
    draft: count('draft'),
    unpublished: count('unpublished'),
    ended: count('ended'),
  };
  const found = filter.shelf ? known.filter(({ line }) => isOn(line, filter.shelf!)) : known;
  const sorted = inOrder(found, filter.sort ?? 'name');
  return {
    rows: sorted.slice(page.offset, page.offset + page.limit).map(({ line }) => line),
    total: sorted.length,
    counts,
  };
}

function lineOf(head: ManagedHead, body: ItemBody, shelf: Shelf, department: Department | undefined): ManagedLine {
  const inForce = shelf.items.get(head.itemId);
  const { itemId, code, departmentId, lastVersion, nextVersion, nextFrom, offeredBy } = head;
  return {
    itemId,
    code,
    name: body.name,
    plainName: body.plainName ?? null,
    nameEn: body.nameEn ?? null,
    plainNameEn: body.plainNameEn ?? null,
    kind: body.kind,
    departmentId,
    departmentName: department?.name ?? '',
    departmentNameEn: department?.nameEn ?? '',
    immediate: body.immediate,
    promisedLimit: body.promisedLimit ?? null,
    verified: body.verified,
    state: inForce ? 'inForce' : nextVersion !== null ? 'coming' : lastVersion === 0 ? 'unpublished' : 'ended',
    lastVersion,
    current: inForce ? { version: inForce.version, inForceFrom: inForce.inForceFrom } : null,
    next: nextVersion !== null && nextFrom !== null ? { version: nextVersion, inForceFrom: nextFrom } : null,
    draft:
      head.draftChangedAt === null
        ? null
        : { changedAt: head.draftChangedAt.toISOString(), changedBy: head.draftChangedBy ?? '' },
    offeredBy,
  };
}

/** Items without a draft come last, whichever way drafts are ordered. */
function inOrder(found: Known[], sort: NonNullable<ManagedFilter['sort']>): Known[] {
  const way = sort.startsWith('-') ? -1 : 1;
  const byCode = (a: Known, b: Known): number => (a.head.code < b.head.code ? -1 : 1);
  const byName = (a: Known, b: Known): number => inPinyinOrder(calledOf(a.body), calledOf(b.body)) || byCode(a, b);
  if (sort.endsWith('code')) return found.sort((a, b) => way * byCode(a, b));
  if (sort.endsWith('name')) return found.sort((a, b) => way * byName(a, b));
  return found.sort((a, b) => {
    const [one, other] = [a.line.draft?.changedAt, b.line.draft?.changedAt];
    if (one === other) return byName(a, b);
    if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
    return way * (one < other ? -1 : 1);
  });
}
