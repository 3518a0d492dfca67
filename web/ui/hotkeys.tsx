/**
 * Keys. A component says which keys it answers to while it is on the screen; the newest wins. Nothing happens while somebody
 * types or a dialog is open. `?` lists what is possible now.
 */
import { Modal } from 'antd';
import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react';
import { generalWords } from '../words/general.ts';
import { useWords } from '../words/language.ts';

export interface Hotkey {
  /** As `KeyboardEvent.key`: `j`, `Enter`, `/`, `Escape`; with Ctrl or Command: `mod+s`. */
  key: string;
  /** What it does, in the reader's language; without it the key is not listed. */
  say?: string | undefined;
  run: (event: KeyboardEvent) => void;
  /** Works while somebody types in a field, too: for `Escape` and keys with Ctrl. */
  whileTyping?: boolean;
  /** Belongs to a dialog: works while one is open, when no other key of the page does. */
  inDialog?: boolean;
}

type Held = { current: readonly Hotkey[] };
const HotkeysContext = createContext<{ all: Set<Held>; help: () => void }>({ all: new Set(), help: () => {} });

/** Answers to keys while the component is shown. The list may change with each rendering. */
export function useHotkeys(keys: readonly Hotkey[], enabled = true): void {
  const { all } = use(HotkeysContext);
  const held = useRef<readonly Hotkey[]>(keys);
  useEffect(() => {
    held.current = enabled ? keys : [];
  });
  useEffect(() => {
    all.add(held);
    return () => void all.delete(held);
  }, [all]);
}

/** Opens the list of the keys that are possible now. */
export const useHotkeyHelp = (): (() => void) => use(HotkeysContext).help;

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.getAttribute('role') === 'combobox' ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)));

/** Enter and space belong to a button or link that has the focus. */
const ownsKey = (target: EventTarget | null, key: string): boolean =>
  (key === 'Enter' || key === ' ') && target instanceof HTMLElement && target.closest('a, button, summary') !== null;

const dialogOpen = (): boolean =>
  [...document.querySelectorAll('[role=dialog][aria-modal=true]')].some((dialog) => dialog.getClientRects().length > 0);

/** Listens for the keys of everything below, and shows the list of them. Part of every surface. */
export function HotkeysProvider(props: { children: ReactNode }): ReactNode {
  const [listed, setListed] = useState<readonly Hotkey[]>();
  const say = useWords(generalWords);
  const [context] = useState(() => {
    const all = new Set<Held>();
    const help = (): void => {
      const possible = [...all].flatMap(({ current }) => current.filter((key) => key.say));
      setListed([...new Map(possible.map((key) => [key.key, key])).values()]);
    };
    return { all, help };
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const below = dialogOpen();
      const name = `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
      const isTyping = typing(event.target);
      if (ownsKey(event.target, event.key)) return;
      for (const { current } of [...context.all].reverse()) {
        const hit = current.find(
          ({ key, whileTyping, inDialog }) => key === name && (!isTyping || whileTyping) && (!below || inDialog),
        );
        if (!hit) continue;
        event.preventDefault();
        hit.run(event);
        return;
      }
      if (name === '?' && !isTyping && !below) context.help();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [context]);
  return (
    <HotkeysContext value={context}>
      {props.children}
      <Modal
        open={listed !== undefined}
        title={say.hotkeys.title}
        onCancel={() => setListed(undefined)}
        footer={null}
        destroyOnHidden
      >
        <dl className="yc-keys">
          {[...(listed ?? []), { key: '?', say: say.hotkeys.help, run: () => {} }].map(({ key, say: what }) => (
            <div key={key}>
              <dt>
                <Key name={key} />
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </HotkeysContext>
  );
}

const shown: Record<string, string> = { Escape: 'Esc', ArrowDown: '↓', ArrowUp: '↑' };

/** A key as it is drawn beside a button: `<Key name="a" />`. */
export function Key(props: { name: string }): ReactNode {
  const parts = props.name.split('+');
  return (
    <span aria-hidden="true">
      {parts.map((part) => (
        <kbd key={part}>{part === 'mod' ? 'Ctrl' : (shown[part] ?? part.toUpperCase())}</kbd>
      ))}
    </span>
  );
}
