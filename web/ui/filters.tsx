/** Filters of a list. What is chosen lies in the address: it survives a reload, and can be kept as a bookmark and sent. */
import { SearchOutlined } from '@ant-design/icons';
import { Input, Select } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { generalWords } from '../words/general.ts';
import { useWords } from '../words/language.ts';
import { useAsked } from './page.tsx';

/** A choice of one; nothing chosen means all. */
export function FilterSelect(props: {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** Width in rem. */
  width?: number;
}): ReactNode {
  const [asked, ask] = useAsked();
  return (
    <Select
      aria-label={props.label}
      placeholder={props.label}
      allowClear
      showSearch={props.options.length > 8 ? { optionFilterProp: 'label' } : false}
      value={asked[props.name] ?? null}
      options={[...props.options]}
      onChange={(value: string | undefined | null) => ask({ [props.name]: value ?? undefined })}
      style={{ width: `${props.width ?? 10}rem` }}
    />
  );
}

/** A text to look for; asked for shortly after the last letter. */
export function FilterText(props: { name?: string; label?: string; width?: number }): ReactNode {
  const say = useWords(generalWords);
  const name = props.name ?? 'q';
  const [asked, ask] = useAsked();
  const there = asked[name] ?? '';
  const [text, setText] = useState(there);
  useEffect(() => setText(there), [there]);
  useEffect(() => {
    if (text === there) return;
    const timer = setTimeout(() => ask({ [name]: text || undefined }), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <Input
      type="search"
      allowClear
      prefix={<SearchOutlined aria-hidden="true" />}
      aria-label={props.label ?? say.actions.search}
      placeholder={props.label ?? say.actions.search}
      value={text}
      onChange={(event) => setText(event.target.value)}
      style={{ width: `${props.width ?? 14}rem` }}
    />
  );
}

/** A day, from or until; `usual` is what counts, and is shown, while none is chosen. */
export function FilterDay(props: { name: string; label: string; usual?: string }): ReactNode {
  const [asked, ask] = useAsked();
  return (
    <label className="yc-row">
      <span className="yc-muted yc-small">{props.label}</span>
      <Input
        type="date"
        value={asked[props.name] ?? props.usual ?? ''}
        onChange={(event) => ask({ [props.name]: event.target.value || undefined })}
        style={{ width: '9.5rem' }}
      />
    </label>
  );
}
