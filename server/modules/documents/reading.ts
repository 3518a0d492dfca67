/**
 * Who may read what belongs to a case is the case's knowledge, and cases stand above documents. So the modules above say it
 * here, once, when they are put together: for each kind of subject, how it is tied to people and departments.
 */
import type { Reader } from '#platform/db';
import type { Actor, Ties } from '#platform/permissions';
import type { DocumentKind } from './kinds.ts';

/** Tells the ties of a subject for whoever asks; undefined when there is no such subject. */
export type TiesOf = (reader: Reader, subjectId: string, actor: Actor) => Promise<Ties | undefined>;

interface Options {
  /** Its owner may still remove attached files, as from a draft; from a case that was submitted nothing is removed. */
  filesMayGo?: boolean;
  /** Whether a fee is asked and not settled: until it is, the parties do not get to read the result. */
  isUnpaid?: (reader: Reader, subjectId: string) => Promise<boolean>;
}
interface Subject extends Options {
  tiesOf: TiesOf;
}
const subjects = new Map<string, Subject>();

/** Declares a kind of subject that has files and documents. */
export function allowReading(subjectKind: string, tiesOf: TiesOf, options: Options = {}): void {
  subjects.set(subjectKind, { tiesOf, ...options });
}

/** The ties of a subject; none at all for a kind that nobody declared, so that nobody may. */
export async function tiesOfSubject(
  reader: Reader,
  subject: { kind: string; id: string },
  actor: Actor,
): Promise<Ties> {
  return (await subjects.get(subject.kind)?.tiesOf(reader, subject.id, actor)) ?? {};
}

/** The ties of all of these together: whoever stands in one of them may. */
export const joined = (all: readonly Ties[]): Ties => ({
  owners: all.flatMap(({ owners = [] }) => owners),
  departments: all.flatMap(({ departments = [] }) => departments),
  outlets: all.flatMap(({ outlets = [] }) => outlets),
  holder: all.find(({ holder }) => holder != null)?.holder ?? null,
  ...(all.some((ties) => ties.private) ? { private: true } : {}),
});

/** Whether the parties have to pay before they read this document. The decision itself is told whether a fee was paid or not (行政许可法 art. 38). */
export async function waitsForFee(
  reader: Reader,
  document: { kind: DocumentKind; subjectKind: string; subjectId: string },
): Promise<boolean> {
  if (document.kind !== 'resultProof') return false;
  return (await subjects.get(document.subjectKind)?.isUnpaid?.(reader, document.subjectId)) ?? false;
}

export const filesMayGo = (subjectKind: string): boolean => subjects.get(subjectKind)?.filesMayGo ?? false;

/** Kinds whose attached files may still move on to something else. */
export const movableKinds = (): string[] =>
  [...subjects].filter(([, { filesMayGo }]) => filesMayGo).map(([kind]) => kind);
