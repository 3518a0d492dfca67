/** Addresses that people can read and send: `?state=open&kind=a&kind=b` is text and lists of text, never JSON in disguise. */
export type PlainSearch = Record<string, string | string[]>;

/** Reads the part of the address behind the question mark. */
export function parsePlain(search: string): PlainSearch {
  const found: PlainSearch = {};
  for (const [name, value] of new URLSearchParams(search)) {
    const before = found[name];
    found[name] = before === undefined ? value : [before, value].flat();
  }
  return found;
}

/** Writes it; empty values are left out. */
export function stringifyPlain(search: Record<string, unknown>): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') written.append(name, String(one));
    }
  }
  return written.size > 0 ? `?${written}` : '';
}
