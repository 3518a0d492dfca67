/**
 * How many windows a stream of people needs (Erlang 1917): the share who must wait, and for how long, when people come at random and
 * any window can serve anybody. The number of windows may be a fraction: the continuation of Erlang's formula to real numbers
 * (Jagerman 1974) says what lies between two whole numbers.
 */

/** Blocking of less than one window: 1 / ∫ e^-u (1 + u/a)^c du, by Simpson's rule; the integrand is smooth and its tail below 1e-15. */
function blockingBelowOne(windows: number, load: number): number {
  const steps = 800;
  const width = 40 / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const u = i * width;
    sum += (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2) * Math.exp(-u) * (1 + u / load) ** windows;
  }
  return 1 / ((sum * width) / 3);
}

/** Erlang B: the share that finds all windows busy and would go away. `load` in Erlang: people per hour times hours each. */
export function erlangB(windows: number, load: number): number {
  if (load <= 0) return windows > 0 ? 0 : 1;
  const part = windows - Math.floor(windows);
  let blocked = part === 0 ? 1 : blockingBelowOne(part, load);
  for (let n = part + 1; n <= windows + 1e-9; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

/** Erlang C: the share of people who have to wait; 1 when there is more work than the windows can do. */
export function erlangC(windows: number, load: number): number {
  if (windows <= load) return 1;
  const blocked = erlangB(windows, load);
  return blocked / (1 - (load / windows) * (1 - blocked));
}

/** Mean wait in minutes, zero waits included; Infinity when the windows cannot do the work. `minutes` each person takes. */
export function erlangWait(windows: number, perHour: number, minutes: number): number {
  const load = (perHour * minutes) / 60;
  return windows <= load ? Infinity : (erlangC(windows, load) * minutes) / (windows - load);
}

/** The fewest windows, as a fraction, with which the mean wait is at most `waitMinutes`; at least half a window where anybody comes. */
export function windowsFor(perHour: number, minutes: number, waitMinutes: number): number {
  if (perHour <= 0) return 0;
  let low = (perHour * minutes) / 60;
  let high = low + 1;
  while (erlangWait(high, perHour, minutes) > waitMinutes) high += 1;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (erlangWait(middle, perHour, minutes) > waitMinutes) low = middle;
    else high = middle;
  }
  return Math.max(0.5, high);
}
