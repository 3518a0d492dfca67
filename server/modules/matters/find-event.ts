/** Finding a life event by what people say. Pure: there are tens of them, so every name is compared. */

/** Without what every life event is called, and what says nothing. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('一件事', '')
    .replaceAll(/[\s，。、！？,.!?'’“”"-]/g, '');
const pairs = (text: string): Set<string> => {
  const letters = [...text];
  return new Set(letters.slice(1).map((letter, at) => letters[at]! + letter));
};

/** How well a name answers a request: 1 when it is said, else the share of its pairs of letters that are. */
function meets(request: string, name: string): number {
  const sought = plain(request);
  const own = plain(name);
  if (own === '' || sought === '') return 0;
  if (sought === own) return 2;
  if (sought.includes(own)) return 1;
  if (own.includes(sought) && sought.length > 1) return 0.9;
  const of = pairs(own);
  const said = pairs(sought);
  if (of.size === 0) return 0;
  return of.intersection(said).size / of.size;
}

/** Those that the request means, the best first. What meets half of no name is left out. */
export const bestFirst = <T extends { names: readonly string[] }>(request: string, all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, score: Math.max(...one.names.map((name) => meets(request, name))) }))
    .filter(({ score }) => score >= 0.5)
    .toSorted((one, other) => other.score - one.score)
    .map(({ one }) => one);
