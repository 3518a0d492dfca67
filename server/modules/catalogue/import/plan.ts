/** What an import would do: every row read, compared with what is there and with what the source said last. Pure. */
import { canonical } from '#platform/canonical';
import type { ItemBody } from '../item.ts';
import { bodyFaults } from '../items/body-faults.ts';
import { differenceOf, type Change } from '../items/difference.ts';
import { mapRow, type ItemFields, type Rejection } from './map-row.ts';
import { applyFields, bodyFrom, changedKeys } from './merge.ts';
import { isSummary } from './readings.ts';
import type { List } from './sheets.ts';

/** An item as it is now; without a body it is not in force: the office withdrew it. */
export interface Present {
  itemId: string;
  code: string;
  baseCode: string;
  departmentId: string;
  departmentName: string;
  body?: ItemBody;
  /** The first day of a version that waits for it. It was written without what an import would change today. */
  preparedFor?: string;
}

export interface PlannedItem {
  line: number;
  sheet?: string;
  fields: ItemFields;
  body: ItemBody;
  /** What the source calls the department; undefined: it stays as it is. */
  department: { name: string; code: string } | undefined;
  baseCode: string | undefined;
}

export interface ImportPlan {
  added: PlannedItem[];
  changed: (PlannedItem & { present: Present; changes: Change[] })[];
  /** Not in force here, and left so: an import does not bring back what the office withdrew. */
  withdrawn: string[];
  unchanged: number;
  /** In this source's last import and not in this one; they stay in force until the office withdraws them. */
  vanished: { code: string; name: string }[];
  rejected: Rejection[];
  /** What the source says now, by code. */
  said: Map<string, ItemFields>;
}

/** For rows that name no department. */
export const noDepartment = '未注明部门';

export interface ReadItem {
  line: number;
  sheet?: string;
  fields: ItemFields;
}
export interface ReadItems {
  items: ReadItem[];
  rejected: Rejection[];
  /** The heading of a field on the sheet; empty when no column has it. */
  columnOf: (field: string, sheet?: string) => string;
}

/** Reads the rows; the rejected ones are told with all their faults, a code that comes twice among them, on whatever sheets. */
export function readItems(lists: readonly List[], codeFrom?: (name: string, department: string) => string): ReadItems {
  const items: ReadItem[] = [];
  const rejected: Rejection[] = [];
  const placeOf = new Map<string, { line: number; sheet?: string }>();
  const columnOf = (field: string, sheet?: string): string =>
    lists.find((list) => list.sheet === sheet)?.header.columns.find((column) => column.field === field)?.header ?? '';
  for (const { header, body, sheet, department } of lists)
    for (const row of body) {
      if (isSummary(row.cells.map(({ text }) => text))) continue;
      const place = { line: row.line, ...(sheet === undefined ? {} : { sheet }) };
      const mapped = mapRow(row, header, codeFrom, department);
      if ('rejections' in mapped) {
        rejected.push(...mapped.rejections.map((one) => ({ ...one, ...place })));
        continue;
      }
      const { code } = mapped.fields;
      const first = placeOf.get(code);
      if (first) {
        const where = first.sheet === sheet ? '' : ` of sheet "${first.sheet}"`;
        const reason = `the code is on line ${first.line}${where} already`;
        rejected.push({ ...place, column: columnOf('code', sheet) || 'code', reason, code });
      } else {
        placeOf.set(code, place);
        items.push({ ...place, fields: mapped.fields });
      }
    }
  return { items, rejected, columnOf };
}

/** Compares. `before` is what this source said last, by code. */
export function planImport(
  read: ReadItems,
  present: ReadonlyMap<string, Present>,
  before: ReadonlyMap<string, ItemFields>,
): ImportPlan {
  const plan: ImportPlan = {
    added: [],
    changed: [],
    withdrawn: [],
    unchanged: 0,
    vanished: [],
    rejected: [...read.rejected],
    said: new Map(),
  };
  for (const { fields, ...place } of read.items) {
    const { code } = fields;
    const there = present.get(code);
    const planned = planItem(place, fields, there, before.get(code));
    const faults = bodyFaults(planned.body);
    if (faults.length > 0) {
      const why = faults.map(({ path, why: reason, detail }) => `${path.slice(1)}: ${detail ?? reason}`).join('; ');
      const column = read.columnOf(faults[0]!.path.split('/')[1] ?? '', place.sheet);
      plan.rejected.push({ ...place, column, reason: `the item contradicts itself: ${why}`, code });
      continue;
    }
    const changes = there?.body ? changesOf(there, there.body, planned) : [];
    const news = changes.length > 0 || (there && !there.body && changedKeys(fields, before.get(code)).length > 0);
    if (there?.preparedFor && news) {
      const reason = `a version is prepared for ${there.preparedFor}: publish the change there or cancel it`;
      plan.rejected.push({ ...place, column: '', reason, code });
      continue;
    }
    plan.said.set(code, fields);
    if (!there) plan.added.push(planned);
    else if (there.body === undefined) {
      plan.withdrawn.push(code);
      plan.unchanged += 1;
    } else if (changes.length > 0) plan.changed.push({ ...planned, present: there, changes });
    else plan.unchanged += 1;
  }
  const broken = new Set(plan.rejected.map(({ code }) => code));
  // A row that is there and broken has not vanished.
  for (const [code, { name }] of before)
    if (!plan.said.has(code) && !broken.has(code)) plan.vanished.push({ code, name });
  return plan;
}

function planItem(
  place: { line: number; sheet?: string },
  fields: ItemFields,
  there: Present | undefined,
  before: ItemFields | undefined,
): PlannedItem {
  const keys = changedKeys(fields, there ? before : undefined);
  const saysDepartment = !there || (keys.includes('department') && Boolean(fields.department));
  return {
    ...place,
    fields,
    body: there?.body ? applyFields(there.body, fields, keys) : bodyFrom(fields),
    department: saysDepartment
      ? { name: fields.department ?? noDepartment, code: fields.departmentCode ?? '' }
      : undefined,
    baseCode: !there || (keys.includes('baseCode') && fields.baseCode) ? (fields.baseCode ?? '') : undefined,
  };
}

function changesOf(there: Present, body: ItemBody, planned: PlannedItem): Change[] {
  const changes = canonical(body) === canonical(planned.body) ? [] : differenceOf(body, planned.body);
  if (planned.department && planned.department.name !== there.departmentName)
    changes.unshift({ path: 'department', before: there.departmentName, after: planned.department.name });
  if (planned.baseCode !== undefined && planned.baseCode !== there.baseCode)
    changes.unshift({ path: 'baseCode', before: there.baseCode, after: planned.baseCode });
  return changes;
}
