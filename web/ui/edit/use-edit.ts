/**
 * A record that is being edited: what it was, what it is to be, and what is wrong with it. When somebody else was quicker the
 * two are put together: what this person has not touched is taken from the other.
 */
import { useRef, useState } from 'react';
import { fieldsOfProblem } from '../../client/say-problem.ts';
import { useLanguage } from '../../words/language.ts';

/** What is wrong, by the name of the field: a sentence. */
export type Faults<D> = Partial<Record<keyof D & string, string>>;

export interface Edit<D extends object> {
  draft: D;
  set: (change: Partial<D>) => void;
  /** The sentence beside a field, once saving was tried or the server has refused it. */
  fault: (name: keyof D & string) => string | undefined;
  faults: Faults<D>;
  /** Something differs from what was read. */
  dirty: boolean;
  /** The version that was read; undefined for a new record. */
  version: number | undefined;
  /** Says everything that is wrong; true when nothing is. */
  check: () => boolean;
  /** Puts what the server has refused beside the fields; false when it concerns none of them. */
  refuse: (thrown: unknown) => boolean;
  /** What the other changed, by field: theirs and mine. */
  differences: (current: object) => { name: keyof D & string; theirs: unknown; mine: unknown }[];
  /** Goes on from what the other wrote: keeping my own changes, or not. Answers with what is to be sent then. */
  rebase: (current: object, keepMine: boolean) => { draft: D; version: number | undefined };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const versionOf = (row: object | undefined): number | undefined => (row as { version?: number } | undefined)?.version;

/**
 * `read` makes a draft of a row, or an empty one without a row; `check` says what is wrong with a draft. `names` maps fields
 * of the body to those of the draft where they differ.
 */
export function useEdit<R extends object, D extends object>(options: {
  row: R | undefined;
  read: (row: R | undefined) => D;
  check?: (draft: D) => Faults<D>;
}): Edit<D> {
  const { read, check } = options;
  const language = useLanguage();
  const base = useRef<D>(undefined);
  base.current ??= read(options.row);
  const [draft, setDraft] = useState<D>(base.current);
  const [version, setVersion] = useState(versionOf(options.row));
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Faults<D>>({});
  const wrong = check?.(draft) ?? {};
  const faults: Faults<D> = { ...refused, ...(tried ? wrong : {}) };
  const keys = Object.keys(base.current) as (keyof D & string)[];
  return {
    draft,
    set: (change) => {
      setDraft((before) => ({ ...before, ...change }));
      setRefused(
        (before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in change))) as Faults<D>,
      );
    },
    fault: (name) => faults[name],
    faults,
    dirty: keys.some((key) => !same(draft[key], base.current![key])),
    version,
    check: () => {
      setTried(true);
      return Object.values(wrong).every((fault) => fault === undefined);
    },
    refuse: (thrown) => {
      const found = Object.entries(fieldsOfProblem(thrown, language)).filter(([name]) => name in draft);
      setRefused(Object.fromEntries(found) as Faults<D>);
      return found.length > 0;
    },
    differences: (current) => {
      const theirs = read(current as R);
      return keys
        .filter((key) => !same(theirs[key], base.current![key]))
        .map((name) => ({ name, theirs: theirs[name], mine: draft[name] }));
    },
    rebase: (current, keepMine) => {
      const theirs = read(current as R);
      const next = { ...theirs };
      if (keepMine) for (const key of keys) if (!same(draft[key], base.current![key])) next[key] = draft[key];
      base.current = theirs;
      setDraft(next);
      setVersion(versionOf(current));
      setRefused({});
      return { draft: next, version: versionOf(current) };
    },
  };
}

/** The names of a draft's fields that hold text. */
type TextNames<D> = { [K in keyof D & string]: D[K] extends string ? K : never }[keyof D & string];

/** What an `EditText` needs to know of one field: `const text = textOf(edit, say.fields)`, then `<EditText {...text('name')} />`. */
export function textOf<D extends object>(
  edit: Edit<D>,
  labels: Readonly<Record<TextNames<D>, string>>,
): (name: TextNames<D>) => {
  label: string;
  value: string;
  fault: string | undefined;
  onChange: (value: string) => void;
} {
  return (name) => ({
    label: labels[name],
    value: edit.draft[name] as string,
    fault: edit.fault(name),
    onChange: (value) => edit.set({ [name]: value } as Partial<D>),
  });
}
