/** A clock for pages that goes as usual until it is moved, and from then on stands still but for that: timers, `Date` and `performance.now`. It keeps nothing of what has passed. */
import type { Page } from 'playwright-core';

interface Moved {
  moveClock(milliseconds: number): Promise<void>;
}

/** Before the page is opened. */
export async function installClock(page: Page, at: Date): Promise<void> {
  await page.addInitScript((start: number) => {
    const later = globalThis.setTimeout.bind(globalThis);
    const RealDate = Date;
    const every = globalThis.setInterval.bind(globalThis);
    const stop = globalThis.clearInterval.bind(globalThis);
    let now = start;
    let last = 0;
    const timers = new Map<number, { at: number; every: number | undefined; run: () => void }>();
    const add = (run: unknown, after: unknown, repeat: boolean, rest: unknown[]): number => {
      const wait = Math.max(Number(after) || 0, repeat ? 1 : 0);
      const doing = (): void => {
        (run as (...given: unknown[]) => void)(...rest);
      };
      timers.set(++last, { at: now + wait, every: repeat ? wait : undefined, run: doing });
      return last;
    };
    const remove = (id: unknown): void => void timers.delete(Number(id));
    const move = async (milliseconds: number): Promise<void> => {
      const until = now + milliseconds;
      for (;;) {
        const due = [...timers].filter(([, timer]) => timer.at <= until).toSorted(([, a], [, b]) => a.at - b.at)[0];
        if (!due) break;
        const [id, timer] = due;
        now = Math.max(now, timer.at);
        if (timer.every === undefined) timers.delete(id);
        else timer.at += timer.every;
        timer.run();
        await Promise.resolve();
      }
      now = until;
    };
    const walking = every(() => void move(20), 20);
    Object.assign(globalThis, {
      setTimeout: (run: unknown, after: unknown, ...rest: unknown[]) => add(run, after, false, rest),
      setInterval: (run: unknown, after: unknown, ...rest: unknown[]) => add(run, after, true, rest),
      clearTimeout: remove,
      clearInterval: remove,
      Date: new Proxy(RealDate, {
        construct: (target, given: []) => (given.length === 0 ? new target(now) : new target(...given)),
        apply: () => new RealDate(now).toString(),
        get: (target, name) => (name === 'now' ? () => now : (Reflect.get(target, name) as unknown)),
      }),
      moveClock: async (milliseconds: number) => {
        stop(walking);
        await move(milliseconds);
        // What was asked of the server is answered in real time.
        await new Promise((resolve) => later(resolve, 4));
      },
    });
    performance.now = () => now - start;
  }, at.getTime());
}

export const moveClock = (page: Page, milliseconds: number): Promise<void> =>
  page.evaluate((by) => (globalThis as unknown as Moved).moveClock(by), milliseconds);
