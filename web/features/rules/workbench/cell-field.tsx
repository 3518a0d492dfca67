/** A cell of a table: FEEL, checked while it is typed. */
import { useId, type ReactNode } from 'react';
import { isUnread, readCell, readExpression, fieldsIn } from '#modules/rules/contract';
import { useWords } from '#web/words/language.ts';
import { rulesWords } from './words.ts';

/** What is wrong with a cell, in words; undefined: nothing. */
function useFault(text: string, known: readonly string[] | undefined): string | undefined {
  const say = useWords(rulesWords);
  const read = known ? readExpression(text, known) : readCell(text);
  if (isUnread(read)) return say.unread(read.column + 1, say.expected[read.expected] ?? `“${read.expected}”`);
  if (!known || !('kind' in read)) return undefined;
  const [unknown] = fieldsIn(read, known).unknown;
  return unknown === undefined ? undefined : say.unknownField(unknown);
}

export function CellField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Where it stands in its table, so that what is found wrong leads to it: `/rules/2/cells/1`. */
  place?: string;
  /** Set for an expression over these fields; otherwise it is a test of a value. */
  known?: readonly string[];
  readOnly: boolean;
}): ReactNode {
  const id = useId();
  const fault = useFault(props.value, props.known);
  return (
    <>
      <input
        className="rules-cell"
        aria-label={props.label}
        data-place={props.place}
        value={props.value}
        readOnly={props.readOnly}
        spellCheck={false}
        autoComplete="off"
        maxLength={300}
        onChange={({ target }) => props.onChange(target.value)}
        {...(fault ? { 'aria-invalid': true, 'aria-describedby': id, title: fault } : {})}
      />
      {fault ? (
        <span id={id} className="rules-fault">
          {fault}
        </span>
      ) : null}
    </>
  );
}

/** A text of a table: name, reason, article. */
export function TextField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  readOnly: boolean;
  max: number;
  place?: string;
}): ReactNode {
  return (
    <input
      className="rules-cell"
      aria-label={props.label}
      data-place={props.place}
      placeholder={props.label}
      value={props.value}
      readOnly={props.readOnly}
      maxLength={props.max}
      onChange={({ target }) => props.onChange(target.value)}
    />
  );
}
