/** Whether one window more is worth its person's time now. Pure: from what can be seen to what should be done. */
import { Outlook, type Sight, type Spell } from './outlook.ts';

/** Under what terms a window may be opened besides the plan. */
export interface Terms {
  /** Minutes from asking somebody until the window is open. */
  delay: number;
  /** For how long it is open at least. */
  shortest: number;
  /** Minutes of waiting that one minute at a window must save. */
  price: number;
  /** By what step an opening is made longer, once it was open for the shortest time. */
  step: number;
  /** How many futures are drawn. */
  futures: number;
}

export const usualTerms: Terms = { delay: 5, shortest: 60, price: 2.5, step: 10, futures: 16 };

/** One window more, and what it is likely to bring. */
export interface Advice {
  spell: Spell;
  /** Minutes of waiting that all people together are spared. */
  saves: number;
}

/** How many minutes later it might be asked as well: if that brings more, nothing is done yet. */
const later = [10, 25] as const;

/**
 * Windows to open now, up to `spare`, each worth its price after those before it. One that would bring more when it is opened later
 * is left for later: this is asked again every five minutes.
 */
export function adviseOpening(
  sight: Sight,
  spare: number,
  terms: Terms,
  seed: number,
  ...what: (string | number)[]
): Advice[] {
  if (spare < 1 || sight.closes - sight.now < terms.delay) return [];
  const outlook = new Outlook(sight, terms.futures, seed, ...what);
  const spellAfter = (wait: number): Spell => {
    const from = sight.now + terms.delay + wait;
    return { from, to: from + terms.shortest };
  };
  const advice: Advice[] = [];
  const opened: Spell[] = [];
  let before = outlook.waited();
  // The most that a window can save is all waiting.
  while (advice.length < spare && before >= terms.price * terms.shortest) {
    const spell = spellAfter(0);
    const after = outlook.waited([...opened, spell]);
    const saves = before - after;
    if (saves < terms.price * terms.shortest) break;
    if (later.some((wait) => before - outlook.waited([...opened, spellAfter(wait)]) > saves * 1.02)) break;
    advice.push({ spell, saves });
    opened.push(spell);
    before = after;
  }
  return advice;
}

/** Whether a window that would close now should stay open by one step more; `sight` counts it as closing. */
export function adviseStaying(sight: Sight, terms: Terms, seed: number, ...what: (string | number)[]): number {
  const outlook = new Outlook(sight, terms.futures, seed, ...what);
  const saves = outlook.waited() - outlook.waited([{ from: sight.now, to: sight.now + terms.step }]);
  return saves >= terms.price * terms.step ? saves : 0;
}

/** What a window would bring if it served another group for the shortest time, and what its own group would lose. */
export function adviseSwitch(
  home: Outlook,
  host: Outlook,
  now: number,
  staffed: Spell,
  terms: Terms,
): { spell: Spell; saves: number } | null {
  const from = now + terms.delay;
  const spell = { from, to: from + terms.shortest };
  if (staffed.to < spell.to) return null;
  const gain = host.waited() - host.waited([spell]);
  const loss = home.waited([], spell) - home.waited();
  // A change of duty costs no staff, but people: who asks them to change must have a reason that is seen.
  return gain - loss >= terms.shortest ? { spell, saves: gain - loss } : null;
}
