/** A file of parameters for the simulation: what it says is held against the usual hall, so that a slip of the pen is told and not acted out. */
import { type HallModel, type PlannedSpan, usualHall } from '#modules/hall';

/** What a file of parameters may say; the rest is as in the usual hall. */
export interface Parameters {
  perDay?: number;
  day?: Partial<HallModel['day']>;
  windows?: HallModel['windows'];
  setting?: Partial<HallModel['setting']>;
  plan?: readonly PlannedSpan[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What does not fit, as a sentence; undefined when everything is of the kind that it has in `like`. A list is held against its first one. */
function faultIn(given: unknown, like: unknown, at: string): string | undefined {
  if (typeof like === 'number' || like === null)
    return Number.isFinite(given) && Number(given) >= 0 ? undefined : `${at} is a number from 0.`;
  if (Array.isArray(like)) {
    if (!Array.isArray(given) || given.length === 0) return `${at} is a list of one or more.`;
    return given.map((one, i) => faultIn(one, like[0], `${at}[${i}]`)).find(Boolean);
  }
  if (isObject(like)) {
    if (!isObject(given)) return `${at} is an object.`;
    for (const [key, value] of Object.entries(given)) {
      const name = at === '' ? key : `${at}.${key}`;
      if (!(key in like)) return `${name} is not known: there are ${Object.keys(like).join(', ')}.`;
      const fault = value === null && like[key] === null ? undefined : faultIn(value, like[key], name);
      if (fault) return fault;
    }
    return undefined;
  }
  return typeof given === typeof like ? undefined : `${at} is a ${typeof like}.`;
}

/** Reads parameters. Throws an Error that says what is wrong. */
export function readParameters(text: string): Parameters {
  const given: unknown = JSON.parse(text);
  const { day, windows, setting } = usualHall();
  const plan: PlannedSpan[] = [{ windowId: '', from: 0, to: 0 }];
  if (!isObject(given)) throw new Error('It is an object with perDay, day, windows, setting or plan.');
  const fault = faultIn(given, { perDay: 1, day, windows, setting, plan }, '');
  if (fault) throw new Error(fault);
  for (const [key, whole] of [
    ['windows', windows[0]!],
    ['plan', plan[0]!],
  ] as const) {
    const list = given[key] as object[] | undefined;
    const lacking = Object.keys(whole).find((name) => list?.some((one) => !(name in one)));
    if (lacking) throw new Error(`Each of ${key} needs ${lacking}.`);
  }
  return given;
}
