/**
 * Who may read what belongs to a case is the case's knowledge, and cases stand above documents. So the modules above say it
 * here, once, when they are put together: for each kind of subject, how it is tied to people and departments.
 */
import type { Reader } from '#platform/db';
import type { Actor, Ties } from '#platform/permissions';

/** Tells the ties of a subject for whoever asks; undefined when there is no such subject. */
export type TiesOf = (reader: Reader, subjectId: string, actor: Actor) => Promise<Ties | undefined>;

interface Subject {
  tiesOf: TiesOf;
  filesMayGo: boolean;
}
const subjects = new Map<string, Subject>();

/**
 * Declares a kind of subject that has files and documents. `filesMayGo`: its owner may still remove attached files, as from
 * a draft; from a case that was submitted nothing is removed.
 */
export function allowReading(subjectKind: string, tiesOf: TiesOf, options: { filesMayGo?: boolean } = {}): void {
  subjects.set(subjectKind, { tiesOf, filesMayGo: options.filesMayGo ?? false });
}

/** The ties of a subject; none at all for a kind that nobody declared, so that nobody may. */
export async function tiesOfSubject(
  reader: Reader,
  subject: { kind: string; id: string },
  actor: Actor,
): Promise<Ties> {
  return (await subjects.get(subject.kind)?.tiesOf(reader, subject.id, actor)) ?? {};
}

export const filesMayGo = (subjectKind: string): boolean => subjects.get(subjectKind)?.filesMayGo ?? false;

/** Kinds whose attached files may still move on to something else. */
export const movableKinds = (): string[] =>
  [...subjects].filter(([, { filesMayGo }]) => filesMayGo).map(([kind]) => kind);
