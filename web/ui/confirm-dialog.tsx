/** Asks before something that matters. What goes wrong is said in the dialog, which stays open with all that was written. */
import { Button, Input, Modal } from 'antd';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { generalWords } from '../words/general.ts';
import { inBrackets, useWords } from '../words/language.ts';
import { ProblemNote } from './states.tsx';

/** A label without what stands in brackets behind it. */
const bare = (label: string): string => label.replace(/\s*[（(].*$/, '');

export function ConfirmDialog(props: {
  open: boolean;
  title: string;
  /** What will happen, and what cannot be taken back. */
  children?: ReactNode;
  /** The verb on the button: 退回. */
  verb: string;
  danger?: boolean;
  /** What it is about is not read yet: nothing can be confirmed. */
  waits?: boolean;
  /** Asks for a reason; `needed` will not go on without one. */
  reason?: 'needed' | 'optional';
  reasonLabel?: string;
  /** The most letters that the operation takes: `mostLetters(ops.refuse, 'reason')`. */
  reasonMost?: number;
  /** The dialog closes when this succeeds; `false` keeps it open, because a field says what is missing. */
  onConfirm: (reason: string) => Promise<unknown> | void;
  onClose: () => void;
  width?: number;
}): ReactNode {
  const say = useWords(generalWords);
  const id = useId();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!props.open) return;
    setReason('');
    setError(undefined);
    setMissing(false);
  }, [props.open]);

  const confirm = async (): Promise<void> => {
    if (busy || props.waits) return;
    if (props.reason === 'needed' && reason.trim() === '') return setMissing(true);
    setBusy(true);
    setError(undefined);
    try {
      if ((await props.onConfirm(reason.trim())) !== false) props.onClose();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={props.open}
      title={props.title}
      width={props.width ?? 480}
      onCancel={props.onClose}
      destroyOnHidden
      footer={[
        <Button key="close" onClick={props.onClose}>
          {say.actions.cancel}
        </Button>,
        <Button
          key="go"
          type="primary"
          danger={props.danger ?? false}
          disabled={props.waits ?? false}
          loading={busy}
          onClick={() => void confirm()}
        >
          {props.verb}
        </Button>,
      ]}
    >
      <div className="yc-stack">
        {props.children}
        {props.reason ? (
          <div>
            <label htmlFor={id}>
              {props.reasonLabel ?? say.confirm.reason}
              {props.reason === 'optional' ? <span className="yc-muted">{inBrackets(say.optional)}</span> : null}
            </label>
            <Input.TextArea
              id={id}
              rows={3}
              maxLength={props.reasonMost ?? 1000}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
                setMissing(false);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void confirm();
              }}
              {...(missing
                ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-fault` }
                : {})}
            />
            {missing ? (
              <p id={`${id}-fault`} className="yc-fault" role="alert">
                {props.reasonLabel ? say.confirm.needed(bare(props.reasonLabel)) : say.confirm.reasonNeeded}
              </p>
            ) : null}
          </div>
        ) : null}
        <ProblemNote error={error} />
      </div>
    </Modal>
  );
}
