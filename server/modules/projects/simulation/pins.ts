/**
 * Simulated approval (模拟审批): an application whose conditions are not all met is examined as if they were. It has no legal effect. What was
 * looked at is pinned by its hash; when the conditions are met, what is still the same need not be looked at again. Pure.
 */
import { canonical } from '#platform/canonical';
import { hashOf } from '#platform/ids';

/** What is missing: a material of the item, or a condition in words. */
export interface Missing {
  key: string;
  what: string;
  materialId?: string;
}

export interface Examinable {
  answers: Record<string, unknown>;
  situations: Record<string, string>;
  materials: readonly { materialId: string; how: string; fileIds: readonly string[] }[];
  itemVersion: number;
}

/** A hash for each part that can be looked at by itself: `item`, `situations`, `answer x`, `material x`. */
export type Pins = Record<string, string>;

/**
 * Pins an application part by part. `sha256Of` gives the hash of a file's bytes: the same drawing that is uploaded a second time is the
 * same drawing. Nothing that is missing is pinned.
 */
export function pinsOf(content: Examinable, sha256Of: (fileId: string) => string | undefined): Pins {
  const pins: Pins = {
    item: hashOf(canonical(content.itemVersion)),
    situations: hashOf(canonical(content.situations)),
  };
  for (const [key, value] of Object.entries(content.answers)) pins[`answer ${key}`] = hashOf(canonical(value));
  for (const { materialId, how, fileIds } of content.materials) {
    if (how === 'missing') continue;
    const files = fileIds.map((id) => sha256Of(id) ?? `unknown ${id}`);
    pins[`material ${materialId}`] = hashOf(canonical({ how, files }));
  }
  return pins;
}

/**
 * What has to be looked at (again): every part that is new, that differs from what was examined, or that is gone; and each condition that was
 * missing. Sorted; nothing else needs a second look.
 */
export function lookAgain(examined: Pins, now: Pins, missing: readonly Missing[]): string[] {
  const parts = new Set([...Object.keys(examined), ...Object.keys(now)]);
  const changed = [...parts].filter((part) => examined[part] !== now[part]);
  const conditions = missing.map(({ key, materialId }) => (materialId ? `material ${materialId}` : `condition ${key}`));
  return [...new Set([...changed, ...conditions])].toSorted();
}

/** What of the list has not been looked at. */
export const notLookedAt = (again: readonly string[], looked: readonly string[]): string[] =>
  again.filter((part) => !looked.includes(part));
