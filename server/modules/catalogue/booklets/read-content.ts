/** Gathers what a booklet says: the items of a department, an outlet or a topic, and where they are taken. */
import { findHours, getDepartment, getOutlet, listOutlets, type Outlet } from '#modules/offices';
import type { Ground } from '#platform/ground';
import { calledOf, departmentsById, filterItems, type ItemFilter } from '../items/lines.ts';
import { sayWeek } from '../items/say-week.ts';
import { shelfOf, type Shelved } from '../items/shelf.ts';
import { findTopics } from '../items/store.ts';
import { offersByKind, ownLists } from '../offers/hand-down.ts';
import { findOffers, type Scope } from '../offers/store.ts';
import { catalogueProblems } from '../problems.ts';
import type { Booklet, BookletSection, DirectoryPlace, DirectoryUnit } from './content.ts';

export interface BookletAsked {
  departmentId?: string | undefined;
  outletId?: string | undefined;
  topic?: string | undefined;
  /** Only where to go, without guides. */
  directory?: boolean | undefined;
}

const kindNames: Record<Outlet['kind'], string> = {
  hall: '政务服务大厅',
  town: '乡镇街道便民服务中心',
  village: '村社区代办点',
  bank: '银行网点',
  department: '部门办事大厅',
};

/** How far a place takes an item; what it decides itself needs no remark. */
const scopeNames: Record<Scope, string> = { decide: '', accept: '（收件）', print: '（打印）' };

/** Throws `nothingToPrint` when no item passes, `general.notFound` for a department or outlet that is not there. */
export async function readBooklet(ground: Ground, asked: BookletAsked): Promise<Booklet> {
  const filter: ItemFilter = { departmentId: asked.departmentId, outletId: asked.outletId, topic: asked.topic };
  const [found, departments, outlets, shelf] = await Promise.all([
    filterItems(ground, filter),
    departmentsById(ground),
    listOutlets(ground.db),
    shelfOf(ground),
  ]);
  if (found.length === 0) throw catalogueProblems.nothingToPrint();
  const [offers, hours] = await Promise.all([
    findOffers(ground.db, shelf.day),
    findHours(
      ground.db,
      outlets.map(({ id }) => id),
    ),
  ]);
  const withOwnList = ownLists(outlets, offers, (itemId) => shelf.items.get(itemId)?.departmentId);
  const takenAt = placesOf(outlets, offers, withOwnList);
  const items = found.map(({ item }) => item);
  const ofDepartment = [...Map.groupBy(items, ({ departmentId }) => departmentId)]
    .map(([id, list]) => ({ department: departments.get(id), list }))
    .sort((a, b) => (a.department?.position ?? 0) - (b.department?.position ?? 0));

  const sections: BookletSection[] = ofDepartment.map(({ department, list }) => ({
    title: department?.name ?? '',
    guides: list.map((item) => ({
      code: item.code,
      body: item.body,
      departmentName: department?.name ?? '',
      departmentTelephone: department?.telephone ?? '',
      places: sayPlaces(takenAt(item).map(({ outlet }) => outlet)),
    })),
  }));
  const units: DirectoryUnit[] = ofDepartment.map(({ department, list }) => ({
    name: department?.name ?? '',
    telephone: department?.telephone ?? '',
    entries: list.map((item) => ({
      name: calledOf(item.body),
      legalName: item.body.plainName ? item.body.name : '',
      places: sayPlaces(takenAt(item).map(({ outlet }) => outlet)),
      telephone: item.body.telephone ?? department?.telephone ?? '',
    })),
  }));
  const ids = new Set(items.map(({ itemId }) => itemId));
  return {
    districtName: ground.district.name,
    ...(await titleOf(ground, asked)),
    day: shelf.day,
    sections: asked.directory ? [] : sections,
    units,
    places: placesIn(outlets, items, takenAt, ids.size, asked.outletId, hours),
  };
}

type TakenAt = (item: Shelved) => { outlet: Outlet; scope: Scope }[];

function placesOf(
  outlets: readonly Outlet[],
  offers: readonly { itemId: string; outletId: string; scope: Scope }[],
  withOwnList: ReadonlySet<string>,
): TakenAt {
  const byId = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  const handedDown = Map.groupBy(offers, ({ itemId }) => itemId);
  const byDepartment = new Map<string, Outlet[]>();
  return (item) => {
    let own = byDepartment.get(item.departmentId);
    if (!own) {
      own = outlets.filter((outlet) => offersByKind(outlet, item.departmentId, withOwnList));
      byDepartment.set(item.departmentId, own);
    }
    const others = (handedDown.get(item.itemId) ?? []).flatMap(({ outletId, scope }) => {
      const outlet = byId.get(outletId);
      return outlet ? [{ outlet, scope }] : [];
    });
    const named = new Set(others.map(({ outlet }) => outlet));
    return [
      ...own.filter((outlet) => !named.has(outlet)).map((outlet) => ({ outlet, scope: 'decide' as const })),
      ...others,
    ];
  };
}

/** Names of the few, numbers of the many: 云溪区政务服务中心；乡镇街道便民服务中心（12处）. */
function sayPlaces(outlets: readonly Outlet[]): string {
  return [...Map.groupBy(outlets, ({ kind }) => kind)]
    .map(([kind, list]) =>
      list.length <= 3 ? list.map(({ name }) => name).join('、') : `${kindNames[kind]}（${list.length}处）`,
    )
    .join('；');
}

function placesIn(
  outlets: readonly Outlet[],
  items: readonly Shelved[],
  takenAt: TakenAt,
  count: number,
  only: string | undefined,
  hours: Awaited<ReturnType<typeof findHours>>,
): DirectoryPlace[] {
  const namesAt = new Map<string, string[]>();
  for (const item of items)
    for (const {
      outlet: { id },
      scope,
    } of takenAt(item)) {
      const name = `${calledOf(item.body)}${scopeNames[scope]}`;
      const names = namesAt.get(id);
      if (names) names.push(name);
      else namesAt.set(id, [name]);
    }
  return outlets
    .filter(({ id }) => namesAt.has(id) && (only === undefined || id === only))
    .map(({ id, name, kind, address, telephone }) => {
      const names = namesAt.get(id)!;
      const all = names.length === count && count > 20;
      return {
        name,
        kind: kindNames[kind],
        address,
        telephone,
        hours: sayWeek(hours.get(id)?.weekly ?? []).zh,
        items: all ? `本册全部${count}项` : names.join('、'),
      };
    });
}

async function titleOf(ground: Ground, asked: BookletAsked): Promise<{ title: string; subtitle: string }> {
  const title = asked.directory ? '办事去哪儿' : '办事指南';
  const parts: string[] = [];
  if (asked.departmentId) parts.push((await getDepartment(ground.db, asked.departmentId)).name);
  if (asked.outletId) parts.push((await getOutlet(ground.db, asked.outletId)).name);
  if (asked.topic) {
    const topic = (await findTopics(ground.db)).find(({ key }) => key === asked.topic);
    parts.push(topic?.name ?? asked.topic);
  }
  return { title, subtitle: parts.join(' · ') };
}
