/**
 * The index: every name, plain name and synonym of an item is a small text of its own, so that a short request meets a short
 * name; what else an item says stands behind them. Kept in memory; an item is taken out and put in again when it changes.
 */
import type { ItemBody } from '../item.ts';
import { normalise } from './text.ts';
import { termsOf } from './terms.ts';

/** What the search needs of an item. */
export interface Searchable {
  itemId: string;
  code: string;
  departmentName: string;
  departmentNameEn: string;
  topicNames: readonly string[];
  body: ItemBody;
}

/** Where a text of an item comes from; the weight says how much it is the item's own name. */
const weights = { plainName: 1.1, name: 1, synonym: 1, part: 0.95, nameEn: 1, plainNameEn: 1.1 } as const;
export type Source = keyof typeof weights;

interface Alias {
  doc: number;
  source: Source;
  text: string;
  /** The text as `normalise` leaves it. */
  plain: string;
  weight: number;
  terms: readonly string[];
}
export interface Doc {
  item: Searchable;
  aliases: readonly number[];
  context: readonly string[];
  /** Actions that the item's own names tell, such as `action.close`. */
  actions: ReadonlySet<string>;
  alive: boolean;
}

export class ItemIndex {
  readonly docs: Doc[] = [];
  readonly aliases: Alias[] = [];
  /** Aliases by term, and documents by terms of what else they say. */
  readonly names = new Map<string, number[]>();
  readonly context = new Map<string, number[]>();
  readonly #ofItem = new Map<string, number>();
  /** Weight of all terms of an alias together; worked out when it is first needed after a change. */
  #mass: Float64Array | undefined;
  #dead = 0;

  /** Items that can be found. */
  get size(): number {
    return this.#ofItem.size;
  }

  /** Adds an item, in place of an earlier version of it. */
  put(item: Searchable): void {
    this.remove(item.itemId);
    const doc = this.docs.length;
    const aliases = aliasesOf(item).map(({ source, text }) => {
      const id = this.aliases.length;
      const terms = [...termsOf(text, true)];
      this.aliases.push({ doc, source, text, plain: normalise(text), weight: weights[source], terms });
      for (const term of terms) post(this.names, term, id);
      return id;
    });
    const context = [...termsOf(contextOf(item), false)];
    for (const term of context) post(this.context, term, doc);
    const actions = new Set(
      aliases.flatMap((id) => this.aliases[id]!.terms.filter((term) => term.startsWith('action.'))),
    );
    this.docs.push({ item, aliases, context, actions, alive: true });
    this.#ofItem.set(item.itemId, doc);
    this.#mass = undefined;
  }

  remove(itemId: string): void {
    const doc = this.#ofItem.get(itemId);
    if (doc === undefined) return;
    this.docs[doc]!.alive = false;
    this.#ofItem.delete(itemId);
    this.#dead += 1;
  }

  /** True when so much was taken out that it is better built anew. */
  get isWorn(): boolean {
    return this.#dead > 200 && this.#dead > this.size / 2;
  }

  items(): Searchable[] {
    return [...this.#ofItem.values()].map((doc) => this.docs[doc]!.item);
  }

  knows = (term: string): boolean => this.names.has(term) || this.context.has(term);

  /** How rare a term is. Concepts and names are counted by items, not by how often an item repeats itself. */
  idf(term: string): number {
    const inNames = this.names.get(term)?.length ?? 0;
    const inContext = this.context.get(term)?.length ?? 0;
    const count = Math.max(inNames / 4, inContext / 2);
    return Math.log(1 + (this.docs.length + 1) / (count + 0.5));
  }

  /** How rare a term is that a single name has. */
  get rarest(): number {
    return Math.log(1 + (this.docs.length + 1) / 0.5);
  }

  /** Weight of all terms of an alias: what share of it a request has met is measured against it. */
  massOf(alias: number): number {
    this.#mass ??= new Float64Array(this.aliases.length);
    let mass = this.#mass[alias]!;
    if (mass === 0) {
      const { terms } = this.aliases[alias]!;
      for (const term of terms) if (!term.startsWith('p:') && term.length > 1) mass += this.idf(term);
      this.#mass[alias] = mass = mass || 1;
    }
    return mass;
  }
}

function post(index: Map<string, number[]>, term: string, id: number): void {
  const list = index.get(term);
  if (list) list.push(id);
  else index.set(term, [id]);
}

/** All names of an item; a plain name that lists several (开书店、卖图书报刊) is each of them as well. */
function aliasesOf({ body }: Searchable): { source: Source; text: string }[] {
  const aliases: { source: Source; text: string }[] = [{ source: 'name', text: body.name }];
  const inner = /^(.{2,})[（(](.{2,})[)）]$/.exec(body.name);
  if (inner) aliases.push({ source: 'part', text: inner[1]! });
  if (body.plainName) {
    aliases.push({ source: 'plainName', text: body.plainName });
    const parts = body.plainName.split(/[、，,/（）()]/).filter((part) => part.length > 1);
    if (parts.length > 1) for (const text of parts) aliases.push({ source: 'part', text });
  }
  for (const text of body.synonyms) aliases.push({ source: 'synonym', text });
  if (body.nameEn) aliases.push({ source: 'nameEn', text: body.nameEn });
  if (body.plainNameEn) aliases.push({ source: 'plainNameEn', text: body.plainNameEn });
  const seen = new Set<string>();
  return aliases.filter(({ text }) => {
    const plain = normalise(text);
    const isNew = !seen.has(plain);
    seen.add(plain);
    return isNew;
  });
}

const contextOf = ({ body, departmentName, departmentNameEn, topicNames }: Searchable): string =>
  [
    departmentName,
    departmentNameEn,
    ...topicNames,
    ...body.materials.map(({ name }) => name),
    ...body.situations.flatMap(({ question, options }) => [question, ...options.map(({ label }) => label)]),
    body.result?.name ?? '',
    ...body.conditions.map((condition) => condition.slice(0, 120)),
  ].join('\n');
