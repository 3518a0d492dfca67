/** Chooses the services that an authority is for; none chosen means all of them. */
import { Select } from 'antd';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { catalogueContract } from '#modules/catalogue/contract';
import { useOp } from '#web/client/query.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { peopleWords } from './words.ts';

export interface PickedItem {
  code: string;
  name: string;
}

export function ItemPicker(props: {
  label: string;
  hint: string;
  value: readonly PickedItem[];
  onChange: (items: readonly PickedItem[]) => void;
}): ReactNode {
  const say = useWords(peopleWords);
  const language = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useOp(
    catalogueContract.searchItems,
    { query: { q: asked, limit: 10 } },
    { enabled: asked !== '', keepPrevious: true },
  );
  const options = (asked === '' ? [] : (found.data?.rows ?? [])).map((item) => ({
    value: item.code,
    label: pick(language, item.plainName ?? item.name, item.plainNameEn ?? item.nameEn),
  }));
  return (
    <div className="yc-field">
      <label htmlFor={id} className="yc-field-title">
        {props.label}
      </label>
      <p id={`${id}-hint`} className="yc-muted yc-small">
        {props.hint}
      </p>
      <Select
        id={id}
        mode="multiple"
        aria-describedby={`${id}-hint`}
        placeholder={say.findItem}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        notFoundContent={null}
        options={options}
        value={props.value.map(({ code, name }) => ({ value: code, label: name }))}
        labelInValue
        onChange={(chosen) =>
          props.onChange(chosen.map(({ value, label }) => ({ code: String(value), name: String(label) })))
        }
      />
    </div>
  );
}
