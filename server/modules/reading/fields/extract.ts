/** Taking a template's fields out of a page's rows. Pure. */
import { endsEarly, gather, Layout, type Parts } from './gather.ts';
import { emOf, textOf, type Glyph, type Row } from './glyphs.ts';
import { findLabels, withLost, type Found } from './labels.ts';
import type { FieldTemplate, Template } from './template.ts';
import { meant, type Meaning } from './values.ts';

/** A field with the glyphs of its value, line by line; none when it was not found. */
export interface Taken {
  field: FieldTemplate;
  parts: Parts;
  meaning: Meaning;
  /** The end of a line may be missing. */
  early: boolean;
}

/** Takes every field of a template. `today` is for what cannot lie in the future. */
export function extract(template: Template, rows: readonly Row[], today: string): Taken[] {
  const layout = layoutOf(template, rows);
  const text = new RunningText(rows);
  const used = new Set<Glyph>();
  const taken = template.fields.map((field) => {
    const found = takeField(field, layout, text, used, today);
    for (const part of found.parts) for (const glyph of part) used.add(glyph);
    return found;
  });
  return taken;
}

export function layoutOf(template: Template, rows: readonly Row[]): Layout {
  const names = new Map<string, boolean>();
  for (const field of template.fields)
    if (!field.running)
      for (const label of [...field.labels, ...(field.shared?.labels ?? [])])
        names.set(label, names.get(label) || field.tight || false);
  for (const stop of template.stops ?? []) if (!names.has(stop)) names.set(stop, false);
  const labels = [...names].map(([text, tight]) => ({ text, tag: text, tight }));
  const found = findLabels(rows, labels);
  return new Layout(
    rows,
    (template.columns ?? []).reduce((all, column) => withLost(rows, all, column), found),
  );
}

function takeField(field: FieldTemplate, layout: Layout, text: RunningText, used: Set<Glyph>, today: string): Taken {
  const candidates: Taken[] = [];
  const add = (parts: Parts): void => {
    const cut = field.take ? cutTo(parts, field.take) : parts;
    if (cut.length > 0) candidates.push({ field, parts: cut, meaning: meant(field, plainOf(cut), today), early: !field.running && endsEarly(layout, cut) }); // prettier-ignore
  };
  if (field.running && field.anywhere) for (const parts of text.find(field.anywhere)) add(parts);
  if (!field.running) {
    for (const place of placesOf(field, layout)) {
      if (field.where === 'either') add(gather(layout, place, { ...field, where: 'right' }));
      add(gather(layout, place, field.where === 'either' ? { ...field, where: 'below' } : field));
    }
  }
  const good = best(candidates);
  if (good && good.meaning.check !== 'failed') return good;
  if (field.anywhere && !field.running)
    for (const parts of text.find(field.anywhere)) if (!parts.flat().some((glyph) => used.has(glyph))) add(parts);
  return best(candidates) ?? { field, parts: [], meaning: { normalised: null, check: 'none' }, early: false };
}

/** Stretches of the page beside labels whose fields were not found; at most eight. */
export interface EmptyPlace {
  page: number;
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** Where values should stand and nothing was detected. */
export function emptyPlaces(template: Template, rows: readonly Row[], taken: readonly Taken[]): EmptyPlace[] {
  const layout = layoutOf(template, rows);
  const places = taken.flatMap(({ field, parts }): EmptyPlace[] => {
    if (parts.length > 0 || field.running || field.optional || field.where === 'below') return [];
    const label = placesOf(field, layout)[0];
    if (!label) return [];
    const { glyphs, page } = rows[label.row]!;
    const own = glyphs[label.to - 1]!;
    const next = glyphs[label.to];
    // Up to what stands next in the row, or six letters.
    const x0 = own.x1 + emOf(own) * 0.5;
    const x1 = Math.min(next && next.x0 > x0 ? next.x0 - emOf(own) * 0.3 : Infinity, x0 + emOf(own) * 6);
    if (x1 - x0 < emOf(own)) return [];
    return [{ page, x0, x1, y0: own.y0, y1: own.y1 }];
  });
  return places.slice(0, 8);
}

/** Where the labels of a field stand, the likeliest first. */
function placesOf(field: FieldTemplate, layout: Layout): Found<string>[] {
  const own = layout.found
    .filter(({ tag }) => field.labels.includes(tag))
    .toSorted(
      (a, b) =>
        field.labels.indexOf(a.tag) - field.labels.indexOf(b.tag) || a.off - b.off || Number(b.apart) - Number(a.apart),
    );
  if (own.length > 0 || !field.shared) return own;
  const { labels, which } = field.shared;
  return layout.found.filter(({ tag }) => labels.includes(tag)).slice(which, which + 1);
}

const rank = { passed: 2, none: 1, failed: 0 };
/** The first of those whose check came out best. */
const best = (candidates: readonly Taken[]): Taken | undefined =>
  candidates.reduce<Taken | undefined>(
    (found, one) => (!found || rank[one.meaning.check] > rank[found.meaning.check] ? one : found),
    undefined,
  );

export const plainOf = (parts: Parts): string => parts.map(textOf).join('');

/** The part of a value that matches; nothing when none does. */
function cutTo(parts: Parts, pattern: RegExp): Parts {
  const glyphs = parts.flat();
  const places: number[] = [];
  for (const [i, { text }] of glyphs.entries()) for (let k = 0; k < text.length; k++) places.push(i);
  const found = new RegExp(pattern.source, `${pattern.flags.replace(/[dg]/g, '')}d`).exec(textOf(glyphs));
  if (!found) return [];
  const [from, to] = found.indices!.groups?.v ?? found.indices![0]!;
  const kept = new Set(places.slice(from, to).map((i) => glyphs[i]!));
  return parts.map((part) => part.filter((glyph) => kept.has(glyph))).filter((part) => part.length > 0);
}

/** All pages as one text without spaces, each letter with its glyph. */
class RunningText {
  #text = '';
  #glyphs: Glyph[] = [];

  constructor(rows: readonly Row[]) {
    for (const { glyphs } of rows)
      for (const glyph of glyphs) {
        if (glyph.red) continue;
        this.#text += glyph.text;
        for (let k = 0; k < glyph.text.length; k++) this.#glyphs.push(glyph);
      }
  }

  /** All matches of a pattern, at most eight, each as the lines of its group `v`. */
  find(pattern: RegExp): Parts[] {
    const all = [...this.#text.matchAll(new RegExp(pattern.source, `${pattern.flags.replace(/[dg]/g, '')}dg`))];
    return all.slice(0, 8).flatMap((found) => {
      const [from, to] = found.indices!.groups?.v ?? found.indices![0]!;
      const lines = new Map<number, Glyph[]>();
      for (const glyph of new Set(this.#glyphs.slice(from, to)))
        lines.set(glyph.line, [...(lines.get(glyph.line) ?? []), glyph]);
      return lines.size > 0 ? [[...lines.values()]] : [];
    });
  }
}
