/** Leaves, roots and the chain of seals. Pure. */
import { hash } from 'node:crypto';
import { canonical } from '#platform/canonical';
import { hashOf } from '#platform/ids';

// Leaves and nodes are hashed with different beginnings (RFC 6962), so that a node can't be passed off as a leaf.
const leafMark = '\0';
const nodeMark = Buffer.from([1]);
// In one call: half the time of a hash object, and this is done millions of times.
const sha256 = (data: Buffer | string): Buffer => hash('sha256', data, 'buffer');

/** The trail that histories of cases are in; its seals list cases and actions, those of any other trail the keys of rows. */
export const actionTrail = 'cases.action';

/** The number under which it is sealed what a case was opened with, before its first action. */
export const openingSeq = 0;

/** The leaf of an action: which action of which case, and its hash. */
export const leafOf = (caseId: string, seq: number, actionHash: string): Buffer =>
  sha256(`${leafMark}${caseId}/${seq}/${actionHash}`);

/** The root of the tree over the leaves in their order. */
export function rootOf(leaves: readonly Buffer[]): string {
  let level = leaves;
  if (level.length === 0) return sha256('').toString('hex');
  while (level.length > 1) {
    const next: Buffer[] = [];
    for (let i = 0; i < level.length; i += 2)
      next.push(i + 1 < level.length ? sha256(Buffer.concat([nodeMark, level[i]!, level[i + 1]!])) : level[i]!);
    level = next;
  }
  return level[0]!.toString('hex');
}

/** Where a seal begins and ends in the stream of events. */
export interface Span {
  fromTx: string;
  fromId: number;
  toTx: string;
  toId: number;
}

/** What goes into a seal: leaves, and what each of them stands for. */
export interface Sealed {
  trail: string;
  caseIds: string[];
  seqs: number[];
  keys: string[];
  /** What people call them; empty where there is no such name. */
  names: string[];
  leaves: Buffer[];
}

/** A seal without its leaves: what stands in the file outside the database. */
export interface SealLine extends Span {
  seq: number;
  trail: string;
  /** ISO 8601, UTC, milliseconds. */
  at: string;
  count: number;
  root: string;
  /** Hash of the list of what the leaves stand for, so that none can be passed off as another's. */
  list: string;
  prevHash: string;
  hash: string;
}

/** What the first seal is chained to. */
export const beforeFirst = '0'.repeat(64);

/** The hash of a seal over everything that it says and the hash of the seal before it. */
export const hashSeal = (seal: Omit<SealLine, 'hash'>): string =>
  hashOf(
    canonical([
      seal.prevHash,
      seal.seq,
      seal.trail,
      seal.at,
      seal.fromTx,
      seal.fromId,
      seal.toTx,
      seal.toId,
      seal.count,
      seal.root,
      seal.list,
    ]),
  );

/** The hash of the list; the same text is made in SQL when a seal is checked. */
const listOf = ({ caseIds, seqs, keys, names }: Sealed): string =>
  hashOf([caseIds, seqs, keys, names].map((part) => part.join(',')).join('\n'));

/** The seal that follows `last`. */
export function nextSeal(last: SealLine | undefined, span: Span, at: Date, sealed: Sealed): SealLine {
  const seal = {
    ...span,
    seq: (last?.seq ?? 0) + 1,
    trail: sealed.trail,
    at: at.toISOString(),
    count: sealed.leaves.length,
    root: rootOf(sealed.leaves),
    list: listOf(sealed),
    prevHash: last?.hash ?? beforeFirst,
  };
  return { ...seal, hash: hashSeal(seal) };
}
