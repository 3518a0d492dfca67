/** Keys on the screen, beside those of a keyboard or a scanner that types: a kiosk has no other. */
import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../../words/language.ts';
import { kitWords } from './kiosk.tsx';

const digits = '1234567890';
/** And the stroke of numbers and codes. */
const letters = 'abcdefghijklmnopqrstuvwxyz-';

export function Keypad(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onEnter: () => void;
  /** Letters as well. */
  text?: boolean;
  secret?: boolean;
  most: number;
}): ReactNode {
  const { label, value, onChange, most } = props;
  const say = useWords(kitWords);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const type = (key: string): void => onChange((value + key).slice(0, most));
  return (
    <div className="kiosk-keys">
      <label className="kiosk-typed">
        <span>{label}</span>
        <input
          ref={field}
          type={props.secret ? 'password' : 'text'}
          // Filled in by nobody but who stands here; and no keys of the system over ours.
          autoComplete="off"
          inputMode="none"
          spellCheck={false}
          value={value}
          maxLength={most}
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            props.onEnter();
          }}
        />
      </label>
      <div className={`kiosk-keypad${props.text ? ' text' : ''}`}>
        {[...digits, ...(props.text ? letters : '')].map((key) => (
          <button key={key} type="button" className="kiosk-key" onClick={() => type(key)}>
            {key.toUpperCase()}
          </button>
        ))}
        <button type="button" className="kiosk-key wide" onClick={() => onChange(value.slice(0, -1))}>
          {say.remove}
        </button>
        <button type="button" className="kiosk-key wide" onClick={() => onChange('')}>
          {say.clear}
        </button>
      </div>
    </div>
  );
}
