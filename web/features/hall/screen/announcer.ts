/**
 * Announcements are a queue of their own: one is said to its end before the next begins, each once, in the order of the calls. What is older
 * than a minute is never said: a screen that was away does not call people who have long been served.
 */

export interface Said {
  id: string;
  /** When it was called. */
  at: string;
}

/** Says one thing and resolves when it has been said. */
export type Speak<T extends Said> = (one: T) => Promise<void>;

export class Announcer<T extends Said> {
  #speak: Speak<T>;
  #heard = new Map<string, number>();
  #waiting: T[] = [];
  #speaking = false;
  #now: () => number;

  constructor(speak: Speak<T>, now: () => number = Date.now) {
    this.#speak = speak;
    this.#now = now;
  }

  /** Takes what the server lists; what was taken before is left out. `at` is the server's time. */
  take(list: readonly T[], at: string): void {
    const now = Date.parse(at);
    for (const one of list) {
      if (this.#heard.has(one.id)) continue;
      this.#heard.set(one.id, this.#now());
      if (now - Date.parse(one.at) < 60_000) this.#waiting.push(one);
    }
    // The server lists a minute; what was heard longer ago need not be remembered, whatever the clock of the day says.
    for (const [id, since] of this.#heard) if (this.#now() - since > 600_000) this.#heard.delete(id);
    void this.#go();
  }

  async #go(): Promise<void> {
    if (this.#speaking) return;
    this.#speaking = true;
    for (let one = this.#waiting.shift(); one; one = this.#waiting.shift()) await this.#speak(one).catch(() => {});
    this.#speaking = false;
  }
}
