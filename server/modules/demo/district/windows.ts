/**
 * The windows of the hall: 54 in four zones. Zone A takes any item (无差别综合受理); the others are special windows of the departments whose
 * matters need their own systems or seals.
 */
interface Row {
  /** Windows of this kind, one after the other. */
  count: number;
  name: string;
  nameEn: string;
  /** Key of the department; absent: any item, staffed by the service office. */
  department?: string;
}
interface Zone {
  letter: string;
  name: string;
  nameEn: string;
  rows: Row[];
}

const zones: Zone[] = [
  {
    letter: 'A',
    name: '综合受理',
    nameEn: 'Any matter',
    rows: [
      { count: 1, name: '咨询导办', nameEn: 'Information' },
      { count: 10, name: '无差别综合受理', nameEn: 'Any matter' },
      { count: 1, name: '长者与助残优先', nameEn: 'Priority for the elderly and disabled' },
      { count: 1, name: '跨域通办', nameEn: 'Matters of other districts' },
      { count: 1, name: '帮办代办', nameEn: 'Help and stewards' },
      { count: 1, name: '办不成事反映', nameEn: 'When a matter got stuck' },
      { count: 1, name: '统一出件', nameEn: 'Results' },
    ],
  },
  {
    letter: 'B',
    name: '企业开办与工程建设',
    nameEn: 'Business and construction',
    rows: [
      {
        count: 4,
        name: '企业开办与变更',
        nameEn: 'Starting and changing a business',
        department: 'market-supervision',
      },
      { count: 2, name: '食品药品许可', nameEn: 'Food and medicines', department: 'market-supervision' },
      { count: 1, name: '公章刻制备案', nameEn: 'Company seals', department: 'public-security' },
      { count: 1, name: '卫生许可', nameEn: 'Hygiene licences', department: 'health' },
      { count: 1, name: '投资项目', nameEn: 'Investment projects', department: 'development-reform' },
      { count: 1, name: '工程建设许可', nameEn: 'Construction', department: 'housing-construction' },
      { count: 1, name: '城市管理与排水', nameEn: 'Streets and drainage', department: 'urban-management' },
      { count: 1, name: '交通运输', nameEn: 'Transport', department: 'transport' },
    ],
  },
  {
    letter: 'C',
    name: '不动产、税务与公积金',
    nameEn: 'Property, tax and housing fund',
    rows: [
      { count: 5, name: '不动产登记', nameEn: 'Property registration', department: 'planning-resources' },
      { count: 1, name: '规划用地', nameEn: 'Planning and land', department: 'planning-resources' },
      { count: 4, name: '税费服务', nameEn: 'Taxes and fees', department: 'tax' },
      { count: 2, name: '住房公积金', nameEn: 'Housing fund', department: 'provident-fund' },
    ],
  },
  {
    letter: 'D',
    name: '社保、医保与公安',
    nameEn: 'Social insurance and police',
    rows: [
      { count: 4, name: '社会保险与就业', nameEn: 'Social insurance and work', department: 'human-resources' },
      { count: 3, name: '医疗保障', nameEn: 'Medical insurance', department: 'medical-insurance' },
      { count: 3, name: '户籍与身份证', nameEn: 'Household and identity card', department: 'public-security' },
      { count: 2, name: '出入境', nameEn: 'Exit and entry', department: 'public-security' },
      { count: 1, name: '民生救助', nameEn: 'Welfare', department: 'civil-affairs' },
      { count: 1, name: '退役军人与残疾人', nameEn: 'Veterans and disabled persons', department: 'veterans' },
    ],
  },
];

/** The zones by the name that their windows carry, and what they are called in English. */
export const zoneNames = zones.map(({ letter, name, nameEn }) => ({
  zone: `${letter} ${name}`,
  nameEn: `${letter} ${nameEn}`,
}));

export interface WindowPlan {
  number: string;
  zone: string;
  name: string;
  nameEn: string;
  /** Key of its department; null for one that takes any item. */
  department: string | null;
}

/** The 54 windows of the hall, numbered through: A01 to D54. */
export function hallWindows(): WindowPlan[] {
  let serial = 0;
  return zones.flatMap(({ letter, name: zone, rows }) =>
    rows.flatMap(({ count, name, nameEn, department }) =>
      Array.from({ length: count }, () => ({
        number: `${letter}${String(++serial).padStart(2, '0')}`,
        zone: `${letter} ${zone}`,
        name,
        nameEn,
        department: department ?? null,
      })),
    ),
  );
}

/** The windows of a smaller place, which take any item. */
export const generalWindows = (count: number): WindowPlan[] =>
  Array.from({ length: count }, (_, i) => ({
    number: String(i + 1),
    zone: '',
    name: '综合受理',
    nameEn: 'Any matter',
    department: null,
  }));
