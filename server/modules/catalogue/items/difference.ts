/** What changed between two bodies, field by field. Pure; used by the history of an item and by the dry run of an import. */
import { canonical } from '#platform/canonical';

/** One field. `before` absent: it was added; `after` absent: it is gone. Lists of things with ids are compared by id. */
export interface Change {
  /** Such as `promisedLimit`, `materials/id-card/copies`, `form/properties/phone/title`. */
  path: string;
  before?: unknown;
  after?: unknown;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values that a person reads as one: a limit is "20 working days", not two fields. */
const whole = new Set(['promisedLimit', 'statutoryLimit', 'when', 'x-when', 'applicants', 'topics', 'synonyms']);

/** The changes that lead from one body to another, in the order of their fields. */
export const differenceOf = (before: unknown, after: unknown): Change[] => [
  ...changesOf(before, after, ''),
  ...movedFields(before, after),
];

/** The fields of a form are asked in the order of their keys, which counts for nothing in any other record. */
function movedFields(before: unknown, after: unknown): Change[] {
  const path = 'form/properties';
  const [from, to] = [before, after].map((body) => {
    const form = isPlain(body) ? body['form'] : undefined;
    return isPlain(form) && isPlain(form['properties']) ? Object.keys(form['properties']) : [];
  }) as [string[], string[]];
  const kept = (names: readonly string[], others: readonly string[]): string =>
    names.filter((name) => others.includes(name)).join('\n');
  return kept(from, to) === kept(to, from) ? [] : [{ path, before: from, after: to }];
}

function changesOf(before: unknown, after: unknown, path: string): Change[] {
  if (canonical(before) === canonical(after)) return [];
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!whole.has(name)) {
    if (isPlain(before) && isPlain(after)) return ofRecords(before, after, path);
    const [a, b] = [byId(before), byId(after)];
    if (a && b) {
      const changes = ofRecords(a, b, path);
      const order = [Object.keys(a), Object.keys(b)].map((ids) => ids.join('\n'));
      // Only the order differs: still a change of what people see.
      return changes.length > 0 || order[0] === order[1]
        ? changes
        : [{ path, before: Object.keys(a), after: Object.keys(b) }];
    }
  }
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

function ofRecords(before: Record<string, unknown>, after: Record<string, unknown>, path: string): Change[] {
  const keys = [...Object.keys(before), ...Object.keys(after).filter((key) => !Object.hasOwn(before, key))];
  return keys.flatMap((key) => changesOf(before[key], after[key], path === '' ? key : `${path}/${key}`));
}

function byId(list: unknown): Record<string, unknown> | undefined {
  if (!Array.isArray(list) || list.length === 0) return Array.isArray(list) ? {} : undefined;
  if (!list.every((one) => isPlain(one) && typeof one['id'] === 'string')) return undefined;
  return Object.fromEntries((list as { id: string }[]).map((one) => [one.id, one]));
}
