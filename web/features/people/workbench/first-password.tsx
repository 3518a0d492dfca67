/** A first password: shown once, to be told in person. */
import { App, Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
import { staffWords } from './staff-words.ts';

export interface Shown {
  name: string;
  loginName: string;
  password: string;
}

export function FirstPassword(props: { shown: Shown | undefined; onClose: () => void }): ReactNode {
  const { shown } = props;
  const say = useWords(staffWords);
  const { message } = App.useApp();
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
    </Modal>
  );
}
