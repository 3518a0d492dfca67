/** A list of things that an item has: cards that open, added, removed (and brought back), moved with buttons or Alt and arrows. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
import { moved } from './body-edits.ts';
import { editorWords } from './editor-words.ts';
import { useFaults } from './faults.tsx';
import { faultWords } from './fault-words.ts';

export interface CardsProps<T> {
  /** JSON pointer of the list in the body. */
  path: string;
  list: readonly T[];
  onChange: (list: T[]) => void;
  /** Removing needs more than leaving it out: conditions that hang on it. */
  onRemove?: (at: number) => void;
  keyOf?: (one: T, at: number) => string;
  titleOf: (one: T, at: number) => string;
  /** Beside the title of a closed card. */
  noteOf?: (one: T, at: number) => ReactNode;
  /** What a new one is; none can be added without. */
  fresh?: () => T;
  addLabel: string;
  /** What an empty list means; otherwise that there is none yet. */
  noneLabel?: string;
  most: number;
  draw: (one: T, set: (next: T) => void, at: number) => ReactNode;
}

export function Cards<T>(props: CardsProps<T>): ReactNode {
  const { list, path } = props;
  const say = useWords(editorWords);
  const { inSection } = useWords(faultWords);
  const faults = useFaults();
  const keyOf = (one: T, at: number): string => props.keyOf?.(one, at) ?? `${at}`;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [removed, setRemoved] = useState<{ list: readonly T[]; what: string }>();
  const [told, setTold] = useState('');
  const box = useRef<HTMLDivElement>(null);

  const focusCard = (at: number, inside: 'summary' | 'input'): void => {
    requestAnimationFrame(() => {
      const card = box.current?.querySelectorAll<HTMLElement>(':scope > details')[at];
      card
        ?.querySelector<HTMLElement>(inside === 'input' ? '.card-body input, .card-body textarea' : 'summary')
        ?.focus();
    });
  };
  const move = (at: number, by: number): void => {
    const to = at + by;
    if (to < 0 || to >= list.length) return;
    props.onChange(moved(list, at, to));
    setTold(say.list.moved(to + 1));
    focusCard(to, 'summary');
  };
  const remove = (at: number): void => {
    const one = list[at]!;
    if (props.onRemove) props.onRemove(at);
    else props.onChange(list.filter((_, index) => index !== at));
    // What hung on it is gone as well: bringing the list back would not bring that back.
    setRemoved(props.onRemove ? undefined : { list, what: props.titleOf(one, at) });
  };
  const add = (): void => {
    const one = props.fresh?.();
    if (one === undefined) return;
    props.onChange([...list, one]);
    setOpened((before) => new Set([...before, keyOf(one, list.length)]));
    focusCard(list.length, 'input');
  };
  const press = (event: KeyboardEvent, at: number): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(at, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <div className="cards" ref={box} data-path={path}>
      {list.map((one, at) => {
        const key = keyOf(one, at);
        const count = faults.below(`${path}/${at}`);
        const title = props.titleOf(one, at);
        return (
          <details
            key={key}
            open={opened.has(key)}
            data-path={`${path}/${at}`}
            className={count > 0 ? 'card faulty-card' : 'card'}
            onKeyDown={(event) => press(event, at)}
            onToggle={({ currentTarget: { open } }) =>
              setOpened((before) => {
                if (before.has(key) === open) return before;
                const next = new Set(before);
                if (open) next.add(key);
                else next.delete(key);
                return next;
              })
            }
          >
            <summary>
              <span className="yc-numbers yc-muted">{at + 1}</span>
              <span className="card-title">
                <strong>{title}</strong> <span className="yc-muted yc-small">{props.noteOf?.(one, at)}</span>
              </span>
              {count > 0 ? <span className="yc-fault yc-small">{inSection(count)}</span> : null}
            </summary>
            <div className="card-body">
              {props.draw(one, (next) => props.onChange(list.map((old, index) => (index === at ? next : old))), at)}
              <div className="card-tools">
                <Button
                  size="small"
                  icon={<ArrowUpOutlined aria-hidden="true" />}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                >
                  {say.list.up}
                </Button>
                <Button
                  size="small"
                  icon={<ArrowDownOutlined aria-hidden="true" />}
                  disabled={at === list.length - 1}
                  onClick={() => move(at, 1)}
                >
                  {say.list.down}
                </Button>
                <Button size="small" danger icon={<DeleteOutlined aria-hidden="true" />} onClick={() => remove(at)}>
                  {say.list.remove}
                </Button>
              </div>
            </div>
          </details>
        );
      })}
      {list.length === 0 ? <p className="yc-muted">{props.noneLabel ?? say.list.none}</p> : null}
      {removed ? (
        <p className="cards-removed" role="status">
          {say.list.removed(removed.what)}{' '}
          <Button
            type="link"
            size="small"
            onClick={() => {
              props.onChange([...removed.list]);
              setRemoved(undefined);
            }}
          >
            {say.list.undo}
          </Button>
        </p>
      ) : null}
      {props.fresh && list.length < props.most ? (
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={add} className="cards-add">
          {props.addLabel}
        </Button>
      ) : null}
      <span className="yc-hidden" role="status">
        {told}
      </span>
    </div>
  );
}
