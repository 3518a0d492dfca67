/** Departments, outlets, windows and opening hours over HTTP. Read by anyone, written by the service office. */
import { Type, type Static } from 'typebox';
import { ById, closed, contract, Day, Id, Instant, nullable, oneOf, pageOf, paging, Telephone } from '#platform/contract'; // prettier-ignore

const text = (maxLength: number) => Type.String({ maxLength });
const words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
const telephone = Telephone(40);
const version = Type.Integer({
  minimum: 1,
  description: 'The version that was read; 409 when it is no longer the last',
});

/** Who wrote the version that is in force, and when. */
const written = { version, retiredAt: nullable(Instant), changedAt: Instant, changedBy: Type.String() };

const departmentFields = {
  code: text(80),
  name: words(100),
  shortName: words(30),
  nameEn: text(200),
  telephone,
  /** What its seal says; the special seal for administrative licensing (行政许可法 art. 32). */
  sealName: words(100),
  /** Place in lists, ascending. */
  position: Type.Integer({ minimum: 0, maximum: 100_000 }),
};
const departmentKey = Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' });

/** 部门 */
export const Department = closed({ id: Id, key: departmentKey, ...departmentFields, ...written });
export type Department = Static<typeof Department>;

/** hall 政务服务大厅, town 乡镇街道便民服务中心, village 村社区代办点, bank 银行网点, department 部门自己的大厅. */
export const outletKinds = ['hall', 'town', 'village', 'bank', 'department'] as const;

const outletFields = {
  kind: oneOf(...outletKinds),
  name: words(100),
  nameEn: text(200),
  address: text(300),
  addressEn: text(300),
  /** Degrees, WGS-84; both or neither. */
  longitude: nullable(Type.Number({ minimum: -180, maximum: 180 })),
  latitude: nullable(Type.Number({ minimum: -90, maximum: 90 })),
  telephone,
  /** GB/T 2260: 6 digits, with town 9, with village 12; may be empty. */
  areaCode: Type.String({ pattern: '^(\\d{6}|\\d{9}|\\d{12})?$' }),
  parentId: nullable(Id),
  departmentId: nullable(Id),
};
const outletKey = Type.String({ pattern: '^[a-z][a-z0-9-]{0,59}$' });

/** 网点: a place where people are served. */
export const Outlet = closed({ id: Id, key: outletKey, ...outletFields, ...written });
export type Outlet = Static<typeof Outlet>;

const windowFields = {
  number: words(20),
  zone: text(50),
  name: words(100),
  nameEn: text(200),
  /** general 综合窗口 takes any item, special 专窗 those of its department. */
  kind: oneOf('general', 'special'),
  departmentId: nullable(Id),
};

/** 窗口 */
export const Window = closed({ id: Id, outletId: Id, ...windowFields, ...written });
export type Window = Static<typeof Window>;

const clockTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$', description: 'HH:MM, Asia/Shanghai' });
const span = { opens: clockTime, closes: clockTime };
const Weekly = closed({ weekday: Type.Integer({ minimum: 1, maximum: 7 }), ...span });
const HoursException = closed({
  on: Day,
  /** None: closed all day. */
  spans: Type.Array(closed(span), { maxItems: 6 }),
  note: text(100),
});
const hoursFields = {
  /** Monday is 1, Sunday 7; several spans a day. Days off of the holiday calendar are closed all the same. */
  weekly: Type.Array(Weekly, { maxItems: 42 }),
  /** Wins over the week and over the holiday calendar. */
  exceptions: Type.Array(HoursException, { maxItems: 400 }),
};
/** 办公时间 */
export const Hours = closed({
  outletId: Id,
  ...hoursFields,
  version: Type.Integer({ minimum: 0, description: '0: nobody has entered any yet' }),
  changedAt: nullable(Instant),
  changedBy: Type.String(),
});
export type Hours = Static<typeof Hours>;

/** Whether a place serves people at an instant, and when that changes. */
export const Opening = closed({
  open: Type.Boolean(),
  /** When it closes next; null while it is closed. */
  closesAt: nullable(Instant),
  /** When it opens next; null while it is open, and when it does not open within 60 days. */
  opensAt: nullable(Instant),
  /** Why it is closed all day. */
  reason: nullable(oneOf('holiday', 'exception', 'weekday')),
  /** True where a day off may still be published. */
  provisional: Type.Boolean(),
  says: closed({ zh: Type.String(), en: Type.String() }),
});
export type Opening = Static<typeof Opening>;

const OutletRow = closed({
  ...Outlet.properties,
  /** Metres from the point that was asked from, as the crow flies. */
  distance: nullable(Type.Integer()),
  /** Null when nobody has entered opening hours. */
  opening: nullable(Opening),
});
export type OutletRow = Static<typeof OutletRow>;

const retirement = closed({ version, retired: Type.Boolean() });
const retired = Type.Optional(Type.Boolean({ description: 'true: those out of service as well' }));
const writing = ['offices.changedMeanwhile', 'offices.nameTaken'] as const;

export const officesContract = contract({
  listDepartments: {
    method: 'GET',
    path: '/departments',
    summary: 'Departments in their order',
    query: closed({ retired, ...paging }),
    reply: pageOf(Department),
  },
  getDepartment: {
    method: 'GET',
    path: '/departments/:id',
    summary: 'One department',
    params: ById,
    reply: Department,
  },
  createDepartment: {
    method: 'POST',
    path: '/departments',
    summary: 'Add a department',
    body: closed({ key: departmentKey, ...departmentFields }),
    reply: Department,
    problems: ['offices.keyTaken', 'offices.nameTaken'],
  },
  updateDepartment: {
    method: 'PUT',
    path: '/departments/:id',
    summary: 'Write a department anew; its key stays',
    params: ById,
    body: closed({ ...departmentFields, version }),
    reply: Department,
    problems: writing,
  },
  retireDepartment: {
    method: 'PUT',
    path: '/departments/:id/retirement',
    summary: 'Take a department out of service, or back; its history stays',
    params: ById,
    body: retirement,
    reply: Department,
    problems: [...writing, 'offices.departmentInUse'],
  },
  listOutlets: {
    method: 'GET',
    path: '/outlets',
    summary: 'Outlets with what is open now; from a point the nearest first',
    query: closed({
      kind: Type.Optional(oneOf(...outletKinds)),
      departmentId: Type.Optional(Id),
      parentId: Type.Optional(Id),
      longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
      latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
      retired,
      ...paging,
    }),
    reply: pageOf(OutletRow),
  },
  getOutlet: {
    method: 'GET',
    path: '/outlets/:id',
    summary: 'One outlet with whether it is open now',
    params: ById,
    reply: OutletRow,
  },
  createOutlet: {
    method: 'POST',
    path: '/outlets',
    summary: 'Add an outlet',
    body: closed({ key: outletKey, ...outletFields }),
    reply: Outlet,
    problems: ['offices.keyTaken', 'offices.nameTaken', 'offices.wrongReference'],
  },
  updateOutlet: {
    method: 'PUT',
    path: '/outlets/:id',
    summary: 'Write an outlet anew; its key stays',
    params: ById,
    body: closed({ ...outletFields, version }),
    reply: Outlet,
    problems: [...writing, 'offices.wrongReference', 'offices.parentCycle'],
  },
  retireOutlet: {
    method: 'PUT',
    path: '/outlets/:id/retirement',
    summary: 'Take an outlet and its windows out of service, or the outlet back',
    params: ById,
    body: retirement,
    reply: Outlet,
    problems: [...writing, 'offices.outletHasChildren'],
  },
  listWindows: {
    method: 'GET',
    path: '/windows',
    summary: 'Windows by outlet and number',
    query: closed({ outletId: Type.Optional(Id), departmentId: Type.Optional(Id), retired, ...paging }),
    reply: pageOf(Window),
  },
  createWindow: {
    method: 'POST',
    path: '/windows',
    summary: 'Add a window to an outlet',
    body: closed({ outletId: Id, ...windowFields }),
    reply: Window,
    problems: [
      'offices.numberTaken',
      'offices.wrongReference',
      'offices.outletRetired',
      'offices.windowNeedsDepartment',
    ],
  },
  updateWindow: {
    method: 'PUT',
    path: '/windows/:id',
    summary: 'Write a window anew; its outlet stays',
    params: ById,
    body: closed({ ...windowFields, version }),
    reply: Window,
    problems: [
      'offices.changedMeanwhile',
      'offices.numberTaken',
      'offices.wrongReference',
      'offices.windowNeedsDepartment',
    ],
  },
  retireWindow: {
    method: 'PUT',
    path: '/windows/:id/retirement',
    summary: 'Take a window out of service, or back',
    params: ById,
    body: retirement,
    reply: Window,
    problems: ['offices.changedMeanwhile', 'offices.numberTaken', 'offices.outletRetired'],
  },
  getHours: {
    method: 'GET',
    path: '/outlets/:id/hours',
    summary: 'Opening hours of an outlet',
    params: ById,
    reply: Hours,
  },
  saveHours: {
    method: 'PUT',
    path: '/outlets/:id/hours',
    summary: 'Write the opening hours of an outlet anew',
    params: ById,
    body: closed({ ...hoursFields, version: Type.Integer({ minimum: 0 }) }),
    reply: Hours,
    problems: ['offices.changedMeanwhile', 'offices.wrongHours'],
  },
  listChanges: {
    method: 'GET',
    path: '/offices/changes/:id',
    summary: 'Every version of a department, outlet, window or of opening hours, the newest first',
    params: ById,
    query: closed({ ...paging }),
    reply: pageOf(
      closed({
        at: Instant,
        changedBy: Type.String(),
        kind: oneOf('department', 'outlet', 'window', 'hours'),
        act: oneOf('create', 'update', 'retire', 'restore'),
        version: Type.Integer(),
        nowIs: Type.Unknown(),
      }),
    ),
  },
});
