/**
 * What the two browsers say to each other beside sound and picture. Whatever comes is read here first: from a clerk nothing is
 * understood but pointing, suggesting, writing, what was written before and what is switched on, so nothing that a clerk's browser sends can fill in or submit.
 */
import type { MirroredForm } from '#web/ui/item-form/mirrored.ts';
import type { Line } from './written.ts';

export interface SeenField {
  name: string;
  title: string;
  /** Null: answered, and not shown. */
  said: string | null;
  fault: string;
}
export interface SeenForm {
  title: string;
  at: string;
  fields: SeenField[];
}
interface Both {
  /** `name`: of the clerk who writes. */
  chat: { id: string; text: string; name: string };
  /** What was written in this talk so far; `again`: as an answer to the same of the other side, which is not answered. */
  written: { lines: Line[]; again: boolean };
  /** `connects` false: this browser has no video, everything is written. */
  media: { camera: boolean; microphone: boolean; connects: boolean };
}
export interface FromClerk extends Both {
  point: { name: string };
  suggest: { id: string; name: string; text: string };
}
export interface FromAsker extends Both {
  form: { form: SeenForm | null };
  answered: { id: string; how: 'taken' | 'notTaken' | 'unfit' };
}
type Message<M> = { [K in keyof M]: { kind: K } & M[K] }[keyof M];
export type ClerkMessage = Message<FromClerk>;
export type AskerMessage = Message<FromAsker>;

export const longest = 500;
const fieldsAtMost = 100;

const read = (text: string): Record<string, unknown> | undefined => {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};
const short = (value: unknown): string => (typeof value === 'string' ? value.slice(0, longest) : '');

const lineOf = (found: Record<string, unknown> | null): Line[] =>
  short(found?.id) && short(found?.text)
    ? [{ id: short(found?.id), by: found?.by === 'clerk' ? 'clerk' : 'asker', name: short(found?.name), text: short(found?.text) }]
    : []; // prettier-ignore

function readBoth(found: Record<string, unknown>): Message<Both> | undefined {
  if (found.kind === 'chat' && short(found.text))
    return { kind: 'chat', id: short(found.id), text: short(found.text), name: short(found.name) };
  if (found.kind === 'written') {
    const lines = (Array.isArray(found.lines) ? found.lines : []) as Record<string, unknown>[];
    return { kind: 'written', lines: lines.slice(-200).flatMap(lineOf), again: found.again === true };
  }
  if (found.kind === 'media')
    return {
      kind: 'media',
      camera: found.camera === true,
      microphone: found.microphone === true,
      connects: found.connects !== false,
    };
  return undefined;
}

/** What a clerk's browser said; undefined for everything else. Of what the asker wrote it can tell where it stood, not what it said. */
export function fromClerk(text: string): ClerkMessage | undefined {
  const found = read(text);
  if (!found) return undefined;
  if (found.kind === 'point') return { kind: 'point', name: short(found.name) };
  if (found.kind === 'suggest' && short(found.name) && short(found.text))
    return { kind: 'suggest', id: short(found.id), name: short(found.name), text: short(found.text) };
  const both = readBoth(found);
  return both?.kind === 'written'
    ? { ...both, lines: both.lines.map((line) => (line.by === 'clerk' ? line : { ...line, text: '' })) }
    : both;
}

/** What an asker's browser said; undefined for everything else. */
export function fromAsker(text: string): AskerMessage | undefined {
  const found = read(text);
  if (!found) return undefined;
  if (found.kind === 'answered') {
    const how = found.how === 'taken' || found.how === 'unfit' ? found.how : 'notTaken';
    return { kind: 'answered', id: short(found.id), how };
  }
  if (found.kind !== 'form') return readBoth(found);
  const form = found.form as { title?: unknown; at?: unknown; fields?: unknown } | null;
  if (typeof form !== 'object' || form === null) return { kind: 'form', form: null };
  const fields = (Array.isArray(form.fields) ? form.fields : []) as Record<string, unknown>[];
  return {
    kind: 'form',
    form: {
      title: short(form.title),
      at: short(form.at),
      fields: fields.slice(0, fieldsAtMost).map((field) => ({
        name: short(field?.name),
        title: short(field?.title),
        said: field?.said === null ? null : short(field?.said),
        fault: short(field?.fault),
      })),
    },
  };
}

/** The form as it leaves the asker's browser: what is sensitive and was not shown is not in it. */
export const seenOf = ({ title, at, fields }: MirroredForm, shown: ReadonlySet<string>): SeenForm => ({
  title,
  at,
  fields: fields.slice(0, fieldsAtMost).map((field) => ({
    name: field.name,
    title: field.title.slice(0, 200),
    said: field.said !== '' && field.sensitive && !shown.has(field.name) ? null : field.said.slice(0, 100),
    fault: field.sensitive && !shown.has(field.name) ? '' : field.fault.slice(0, 100),
  })),
});
