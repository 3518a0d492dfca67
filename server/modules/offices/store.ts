/** SQL of departments, outlets, windows and hours. A district has hundreds of them, so lists are read whole and cut by the caller. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { general, ownConstraints } from '#platform/problems';
import type {
  Department as DepartmentShape,
  Hours as HoursShape,
  Outlet as OutletShape,
  Window as WindowShape,
} from './contract.ts';
import { officesProblems } from './problems.ts';

ownConstraints({
  department_key_unique: officesProblems.keyTaken,
  department_name_unique: officesProblems.nameTaken,
  outlet_key_unique: officesProblems.keyTaken,
  outlet_name_unique: officesProblems.nameTaken,
  outlet_parent_exists: officesProblems.wrongReference,
  outlet_department_exists: officesProblems.wrongReference,
  service_window_number_unique: officesProblems.numberTaken,
  service_window_outlet_exists: officesProblems.wrongReference,
  service_window_department_exists: officesProblems.wrongReference,
});

type Stored<Shape> = Omit<Shape, 'retiredAt' | 'changedAt'> & { retiredAt: Date | null; changedAt: Date };
/** 部门. */
export type Department = Stored<DepartmentShape>;
/** 网点; the point is WGS-84. */
export type Outlet = Stored<OutletShape>;
/** 窗口. */
export type Window = Stored<WindowShape>;
/** 办公时间; version 0 when nobody has entered any. */
export type Hours = Omit<HoursShape, 'changedAt'> & { changedAt: Date | null };

const written = 'version, retired_at, changed_at, changed_by';
const departmentColumns = `id, key, code, name, short_name, name_en, telephone, seal_name, position, ${written}`;
const outletColumns = `id, key, kind, name, name_en, address, address_en, longitude, latitude, telephone, area_code, parent_id, department_id, ${written}`;
const windowColumns = `id, outlet_id, number, zone, name, name_en, kind, department_id, ${written}`;
const hoursColumns = 'outlet_id, weekly, exceptions, version, changed_at, changed_by';

const departmentById = prepared<Department>(`select ${departmentColumns} from offices.department where id = $1`);
const departments = prepared<Department>(
  `select ${departmentColumns} from offices.department where $1 or retired_at is null order by position, name, id`,
);
const outletById = prepared<Outlet>(`select ${outletColumns} from offices.outlet where id = $1`);
const outlets = prepared<Outlet>(
  `select ${outletColumns} from offices.outlet
    where ($1 or retired_at is null) and ($2::text is null or kind = $2) and ($3::uuid is null or department_id = $3)
      and ($4::uuid is null or parent_id = $4)
    order by array_position(array['hall', 'department', 'town', 'village', 'bank'], kind), name, id`,
);
const windowById = prepared<Window>(`select ${windowColumns} from offices.service_window where id = $1`);
const windows = prepared<Window>(
  `select ${windowColumns} from offices.service_window
    where ($1 or retired_at is null) and ($2::uuid is null or outlet_id = $2) and ($3::uuid is null or department_id = $3)
    order by outlet_id, length(number), number, id`,
);
const hoursById = prepared<Hours>(
  `select ${hoursColumns} from offices.opening_hours where outlet_id = any($1::uuid[])`,
);

/** A department that may be absent. */
export const findDepartment = (reader: Reader, id: string): Promise<Department | undefined> =>
  reader.maybe(departmentById(id));
export const findOutlet = (reader: Reader, id: string): Promise<Outlet | undefined> => reader.maybe(outletById(id));
export const findWindow = (reader: Reader, id: string): Promise<Window | undefined> => reader.maybe(windowById(id));

async function surely<T>(found: Promise<T | undefined>): Promise<T> {
  const row = await found;
  if (row === undefined) throw general.notFound();
  return row;
}
/** These throw `general.notFound`. What is retired is still there: documents name it. */
export const getDepartment = (reader: Reader, id: string): Promise<Department> => surely(findDepartment(reader, id));
export const getOutlet = (reader: Reader, id: string): Promise<Outlet> => surely(findOutlet(reader, id));
export const getWindow = (reader: Reader, id: string): Promise<Window> => surely(findWindow(reader, id));

/** Departments in their order; those out of service only when asked for. */
export const listDepartments = (
  reader: Reader,
  options: { retired?: boolean | undefined } = {},
): Promise<Department[]> => reader.many(departments(options.retired ?? false));

export interface OutletFilter {
  kind?: Outlet['kind'] | undefined;
  departmentId?: string | undefined;
  parentId?: string | undefined;
  retired?: boolean | undefined;
}
/** Outlets: the halls first, then by name. */
export const listOutlets = (reader: Reader, filter: OutletFilter = {}): Promise<Outlet[]> =>
  reader.many(
    outlets(filter.retired ?? false, filter.kind ?? null, filter.departmentId ?? null, filter.parentId ?? null),
  );

export interface WindowFilter {
  outletId?: string | undefined;
  departmentId?: string | undefined;
  retired?: boolean | undefined;
}
/** Windows by outlet and number. */
export const listWindows = (reader: Reader, filter: WindowFilter = {}): Promise<Window[]> =>
  reader.many(windows(filter.retired ?? false, filter.outletId ?? null, filter.departmentId ?? null));

/** Opening hours by outlet; outlets without any are left out. */
export async function findHours(reader: Reader, outletIds: readonly string[]): Promise<Map<string, Hours>> {
  if (outletIds.length === 0) return new Map();
  return new Map((await reader.many(hoursById(outletIds))).map((hours) => [hours.outletId, hours]));
}

/** Tables with a version: what an editor writes goes in under the version that was read, or not at all. */
export const updateDepartment = (tx: Tx, row: Department): Promise<Department | undefined> =>
  tx.maybe(
    sql<Department>`update offices.department set code = ${row.code}, name = ${row.name}, short_name = ${row.shortName},
        name_en = ${row.nameEn}, telephone = ${row.telephone}, seal_name = ${row.sealName}, position = ${row.position},
        retired_at = ${row.retiredAt}, version = version + 1, changed_at = ${row.changedAt}, changed_by = ${row.changedBy}
      where id = ${row.id} and version = ${row.version} returning ${sql.raw(departmentColumns)}`,
  );

export const updateOutlet = (tx: Tx, row: Outlet): Promise<Outlet | undefined> =>
  tx.maybe(
    sql<Outlet>`update offices.outlet set kind = ${row.kind}, name = ${row.name}, name_en = ${row.nameEn},
        address = ${row.address}, address_en = ${row.addressEn}, longitude = ${row.longitude}, latitude = ${row.latitude},
        telephone = ${row.telephone}, area_code = ${row.areaCode}, parent_id = ${row.parentId}, department_id = ${row.departmentId},
        retired_at = ${row.retiredAt}, version = version + 1, changed_at = ${row.changedAt}, changed_by = ${row.changedBy}
      where id = ${row.id} and version = ${row.version} returning ${sql.raw(outletColumns)}`,
  );

export const updateWindow = (tx: Tx, row: Window): Promise<Window | undefined> =>
  tx.maybe(
    sql<Window>`update offices.service_window set number = ${row.number}, zone = ${row.zone}, name = ${row.name},
        name_en = ${row.nameEn}, kind = ${row.kind}, department_id = ${row.departmentId},
        retired_at = ${row.retiredAt}, version = version + 1, changed_at = ${row.changedAt}, changed_by = ${row.changedBy}
      where id = ${row.id} and version = ${row.version} returning ${sql.raw(windowColumns)}`,
  );

/** Version 0 means that none were there. */
export const writeHours = (tx: Tx, row: Hours): Promise<Hours | undefined> =>
  tx.maybe(
    sql<Hours>`insert into offices.opening_hours as h (outlet_id, weekly, exceptions, version, changed_at, changed_by)
      select ${row.outletId}::uuid, ${JSON.stringify(row.weekly)}::jsonb, ${JSON.stringify(row.exceptions)}::jsonb, 1,
             ${row.changedAt}::timestamptz, ${row.changedBy}::text
       where ${row.version}::int = 0 or exists (select from offices.opening_hours where outlet_id = ${row.outletId}::uuid)
      on conflict (outlet_id) do update set weekly = excluded.weekly, exceptions = excluded.exceptions,
        version = h.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
      where h.version = ${row.version}::int returning ${sql.raw(hoursColumns.replace(/\w+(?:, |$)/g, (name) => `h.${name}`))}`,
  );

/** New rows, one or thousands, a statement for each table. */
export const insertDepartments = (tx: Tx, rows: readonly Department[]): void =>
  tx.write(
    sql`insert into offices.department (${sql.raw(departmentColumns)})
      select id, key, code, name, "shortName", "nameEn", telephone, "sealName", position, version, "retiredAt", "changedAt", "changedBy"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, key text, code text, name text, "shortName" text,
          "nameEn" text, telephone text, "sealName" text, position int, version int, "retiredAt" timestamptz,
          "changedAt" timestamptz, "changedBy" text)`,
  );

export const insertOutlets = (tx: Tx, rows: readonly Outlet[]): void =>
  tx.write(
    sql`insert into offices.outlet (${sql.raw(outletColumns)})
      select id, key, kind, name, "nameEn", address, "addressEn", longitude, latitude, telephone, "areaCode", "parentId",
             "departmentId", version, "retiredAt", "changedAt", "changedBy"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, key text, kind text, name text, "nameEn" text,
          address text, "addressEn" text, longitude float8, latitude float8, telephone text, "areaCode" text, "parentId" uuid,
          "departmentId" uuid, version int, "retiredAt" timestamptz, "changedAt" timestamptz, "changedBy" text)`,
  );

export const insertWindows = (tx: Tx, rows: readonly Window[]): void =>
  tx.write(
    sql`insert into offices.service_window (${sql.raw(windowColumns)})
      select id, "outletId", number, zone, name, "nameEn", kind, "departmentId", version, "retiredAt", "changedAt", "changedBy"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "outletId" uuid, number text, zone text, name text,
          "nameEn" text, kind text, "departmentId" uuid, version int, "retiredAt" timestamptz, "changedAt" timestamptz,
          "changedBy" text)`,
  );

export const insertHours = (tx: Tx, rows: readonly Hours[]): void =>
  tx.write(
    sql`insert into offices.opening_hours (${sql.raw(hoursColumns)})
      select "outletId", weekly, exceptions, version, "changedAt", "changedBy"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("outletId" uuid, weekly jsonb, exceptions jsonb, version int,
          "changedAt" timestamptz, "changedBy" text)`,
  );

/** What stands on a department or outlet that is to go out of service. */
export const countInService = (tx: Tx, what: { departmentId?: string; parentId?: string }): Promise<{ n: number }> =>
  tx.one(
    sql<{ n: number }>`select (select count(*) from offices.outlet where retired_at is null
          and (department_id = ${what.departmentId ?? null}::uuid or parent_id = ${what.parentId ?? null}::uuid))
      + (select count(*) from offices.service_window where retired_at is null and department_id = ${what.departmentId ?? null}::uuid) as n`,
  );

/** Whether `id` stands above `below`, or is it. */
export const standsAbove = async (tx: Tx, id: string, below: string): Promise<boolean> =>
  (
    await tx.one(
      sql<{ found: boolean }>`with recursive up as (
          select id, parent_id from offices.outlet where id = ${below}
          union select o.id, o.parent_id from offices.outlet o join up on o.id = up.parent_id)
        select exists (select from up where id = ${id}) as found`,
    )
  ).found;

/** Takes the windows of an outlet out of service with it, and returns them. */
export const retireWindowsOf = (tx: Tx, outletId: string, at: Date, by: string): Promise<Window[]> =>
  tx.many(
    sql<Window>`update offices.service_window set retired_at = ${at}, version = version + 1, changed_at = ${at}, changed_by = ${by}
      where outlet_id = ${outletId} and retired_at is null returning ${sql.raw(windowColumns)}`,
  );

/** One version of something, for its history. */
export interface Change {
  at: Date;
  changedBy: string;
  kind: 'department' | 'outlet' | 'window' | 'hours';
  act: 'create' | 'update' | 'retire' | 'restore';
  version: number;
  nowIs: unknown;
}

const insertChange = prepared(
  `insert into offices.change (id, at, account_id, changed_by, kind, subject_id, act, version, now_is)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
export const addChange = (tx: Tx, change: Change & { accountId: string | null; subjectId: string }): void =>
  tx.write(
    insertChange(
      newId(),
      change.at,
      change.accountId,
      change.changedBy,
      change.kind,
      change.subjectId,
      change.act,
      change.version,
      JSON.stringify(change.nowIs),
    ),
  );

const changes = prepared<Change & { total: number }>(
  `select at, changed_by, kind, act, version, now_is, count(*) over ()::int as total
     from offices.change where subject_id = $1 order by at desc, id desc limit $2 offset $3`,
);
export async function listChanges(
  reader: Reader,
  subjectId: string,
  limit: number,
  offset: number,
): Promise<{ rows: Change[]; total: number }> {
  const rows = await reader.many(changes(subjectId, limit, offset));
  return { rows: rows.map(({ total: _, ...change }) => change), total: rows[0]?.total ?? 0 };
}
