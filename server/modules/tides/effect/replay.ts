/** The hour after an advice acted out again with the people who came, with the window and without it. Pure. */

/** Somebody who waited: for what, since when, and how long a window was kept by them. Minutes from the same beginning. */
export interface Waited {
  errandId: string;
  since: number;
  minutes: number;
}
/** A window as it was staffed, free from `from` on, and what it did. */
export interface Staffed {
  from: number;
  to: number;
  does: ReadonlySet<string>;
}

/**
 * Minutes that all people together waited, each called in the order of coming by the first window that is free and does their errand. Whom no window takes before
 * `until` has waited until then.
 */
export function replay(people: readonly Waited[], windows: readonly Staffed[], until: number): number {
  const free = windows.map(({ from }) => from);
  let sum = 0;
  for (const { errandId, since, minutes } of people.toSorted((one, other) => one.since - other.since)) {
    let best = -1;
    let start = until;
    windows.forEach(({ to, does }, i) => {
      if (!does.has(errandId)) return;
      const at = Math.max(free[i]!, since);
      if (at < start && at < to) {
        start = at;
        best = i;
      }
    });
    if (best >= 0) free[best] = start + minutes;
    sum += Math.max(0, start - since);
  }
  return sum;
}
