/** The question that everything begins with, in citizens' words; answers are suggested while one types. */
import './catalogue.css';
import { SearchOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { usePreference } from '#web/ui/preferences.ts';
import { generalWords } from '#web/words/general.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { useSearch } from './items.ts';
import { sayLegalName, sayName } from './say-item.ts';
import { catalogueWords } from './words.ts';

/** What was asked last on this device, newest first. */
export function useRecent(): [recent: readonly string[], add: (q: string) => void, forget: () => void] {
  const [kept, keep] = usePreference('asked', '');
  const recent = kept.split('\n').filter(Boolean);
  return [recent, (q) => keep([q, ...recent.filter((one) => one !== q)].slice(0, 6).join('\n')), () => keep('')];
}

/** The value some moments after it was last changed. */
function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

export function AskBox(props: { initial?: string; label: string; describedBy?: string }): ReactNode {
  const say = useWords(catalogueWords);
  const general = useWords(generalWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const id = useId();
  const [typed, setTyped] = useState(props.initial ?? '');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const composing = useRef(false);
  const [, add] = useRecent();
  const asked = useSettled(typed.trim(), 180);
  const found = useSearch(asked, 6, open);
  useEffect(() => setTyped(props.initial ?? ''), [props.initial]);
  const rows = open && asked !== '' && typed.trim() !== '' ? (found.data?.rows ?? []).slice(0, 6) : [];
  const shown = rows.length > 0;

  const search = (): void => {
    const q = typed.trim();
    if (!q) return;
    add(q);
    setOpen(false);
    void navigate({ to: '/services', search: { q } as never });
  };
  const choose = (itemId: string): void => {
    if (typed.trim()) add(typed.trim());
    setOpen(false);
    void navigate({ to: '/services/$id', params: { id: itemId } as never });
  };
  const onKey = (event: KeyboardEvent): void => {
    // The Enter that ends the writing of Chinese with an input method chooses nothing.
    if (composing.current || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!shown) return setOpen(true);
      event.preventDefault();
      // Round through the suggestions and the field itself, which is -1.
      const places = rows.length + 1;
      const step = event.key === 'ArrowDown' ? 1 : places - 1;
      setAt((before) => ((before + 1 + step) % places) - 1);
    } else if (event.key === 'Enter' && at >= 0 && rows[at]) {
      event.preventDefault();
      choose(rows[at].itemId);
    }
  };
  return (
    <form
      className="catalogue-ask"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <div className="catalogue-box">
        <input
          type="search"
          name="q"
          value={typed}
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 && shown ? `${id}-${at}` : undefined}
          aria-label={props.label}
          aria-describedby={props.describedBy}
          placeholder={say.placeholder}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={100}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(-1);
            setOpen(true);
          }}
          onKeyDown={onKey}
          onCompositionStart={() => (composing.current = true)}
          onCompositionEnd={() => (composing.current = false)}
        />
        <button type="submit">{general.actions.search}</button>
      </div>
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={say.suggestions}
        className="yc-plain catalogue-suggestions"
        hidden={!shown}
      >
        {rows.map((item, index) => (
          <li
            key={item.itemId}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            // Before the blur of the field takes the list away.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(item.itemId)}
          >
            <SearchOutlined aria-hidden="true" />
            <span>
              {sayName(item, language)}
              <span className="yc-muted yc-small"> {sayLegalName(item, language)}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="yc-hidden" role="status">
        {shown ? say.found(rows.length) : ''}
      </p>
    </form>
  );
}

/** What was asked before, to be asked again with one tap. */
export function Recent(): ReactNode {
  const say = useWords(catalogueWords);
  const [recent, , forget] = useRecent();
  if (recent.length === 0) return null;
  return (
    <div className="catalogue-recent">
      <span className="yc-muted yc-small">{say.recent}</span>
      {recent.map((q) => (
        <Link key={q} to="/services" search={{ q } as never}>
          {q}
        </Link>
      ))}
      <button type="button" onClick={forget} className="yc-small">
        {say.forget}
      </button>
    </div>
  );
}
