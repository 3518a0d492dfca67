/** Which ladder a case follows: that of its department, else that of the district, else what comes with the product. */
import type { Reader } from '#platform/db';
import { startOfDay, shanghaiDay } from '#platform/clock';
import { readLadder, usualLadder, type Ladder } from './ladder.ts';
import { findLadders, type LadderRow } from './ladder-store.ts';

/** A ladder that is followed, and since when. */
export interface Followed {
  ladder: Ladder;
  /** The version; null: what comes with the product. */
  id: string | null;
  /** Whose it is; null: the district's. */
  departmentId: string | null;
  /** What fell due before the day on which it was saved is not sent by it. */
  notBefore: Date;
}

/** A ladder that cannot be read. */
export interface BrokenLadder {
  departmentId: string | null;
  detail: string;
}

const usual: Followed = { ladder: usualLadder, id: null, departmentId: null, notBefore: new Date(0) };

/** All ladders in force. One that cannot be read counts as if it were not there, and is named. */
export class Ladders {
  readonly broken: readonly BrokenLadder[];
  readonly district: Followed;
  readonly #own = new Map<string, Followed>();
  readonly #broken = new Map<string | null, BrokenLadder>();

  constructor(rows: readonly LadderRow[]) {
    let district = usual;
    for (const { id, departmentId, body, savedAt } of rows) {
      if (body === null) continue;
      try {
        const followed = { ladder: readLadder(body), id, departmentId, notBefore: startOfDay(shanghaiDay(savedAt)) };
        if (departmentId === null) district = followed;
        else this.#own.set(departmentId, followed);
      } catch (error) {
        this.#broken.set(departmentId, {
          departmentId,
          detail: error instanceof Error ? error.message : String(error),
        });
      }
    }
    this.district = district;
    this.broken = [...this.#broken.values()];
  }

  /** What the cases of a department follow. */
  of(departmentId: string): Followed {
    return this.#own.get(departmentId) ?? this.district;
  }

  /** Why the department follows another ladder than its own; or with null the district. */
  faultOf(departmentId: string | null): BrokenLadder | undefined {
    return this.#broken.get(departmentId);
  }
}

export const laddersInForce = async (reader: Reader): Promise<Ladders> => new Ladders(await findLadders(reader));
