/** From a request to items, the best first, each with the reasons for its place. Pure. */
import type { Doc, ItemIndex } from './index-of-items.ts';
import { initialsOf, normalise } from './text.ts';
import { wantedOf, type Wanted } from './terms.ts';

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
};

/** At most so many items; none when nothing of the request is in the catalogue. */
export function rank(index: ItemIndex, request: string, limit = 20): Hit[] {
  const wanted = wantedOf(request, index.knows);
  const typed = normalise(request).replace(/[\s'’]/g, '');
  const byInitials = wanted.length === 0 && /^[a-z0-9]{2,12}$/.test(typed) ? initialsHits(index, typed, limit) : [];
  if (wanted.length === 0) return byInitials;
  const scores = score(index, wanted);
  const whole = normalise(request);
  const hits: { doc: number; score: number; best: number }[] = [];
  for (const [doc, { best, bestScore, inNames, inContext, total }] of scores) {
    const document = index.docs[doc]!;
    const alias = index.aliases[best]!;
    let value = bestScore + tuning.elsewhere * (inNames.sum - inNames.best) + tuning.context * inContext;
    value *= 1 - tuning.coverage + tuning.coverage * Math.min(1, (inNames.sum + inContext) / total);
    value *= actionFactor(document, wanted);
    if (!document.item.body.verified) value *= tuning.unverified;
    if (alias !== undefined && normalise(alias.text) === whole) value *= tuning.exact;
    hits.push({ doc, score: value, best });
  }
  hits.sort((a, b) => b.score - a.score || (index.docs[a.doc]!.item.code < index.docs[b.doc]!.item.code ? -1 : 1));
  return hits.slice(0, limit).map(({ doc, score: value, best }) => ({
    item: index.docs[doc]!.item,
    score: Math.round(value * 1000) / 1000,
    why: explain(index, doc, best, wanted),
  }));
}

interface Score {
  best: number;
  bestScore: number;
  /** Weight of the terms met in any name, and in the best one. */
  inNames: { sum: number; best: number };
  inContext: number;
  total: number;
}

function score(index: ItemIndex, wanted: readonly Wanted[]): Map<number, Score> {
  const ofAlias = new Map<number, number>();
  const ofDoc = new Map<number, { names: number; context: number }>();
  let total = 0;
  for (const { term, weight } of wanted) {
    const worth = weight * index.idf(term);
    // Syllables repeat what the characters say already: they add to a name, not to what is asked for in all.
    if (!term.startsWith('p:')) total += worth;
    const seen = new Set<number>();
    for (const alias of index.names.get(term) ?? []) {
      const { doc } = index.aliases[alias]!;
      if (!index.docs[doc]!.alive) continue;
      ofAlias.set(alias, (ofAlias.get(alias) ?? 0) + worth);
      if (seen.has(doc)) continue;
      seen.add(doc);
      const sums = ofDoc.get(doc);
      if (sums) sums.names += worth;
      else ofDoc.set(doc, { names: worth, context: 0 });
    }
    for (const doc of index.context.get(term) ?? []) {
      if (seen.has(doc) || !index.docs[doc]!.alive) continue;
      const sums = ofDoc.get(doc);
      if (sums) sums.context += worth;
      else ofDoc.set(doc, { names: 0, context: worth });
    }
  }
  const scores = new Map<number, Score>();
  for (const [doc, { names, context }] of ofDoc)
    scores.set(doc, {
      best: -1,
      bestScore: 0,
      inNames: { sum: names, best: 0 },
      inContext: context,
      total: Math.max(total, 0.001),
    });
  for (const [alias, met] of ofAlias) {
    const { doc, weight } = index.aliases[alias]!;
    const share = Math.min(1, met / index.massOf(alias));
    const value = weight * met * (1 - tuning.whole + tuning.whole * share);
    const known = scores.get(doc)!;
    if (value > known.bestScore)
      Object.assign(known, { best: alias, bestScore: value, inNames: { ...known.inNames, best: met } });
  }
  return scores;
}

/** Opening a shop is not closing one: actions of the request and of the item's names that do not agree. */
function actionFactor({ actions }: Doc, wanted: readonly Wanted[]): number {
  const asked = new Set(wanted.flatMap(({ term }) => (term.startsWith('action.') ? [term] : [])));
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
