/**
 * Answers of an exam that lose nothing: each choice is kept on this device at once and sent as soon as there is a line; what the server has kept
 * is forgotten here. The pages of one device count on from a number that they share, so that the later choice wins; what the server keeps of
 * others is shown, never called kept while it is not.
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
const overCodes = ['windowstaff.timeOver', 'windowstaff.sittingOver', 'windowstaff.examCancelled'];

/** What lies on this device for a sitting, of all its pages: the highest number so far, and what was not heard of. */
interface Stored {
  seq: number;
  waiting: Choice[];
}
function readStored(sittingId: string): Stored {
  const nothing = { seq: 0, waiting: [] };
  try {
    const found = JSON.parse(localStorage.getItem(keyOf(sittingId)) ?? 'null') as Stored | Choice[] | null;
    // A list alone is what pages of an earlier release left.
    return Array.isArray(found) ? { seq: Math.max(0, ...found.map(({ seq }) => seq)), waiting: found } : found ?? nothing; // prettier-ignore
  } catch {
    return nothing;
  }
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

export class AnswerKeeper {
  readonly #sittingId: string;
  readonly #told: (state: Keeping) => void;
  readonly #shown: (kept: Choice) => void;
  #waiting: Map<number, Choice>;
  /** Choices that waited for a line: somewhere else a later one may have been made meanwhile. */
  #late: Set<number>;
  /** The number of the choice that the server keeps, by question. */
  readonly #kept = new Map<number, number>();
  #seq: number;
  #sending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  /** `shown` hears of choices that the server keeps and that were made on another page. */
  constructor(
    sittingId: string,
    lastSeq: number,
    told: (state: Keeping) => void,
    shown: (kept: Choice) => void = () => {},
  ) {
    this.#sittingId = sittingId;
    this.#told = told;
    this.#shown = shown;
    const { seq, waiting } = readStored(sittingId);
    this.#waiting = new Map(waiting.map((choice) => [choice.no, choice]));
    this.#late = new Set(this.#waiting.keys());
    this.#seq = Math.max(lastSeq, seq);
    if (this.#waiting.size > 0) void this.#send();
  }

  /** What was chosen here and is not kept by the server yet. */
  waiting(): Choice[] {
    return [...this.#waiting.values()];
  }

  choose(no: number, chosen: string[]): void {
    this.#put(no, chosen);
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

  /** A choice that is made now: its number is above all that this page, and the others on this device, have seen. */
  #put(no: number, chosen: string[]): void {
    this.#seq = Math.max(this.#seq, readStored(this.#sittingId).seq) + 1;
    this.#waiting.set(no, { no, chosen, seq: this.#seq });
    this.#late.delete(no);
    this.#store();
  }

  /** Writes this page's part of what all pages share: of two choices the later one stays, and what is kept goes. */
  #store(): void {
    const { seq, waiting } = readStored(this.#sittingId);
    const all = new Map(waiting.map((choice) => [choice.no, choice]));
    for (const choice of this.waiting()) if (choice.seq >= (all.get(choice.no)?.seq ?? 0)) all.set(choice.no, choice);
    const open = [...all.values()].filter((choice) => choice.seq > (this.#kept.get(choice.no) ?? -1));
    const stored: Stored = { seq: Math.max(seq, this.#seq), waiting: open };
    try {
      localStorage.setItem(keyOf(this.#sittingId), JSON.stringify(stored));
    } catch {
      // Without room on the device the page itself still has it.
    }
  }

  /**
   * Takes in what the server keeps after these were sent. A choice that it does not keep, because another page was ahead in its numbers, is sent
   * again: it was made just now. One that had waited for a line gives way to what was chosen elsewhere meanwhile, and that is shown.
   */
  #hear(sent: readonly Choice[], kept: readonly Choice[]): void {
    this.#seq = Math.max(this.#seq, ...kept.map(({ seq }) => seq));
    const there = new Map(kept.map((one) => [one.no, one]));
    const again: Choice[] = [];
    for (const choice of sent) {
      // Chosen anew in the meantime: that one is sent next.
      if (this.#waiting.get(choice.no)?.seq !== choice.seq) continue;
      const other = there.get(choice.no);
      this.#waiting.delete(choice.no);
      if (other && !same(other.chosen, choice.chosen) && !this.#late.has(choice.no)) again.push(choice);
      this.#late.delete(choice.no);
    }
    for (const one of kept) {
      const news = this.#kept.get(one.no) !== one.seq;
      this.#kept.set(one.no, one.seq);
      if (news && !this.#waiting.has(one.no) && !again.some(({ no }) => no === one.no)) this.#shown(one);
    }
    for (const { no, chosen } of again) this.#put(no, chosen);
    this.#store();
  }

  async #send(): Promise<void> {
    if (this.#sending || this.#stopped) return;
    this.#sending = true;
    clearTimeout(this.#timer);
    this.#told('keeping');
    const answers = this.waiting();
    try {
      const { kept } = await call(ops.keepAnswers, { params: { id: this.#sittingId }, body: { answers } });
      // Handed in meanwhile: nothing is written down any more.
      if (this.#stopped) return;
      this.#hear(answers, kept);
      this.#sending = false;
      if (this.#waiting.size > 0) void this.#send();
      else this.#told('kept');
    } catch (error) {
      this.#sending = false;
      if (error instanceof ProblemError && overCodes.includes(error.code)) {
        this.forget();
        this.#told('over');
        return;
      }
      for (const { no, seq } of answers) if (this.#waiting.get(no)?.seq === seq) this.#late.add(no);
      this.#told('offline');
      if (!this.#stopped) this.#timer = setTimeout(() => void this.#send(), retryAfter);
    }
  }
}
