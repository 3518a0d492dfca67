/**
 * How much work lies before somebody who comes now, and whether the day still has room for it. Pure. The work is
 * taken to flow to the windows that have least to do; how long people wait is said in `waits/`.
 */

/** A window as far as its work is concerned. */
export interface Able {
  errandIds: readonly string[];
  /** Somebody is signed in there, in a break or not. */
  open: boolean;
}

/** Planned minutes of work that wait, by errand. */
export type Loads = ReadonlyMap<string, number>;

const does =
  (errandId: string) =>
  ({ errandIds }: Able): boolean =>
    errandIds.includes(errandId);

/** The windows that do an errand: the open ones, or, while none is open, those that will. */
export function windowsFor(errandId: string, windows: readonly Able[]): readonly Able[] {
  const able = windows.filter(does(errandId));
  const open = able.filter((window) => window.open);
  return open.length > 0 ? open : able;
}

/** Raises the lowest levels until so many minutes are poured out over them. */
function pour(minutes: number, over: readonly Able[], levels: Map<Able, number>): void {
  const sorted = over.toSorted((one, other) => levels.get(one)! - levels.get(other)!);
  let left = minutes;
  for (let i = 0; i < sorted.length && left > 0; i++) {
    const next = i + 1 < sorted.length ? levels.get(sorted[i + 1]!)! : Infinity;
    const step = Math.min(next - levels.get(sorted[i]!)!, left / (i + 1));
    for (const window of sorted.slice(0, i + 1)) levels.set(window, levels.get(window)! + step);
    left -= step * (i + 1);
  }
}

/**
 * How long each window has to do with all that waits: each errand's work goes to the windows that do it and have least to do, errands
 * with few windows first. An idle special window is idle then, although the general ones that could help it have a queue.
 */
function levelsOf(windows: readonly Able[], loads: Loads): Map<Able, number> {
  const levels = new Map(windows.map((window) => [window, 0]));
  const poured = [...loads].map(([errandId, minutes]) => ({ minutes, over: windowsFor(errandId, windows) }));
  for (const { minutes, over } of poured.toSorted((one, other) => one.over.length - other.over.length))
    pour(minutes, over, levels);
  return levels;
}

/**
 * Whether somebody who comes now would still be served before the doors close. `minutesLeft` null: nobody has said when that is.
 * False as well where no window does it.
 */
export function hasRoom(
  errandId: string,
  windows: readonly Able[],
  loads: Loads,
  own: number,
  minutesLeft: number | null,
): boolean {
  const doing = windowsFor(errandId, windows);
  if (doing.length === 0) return false;
  if (minutesLeft === null) return true;
  const levels = levelsOf(windows, new Map(loads).set(errandId, (loads.get(errandId) ?? 0) + own));
  // Halves and thirds of minutes do not add up to the minute.
  return Math.min(...doing.map((window) => levels.get(window)!)) <= minutesLeft + 1e-6;
}
