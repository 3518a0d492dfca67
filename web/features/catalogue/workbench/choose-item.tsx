/** Choosing an item from the keyboard: pinyin initials, words or a piece of the code; arrows and Enter. */
import './choose-item.css';
import { SearchOutlined } from '@ant-design/icons';
import { Input, Select, Tag, type InputRef } from 'antd';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { catalogueContract, type ItemLine } from '#modules/catalogue/contract';
import { useOp } from '#web/client/query.ts';
import { useAsked } from '#web/ui/page.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { chooseWords } from './choose-words.ts';

/** A text some time after its last change: nobody asks for each letter. */
export function useSettled(text: string, milliseconds = 120): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return settled;
}

export function ChooseItem(props: {
  onChosen: (item: ItemLine) => void;
  outletId?: string;
  focus?: boolean;
}): ReactNode {
  const say = useWords(chooseWords);
  const language = useLanguage();
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<InputRef>(null);
  const q = useSettled(text.trim());
  const found = useOp(
    catalogueContract.quickFind,
    { query: { q, limit: 12, ...(props.outletId ? { outletId: props.outletId } : {}) } },
    { enabled: q !== '', keepPrevious: true },
  );
  const rows = q === '' ? [] : (found.data?.rows ?? []);
  useEffect(() => {
    if (props.focus) field.current?.focus();
  }, []);
  useEffect(() => setAt(0), [q]);
  // What is on the screen belongs to what was typed: not to the letters before.
  const isCurrent = q !== '' && q === text.trim() && found.data !== undefined && !found.isPlaceholderData;
  // Quick fingers press Enter before the answer is there: it counts as soon as it is.
  const hurried = useRef(false);
  useEffect(() => {
    if (!isCurrent || !hurried.current) return;
    hurried.current = false;
    if (rows[0]) props.onChosen(rows[0]);
  }, [isCurrent, q]);

  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(rows.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter') {
      const row = rows[at];
      if (!isCurrent) hurried.current = text.trim() !== '';
      else if (row) props.onChosen(row);
    } else return;
    event.preventDefault();
  };
  return (
    <div className="choose-item">
      <label htmlFor={id}>{say.label}</label>
      <Input
        ref={field}
        id={id}
        prefix={<SearchOutlined aria-hidden="true" />}
        value={text}
        maxLength={100}
        autoComplete="off"
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={rows[at] ? `${id}-${at}` : undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          hurried.current = false;
          setText(event.target.value);
        }}
        onKeyDown={press}
      />
      <p id={`${id}-hint`} className="yc-muted yc-small">
        {say.hint}
      </p>
      <ProblemNote error={found.error} />
      <ul id={`${id}-list`} role="listbox" aria-label={say.label} className="yc-plain choose-list">
        {rows.map((row, index) => (
          <li
            key={row.itemId}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={index === at ? 'active' : ''}
            onMouseEnter={() => setAt(index)}
            onClick={() => props.onChosen(row)}
          >
            <span>
              <strong>{pick(language, row.plainName ?? row.name, row.plainNameEn ?? row.nameEn)}</strong>
              {row.plainName ? (
                <span className="yc-muted yc-small"> {pick(language, row.name, row.nameEn)}</span>
              ) : null}
            </span>
            <span className="yc-muted yc-small">
              {pick(language, row.departmentName, row.departmentNameEn)}
              {row.verified ? null : <Tag>{say.unverified}</Tag>}
            </span>
            <span className="yc-small">
              {row.immediate
                ? say.immediate
                : row.promisedLimit
                  ? (row.promisedLimit.unit === 'workingDay' ? say.days : say.calendarDays)(row.promisedLimit.value)
                  : ''}
            </span>
          </li>
        ))}
      </ul>
      {q !== '' && found.data && !found.isPlaceholderData && rows.length === 0 ? <p role="status">{say.none}</p> : null}
    </div>
  );
}

/** The item as a filter of a list; lies in the address as `itemId`. */
export function ItemFilter(): ReactNode {
  const say = useWords(chooseWords);
  const language = useLanguage();
  const [asked, ask] = useAsked();
  const [text, setText] = useState('');
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const q = useSettled(text.trim(), 180);
  const found = useOp(
    catalogueContract.quickFind,
    { query: { q, limit: 20 } },
    { enabled: q !== '', keepPrevious: true },
  );
  const { itemId } = asked;
  const chosen = useOp(
    catalogueContract.getGuide,
    { params: { id: itemId ?? '' }, query: {} },
    { enabled: itemId !== undefined && names[itemId] === undefined },
  );
  const rows = (q === '' ? [] : (found.data?.rows ?? [])).map((row) => ({
    value: row.itemId,
    label: pick(language, row.plainName ?? row.name, row.plainNameEn ?? row.nameEn),
  }));
  const body = chosen.data?.body;
  const name = itemId ? (names[itemId] ?? (body ? pick(language, body.plainName ?? body.name, body.nameEn) : '…')) : '';
  return (
    <Select
      aria-label={say.filter}
      placeholder={say.filter}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      value={itemId ?? null}
      options={itemId && !rows.some(({ value }) => value === itemId) ? [{ value: itemId, label: name }, ...rows] : rows}
      onChange={(value: string | null | undefined, option) => {
        const label = (option as { label?: string } | undefined)?.label;
        if (value && label) setNames({ ...names, [value]: label });
        ask({ itemId: value ?? undefined });
      }}
      notFoundContent={q === '' ? say.hint : say.none}
      style={{ width: '11rem' }}
    />
  );
}
