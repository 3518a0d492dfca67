/** A first password: shown once, to be told in person. */
import { App, Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { usePrint } from '#web/ui/print.tsx';
import { generalWords } from '#web/words/general.ts';
import { useWords } from '#web/words/language.ts';
import { staffWords } from './staff-words.ts';
import './staff.css';
import './window.css';
import { windowWords } from './window-words.ts';

export interface Shown {
  name: string;
  loginName: string;
  password: string;
}

export function FirstPassword(props: {
  shown: Shown | undefined;
  onClose: () => void;
  /** Can be printed on a slip, for somebody who takes it home. */
  printed?: boolean;
}): ReactNode {
  const { shown } = props;
  const say = useWords(staffWords);
  const { actions } = useWords(generalWords);
  const { message } = App.useApp();
  const { print, sheet } = usePrint();
  return (
    <Modal
      open={shown !== undefined}
      title={say.firstPassword}
      // It cannot be asked for again: only the button closes.
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <>
          {props.printed && shown ? (
            <Button onClick={() => void print(<Slip shown={shown} />, 'slip')}>{actions.print}</Button>
          ) : null}
          <Button
            onClick={() => {
              void navigator.clipboard.writeText(shown?.password ?? '').then(() => message.success(say.copied));
            }}
          >
            {say.copy}
          </Button>
          <Button type="primary" onClick={props.onClose}>
            {say.seen}
          </Button>
        </>
      }
    >
      {shown ? (
        <div className="yc-stack">
          <p>{say.firstPasswordWhat(shown.name)}</p>
          <dl className="staff-password">
            <div>
              <dt>{say.fields.loginName}</dt>
              <dd>
                <code>{shown.loginName}</code>
              </dd>
            </div>
            <div>
              <dt>{say.firstPassword}</dt>
              <dd>
                <code>{shown.password}</code>
              </dd>
            </div>
          </dl>
        </div>
      ) : null}
      {sheet}
    </Modal>
  );
}

/** In Chinese whatever the clerk reads: it is for whoever came. No name on it: who finds it should not know whose it is. */
function Slip({ shown }: { shown: Shown }): ReactNode {
  const { slip } = windowWords['zh-CN'];
  return (
    <div className="window-slip" lang="zh-CN">
      <h1>{slip.title}</h1>
      <dl>
        <dt>{slip.loginName}</dt>
        <dd>{shown.loginName}</dd>
        <dt>{slip.password}</dt>
        <dd>{shown.password}</dd>
      </dl>
      <p>{slip.keep}</p>
    </div>
  );
}
