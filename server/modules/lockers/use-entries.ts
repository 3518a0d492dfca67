/** Using what is in a locker in a case: checked while nobody can change it, and kept as a frozen copy. */
import type { Certificate, MetBy, Trust } from '#modules/catalogue/contract';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { sameOwner, unfitFor, type Entry, type Owner, type Source, type Unfit } from './entry.ts';
import { lockerProblems } from './problems.ts';
import { holdEntries } from './store.ts';
import { insertUsage } from './usage-store.ts';
import { basisFor, blankUsage, whoIs, type ItemInHand } from './whose.ts';

/** One material that is to be met by an entry. */
export interface WantedUse {
  materialId: string;
  materialName: string;
  metBy: MetBy | undefined;
  entryId: string;
}

/** In which case, for whom, by whom. */
export interface Occasion {
  /** The applicant: nobody else's certificates serve, also not those of who acts for them. */
  owner: Owner;
  actor: Actor;
  atCounter: boolean;
  item: ItemInHand;
  caseId: string;
  caseNumber: string;
}

/** What the case keeps: as it was then, whatever becomes of the entry. */
export interface Copy {
  /** Of the line in the trail; the content is opened by it. */
  id: string;
  kind: Certificate;
  name: string;
  number: string;
  /** SHA-256 of the content. */
  hash: string;
  source: Source;
  trust: Trust;
  validUntil: string | null;
  /** The day as of which it served. */
  asOf: string;
  /** How many files it has; a document is one. */
  files: number;
  /** By what right it was used. */
  basis: 'self' | 'standing' | 'window';
}

const whyNot = (
  entry: Entry | undefined,
  owner: Owner,
  metBy: MetBy | undefined,
  day: string,
): Unfit | 'notTheirs' | undefined => (!entry || !sameOwner(entry, owner) ? 'notTheirs' : unfitFor(entry, metBy, day));

/**
 * Uses entries in a case, in the transaction of the act: each is held until its end, so that what is revoked meanwhile comes before or
 * after, never between. Returns the frozen copies by material. Throws the problem of the first entry that does not serve, with all of
 * them in its facts: `notTheirs` (also for one that is not there), `expired`, `revoked`, `superseded`, `removed`, `notYet`, `wrongKind`,
 * `lowTrust`; and `notConsented`.
 */
export async function useEntries(
  ground: Ground,
  tx: Tx,
  occasion: Occasion,
  wanted: readonly WantedUse[],
): Promise<Map<string, Copy>> {
  if (wanted.length === 0) return new Map();
  const { owner, actor, atCounter, item, caseId, caseNumber } = occasion;
  const at = ground.clock.now();
  const day = shanghaiDay(at);
  const ids = [...new Set(wanted.map(({ entryId }) => entryId))];
  const held = new Map((await holdEntries(tx, ids)).map((entry) => [entry.id, entry]));
  const faults = wanted.flatMap(({ materialId, materialName: name, metBy, entryId }) => {
    const why = whyNot(held.get(entryId), owner, metBy, day);
    return why ? [{ materialId, name, entryId, why }] : [];
  });
  if (faults[0]) throw lockerProblems[faults[0].why]({ materials: faults });
  const right = await basisFor(ground, tx, actor, { owner, item, atCounter }, 'hold');
  if (!right) throw lockerProblems.notConsented({ materials: wanted.map(({ materialId, materialName, entryId }) => ({ materialId, name: materialName, entryId, why: 'notConsented' })) }); // prettier-ignore
  const who = await whoIs(ground, actor, atCounter);
  const copies = new Map<string, Copy>();
  for (const { materialId, entryId } of wanted) {
    const { kind, name, number, hash, source, trust, validUntil, fileIds, documentId } = held.get(entryId)!;
    const id = newId();
    insertUsage(tx, {
      ...blankUsage,
      ...who,
      ...right,
      ...owner,
      id,
      how: 'use',
      at,
      itemId: item.id,
      itemName: item.name,
      caseId,
      caseNumber,
      entryId,
      materialId,
      kind, name, number, hash, source, trust, validUntil, fileIds, documentId,
    }); // prettier-ignore
    const files = documentId ? 1 : fileIds.length;
    copies.set(materialId, { id, kind, name, number, hash, source, trust, validUntil, asOf: day, files, basis: right.basis }); // prettier-ignore
  }
  return copies;
}
