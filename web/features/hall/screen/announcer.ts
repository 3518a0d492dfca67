/**
 * Announcements are a queue of their own: one is said to its end before the next begins, each once, in the order of the calls. What is older
 * than a minute is never said, nor what has waited here for two: a screen that was away does not call people who have long been served.
 */

export interface Said {
  id: string;
  /** When it was called. */
  at: string;
}

/** Says one thing and resolves when it has been said. `alone`: whether nothing else waits to be said; asked anew before each repetition. */
export type Speak<T extends Said> = (one: T, alone: () => boolean) => Promise<void>;

export class Announcer<T extends Said> {
  #speak: Speak<T>;
  #heard = new Map<string, number>();
  #waiting: { one: T; since: number }[] = [];
  #speaking = false;
  /** Only goes forward, unlike the clock of the day: a clock that is put right drops nobody who waits to be called. */
  #now: () => number;

  constructor(speak: Speak<T>, now: () => number = () => performance.now()) {
    this.#speak = speak;
    this.#now = now;
  }

  /** Takes what the server lists; what was taken before is left out. `at` is the server's time. */
  take(list: readonly T[], at: string): void {
    const now = Date.parse(at);
    for (const one of list) {
      if (this.#heard.has(one.id)) continue;
      this.#heard.set(one.id, this.#now());
      if (now - Date.parse(one.at) < 60_000) this.#waiting.push({ one, since: this.#now() });
    }
    // The server lists a minute; what was heard longer ago need not be remembered, whatever the clock of the day says.
    for (const [id, since] of this.#heard) if (this.#now() - since > 600_000) this.#heard.delete(id);
    void this.#go();
  }

  async #go(): Promise<void> {
    if (this.#speaking) return;
    this.#speaking = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      if (this.#now() - next.since > 120_000) continue;
      await this.#speak(next.one, () => this.#waiting.length === 0).catch(() => {});
    }
    this.#speaking = false;
  }
}
