/**
 * Answers of an exam that lose nothing: each choice is kept on this device at once and sent as soon as there is a line; what the server has kept
 * is forgotten here. Two pages of one exam count on from the highest number, so that the later choice wins.
 */
import { windowStaffContract as ops } from '#modules/windowstaff/contract';
import { call, ProblemError } from '#web/client/client.ts';

export interface Choice {
  no: number;
  chosen: string[];
  seq: number;
}
export type Keeping = 'kept' | 'keeping' | 'offline' | 'over';

const keyOf = (sittingId: string): string => `yc-exam-${sittingId}`;
const retryAfter = 2_000;

/** What lies on this device and was not heard of. */
function readStored(sittingId: string): Choice[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(sittingId)) ?? '[]');
    return Array.isArray(found) ? (found as Choice[]) : [];
  } catch {
    return [];
  }
}

export class AnswerKeeper {
  readonly #sittingId: string;
  readonly #told: (state: Keeping) => void;
  #waiting: Map<number, Choice>;
  #seq: number;
  #sending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(sittingId: string, lastSeq: number, told: (state: Keeping) => void) {
    this.#sittingId = sittingId;
    this.#told = told;
    this.#waiting = new Map(readStored(sittingId).map((choice) => [choice.no, choice]));
    this.#seq = Math.max(lastSeq, ...[...this.#waiting.values()].map(({ seq }) => seq));
    if (this.#waiting.size > 0) void this.#send();
  }

  /** What was chosen here and is not kept by the server yet. */
  waiting(): Choice[] {
    return [...this.#waiting.values()];
  }

  choose(no: number, chosen: string[]): void {
    this.#seq += 1;
    this.#waiting.set(no, { no, chosen, seq: this.#seq });
    this.#store();
    void this.#send();
  }

  /** Nothing is sent any more: it was handed in, or the page is left. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** It was handed in: nothing has to be remembered. */
  forget(): void {
    this.stop();
    localStorage.removeItem(keyOf(this.#sittingId));
  }

  #store(): void {
    try {
      localStorage.setItem(keyOf(this.#sittingId), JSON.stringify(this.waiting()));
    } catch {
      // Without room on the device the page itself still has it.
    }
  }

  async #send(): Promise<void> {
    if (this.#sending || this.#stopped) return;
    this.#sending = true;
    clearTimeout(this.#timer);
    this.#told('keeping');
    const answers = this.waiting();
    try {
      await call(ops.keepAnswers, { params: { id: this.#sittingId }, body: { answers } });
      for (const { no, seq } of answers) if (this.#waiting.get(no)?.seq === seq) this.#waiting.delete(no);
      this.#store();
      this.#sending = false;
      if (this.#waiting.size > 0) void this.#send();
      else this.#told('kept');
    } catch (error) {
      this.#sending = false;
      const over = error instanceof ProblemError && ['windowstaff.timeOver', 'windowstaff.sittingOver', 'windowstaff.examCancelled'].includes(error.code); // prettier-ignore
      if (over) {
        this.forget();
        this.#told('over');
        return;
      }
      this.#told('offline');
      if (!this.#stopped) this.#timer = setTimeout(() => void this.#send(), retryAfter);
    }
  }
}
