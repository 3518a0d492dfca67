/**
 * The side panel in which a record is edited: Ctrl and S saves. What goes wrong is said at the field or above the button; when
 * somebody else was quicker, what they changed is shown and the person decides.
 */
import { Button, Drawer } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ProblemError } from '../../client/client.ts';
import { generalWords } from '../../words/general.ts';
import { useWords } from '../../words/language.ts';
import { useHotkeys } from '../hotkeys.tsx';
import { useMedia } from '../preferences.ts';
import { ProblemNote } from '../states.tsx';
import './edit.css';
import { editWords } from './edit-words.ts';
import type { Edit } from './use-edit.ts';

export interface EditDrawerProps<D extends object> {
  open: boolean;
  title: string;
  edit: Edit<D>;
  /** The verb on the button; 保存 unless said. */
  verb?: string;
  /** What the fields are called, and how their values are read: for the comparison. */
  names: Readonly<Record<keyof D & string, string>>;
  sayValue?: (name: keyof D & string, value: unknown) => string;
  /** Sends it; the panel closes when it succeeds. */
  onSave: (draft: D, version: number | undefined) => Promise<unknown>;
  onClose: () => void;
  /** At the left of the foot: out of service, history. */
  more?: ReactNode;
  width?: number;
  children: ReactNode;
}

/** Where the first fault is, the person is. */
function focusFault(place: HTMLElement | null): void {
  setTimeout(() => {
    const first = place?.querySelector<HTMLElement>('[aria-invalid=true], .faulty input, .faulty button');
    first?.focus();
    first?.scrollIntoView({ block: 'center' });
  }, 30);
}

export function EditDrawer<D extends object>(props: EditDrawerProps<D>): ReactNode {
  const { edit, open } = props;
  const general = useWords(generalWords);
  const say = useWords(editWords);
  const narrow = useMedia('(max-width: 44rem)');
  const place = useRef<HTMLFormElement>(null);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [current, setCurrent] = useState<object>();
  useEffect(() => {
    if (open) return;
    setError(undefined);
    setCurrent(undefined);
  }, [open]);

  const send = async (draft: D, version: number | undefined): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await props.onSave(draft, version);
      props.onClose();
    } catch (thrown) {
      const theirs = thrown instanceof ProblemError && thrown.status === 409 ? thrown.facts.current : undefined;
      if (typeof theirs === 'object' && theirs !== null) setCurrent(theirs);
      else if (edit.refuse(thrown)) focusFault(place.current);
      else setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const save = (): void => {
    if (busy || current) return;
    if (edit.check()) void send(edit.draft, edit.version);
    else focusFault(place.current);
  };
  useHotkeys([{ key: 'mod+s', run: save, whileTyping: true, inDialog: true }], open);
  const count = Object.values(edit.faults).filter((fault) => fault !== undefined).length;
  return (
    <Drawer
      open={open}
      title={props.title}
      size={narrow ? '100%' : (props.width ?? 560)}
      onClose={props.onClose}
      // A press beside the panel must not throw away what was written.
      mask={{ closable: !edit.dirty }}
      keyboard={!edit.dirty}
      destroyOnHidden
      footer={
        <div className="edit-foot">
          <span className="edit-more">{props.more}</span>
          <Button onClick={props.onClose}>{general.actions.cancel}</Button>
          <Button type="primary" loading={busy} disabled={current !== undefined} onClick={save}>
            {props.verb ?? general.actions.save}
          </Button>
        </div>
      }
    >
      {current ? (
        <Conflict
          current={current}
          edit={edit}
          names={props.names}
          sayValue={props.sayValue}
          onDecide={(keepMine) => {
            const next = edit.rebase(current, keepMine);
            setCurrent(undefined);
            if (keepMine) void send(next.draft, next.version);
          }}
        />
      ) : null}
      <form
        ref={place}
        className="edit-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {props.children}
        {/* Enter in a field saves. */}
        <button type="submit" hidden />
      </form>
      {count > 1 ? (
        <p className="yc-fault" role="status">
          {say.faults(count)}
        </p>
      ) : null}
      <ProblemNote error={error} />
    </Drawer>
  );
}

function Conflict<D extends object>(props: {
  current: object;
  edit: Edit<D>;
  names: EditDrawerProps<D>['names'];
  sayValue: EditDrawerProps<D>['sayValue'];
  onDecide: (keepMine: boolean) => void;
}): ReactNode {
  const say = useWords(editWords);
  const { changedBy } = props.current as { changedBy?: string };
  const differences = props.edit.differences(props.current);
  const said = (name: keyof D & string, value: unknown): string => {
    const text = props.sayValue?.(name, value) ?? (typeof value === 'string' ? value : JSON.stringify(value ?? ''));
    return text === '' || text === '""' ? say.empty : text;
  };
  return (
    <section className="edit-conflict" role="alertdialog" aria-label={say.conflict(changedBy ?? '')}>
      <strong>{say.conflict(changedBy ?? '')}</strong>
      {differences.length === 0 ? <p>{say.conflictSame}</p> : <p>{say.conflictWhat}</p>}
      <dl>
        {differences.map(({ name, theirs, mine }) => (
          <div key={name}>
            <dt>{props.names[name]}</dt>
            <dd>
              {say.theirs}: {said(name, theirs)}
              <span className="yc-muted">
                {' '}
                · {say.mine}: {said(name, mine)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <div className="yc-row">
        <Button type="primary" autoFocus onClick={() => props.onDecide(true)}>
          {say.keepMine}
        </Button>
        <Button onClick={() => props.onDecide(false)}>{say.takeTheirs}</Button>
      </div>
    </section>
  );
}
