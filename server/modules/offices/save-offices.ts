/** Whole districts at once: for the demo district and for setting a real one up. */
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import {
  insertDepartments,
  insertHours,
  insertOutlets,
  insertWindows,
  type Department,
  type Hours,
  type Outlet,
  type Window,
} from './store.ts';

type Written = 'version' | 'retiredAt' | 'changedAt' | 'changedBy';
type Fresh<Row, Needed extends keyof Row> = Pick<Row, Needed> & Partial<Omit<Row, Written>>;

/** What must be said of each; the rest is empty. Ids may be given so that rows can name each other. */
export interface NewOffices {
  departments?: readonly Fresh<Department, 'key' | 'name'>[];
  outlets?: readonly Fresh<Outlet, 'key' | 'kind' | 'name'>[];
  windows?: readonly Fresh<Window, 'outletId' | 'number' | 'name' | 'kind'>[];
  hours?: readonly Fresh<Hours, 'outletId' | 'weekly'>[];
}

/** Stores them with a statement for each kind, without history and events: it is how the district begins. */
export function saveOffices(tx: Tx, at: Date, fresh: NewOffices): void {
  const written = { version: 1, retiredAt: null, changedAt: at, changedBy: '' };
  const departments = (fresh.departments ?? []).map((row, position) => ({
    code: '',
    shortName: row.name,
    nameEn: '',
    telephone: '',
    sealName: row.name,
    position,
    id: newId(),
    ...row,
    ...written,
  }));
  const outlets = (fresh.outlets ?? []).map((row) => ({
    nameEn: '',
    address: '',
    addressEn: '',
    longitude: null,
    latitude: null,
    telephone: '',
    areaCode: '',
    parentId: null,
    departmentId: null,
    id: newId(),
    ...row,
    ...written,
  }));
  const windows = (fresh.windows ?? []).map((row) => ({
    zone: '',
    nameEn: '',
    departmentId: null,
    id: newId(),
    ...row,
    ...written,
  }));
  const hours = (fresh.hours ?? []).map((row) => ({
    exceptions: [],
    ...row,
    version: 1,
    changedAt: at,
    changedBy: '',
  }));
  if (departments.length > 0) insertDepartments(tx, departments);
  if (outlets.length > 0) insertOutlets(tx, outlets);
  if (windows.length > 0) insertWindows(tx, windows);
  if (hours.length > 0) insertHours(tx, hours);
}
