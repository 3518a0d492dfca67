/** Fields in which figures are typed as text and become something else: amounts, and days where there is no calendar. */
import { Input } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { readDay } from '../../words/dates.ts';
import { generalWords } from '../../words/general.ts';
import { useWords } from '../../words/language.ts';
import { textOf } from './faults.ts';

interface Drawn {
  id: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

/**
 * What is typed, and what it becomes. `read` gives undefined for nothing, and what was typed for what it cannot read, so that it is found to be wrong.
 */
function useTyped(
  { value, onChange }: Drawn,
  written: string,
  read: (typed: string) => unknown,
): [text: string, type: (event: { target: { value: string } }) => void] {
  const [text, setText] = useState(written);
  useEffect(() => {
    // Changed from outside, by a draft: not while "12." is being typed.
    if (read(text) !== (value === '' ? undefined : value)) setText(written);
  }, [value]);
  return [
    text,
    ({ target }) => {
      setText(target.value);
      onChange(read(target.value));
    },
  ];
}

/** Amounts are typed as text, so that nothing is rounded on the way; money becomes fen. */
export function AmountInput(props: Drawn & { scale: 1 | 100; suffix?: string }): ReactNode {
  const { value, onChange: _, scale, suffix, ...rest } = props;
  const written =
    typeof value === 'number' && scale === 100 ? (value / 100).toFixed(value % 100 === 0 ? 0 : 2) : textOf(value);
  const [text, type] = useTyped(props, written, (typed) => {
    const plain = typed.replace(/[,，\s]/g, '');
    if (plain === '') return undefined;
    const parts = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
    if (!parts || (scale === 1 && parts[2] !== undefined)) return typed;
    return scale === 1 ? Number(parts[1]) : Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
  });
  return (
    <Input
      {...rest}
      inputMode={scale === 100 ? 'decimal' : 'numeric'}
      value={text}
      className="yc-short"
      {...(suffix ? { suffix } : {})}
      onChange={type}
    />
  );
}

/** A day by its eight figures, as people here write it into forms; becomes YYYY-MM-DD. */
export function DayInput(props: Drawn): ReactNode {
  const { value, onChange: _, ...rest } = props;
  const say = useWords(generalWords);
  const [text, type] = useTyped(props, textOf(value), readDay);
  return (
    <Input {...rest} inputMode="numeric" maxLength={10} value={text} placeholder={say.form.dayFigures} className="yc-short" onChange={type} />
  ); // prettier-ignore
}
