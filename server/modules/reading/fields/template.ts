/** What a kind of document looks like: data that the extraction follows. */
import type { ReadKind } from '../kinds.ts';
import type { ValueType } from './values.ts';
import { ethnicities, sexes } from './word-lists.ts';

/** A field of a kind of document. */
export interface FieldTemplate {
  name: string;
  /** As forms and screens call it. */
  zh: string;
  en: string;
  type: ValueType;
  /** Printed names, the usual one first. */
  labels: readonly string[];
  /** Where the value stands; `right` is the usual. `below`: under its label. */
  where?: 'right' | 'below' | 'either';
  /** It may run on into the lines below. */
  lines?: boolean;
  /** In a table whose labels stand in the middle of their cells: the value may begin above its label. */
  cell?: boolean;
  /** The label may follow another value without a gap. */
  tight?: boolean;
  /** How its letters and figures have to be, where its type does not say that: what is otherwise was misread, or altered. */
  form?: RegExp;
  /** What is filled in from a list as a rule: of these words the likeliest is offered where the letters make none. */
  words?: readonly string[];
  /** The value within what stands there: its group `v`, or all that it matches. */
  take?: RegExp;
  /** Where no label leads to it: within the whole text of the pages, without spaces; its group `v`. */
  anywhere?: RegExp;
  /** Looked for in the whole text first: running text has no labels. */
  running?: boolean;
  /** Not on every such document: when it is not there, nothing is missing. */
  optional?: boolean;
  /** Printed names that other fields have too: the place at this position of the page is meant, from above and from the left. */
  shared?: { labels: readonly string[]; which: number };
}

export interface Template {
  kind: ReadKind;
  /** Changes with whatever the reading would come out otherwise for. */
  version: number;
  /** Words that tell the kind, with their weight; negative ones tell against it. */
  marks: readonly { text: string | RegExp; weight: number }[];
  fields: readonly FieldTemplate[];
  /**
   * Printed names in the order in which they stand under each other, column by column: one that was not legible is known by its place
   * between two that were.
   */
  columns?: readonly (readonly string[])[];
  /** More printed names that end a value. */
  stops?: readonly string[];
}

/** What can stand in a field as a rule: its own list, or that of its type. */
export const wordsOf = ({ type, words }: Pick<FieldTemplate, 'type' | 'words'>): readonly string[] | undefined =>
  words ?? (type === 'ethnicity' ? ethnicities : type === 'sex' ? sexes : undefined);
