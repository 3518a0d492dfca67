/** From a request to items, the best first, each with the reasons for its place. Pure. */
import type { Doc, ItemIndex } from './index-of-items.ts';
import { initialsOf, normalise } from './text.ts';
import { contentOf, wantedOf, type Wanted } from './terms.ts';

export interface Hit {
  item: Doc['item'];
  score: number;
  /** Words of the request and what of the item they met, the weightiest first. */
  why: { words: string; met: string }[];
}

/** Measured on the training queries: see `bench/search/README.md`. */
export const tuning = {
  /** How much of a name's worth hangs on how much of it was met. */
  whole: 0.45,
  /** Worth of what is met in other names of the item, and elsewhere in it. */
  elsewhere: 0.5,
  context: 0.22,
  /** How much of an item's worth hangs on how much of the request it meets. */
  coverage: 0.5,
  /** An action that the request does not ask for, and one that it asks for and the item lacks. */
  unaskedAction: 0.9,
  lackingAction: 0.93,
  /** Items that nobody has verified come after equals. */
  unverified: 0.97,
  exact: 1.5,
  /** What an item has to be worth at least, in parts of the worth of a word that it alone has. */
  floor: 0.25,
};

/** At most so many items; none when nothing of the request is in the catalogue. */
export function rank(index: ItemIndex, request: string, limit = 20): Hit[] {
  const coded = codeHits(index, request, limit);
  if (coded.length > 0) return coded;
  const wanted = wantedOf(request, index.knows);
  const typed = normalise(request).replace(/[\s'’]/g, '');
  if (wanted.length === 0) return /^[a-z0-9]{2,12}$/.test(typed) ? initialsHits(index, typed, limit) : [];
  return score(index, wanted, normalise(request), limit).map(({ doc, score: value, best }) => ({
    item: index.docs[doc]!.item,
    score: Math.round(value * 1000) / 1000,
    why: explain(index, doc, best, wanted),
  }));
}

interface Scored {
  doc: number;
  score: number;
  /** The name of the item that met most, or -1. */
  best: number;
}

/** Sums of one search, kept between searches: thousands of items are touched by a common character. */
class Sums {
  readonly ofAlias: Float64Array;
  readonly names: Float64Array;
  readonly context: Float64Array;
  /** Of each item the name that met most, what that is worth, and the weight of the terms it met. */
  readonly best: Int32Array;
  readonly bestScore: Float64Array;
  readonly bestMet: Float64Array;
  readonly lastTerm: Int32Array;
  readonly isTouched: Uint8Array;
  docs: number[] = [];
  aliases: number[] = [];

  constructor(docs: number, aliases: number) {
    this.ofAlias = new Float64Array(aliases);
    this.names = new Float64Array(docs);
    this.context = new Float64Array(docs);
    this.best = new Int32Array(docs).fill(-1);
    this.bestScore = new Float64Array(docs);
    this.bestMet = new Float64Array(docs);
    this.lastTerm = new Int32Array(docs).fill(-1);
    this.isTouched = new Uint8Array(docs);
  }

  touch(doc: number): void {
    if (this.isTouched[doc]) return;
    this.isTouched[doc] = 1;
    this.docs.push(doc);
  }

  clear(): void {
    for (const alias of this.aliases) this.ofAlias[alias] = 0;
    for (const doc of this.docs) {
      this.names[doc] = this.context[doc] = this.bestScore[doc] = this.bestMet[doc] = this.isTouched[doc] = 0;
      this.best[doc] = this.lastTerm[doc] = -1;
    }
    this.docs = [];
    this.aliases = [];
  }
}

const kept = new WeakMap<ItemIndex, Sums>();
function sumsOf(index: ItemIndex): Sums {
  let sums = kept.get(index);
  if (!sums || sums.names.length < index.docs.length || sums.ofAlias.length < index.aliases.length) {
    // Room for what is put in next, so that an edited item does not cost a new set.
    sums = new Sums(index.docs.length + 256, index.aliases.length + 2048);
    kept.set(index, sums);
  }
  return sums;
}

function score(index: ItemIndex, wanted: readonly Wanted[], whole: string, limit: number): Scored[] {
  const sums = sumsOf(index);
  try {
    return scoreInto(sums, index, wanted, whole, limit);
  } finally {
    sums.clear();
  }
}

function scoreInto(sums: Sums, index: ItemIndex, wanted: readonly Wanted[], whole: string, limit: number): Scored[] {
  let total = 0.001;
  wanted.forEach(({ term, weight }, at) => {
    const worth = weight * index.idf(term);
    // Syllables repeat what the characters say already: they add to a name, not to what is asked for in all.
    if (!term.startsWith('p:')) total += worth;
    for (const alias of index.names.get(term) ?? []) {
      const { doc } = index.aliases[alias]!;
      if (sums.ofAlias[alias] === 0) sums.aliases.push(alias);
      sums.ofAlias[alias]! += worth;
      if (sums.lastTerm[doc] === at) continue;
      sums.lastTerm[doc] = at;
      sums.touch(doc);
      sums.names[doc]! += worth;
    }
    for (const doc of index.context.get(term) ?? []) {
      if (sums.lastTerm[doc] === at) continue;
      sums.touch(doc);
      sums.context[doc]! += worth;
    }
  });
  for (const alias of sums.aliases) {
    const { doc, weight } = index.aliases[alias]!;
    const met = sums.ofAlias[alias]!;
    const value = weight * met * (1 - tuning.whole + tuning.whole * Math.min(1, met / index.massOf(alias)));
    if (value <= sums.bestScore[doc]!) continue;
    sums.bestScore[doc] = value;
    sums.bestMet[doc] = met;
    sums.best[doc] = alias;
  }
  const asked = new Set(wanted.flatMap(({ term }) => (term.startsWith('action.') ? [term] : [])));
  // A character that is met says nothing of a longer request; whoever asks by a single one sees all that has it.
  const isLong = contentOf(whole).trim().length > 1;
  const floor = isLong ? tuning.floor * index.rarest : 0;
  const hits: Scored[] = [];
  for (const doc of sums.docs) {
    const document = index.docs[doc]!;
    if (!document.alive) continue;
    const best = sums.best[doc]!;
    const names = sums.names[doc]!;
    const context = sums.context[doc]!;
    let value = sums.bestScore[doc]! + tuning.elsewhere * (names - sums.bestMet[doc]!) + tuning.context * context;
    value *= 1 - tuning.coverage + tuning.coverage * Math.min(1, (names + context) / total);
    value *= actionFactor(document, asked);
    if (!document.item.body.verified) value *= tuning.unverified;
    if (best >= 0 && index.aliases[best]!.plain === whole) value *= tuning.exact;
    if (value >= floor) keep(hits, { doc, score: value, best }, limit, index);
  }
  return hits;
}

/** Keeps the best ones in order: of thousands that share a character a page is wanted. */
function keep(hits: Scored[], hit: Scored, limit: number, { docs }: ItemIndex): void {
  const isBefore = (other: Scored): boolean =>
    hit.score > other.score || (hit.score === other.score && docs[hit.doc]!.item.code < docs[other.doc]!.item.code);
  if (hits.length >= limit && !isBefore(hits.at(-1)!)) return;
  let at = hits.length;
  while (at > 0 && isBefore(hits[at - 1]!)) at -= 1;
  hits.splice(at, 0, hit);
  if (hits.length > limit) hits.pop();
}

/** Opening a shop is not closing one: actions of the request and of the item's names that do not agree. */
function actionFactor({ actions }: Doc, asked: ReadonlySet<string>): number {
  let factor = 1;
  for (const action of asked) if (!actions.has(action)) factor *= tuning.lackingAction;
  if (asked.size === 0 && actions.size > 0) factor *= tuning.unaskedAction;
  return factor;
}

function explain(index: ItemIndex, doc: number, best: number, wanted: readonly Wanted[]): Hit['why'] {
  const { aliases, context } = index.docs[doc]!;
  const order = best < 0 ? [] : [best, ...aliases.filter((alias) => alias !== best)];
  const inContext = new Set(context);
  const found = wanted
    .filter(({ term }) => !term.startsWith('p:') || wanted.every((other) => other.term.startsWith('p:')))
    .flatMap(({ term, weight, words }) => {
      const alias = order.find((one) => index.aliases[one]!.terms.includes(term));
      const met = alias === undefined ? (inContext.has(term) ? 'details' : undefined) : index.aliases[alias]!.text;
      return met === undefined ? [] : [{ words, met, worth: weight * index.idf(term) }];
    })
    .sort((a, b) => b.worth - a.worth);
  const seen = new Set<string>();
  return found
    .filter(({ words }) => !seen.has(words) && seen.add(words))
    .slice(0, 4)
    .map(({ words, met }) => ({ words, met }));
}

/** Items by their code or a piece of it, as it stands on a paper or in another system. */
function codeHits(index: ItemIndex, request: string, limit: number): Hit[] {
  const typed = normalise(request).replace(/\s/g, '');
  if (!/^(?=.*\d)[a-z0-9-]{6,}$/.test(typed)) return [];
  return index
    .items()
    .map((item) => ({ item, code: item.code.toLowerCase() }))
    .filter(({ code }) => code.includes(typed))
    .sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1))
    .slice(0, limit)
    .map(({ item, code }) => ({
      item,
      score: Math.round((typed.length / code.length) * 1000) / 1000,
      why: [{ words: typed, met: item.code }],
    }));
}

const initialsOfAlias = new WeakMap<object, string>();
/** First letters of names: jhdj for 结婚登记. Also where other characters stand between, at the beginning of words. */
function initialsHits(index: ItemIndex, typed: string, limit: number): Hit[] {
  const hits: { doc: number; score: number; alias: number }[] = [];
  for (let doc = 0; doc < index.docs.length; doc++) {
    const { alive, aliases } = index.docs[doc]!;
    if (!alive) continue;
    let best: { score: number; alias: number } | undefined;
    for (const alias of aliases) {
      const entry = index.aliases[alias]!;
      let initials = initialsOfAlias.get(entry);
      if (initials === undefined) initialsOfAlias.set(entry, (initials = initialsOf(entry.text)));
      const at = initials.indexOf(typed);
      if (at < 0) continue;
      const value = (entry.weight * (at === 0 ? 2 : 1) * typed.length) / (initials.length + 2);
      if (!best || value > best.score) best = { score: value, alias };
    }
    if (best) hits.push({ doc, ...best });
  }
  return hits
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ doc, score: value, alias }) => ({
      item: index.docs[doc]!.item,
      score: Math.round(value * 1000) / 1000,
      why: [{ words: typed, met: index.aliases[alias]!.text }],
    }));
}
