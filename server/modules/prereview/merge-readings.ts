/**
 * A material of several files (front and back, page after page) as one document. What two files say differently is kept in both readings and
 * sure in none. Pure.
 */
import { comparableReading, type FieldReading, type PictureReading, type ReadKind } from '#modules/reading';

/** Files of one material that are read; whoever hands in more has a person look at them. */
export const mostFiles = 6;

/** A file and what it was read as; null where nothing could be read. */
export interface ReadPart {
  fileId: string;
  reading: PictureReading | null;
}

export interface MergedReading {
  reading: PictureReading | null;
  /** On which file each field stands. */
  fileOf: ReadonlyMap<string, string>;
  /** What other files say instead, as printed. */
  others: ReadonlyMap<string, readonly string[]>;
}

const rank = { sure: 2, unsure: 1, missing: 0 } as const;

/** One reading of all files. Where none is of the kind that was asked for, what was read vouches for nothing, as its kind then says. */
export function mergeReadings(kind: ReadKind, parts: readonly ReadPart[], today: string): MergedReading {
  const read = parts.flatMap(({ fileId, reading }) => (reading ? [{ fileId, reading }] : []));
  const own = read.filter(({ reading }) => reading.kind === kind && reading.seemsToBe === null);
  // The back of a card beside its front is no contradiction: of what is another paper nothing is taken.
  const used = own.length > 0 ? own : read.slice(0, 1);
  const [first] = used;
  if (!first) return { reading: null, fileOf: new Map(), others: new Map() };
  const fileOf = new Map<string, string>();
  const others = new Map<string, readonly string[]>();
  const fields = first.reading.fields.map((field): FieldReading => {
    const found = used
      .flatMap(({ fileId, reading }) => reading.fields.filter(({ name }) => name === field.name).map((one) => ({ fileId, one })))
      .filter(({ one }) => one.value !== null)
      .toSorted((a, b) => rank[b.one.state] - rank[a.one.state] || b.one.confidence - a.one.confidence); // prettier-ignore
    const [best] = found;
    if (!best) return field;
    fileOf.set(field.name, best.fileId);
    const meaning = (one: FieldReading) => comparableReading(kind, one, today);
    const different = found.filter(({ one }) => meaning(one) !== meaning(best.one));
    if (different.length === 0) return best.one;
    others.set(field.name, [...new Set(different.map(({ one }) => one.value!))]);
    return { ...best.one, state: 'unsure', confidence: 0, alternatives: [...others.get(field.name)!] };
  });
  return { reading: { ...first.reading, fields }, fileOf, others };
}
