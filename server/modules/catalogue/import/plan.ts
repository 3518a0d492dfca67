/** What an import would do: every row read, compared with what is there and with what the source said last. Pure. */
import { canonical } from '#platform/canonical';
import type { ItemBody } from '../item.ts';
import { bodyFaults } from '../items/body-faults.ts';
import { differenceOf, type Change } from '../items/difference.ts';
import type { Header } from './headers.ts';
import { mapRow, type ItemFields, type Rejection } from './map-row.ts';
import { applyFields, bodyFrom, changedKeys } from './merge.ts';
import type { Row } from './read-table.ts';

/** An item as it is now; without a body it is not in force: the office withdrew it. */
export interface Present {
  itemId: string;
  code: string;
  baseCode: string;
  departmentId: string;
  departmentName: string;
  body?: ItemBody;
}

export interface PlannedItem {
  line: number;
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

/** Reads the rows; the rejected ones are told with all their faults, a code that comes twice among them. */
export function readItems(
  rows: readonly Row[],
  header: Header,
  codeFrom?: (name: string, department: string) => string,
): { items: { line: number; fields: ItemFields }[]; rejected: Rejection[]; columnOf: (field: string) => string } {
  const items: { line: number; fields: ItemFields }[] = [];
  const rejected: Rejection[] = [];
  const lineOf = new Map<string, number>();
  const codeColumn = header.columns.find(({ field }) => field === 'code')?.header ?? 'code';
  for (const row of rows) {
    const mapped = mapRow(row, header, codeFrom);
    if ('rejections' in mapped) {
      rejected.push(...mapped.rejections);
      continue;
    }
    const { code } = mapped.fields;
    const first = lineOf.get(code);
    if (first !== undefined)
      rejected.push({ line: row.line, column: codeColumn, reason: `the code is on line ${first} already`, code });
    else {
      lineOf.set(code, row.line);
      items.push(mapped);
    }
  }
  const columnOf = (field: string): string => header.columns.find((column) => column.field === field)?.header ?? '';
  return { items, rejected, columnOf };
}

/** Compares. `before` is what this source said last, by code. */
export function planImport(
  read: ReturnType<typeof readItems>,
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
  for (const { line, fields } of read.items) {
    const { code } = fields;
    const there = present.get(code);
    const planned = planItem(line, fields, there, before.get(code));
    const faults = bodyFaults(planned.body);
    if (faults.length > 0) {
      const why = faults.map(({ path, why: reason, detail }) => `${path.slice(1)}: ${detail ?? reason}`).join('; ');
      const column = read.columnOf(faults[0]!.path.split('/')[1] ?? '');
      plan.rejected.push({ line, column, reason: `the item contradicts itself: ${why}`, code });
      continue;
    }
    plan.said.set(code, fields);
    if (!there) plan.added.push(planned);
    else if (there.body === undefined) {
      plan.withdrawn.push(code);
      plan.unchanged += 1;
    } else {
      const changes = changesOf(there, there.body, planned);
      if (changes.length > 0) plan.changed.push({ ...planned, present: there, changes });
      else plan.unchanged += 1;
    }
  }
  const broken = new Set(plan.rejected.map(({ code }) => code));
  // A row that is there and broken has not vanished.
  for (const [code, { name }] of before)
    if (!plan.said.has(code) && !broken.has(code)) plan.vanished.push({ code, name });
  return plan;
}

function planItem(
  line: number,
  fields: ItemFields,
  there: Present | undefined,
  before: ItemFields | undefined,
): PlannedItem {
  const keys = changedKeys(fields, there ? before : undefined);
  const saysDepartment = !there || (keys.includes('department') && Boolean(fields.department));
  return {
    line,
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
