/** A list of sentences: Enter adds the next, Alt and arrows move one, an empty one goes with Backspace. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
import { moved } from './body-edits.ts';
import { editorWords } from './editor-words.ts';
import { useFaults } from './faults.tsx';

export function TextList(props: {
  path: string;
  /** What one of them is: 条件. */
  label: string;
  list: readonly string[];
  onChange: (list: string[]) => void;
  most: number;
  maxLength: number;
}): ReactNode {
  const { list, path, onChange } = props;
  const { list: say } = useWords(editorWords);
  const faults = useFaults();
  const box = useRef<HTMLUListElement>(null);
  const focus = (at: number): void => {
    requestAnimationFrame(() => box.current?.querySelectorAll('textarea')[at]?.focus());
  };
  const add = (at: number): void => {
    if (list.length >= props.most) return;
    onChange([...list.slice(0, at), '', ...list.slice(at)]);
    focus(at);
  };
  const move = (at: number, by: number): void => {
    if (at + by < 0 || at + by >= list.length) return;
    onChange(moved(list, at, at + by));
    focus(at + by);
  };
  const remove = (at: number): void => {
    onChange(list.filter((_, index) => index !== at));
    focus(Math.max(0, at - 1));
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>, at: number): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') add(at + 1);
    else if (event.altKey && event.key === 'ArrowUp') move(at, -1);
    else if (event.altKey && event.key === 'ArrowDown') move(at, 1);
    else if (event.key === 'Backspace' && list[at] === '') remove(at);
    else return;
    event.preventDefault();
  };
  return (
    <div className="text-list" data-path={path}>
      <ul className="yc-plain" ref={box}>
        {list.map((text, at) => {
          const place = `${path}/${at}`;
          const fault = faults.at(place);
          return (
            <li key={at} data-path={place} onBlur={() => faults.touch(place)}>
              <span className="yc-numbers yc-muted" aria-hidden="true">
                {at + 1}
              </span>
              <div>
                <Input.TextArea
                  rows={1}
                  className="grows"
                  value={text}
                  maxLength={props.maxLength}
                  aria-label={`${props.label} ${at + 1}`}
                  onChange={({ target }) =>
                    onChange(list.map((old, index) => (index === at ? target.value.replace(/\n/g, ' ') : old)))
                  }
                  onKeyDown={(event) => press(event, at)}
                  {...(fault ? { status: 'error' as const, 'aria-invalid': true } : {})}
                />
                {fault ? (
                  <p className="yc-fault" role="alert">
                    {fault}
                  </p>
                ) : null}
              </div>
              <span className="text-list-tools">
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined aria-hidden="true" />}
                  aria-label={`${say.up}: ${props.label} ${at + 1}`}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowDownOutlined aria-hidden="true" />}
                  aria-label={`${say.down}: ${props.label} ${at + 1}`}
                  disabled={at === list.length - 1}
                  onClick={() => move(at, 1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden="true" />}
                  aria-label={`${say.remove}: ${props.label} ${at + 1}`}
                  onClick={() => remove(at)}
                />
              </span>
            </li>
          );
        })}
      </ul>
      {list.length === 0 ? <p className="yc-muted">{say.none}</p> : null}
      {list.length < props.most ? (
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => add(list.length)}>
          {say.add}
        </Button>
      ) : null}
    </div>
  );
}
