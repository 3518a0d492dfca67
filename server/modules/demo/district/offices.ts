/** Departments, halls, town centres, village stations, banks; their windows and hours. */
import type { NewOffices, OpeningHours } from '#modules/offices';
import { idOf, weekdayAfter, type Plan } from '../plan.ts';
import { Random } from '#platform/random';
import { readDemo } from '../read-demo.ts';
import { drawMap, lies } from './draw-map.ts';
import { isUrban, places, townOf, type Placed, type Point, type Town } from './places.ts';
import { generalWindows, hallWindows, type WindowPlan } from './windows.ts';

export interface Department {
  id: string;
  key: string;
  name: string;
  shortName: string;
  nameEn: string;
  telephone: string;
}
export interface Outlet {
  id: string;
  key: string;
  kind: 'hall' | 'town' | 'village' | 'bank' | 'department';
  name: string;
  nameEn: string;
  address: string;
  addressEn: string;
  longitude: number;
  latitude: number;
  telephone: string;
  areaCode: string;
  parentId: string | null;
  departmentId: string | null;
  windows: WindowPlan[];
  hours: OpeningHours;
}

const district = '云溪区';

/** All departments in their order, under their full names. */
export const departmentsOf = (plan: Plan): Department[] =>
  readDemo<Omit<Department, 'id'>[]>('departments.json').map((row) => ({
    ...row,
    id: idOf(plan, 'department', row.key),
    name: row.name.startsWith('区') ? `云溪${row.name}` : row.name,
    nameEn: row.nameEn.includes('Yunxi') ? row.nameEn : `Yunxi ${row.nameEn}`,
  }));

type Span = readonly [opens: string, closes: string];
const week = (days: readonly number[], ...spans: Span[]): OpeningHours['weekly'][number][] =>
  days.flatMap((weekday) => spans.map(([opens, closes]) => ({ weekday, opens, closes })));
const workdays = [1, 2, 3, 4, 5];
const officeDay: Span[] = [
  ['08:30', '12:00'],
  ['13:30', '17:00'],
];
const saturdayMorning = week([6], ['09:00', '12:00']);

/** Exceptions lie around the day: an afternoon of training, an evening that stays open. */
function exceptionsOf({ asOf }: Plan, key: string): OpeningHours['exceptions'][number][] {
  if (key === 'hall')
    return [
      {
        on: weekdayAfter(asOf, 4, 2),
        spans: [{ opens: '08:30', closes: '12:00' }],
        note: '窗口人员业务培训，下午暂停',
      },
      {
        on: weekdayAfter(asOf, 3, 1),
        spans: [
          { opens: '08:30', closes: '12:00' },
          { opens: '13:30', closes: '20:00' },
        ],
        note: '延时服务',
      },
    ];
  if (key === 'town-shiqiao') return [{ on: weekdayAfter(asOf, 2, 1), spans: [], note: '搬迁，停办一天' }];
  return [];
}

/** Telephones are numbered through; 0571-8800 is invented. */
const telephone = (serial: number): string => `0571-8800${String(serial).padStart(4, '0')}`;
const addressIn = (town: Town, address: string): string => `${district}${town.name}${address}`;

function placed(
  plan: Plan,
  kind: Outlet['kind'],
  place: Placed,
  more: Pick<Outlet, 'telephone' | 'windows' | 'hours'>,
): Outlet {
  const town = townOf(place.town);
  return {
    id: idOf(plan, 'outlet', place.key),
    key: place.key,
    kind,
    name: place.name,
    nameEn: place.nameEn,
    address: addressIn(town, place.address),
    addressEn: `${place.addressEn ?? town.nameEn}, Yunxi District`,
    longitude: place.at[0],
    latitude: place.at[1],
    areaCode: `${plan.districtCode}${town.code}`,
    parentId: null,
    departmentId: null,
    ...more,
  };
}

const keyOfTown = (town: Town): string => `town-${town.key}`;

function townCentre(plan: Plan, town: Town, i: number): Outlet {
  const key = keyOfTown(town);
  const random = new Random(plan.seed, 'centre', town.key);
  return {
    id: idOf(plan, 'outlet', key),
    key,
    kind: 'town',
    name: `${town.name}便民服务中心`,
    nameEn: `${town.nameEn} Service Centre`,
    address: addressIn(town, `${town.streets[0]}${random.whole(8, 260)}号`),
    addressEn: `${town.nameEn}, Yunxi District`,
    longitude: town.at[0],
    latitude: town.at[1],
    telephone: telephone(3001 + i * 10),
    areaCode: `${plan.districtCode}${town.code}`,
    parentId: idOf(plan, 'outlet', 'hall'),
    departmentId: null,
    windows: generalWindows(isUrban(town) ? 3 : 2),
    hours: {
      weekly: [...week(workdays, ...officeDay), ...(isUrban(town) ? saturdayMorning : [])],
      exceptions: exceptionsOf(plan, key),
    },
  };
}

/** A place on the town's land, away from those that are there. */
function somewhereIn(random: Random, town: Town, land: readonly Point[], taken: Point[]): Point {
  const reach = isUrban(town) ? 0.018 : 0.028;
  for (let apart = 0.006; ; apart *= 0.9) {
    for (let i = 0; i < 40; i++) {
      const [x, y] = [town.at[0] + random.around() * reach * 2, town.at[1] + random.around() * reach * 2];
      const point: Point = [Math.round(x * 1e5) / 1e5, Math.round(y * 1e5) / 1e5];
      if (lies(point, land) && taken.every((other) => Math.hypot(other[0] - x, other[1] - y) > apart)) {
        taken.push(point);
        return point;
      }
    }
  }
}

function stationsOf(plan: Plan, town: Town, land: readonly Point[], before: number): Outlet[] {
  const random = new Random(plan.seed, 'villages', town.key);
  const taken: Point[] = [town.at];
  return town.villages.map(([key, name, nameEn], i) => {
    const [longitude, latitude] = somewhereIn(random, town, land, taken);
    const rural = name.endsWith('村');
    return {
      id: idOf(plan, 'outlet', `village-${key}`),
      key: `village-${key}`,
      kind: 'village' as const,
      name: `${name}便民服务站`,
      nameEn: `${nameEn} Station`,
      address: rural
        ? addressIn(town, `${name}${random.whole(1, 60)}号`)
        : addressIn(town, `${random.pick(town.streets)}${random.whole(3, 320)}号`),
      addressEn: `${nameEn}, ${town.nameEn}`,
      longitude,
      latitude,
      telephone: telephone(4001 + before + i),
      areaCode: `${plan.districtCode}${town.code}${String((rural ? 201 : 1) + i).padStart(3, '0')}`,
      parentId: idOf(plan, 'outlet', keyOfTown(town)),
      departmentId: null,
      windows: [],
      hours: { weekly: week(workdays, ['08:30', '11:30'], ['14:00', '17:00']), exceptions: [] },
    };
  });
}

/** All outlets: those above others come first, as the database wants them. */
export function outletsOf(plan: Plan): Outlet[] {
  const halls = places.halls.map((hall): Outlet => {
    const windows = hall.key === 'hall' ? hallWindows() : generalWindows(hall.kind === 'hall' ? 6 : 0);
    const outlet = placed(plan, hall.kind, hall, {
      telephone: hall.telephone,
      windows,
      hours: {
        weekly: [...week(workdays, ...officeDay), ...saturdayMorning],
        exceptions: exceptionsOf(plan, hall.key),
      },
    });
    return hall.department ? { ...outlet, departmentId: idOf(plan, 'department', hall.department) } : outlet;
  });
  const banks = places.banks.map((bank, i) =>
    placed(plan, 'bank', bank, {
      telephone: telephone(5001 + i),
      windows: [],
      hours: { weekly: week([1, 2, 3, 4, 5, 6, 7], ['09:00', '16:30']), exceptions: [] },
    }),
  );
  const land = new Map(
    drawMap().features.flatMap(({ properties, geometry }) =>
      properties.kind === 'town' && geometry.type === 'Polygon'
        ? [[properties.key!, geometry.coordinates[0]!] as const]
        : [],
    ),
  );
  let before = 0;
  const stations = places.towns.flatMap((town) => {
    const made = stationsOf(plan, town, land.get(town.key)!, before);
    before += made.length;
    return made;
  });
  return [...halls, ...places.towns.map((town, i) => townCentre(plan, town, i)), ...stations, ...banks];
}

/** In the shape in which they are stored. */
export function newOffices(plan: Plan, departments: readonly Department[], outlets: readonly Outlet[]): NewOffices {
  const departmentId = (key: string | null) => (key === null ? null : idOf(plan, 'department', key));
  return {
    departments: departments.map((row, i) => ({
      ...row,
      sealName: `${row.name}行政审批专用章`,
      position: (i + 1) * 10,
    })),
    outlets: outlets.map(({ windows: _, hours: __, ...row }) => row),
    windows: outlets.flatMap(({ id, key, windows }) =>
      windows.map(({ number, zone, name, nameEn, department }) => ({
        id: idOf(plan, 'window', key, number),
        outletId: id,
        number,
        zone,
        name,
        nameEn,
        kind: department === null ? ('general' as const) : ('special' as const),
        departmentId: departmentId(department),
      })),
    ),
    hours: outlets.map(({ id, hours }) => ({
      outletId: id,
      weekly: hours.weekly.map((span) => ({ ...span })),
      exceptions: hours.exceptions.map(({ on, spans, note }) => ({
        on,
        spans: spans.map((span) => ({ ...span })),
        note,
      })),
    })),
  };
}
