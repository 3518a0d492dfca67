/** The time of day as a dependency, so that tests can move it. Instants are `Date`s; days are of Asia/Shanghai. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved. */
export class SteppedClock implements Clock {
  #at: number;
  constructor(start: Date | string) {
    this.#at = new Date(start).getTime();
  }
  now(): Date {
    return new Date(this.#at);
  }
  set(at: Date | string): void {
    this.#at = new Date(at).getTime();
  }
  advance(milliseconds: number): void {
    this.#at += milliseconds;
  }
}

/** Asia/Shanghai has had no daylight saving time since 1991, so the offset is constant for every date that we handle. */
const shanghaiOffset = 8 * 3_600_000;

/** The time of day in Asia/Shanghai, HH:MM. */
export const shanghaiTime = (at: Date): string => new Date(at.getTime() + shanghaiOffset).toISOString().slice(11, 16);
/** The day of Asia/Shanghai on which the instant lies, YYYY-MM-DD. */
export const shanghaiDay = (at: Date): string => new Date(at.getTime() + shanghaiOffset).toISOString().slice(0, 10);

/** The instant at which the given day of Asia/Shanghai begins. */
export const startOfDay = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - shanghaiOffset);

/** The instant of a day in Shanghai at `HH:MM`; `24:00` is the end of the day. */
export const instantOn = (day: string, time: string): Date =>
  new Date(startOfDay(day).getTime() + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000);
