/**
 * JSON with its keys sorted and undefined ones left out: the same value gives the same text, also after PostgreSQL has reordered the keys
 * of a jsonb. Instants as `JSON.stringify` writes them.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object' || value instanceof Date) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const object = value as Record<string, unknown>;
  let text = '';
  for (const key of Object.keys(object).sort()) {
    if (object[key] === undefined) continue;
    text += `${text ? ',' : ''}${JSON.stringify(key)}:${canonical(object[key])}`;
  }
  return `{${text}}`;
}

/** Whether what was stored has all of these values: an act that comes again is the same one when it says the same. */
export const isAsSaid = <T extends object, S extends Partial<T>>(stored: T, said: S): boolean =>
  (Object.keys(said) as (keyof S & keyof T)[]).every((key) => canonical(stored[key]) === canonical(said[key]));
