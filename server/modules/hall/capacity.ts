/**
 * How much work lies before somebody who comes now, and whether the day still has room for it. Pure. The work of an errand is
 * taken to be spread evenly over the windows that do it; an estimator with history may say better how long it lasts.
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

/** Minutes of work that come to the windows of an errand from all that waits, theirs of other errands included. */
export function workBefore(errandId: string, windows: readonly Able[], loads: Loads): number {
  const own = new Set(windowsFor(errandId, windows));
  if (own.size === 0) return 0;
  let minutes = 0;
  for (const [other, load] of loads) {
    const doing = windowsFor(other, windows);
    if (doing.length > 0) minutes += (load * doing.filter((window) => own.has(window)).length) / doing.length;
  }
  return minutes;
}

/** A rough wait in whole minutes; null while no window is open for the errand. */
export function roughWait(errandId: string, windows: readonly Able[], loads: Loads): number | null {
  const open = windows.filter((window) => window.open && does(errandId)(window)).length;
  return open === 0 ? null : Math.round(workBefore(errandId, windows, loads) / open);
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
  const doing = windowsFor(errandId, windows).length;
  if (doing === 0) return false;
  return minutesLeft === null || workBefore(errandId, windows, loads) + own <= doing * minutesLeft;
}
