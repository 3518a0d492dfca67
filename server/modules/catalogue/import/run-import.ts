/** An import from bytes to the catalogue: all of it in one transaction, or only the difference. */
import { listDepartments, saveOffices, type Department } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Reader, Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { hashOf, newId } from '#platform/ids';
import { pinyin } from 'pinyin-pro';
import { findItemsByCodes, findSpans, findVersionRows } from '../items/store.ts';
import { saveItems, type ItemToSave } from '../items/save-items.ts';
import { spanInForce, stateOf } from '../items/versions.ts';
import type { GivenColumns, Header } from './headers.ts';
import { noDepartment, planImport, readItems, type ImportPlan, type Present } from './plan.ts';
import { readSheets } from './read-table.ts';
import { headerOfAll, openLists, type OpenedLists } from './sheets.ts';
import { findLastSources, findSaid, insertRun, lockSource, replaceSaid, updateBaseCodes } from './store.ts';

export interface ImportAsked {
  /** Whose list it is: what vanished is counted against this source's last import. */
  source: string;
  fileName: string;
  bytes: Buffer;
  columns?: GivenColumns;
  /** Only the difference; nothing is stored. */
  dryRun?: boolean;
  /** Take the good rows although others are broken. Otherwise nothing is stored then. */
  skipBroken?: boolean;
  /** For lists without codes: a stable code from department and name. */
  codeFromName?: boolean;
  by: { name: string; accountId?: string | null };
}

export interface ImportResult extends ImportPlan {
  /** The columns of all sheets that were taken. */
  header: Pick<Header, 'columns' | 'ignored'>;
  /** Sheets with rows that were not taken, and why. */
  leftOut: OpenedLists['leftOut'];
  /** Changed items of which another source spoke last: two lists may use the same codes for different items. */
  takenOver: { code: string; source: string }[];
  /** False for a dry run, and when rows were rejected. */
  stored: boolean;
  newDepartments: string[];
}

class DryRun extends Error {}

/** Runs an import. Throws UnreadableList with a sentence for the operator. */
export async function runImport(ground: Ground, asked: ImportAsked): Promise<ImportResult> {
  const { lists, leftOut } = await openFile(ground, asked);
  const codeFrom = asked.codeFromName
    ? (name: string, department: string) => codeOfName(asked.source, name, department)
    : undefined;
  const read = readItems(lists, codeFrom);
  let result: ImportResult | undefined;
  try {
    await ground.db.transaction(async (tx) => {
      lockSource(tx, asked.source);
      const at = ground.clock.now();
      const departments = await listDepartments(tx, { retired: true });
      const present = await presentItems(
        tx,
        read.items.map(({ fields }) => fields.code),
        departments,
        shanghaiDay(at),
      );
      const plan = planImport(read, present, await findSaid(tx, asked.source));
      const places = new Departments(departments);
      const stored = !asked.dryRun && (plan.rejected.length === 0 || asked.skipBroken === true);
      const toSave = [...plan.added, ...plan.changed].map((item): ItemToSave => {
        const there = present.get(item.fields.code);
        const departmentId = item.department ? places.idOf(item.department) : there!.departmentId;
        return { code: item.fields.code, baseCode: item.baseCode ?? '', departmentId, body: item.body };
      });
      const newDepartments = places.added.map(({ name }) => name);
      const takenOver = await findTakenOver(tx, asked.source, plan);
      result = { ...plan, takenOver, header: headerOfAll(lists), leftOut, stored, newDepartments };
      if (!stored) throw new DryRun();
      if (places.added.length > 0) saveOffices(tx, at, { departments: places.added });
      await saveItems(tx, toSave, {
        at,
        ...asked.by,
        source: asked.source,
        note: `${asked.source}: ${asked.fileName}`,
      });
      const recoded = plan.changed.flatMap(({ present: { itemId }, baseCode }) =>
        baseCode === undefined ? [] : [{ itemId, baseCode }],
      );
      if (recoded.length > 0) updateBaseCodes(tx, recoded);
      remember(tx, at, asked, plan);
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return result!;
}

/** The lists of the file. Names of departments are asked for first: a sheet may be called like one. */
async function openFile(ground: Ground, asked: ImportAsked): Promise<OpenedLists> {
  const departments = await listDepartments(ground.db, { retired: true });
  const names = new Set(departments.flatMap(({ key, shortName, name }) => [key, shortName, name]));
  return openLists(await readSheets(asked.bytes, asked.columns), asked.columns, {
    codeFromName: asked.codeFromName ?? false,
    isDepartment: (name) => names.has(name),
  });
}

/** Stable for source, department and name, so that the next import of the same list finds the same items. */
const codeOfName = (source: string, name: string, department: string): string =>
  `${source}-${hashOf(`${department}\n${name}`).slice(0, 20)}`;

async function presentItems(
  reader: Reader,
  codes: readonly string[],
  departments: readonly Department[],
  day: string,
): Promise<Map<string, Present>> {
  const items = await findItemsByCodes(reader, codes);
  const spans = Map.groupBy(
    await findSpans(
      reader,
      items.map(({ id }) => id),
    ),
    ({ itemId }) => itemId,
  );
  const wanted = [...spans].flatMap(([itemId, list]) => {
    const span = spanInForce(list, day);
    return span ? [{ itemId, version: span.version }] : [];
  });
  const bodies = new Map((await findVersionRows(reader, wanted)).map(({ itemId, body }) => [itemId, body]));
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  return new Map(
    items.map(({ id, code, baseCode, departmentId }) => {
      const body = bodies.get(id);
      const departmentName = names.get(departmentId) ?? '';
      const list = spans.get(id) ?? [];
      const preparedFor = list
        .filter((span) => stateOf(span, list, day) === 'scheduled')
        .map(({ inForceFrom }) => inForceFrom)
        .sort()[0];
      const more = { ...(body ? { body } : {}), ...(preparedFor ? { preparedFor } : {}) };
      return [code, { itemId: id, code, baseCode, departmentId, departmentName, ...more }];
    }),
  );
}

/** Departments by any of their names; unknown ones are made. */
class Departments {
  readonly added: { id: string; key: string; name: string; code: string; position: number }[] = [];
  readonly #ids = new Map<string, string>();
  readonly #keys: Set<string>;
  #position: number;

  constructor(there: readonly Department[]) {
    // Those in service come last, and so win over retired ones of the same name.
    for (const one of [...there].sort((a, b) => Number(a.retiredAt === null) - Number(b.retiredAt === null)))
      for (const word of [one.key, one.shortName, one.name]) this.#ids.set(word, one.id);
    this.#keys = new Set(there.map(({ key }) => key));
    this.#position = Math.max(0, ...there.map(({ position }) => position));
  }

  idOf({ name, code }: { name: string; code: string }): string {
    let id = this.#ids.get(name);
    if (id === undefined) {
      id = newId();
      this.#position += 1;
      this.added.push({ id, key: this.#keyOf(name), name, code, position: this.#position });
      this.#ids.set(name, id);
    }
    return id;
  }

  /** A key that says something: 区经信局 is qu-jing-xin-ju. */
  #keyOf(name: string): string {
    const words = name === noDepartment ? 'no-department' : pinyin(name, { toneType: 'none', nonZh: 'consecutive' });
    const base =
      words
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^[^a-z]+|-+$/g, '')
        .slice(0, 34)
        .replace(/-$/, '') || 'department';
    let key = base;
    for (let n = 2; this.#keys.has(key); n++) key = `${base}-${n}`;
    this.#keys.add(key);
    return key;
  }
}

async function findTakenOver(reader: Reader, source: string, plan: ImportPlan): Promise<ImportResult['takenOver']> {
  const codes = plan.changed.map(({ fields }) => fields.code);
  const last = codes.length > 0 ? await findLastSources(reader, codes) : new Map<string, string>();
  return codes.flatMap((code) => {
    const other = last.get(code);
    return other === undefined || other === source ? [] : [{ code, source: other }];
  });
}

function remember(tx: Tx, at: Date, asked: ImportAsked, plan: ImportPlan): void {
  const run = {
    id: newId(),
    source: asked.source,
    fileName: asked.fileName,
    fileHash: hashOf(asked.bytes),
    at,
    byName: asked.by.name,
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    vanished: plan.vanished.length,
  };
  insertRun(tx, run);
  replaceSaid(
    tx,
    asked.source,
    run.id,
    plan.said,
    plan.vanished.map(({ code }) => code),
  );
}
