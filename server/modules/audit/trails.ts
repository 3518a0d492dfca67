/** Which rows of a trail a seal is made of, and what is wrong with those that differ. Pure. */
import type { Finding } from './check-case.ts';
import type { Differing, Trail } from './trails-store.ts';

/** Trails whose keys come from clients, so that nothing can be told from their order. */
const keyedByClients: ReadonlySet<string> = new Set(['ratings.rating']);

/** Whether its new rows are found by their keys, every ten seconds; the others are looked through once an hour. */
export const isQuick = ({ name, idColumn }: Trail): boolean => idColumn !== null && !keyedByClients.has(name);

/**
 * How long a transaction may take from making an identity to its commit: twice as long as any statement is allowed to. Each seal
 * looks at all rows since then, so a longer time would cost more than the sealing itself. Once an hour it looks further back.
 */
const lateMinutes = 1;
export const hourlyMinutes = 120;

/**
 * The key behind which rows may still be unsealed. Identities are UUIDs of version 7: they begin with milliseconds of the machine's
 * clock, which is why this looks at that and not at the clock of the day's work. Empty when nothing is sealed yet.
 */
export function freshAfter(toKey: string, now: number, minutes = lateMinutes): string {
  if (toKey === '') return '';
  const greatest = Number.parseInt(toKey.replaceAll('-', '').slice(0, 12), 16);
  const from = Math.max(0, Math.min(greatest, now) - minutes * 60_000);
  const hex = from.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** What a row that differs means; undefined when it only waits for the next seal, which begins behind `after`. */
export function findingOf(trail: Trail, row: Differing, after: string): Finding | undefined {
  const { key, name, seal, isThere } = row;
  const { name: table } = trail;
  const belongs = isId.test(name) ? ` of ${name}` : '';
  const called = name && !belongs ? `${name} (${table} ${key})` : `${table} ${key}${belongs}`;
  const at = { trail: table, key, ...(name ? { name } : {}), ...(seal ? { seal } : {}) };
  if (!isThere) return { kind: 'rowMissing', ...at, what: `${called} is gone; seal ${seal} holds it` };
  if (seal !== null) return { kind: 'rowChanged', ...at, what: `${called} does not say what seal ${seal} holds` };
  if (!isQuick(trail) || after === '' || key > after) return undefined;
  return { kind: 'rowUnsealed', ...at, what: `${called} is in no seal, and came in by another way than the service's` };
}

/** The key of the row to which this one says that it belongs. */
export const ownerOf = ({ name }: Finding): string | undefined => (name && isId.test(name) ? name : undefined);
